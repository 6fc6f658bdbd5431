/// Drops candidates that say too little to be a fact, or that cannot be one because of what their parts are: about a
/// nameless crowd, with a value that is not of its type.
struct FactFilter {
  let reading: Reading
  /// For each entity without name, its first description.
  private let descriptions: [Int: Mention]
  private let roles: Set<Int>

  init(reading: Reading) {
    self.reading = reading
    var descriptions: [Int: Mention] = [:]
    for mention in reading.mentions where mention.form == .description {
      if descriptions[mention.entity] == nil { descriptions[mention.entity] = mention }
    }
    self.descriptions = descriptions
    roles = Self.roles(of: reading)
  }

  /// The people who are played: "appeared as Eva Dahl", "her role as Medea". They are nobody of whom facts tell.
  private static func roles(of reading: Reading) -> Set<Int> {
    let tokens = reading.tokens
    var roles: Set<Int> = []
    for mention in reading.mentions
    where mention.form == .name && mention.entity != reading.subject
      && reading.entities[mention.entity].kind == .person
    {
      guard let before = mention.tokens.lowerBound > 0 ? mention.tokens.lowerBound - 1 : nil else { continue }
      // "as Detective Nick Dahl"
      let marker = tokens[before].tag == .noun || tokens[before].tag == .propn ? before - 1 : before
      guard marker > 0, tokens[marker].form == "as", let governor = governor(of: mention.head, in: tokens)
      else { continue }
      if performances.contains(tokens[governor].lemma) { roles.insert(mention.entity) }
    }
    return roles
  }

  /// What a phrase hangs on, over the nouns of its own name.
  private static func governor(of head: Int, in tokens: [Token]) -> Int? {
    var current = head
    while let next = tokens[current].head {
      if ![.flat, .compound, .appos, .nmodDesc].contains(tokens[current].relation) { return next }
      current = next
    }
    return nil
  }

  private static let performances: Set<String> = [
    "appear", "star", "play", "feature", "act", "cast", "perform", "voice", "debut", "guest-star", "co-star",
    "spend", "role", "part", "performance", "appearance", "character",
  ]

  func isWorthKeeping(_ fact: Fact) -> Bool {
    if fact.object == fact.subject || roles.contains(fact.subject) { return false }
    if let object = fact.object, roles.contains(object) { return false }
    return saysSomething(fact) && hasRealParties(fact) && hasFittingObject(fact) && hasFittingValue(fact)
  }

  /// Drops a part of a work where the same sentence says of which work: of "wrote the music for The Salt Road" the music.
  func withoutPartsOfWorks(_ facts: [Fact]) -> [Fact] {
    struct Part: Hashable {
      var subject: Int
      var sentence: Int
      var name: String
    }
    var parts: Set<Part> = []
    for fact in facts where fact.type == .created {
      guard let object = fact.object, reading.entities[object].isNamed, let value = fact.value else {
        continue
      }
      for evidence in fact.evidence {
        parts.insert(Part(subject: fact.subject, sentence: evidence.sentence, name: value.lowercased()))
      }
    }
    if parts.isEmpty { return facts }
    return facts.filter { fact in
      guard fact.type == .created, fact.evidence.count == 1 else { return true }
      let name: String?
      if let object = fact.object {
        name = reading.entities[object].isNamed ? nil : reading.entities[object].name
      } else {
        name = fact.value
      }
      guard let name else { return true }
      return !parts.contains(
        Part(subject: fact.subject, sentence: fact.evidence[0].sentence, name: name.lowercased()))
    }
  }

