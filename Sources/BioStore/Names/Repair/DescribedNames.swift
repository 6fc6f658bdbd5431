/// Adds names that are more or less than what is capitalised: "the Tatars", "the 1905 revolution", "the church of Saint Ivan",
/// "the Ural region".
struct DescribedNames {
  private let context: NameContext
  private let tokens: [Token]
  private var names: [NameSpan]

  /// Needs the names in the order of the text and leaves them so.
  static func add(to names: inout [NameSpan], in context: NameContext) {
    var step = DescribedNames(names, in: context)
    step.addPeoples()
    step.addDatedEvents()
    step.addSanctuaries()
    step.extendToClassNouns()
    names = step.names
  }

  private init(_ names: [NameSpan], in context: NameContext) {
    self.names = names
    self.context = context
    tokens = context.reading.tokens
  }

  /// Puts new names in the place of those that they overlap.
  private mutating func insert(_ added: [NameSpan]) {
    guard !added.isEmpty else { return }
    names.removeAll { name in added.contains { $0.tokens.overlaps(name.tokens) } }
    names = (names + added).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  // MARK: Peoples

  /// "the Tatars": plural names of peoples and followers that the recogniser leaves out.
  private mutating func addPeoples() {
    var isTaken = [Bool](repeating: false, count: tokens.count)
    for name in names where name.kind != nil { for token in name.tokens { isTaken[token] = true } }
    let added = tokens.indices.dropFirst().filter { token in
      !isTaken[token] && (tokens[token].pennTag == .nnps || tokens[token].pennTag == .nns)
        && context.isCapital(token) && context.form(token - 1).lowercased() == "the"
        && isPeople(context.form(token))
    }
    insert(added.map { NameSpan(tokens: $0..<($0 + 1), kind: .organisation, confidence: 0.5) })
  }

  private func isPeople(_ word: String) -> Bool {
    let classes = Gazetteer.classes(of: word).union(
      word.hasSuffix("s") ? Gazetteer.classes(of: word.dropLast()) : [])
    return !classes.isDisjoint(with: [.people, .demonym])
  }

  // MARK: Dated events

  /// "the 1905 revolution", "the 1988–89 season": events that their year tells from others.
  private mutating func addDatedEvents() {
    insert(
      tokens.indices.filter { tokens[$0].tag == .noun && isDatedEvent($0) }.compactMap { noun in
        start(ofDatedEvent: noun).map { NameSpan(tokens: $0..<(noun + 1), kind: .event, confidence: 0.5) }
      })
  }

  /// The year that begins the name of an event, with nothing between but words of the same phrase.
  private func start(ofDatedEvent noun: Int) -> Int? {
    var token = noun - 1
    while token >= 0, noun - token < Self.longestEvent {
      if isYear(token) { return token }
      let isRange = Self.dashes.contains(context.form(token)) || tokens[token].tag == .num
      guard isRange || [.adj, .propn, .noun].contains(tokens[token].tag), context.form(token) != ","
      else { return nil }
      token -= 1
    }
    return nil
  }

  private static let longestEvent = 8
  private static let dashes: Set<String> = ["–", "-", "/", "—"]

  private func isDatedEvent(_ token: Int) -> Bool {
    let lemma = tokens[token].lemma.lowercased()
    return context.lexicon.isDatedEventNoun(lemma)
      || !WordClasses(of: lemma).isDisjoint(with: [.war, .uprising, .election])
  }

  private func isYear(_ token: Int) -> Bool {
    let word = context.form(token)
    guard tokens[token].tag == .num, word.utf8.count >= 4 else { return false }
    let digits = word.unicodeScalars.prefix { ("0"..."9").contains($0) }
    return digits.count == 4 && (digits.first == "1" || digits.first == "2")
  }

  // MARK: Sanctuaries

  /// "the church of Saint Ivan": the building, and not the saint.
  private mutating func addSanctuaries() {
    let cues = KindCues.standard
    insert(
      names.compactMap { name in
        let noun = name.tokens.lowerBound - 2
        guard noun >= 0, context.form(noun + 1) == "of", cues[tokens[noun].lemma.lowercased()] == .sanctuary,
          cues[context.form(name.tokens.lowerBound)] == .saint
        else { return nil }
        return NameSpan(tokens: noun..<name.tokens.upperBound, kind: .place, confidence: 0.5)
      })
  }

  // MARK: Class nouns

  /// "the Ural region", "the Berg faction": a name right before the noun of a region or body that it modifies.
  private mutating func extendToClassNouns() {
    for index in names.indices {
      guard let noun = classNoun(after: names[index]), let kind = kind(of: names[index], with: noun) else {
        continue
      }
      names[index] = NameSpan(
        tokens: names[index].tokens.lowerBound..<(noun + 1), kind: kind, confidence: 0.5)
    }
  }

  /// The common noun that the name modifies, with nothing but a word in lower case between.
  private func classNoun(after name: NameSpan) -> Int? {
    guard name.kind != nil, name.kind != .work else { return nil }
    let head = context.forest.head(of: name.tokens)
    guard tokens[head].relation == .compound || tokens[head].relation == .amod, let noun = tokens[head].head,
      noun >= name.tokens.upperBound, noun - name.tokens.upperBound < 2,
      tokens[noun].tag == .noun, tokens[noun].pennTag == .nn, !context.isCapital(noun),
      tokens[noun].relation != .compound
    else { return nil }
    let isFree = (name.tokens.upperBound...noun).allSatisfy { token in
      context.form(token) != "-" && !names.contains { $0.tokens.contains(token) }
    }
    guard isFree else { return nil }
    if let determiner = context.forest.child(of: noun, .det), context.form(determiner).lowercased() != "the" {
      return nil
    }
    return noun
  }

  private func kind(of name: NameSpan, with noun: Int) -> EntityKind? {
    let lemma = tokens[noun].lemma.lowercased()
    if name.kind == .organisation { return context.lexicon.isBodyNoun(lemma) ? .organisation : nil }
    if !WordClasses(of: lemma).isDisjoint(with: [.committee, .party, .militaryUnit, .court]) {
      return .organisation
    }
    return name.kind == .place && context.lexicon.isRegionNoun(lemma) ? .place : nil
  }
}
