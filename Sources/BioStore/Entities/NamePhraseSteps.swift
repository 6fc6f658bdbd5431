/// Shorter forms of names of organisations, events and works: "the Central Committee" for "Central Committee of the
/// Communist Party", "the Academy" for "French Academy".
struct HeadReductionStep {
  static let name = "head-reduction"

  static func apply(to discourse: inout Discourse) {
    joinUniquePrefixes(in: &discourse)
    resolveCommonNouns(in: &discourse)
  }

  // MARK: Several words

  /// A name of several words that opens one longer name only ("… of …", "… F.C.") is that name.
  private static func joinUniquePrefixes(in discourse: inout Discourse) {
    let names = discourse.roots.compactMap { Name($0, in: discourse) }
    var byWord: [String: [Name]] = [:]
    for name in names {
      if let first = name.words.first { byWord[first, default: []].append(name) }
      if let last = name.words.last, last != name.words.first { byWord[last, default: []].append(name) }
    }
    for name in names where name.words.count > 1 || !name.isCommonNoun {
      let candidates = (byWord[name.words[0]] ?? []) + (byWord[name.words[name.words.count - 1]] ?? [])
      let longer = candidates.filter {
        $0.kind == name.kind && $0.words.count > name.words.count
          && ($0.opensWith(name.words, lexicon: discourse.lexicon) || $0.closesWith(name.words))
      }
      let targets = Set(longer.map { discourse.root($0.entity) })
      if targets.count == 1, let target = targets.first { discourse.merge(name.entity, target) }
    }
  }

  private struct Name {
    let entity: Int
    let kind: EntityKind
    let words: [String]
    let isCommonNoun: Bool

    init?(_ entity: Int, in discourse: Discourse) {
      let draft = discourse.entities[entity]
      guard let kind = draft.kind, kind == .organisation || kind == .event,
        let phrase = draft.phrases.first
      else { return nil }
      self.entity = entity
      self.kind = kind
      words = discourse.phrases[phrase].key.split(separator: " ").map(String.init)
      guard !words.isEmpty else { return nil }
      isCommonNoun = words.count == 1 && !WordClasses(of: words[0]).isEmpty
    }

    /// Whether the name goes on after the shorter one with "of …" or an abbreviation of its legal form.
    func opensWith(_ shorter: [String], lexicon: EntityLexicon) -> Bool {
      guard words.starts(with: shorter) else { return false }
      return lexicon.opensComplement(words[shorter.count])
    }

    /// "Social Democratic Party" in "German Social Democratic Party": at least two words in common.
    func closesWith(_ shorter: [String]) -> Bool {
      shorter.count > 1 && words.suffix(shorter.count).elementsEqual(shorter)
        && words.count == shorter.count + 1
    }
  }

  // MARK: One common noun

  /// "the University", "the Academy": the organisation named last whose name has that noun as its head.
  private static func resolveCommonNouns(in discourse: inout Discourse) {
    var lastWithNoun: [String: Int] = [:]
    for (index, phrase) in discourse.phrases.enumerated() where phrase.form == .name {
      guard phrase.kind == .organisation, let entity = discourse.referent(of: index) else { continue }
      let words = phrase.key.split(separator: " ").map(String.init)
      if words.count == 1, !WordClasses(of: words[0]).isDisjoint(with: .organisation) {
        if let known = lastWithNoun[words[0]], known != entity {
          discourse.reassign(index, to: known, step: name)
        }
      } else {
        for noun in headNouns(words, lexicon: discourse.lexicon) { lastWithNoun[noun] = entity }
      }
    }
  }

  /// The last word and the last before "of".
  private static func headNouns(_ words: [String], lexicon: EntityLexicon) -> [String] {
    guard let last = words.last else { return [] }
    let split = words.firstIndex { lexicon.opensComplement($0) } ?? 0
    return split > 0 ? [words[split - 1]] : [last]
  }
}

/// Abbreviations: "Communist Party of the Soviet Union (CPSU)", and elsewhere in the article where the letters are
/// the initials of one name only.
struct AcronymStep {
  static let name = "acronym"

  static func apply(to discourse: inout Discourse) {
    var full: [String: Set<Int>] = [:]
    for phrase in discourse.phrases.indices where discourse.phrases[phrase].form == .name {
      guard let entity = discourse.referent(of: phrase), discourse.phrases[phrase].kind != .person else {
        continue
      }
      for letters in initials(of: phrase, in: discourse) { full[letters, default: []].insert(entity) }
    }
    for phrase in discourse.phrases.indices where discourse.phrases[phrase].form == .name {
      guard let letters = letters(of: phrase, in: discourse), let entity = discourse.referent(of: phrase)
      else {
        continue
      }
      if let neighbour = bracketed(phrase, letters: letters, in: discourse) {
        discourse.merge(neighbour, entity)
      } else if letters.count > 2 {
        let targets = Set((full[letters] ?? []).map { discourse.root($0) }).subtracting([entity])
        if targets.count == 1, let only = targets.first { discourse.merge(only, entity) }
      }
    }
  }