  /// Drops what is said of a wider place only because its name follows a narrower one: of "lived in Split, Dalmatia"
  /// the place is Split.
  func withoutOuterPlaces(_ facts: [Fact]) -> [Fact] {
    var outer: [Int: Set<Int>] = [:]
    for fact in facts where fact.type == .locatedIn {
      if let place = fact.object { outer[fact.subject, default: []].insert(place) }
    }
    if outer.isEmpty { return facts }
    struct Source: Hashable {
      var type: FactType
      var subject: Int
      var evidence: Fact.Evidence
    }
    var widened: [Source: Set<Int>] = [:]
    for fact in facts where fact.type == .residedIn || fact.type == .movedTo {
      guard let place = fact.object, let wider = outer[place] else { continue }
      widened[Source(type: fact.type, subject: fact.subject, evidence: fact.evidence[0]), default: []]
        .formUnion(wider)
    }
    return facts.filter { fact in
      guard let place = fact.object, fact.type != .locatedIn else { return true }
      let source = Source(type: fact.type, subject: fact.subject, evidence: fact.evidence[0])
      return widened[source]?.contains(place) != true
    }
  }

  /// "until his death": that somebody was born, or died, goes without saying.
  private func saysSomething(_ fact: Fact) -> Bool {
    guard fact.type == .born || fact.type == .died else { return true }
    return fact.interval != nil || fact.place != nil || fact.value != nil
  }

  // MARK: Who it is about

  private func hasRealParties(_ fact: Fact) -> Bool {
    let isNamed = reading.entities[fact.subject].isNamed
    switch fact.type {
    case .parent, .sibling, .relative, .associatedWith, .spouse, .studentOf, .partner, .met, .sharedResidence,
      .killed:
      guard let object = fact.object else { return isNamed }
      return (isNamed || reading.entities[object].isNamed) && !isCrowd(fact.subject) && !isCrowd(object)
        && !isBareKin(fact) && (fact.type == .killed || isKnownBySomebody(fact.subject)) && !isKindOfKin(fact)
    case .opposed, .supported:
      // A body may be known by what it is ("the triumvirate"), a person hardly.
      return (isNamed || reading.entities[fact.subject].kind == .organisation && fact.object != nil)
        && fact.object.map { !isCrowd($0) } ?? true
    default: return isNamed
    }
  }

  /// "his friends", "opponents", "two leagues": several people or bodies without name.
  private func isCrowd(_ entity: Int) -> Bool {
    guard !reading.entities[entity].isNamed, let mention = descriptions[entity] else { return false }
    switch reading.entities[entity].kind {
    case .person, .organisation, .event: return reading.tokens[mention.head].pennTag == .nns
    default: return false
    }
  }

  /// Whether a person without name is known by whose kin, friend or pupil it is; "a designer" is nobody.
  private func isKnownBySomebody(_ entity: Int) -> Bool {
    guard !reading.entities[entity].isNamed, reading.entities[entity].kind == .person else { return true }
    guard let noun = lastWord(of: reading.entities[entity].name) else { return true }
    let relational: WordClasses = [.kin, .associate, .student, .teacher, .opponent]
    return !WordClasses(of: noun).isDisjoint(with: relational)
  }

  /// "a nephew of Ivan Marin": the noun says what somebody else is.
  private func isKindOfKin(_ fact: Fact) -> Bool {
    guard fact.type == .relative else { return false }
    return [fact.subject, fact.object ?? fact.subject].contains { entity in
      guard let mention = descriptions[entity], !reading.entities[entity].isNamed else { return false }
      return reading.tokens[mention.tokens.lowerBound].lemma == "a"
    }
  }

  private func lastWord(of name: String) -> String? {
    name.lowercased().split(separator: " ").last.map(String.init)
  }

  /// A parent of whom only that is said: "his mother".
  private func isBareKin(_ fact: Fact) -> Bool {
    guard fact.type == .parent else { return false }
    return [fact.subject, fact.object ?? fact.subject].contains { entity in
      guard !reading.entities[entity].isNamed else { return false }
      return lastWord(of: reading.entities[entity].name).map { WordClasses(of: $0).contains(.kin) } ?? false
    }
  }

  // MARK: What it is about

