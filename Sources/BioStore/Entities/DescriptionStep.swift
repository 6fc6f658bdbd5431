/// Nouns that take up an entity already mentioned: "the committee", "the party", "the apartment", "the painter".
///
/// A definite noun refers to the last entity that the article has called by that noun or whose name has it as its
/// head. Nouns that find none introduce an unnamed entity.
struct DescriptionStep {
  static let name = "description"
  static let introduction = "unnamed"

  /// For each noun and each word of a name, the entities that it may stand for, the last one last.
  struct Memory {
    private var byNoun: [String: [Int]] = [:]

    mutating func remember(_ phrase: Phrase, entity: Int, lexicon: EntityLexicon) {
      switch phrase.form {
      case .description: note(entity, under: phrase.key)
      case .name where phrase.kind != .person:
        for noun in Self.headNouns(of: phrase.key, lexicon: lexicon) { note(entity, under: noun) }
      case .name:
        for title in phrase.person?.titles ?? [] { note(entity, under: title) }
      case .pronoun: break
      }
    }

    private mutating func note(_ entity: Int, under noun: String) {
      byNoun[noun, default: []].removeAll { $0 == entity }
      byNoun[noun, default: []].append(entity)
    }

    func entities(under noun: String) -> [Int] { byNoun[noun] ?? [] }

    /// The noun that heads a name: its last word, or the one before "of".
    private static func headNouns(of key: String, lexicon: EntityLexicon) -> [String] {
      let words = key.split(separator: " ").map(String.init)
      guard let last = words.last else { return [] }
      let split = words.dropFirst().firstIndex { lexicon.opensComplement($0) }
      return split.map { [words[$0 - 1], last] } ?? [last]
    }
  }

  static func resolve(_ phrase: Int, memory: Memory, in discourse: Discourse) -> [Int]? {
    let noun = discourse.phrases[phrase]
    guard noun.determiner == .definite || noun.determiner == .demonstrative || noun.determiner == .possessive
    else { return nil }
    let candidates = memory.entities(under: noun.key)
    let match = candidates.last { isCompatible(noun, discourse.root($0), in: discourse) }
    return (match ?? onlyBody(before: phrase, in: discourse)).map { [discourse.root($0)] }
  }

  /// "the club" behind "FK Zadar": the only named body of this sentence and the one before, if no noun has been used for it
  /// and its name has none.
  private static func onlyBody(before description: Int, in discourse: Discourse) -> Int? {
    let noun = discourse.phrases[description]
    guard noun.kind == .organisation, noun.number == .singular, noun.determiner == .definite,
      noun.owner == nil,
      words(before: noun, in: discourse).isEmpty, !noun.classes.isDisjoint(with: bodies)
    else { return nil }
    var found: Int?
    for phrase in (0..<description).reversed() {
      if discourse.phrases[phrase].sentence < noun.sentence - 1 { break }
      guard discourse.phrases[phrase].form == .name, discourse.phrases[phrase].kind == .organisation,
        let entity = discourse.referent(of: phrase)
      else { continue }
      if found != nil, found != entity { return nil }
      found = entity
    }
    guard let found, discourse.entities[found].classes.isDisjoint(with: bodies),
      hasNoOtherNoun(discourse.entities[found], as: noun, in: discourse)
    else { return nil }
    return found
  }

  private static let bodies: WordClasses = [
    .team, .company, .ensemble, .periodical, .party, .committee, .militaryUnit, .school,
  ]

  /// Whether the words of a name say nothing else than the noun: "Zadar Symphony" is no club.
  private static func hasNoOtherNoun(_ draft: DraftEntity, as noun: Phrase, in discourse: Discourse) -> Bool {
    draft.phrases.allSatisfy { phrase in
      guard discourse.phrases[phrase].form == .name else { return true }
      return discourse.phrases[phrase].key.split(separator: " ").allSatisfy {
        let classes = WordClasses(of: String($0)).intersection(bodies)
        return classes.isEmpty || !classes.isDisjoint(with: noun.classes)
      }
    }
  }

  /// Whether a noun that nothing before answers stands for an entity of its own.
  static func mayIntroduce(_ phrase: Int, in discourse: Discourse) -> Bool {
    let noun = discourse.phrases[phrase]
    return discourse.lexicon.groupSize(noun.key) == nil && noun.role != .other || noun.determiner != .none
      || hasNamedComplement(noun, in: discourse)
  }

  /// "expeditions against the Tatars", "studies on Dante": a happening or work that a name tells from others.
  private static func hasNamedComplement(_ noun: Phrase, in discourse: Discourse) -> Bool {
    guard noun.kind == .event || noun.kind == .work else { return false }
    return discourse.forest.children(of: noun.head).contains { child in
      child > noun.head && discourse.reading.tokens[child].relation == .nmod
        && discourse.reading.tokens[child].tag == .propn
    }
  }

  private static func isCompatible(_ noun: Phrase, _ entity: Int, in discourse: Discourse) -> Bool {
    let draft = discourse.entities[entity]
    if noun.number == .plural && draft.number != .plural { return false }
    if noun.number == .singular && draft.number == .plural { return false }
    if let gender = noun.gender, let other = draft.gender, gender != other { return false }
    if noun.kind == .person, draft.kind != .person { return false }
    return modifiersAgree(noun, draft, in: discourse)
  }

  /// What the noun's adjectives and complement say must not be news about the entity: "the older brother" is not "the
  /// brother of Mary".
  private static func modifiersAgree(_ noun: Phrase, _ draft: DraftEntity, in discourse: Discourse) -> Bool {
    let modifiers = words(before: noun, in: discourse)
    if modifiers.isEmpty { return true }
    return draft.phrases.suffix(History.limit).contains { other in
      let phrase = discourse.phrases[other]
      if phrase.form == .name {
        let words = phrase.key.split(separator: " ").map(String.init)
        return modifiers.allSatisfy { words.contains($0) }
      }
      return phrase.form == .description && modifiers.isSubset(of: words(before: phrase, in: discourse))
    }
  }

  private static func words(before noun: Phrase, in discourse: Discourse) -> Set<String> {
    var words: Set<String> = []
    for token in noun.tokens where token != noun.head {
      let word = discourse.reading.tokens[token]
      if word.relation == .amod || word.relation == .compound || word.relation == .nummod {
        words.insert(discourse.lexicon.spelling(NameFolding.fold(word.form)))
      }
    }
    return words
  }
}