  /// The letters of a name that is an abbreviation; `nil` for other names.
  private static func letters(of phrase: Int, in discourse: Discourse) -> String? {
    let tokens = discourse.phrases[phrase].tokens
    guard tokens.count == 1 else { return nil }
    let letters = discourse.reading.tokens[tokens.lowerBound].form.filter(\.isLetter)
    guard (2...8).contains(letters.count), letters.allSatisfy(\.isUppercase) else { return nil }
    return letters.lowercased()
  }

  /// The initials of all words and of the words that are not function words.
  private static func initials(of phrase: Int, in discourse: Discourse) -> [String] {
    let words = discourse.phrases[phrase].key.split { $0 == " " || $0 == "-" }
    guard words.count > 1 else { return [] }
    let content = words.filter { discourse.lexicon.namePart(String($0)) == nil && $0 != "for" && $0 != "in" }
    return [String(words.compactMap(\.first)), String(content.compactMap(\.first))]
  }

  /// The entity whose name stands right before the bracket that holds the abbreviation, if the letters fit it.
  private static func bracketed(_ phrase: Int, letters: String, in discourse: Discourse) -> Int? {
    let open = discourse.phrases[phrase].tokens.lowerBound - 1
    guard open > 0, discourse.reading.tokens[open].form == "(",
      let before = discourse.phrase(at: open - 1), discourse.phrases[before].form == .name,
      let entity = discourse.referent(of: before)
    else { return nil }
    let name = discourse.phrases[before].key
    guard name.first == letters.first, isSubsequence(letters, of: name) else { return nil }
    return entity
  }

  private static func isSubsequence(_ letters: String, of name: String) -> Bool {
    var rest = name[...]
    for letter in letters {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}

/// Other names: "X, better known as Y", "Y (born X)", "A (now B)", and a name in its own script in brackets.
struct AliasStep {
  static let name = "alias"

  static func apply(to discourse: inout Discourse) {
    var previous: Int?
    for index in discourse.phrases.indices where discourse.phrases[index].form == .name {
      defer { previous = index }
      guard let previous, let first = discourse.referent(of: previous),
        let second = discourse.referent(of: index),
        first != second, canBeOne(first, second, in: discourse), isCued(previous, index, in: discourse)
      else { continue }
      let kept = discourse.merge(first, second)
      discourse.note(step: name, for: index, entity: kept)
    }
  }

  private static func canBeOne(_ first: Int, _ second: Int, in discourse: Discourse) -> Bool {
    let (one, other) = (discourse.entities[first], discourse.entities[second])
    if let gender = one.gender, let theirs = other.gender, gender != theirs { return false }
    return one.kind == other.kind
  }

  /// Whether cues, and nothing but cues and helpers, stand between the names.
  private static func isCued(_ first: Int, _ second: Int, in discourse: Discourse) -> Bool {
    let start = discourse.phrases[first].tokens.upperBound
    let end = discourse.phrases[second].tokens.lowerBound
    guard start < end, end - start <= 8,
      discourse.phrases[first].sentence == discourse.phrases[second].sentence
    else { return false }
    var hasCue = false
    for token in start..<end {
      let form = discourse.reading.tokens[token].form.lowercased()
      if form == "(" || form == "," || form == "\"" || form == "“" || form == "[" { continue }
      switch discourse.lexicon.aliasWord(form) {
      case .cue: hasCue = true
      case .helper: continue
      case nil: return false
      }
    }
    return hasCue
  }
}

/// Names that the whole world uses for one thing: "Petrograd" and "St Petersburg", "World War II" and "Second World
/// War".
struct VariantStep {
  static let name = "variant"

  static func apply(to discourse: inout Discourse) {
    var known: [String: Int] = [:]
    for index in discourse.phrases.indices where discourse.phrases[index].form == .name {
      let phrase = discourse.phrases[index]
      guard let kind = phrase.kind, kind != .person, let entity = discourse.referent(of: index) else {
        continue
      }
      let key = kind.rawValue + " " + discourse.lexicon.standardName(phrase.key, kind: kind)
      if let other = known[key] {
        discourse.merge(other, entity)
      } else {
        known[key] = entity
      }
    }
  }
}