  private func hasFittingObject(_ fact: Fact) -> Bool {
    guard let object = fact.object else { return true }
    let entity = reading.entities[object]
    switch fact.type {
    case .participatedIn where entity.kind == .event:
      // "an expedition against the Tatars", "a duel in 1832": told of one happening, not of its kind.
      return entity.isNamed
        || !isMatch(entity) && (entity.name.contains(" ") || fact.interval != nil)
          && descriptions[object].map { !isOneOfMany($0) } ?? true
    case .opposed where entity.kind == .event: return entity.isNamed
    case .founded where entity.kind == .work: return entity.isNamed
    // "establishing their nation as a great power"
    case .founded: return entity.isNamed || !isNation(entity)
    case .created where !entity.isNamed:
      // "such shows", "several films" tell of others, or of none in particular.
      return descriptions[object].map { !isOneOfMany($0) } ?? true
    case .position where entity.kind == .event: return false
    case .position, .employedBy, .memberOf, .educatedAt:
      // "the Assistant Secretary" taken for a body.
      if let value = fact.value, entity.name.lowercased() == value.lowercased() { return false }
      return !isCrowd(object) && (fact.type == .position || !isBare(entity))
    default: return true
    }
  }

  /// "such shows", "several films", "local affairs": a plural that nothing behind it makes one thing.
  private func isOneOfMany(_ mention: Mention) -> Bool {
    let quantifier = reading.tokens[mention.tokens.lowerBound].lemma
    let isEvent = reading.entities[mention.entity].kind == .event
    if !isEvent, ["such", "several", "many", "some", "various", "numerous"].contains(quantifier) {
      return true
    }
    guard reading.tokens[mention.head].pennTag == .nns else { return !isEvent && isMass(mention) }
    return !reading.tokens[mention.tokens.lowerBound...mention.head].contains { $0.lemma == "the" }
      && !reading.tokens.indices[mention.head...].prefix(12).contains {
        reading.tokens[$0].head == mention.head && reading.tokens[$0].relation == .nmod
      } && !["of", "for", "on", "against", "with"].contains(form(mention.tokens.upperBound))
  }

  private func isNation(_ entity: Entity) -> Bool {
    lastWord(of: entity.name).map { !WordClasses(of: $0).isDisjoint(with: [.country, .region]) } ?? false
  }

  /// "film music": a noun in the singular without any determiner.
  private func isMass(_ mention: Mention) -> Bool {
    let phrase = mention.tokens.lowerBound..<(mention.head + 1)
    return !phrase.contains { [.det, .num, .pron, .propn].contains(reading.tokens[$0].tag) }
      && !((mention.head - 5)..<mention.head).contains { index in
        index >= 0 && reading.tokens[index].head == mention.head
          && [.det, .nmodPoss, .nummod].contains(reading.tokens[index].relation)
      }
  }

  private func form(_ token: Int) -> String {
    token < reading.tokens.count ? reading.tokens[token].form : ""
  }

  /// "two seasons", "a match": one of many.
  private func isMatch(_ entity: Entity) -> Bool {
    let classes = lastWord(of: entity.name).map { WordClasses(of: singular($0)) } ?? []
    return classes.contains(.contest) && !classes.contains(.war)
  }

  private func singular(_ noun: String) -> String {
    WordClasses(of: noun).isEmpty && noun.hasSuffix("s") ? String(noun.dropLast()) : noun
  }

  /// "the club", "a department": too little to know a body by.
  private func isBare(_ entity: Entity) -> Bool {
    !entity.isNamed && entity.kind == .organisation && !entity.name.contains(" ")
  }

  private func hasFittingValue(_ fact: Fact) -> Bool {
    guard let value = fact.value else { return true }
    switch fact.type {
    case .nationality:
      // "a citizen of Split": a town gives no nationality.
      let classes = Gazetteer.classes(of: value)
      let isTown =
        classes.contains(.city) && classes.isDisjoint(with: [.country, .historicalPlace, .demonym])
      return !isTown
    case .occupation, .position: return agreesInGender(fact.subject, with: value)
    default: return true
    }
  }

  /// "actress" is said of no man.
  private func agreesInGender(_ person: Int, with value: String) -> Bool {
    guard reading.entities[person].gender == .male,
      let noun = lastWord(of: value)
    else { return true }
    let classes = WordClasses(of: noun)
    return !classes.contains(.female) || classes.contains(.male)
  }
}
