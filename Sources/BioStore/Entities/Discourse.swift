/// An entity in the making.
struct DraftEntity: Sendable {
  var kind: EntityKind?
  var gender: Entity.Gender?
  var number: EntityLexicon.Number = .singular
  var isNamed: Bool
  /// The phrases that refer to it, in the order in which steps found them.
  var phrases: [Int] = []
  /// The nouns that the article uses for it ("party", "wife"), as lemmas.
  var nouns: Set<String> = []
  /// The classes of those nouns.
  var classes: WordClasses = []
  /// For people, the fullest name so far.
  var person: NameOfPerson?
}

/// What the steps of coreference know so far: phrases, and the entities that they refer to.
struct Discourse: Sendable {
  let reading: Reading
  let forest: SyntaxForest
  let lexicon: EntityLexicon
  /// In the order of their heads.
  var phrases: [Phrase]
  /// For each phrase, the entities that it refers to.
  private(set) var referents: [[Int]]
  /// For each phrase, the step that resolved it.
  private(set) var steps: [String]
  private(set) var entities: [DraftEntity] = []
  /// The entity into which each one was merged; itself for most.
  private var parents: [Int] = []
  /// Whom the article is about.
  var subject: Int?
  /// For each token, the phrase that it heads, or whose name it is part of; -1 for others.
  private var phraseOfToken: [Int32]
  /// The people and things that kin nouns have named: (owner, relation) to entity.
  var kin: [KinKey: Int] = [:]

  struct KinKey: Hashable, Sendable {
    var owner: Int
    var relation: String
  }

  init(_ reading: Reading, lexicon: EntityLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    forest = SyntaxForest(reading)
    phrases = PhraseFinder.find(reading, forest: forest, lexicon: lexicon)
    referents = Array(repeating: [], count: phrases.count)
    steps = Array(repeating: "", count: phrases.count)
    phraseOfToken = Array(repeating: -1, count: reading.tokens.count)
    for (index, phrase) in phrases.enumerated() {
      if phrase.form == .name {
        for token in phrase.tokens { phraseOfToken[token] = Int32(index) }
      } else {
        phraseOfToken[phrase.head] = Int32(index)
      }
    }
  }

  // MARK: Phrases

  /// The phrase that a token heads, or whose name it is part of.
  func phrase(at token: Int) -> Int? {
    let index = phraseOfToken[token]
    return index < 0 ? nil : Int(index)
  }

  /// The entities that the phrase at a token refers to.
  func referents(at token: Int) -> [Int] { phrase(at: token).map { referents(of: $0) } ?? [] }

  func referents(of phrase: Int) -> [Int] { referents[phrase].map { root($0) } }

  /// The one entity that a phrase refers to; `nil` for none and for groups.
  func referent(of phrase: Int) -> Int? {
    referents[phrase].count == 1 ? root(referents[phrase][0]) : nil
  }

  func isResolved(_ phrase: Int) -> Bool { !referents[phrase].isEmpty }

  // MARK: Entities

  /// A new entity that a phrase introduces.
  @discardableResult
  mutating func introduce(_ phrase: Int, step: String) -> Int {
    let words = phrases[phrase]
    parents.append(entities.count)
    entities.append(
      DraftEntity(kind: words.kind, number: words.number, isNamed: words.form == .name))
    refer(phrase, to: [entities.count - 1], step: step)
    return entities.count - 1
  }

  /// Lets a phrase refer to entities.
  mutating func refer(_ phrase: Int, to targets: [Int], step: String) {
    let roots = targets.map { root($0) }
    referents[phrase] = roots
    steps[phrase] = step
    for target in roots { learn(phrase, about: target, isAlone: roots.count == 1) }
  }

  /// Moves a name from the entity that it introduced to another.
  mutating func reassign(_ phrase: Int, to target: Int, step: String) {
    for entity in referents(of: phrase) { entities[entity].phrases.removeAll { $0 == phrase } }
    refer(phrase, to: [target], step: step)
  }

  /// Writes down which step resolved a phrase that already refers to the entity.
  mutating func note(step: String, for phrase: Int, entity: Int) { steps[phrase] = step }

  /// What the words of a phrase tell about the entity.
  private mutating func learn(_ phrase: Int, about target: Int, isAlone: Bool) {
    let words = phrases[phrase]
    entities[target].phrases.append(phrase)
    if words.form == .name { entities[target].isNamed = true }
    entities[target].kind = entities[target].kind ?? words.kind
    guard isAlone || words.form == .pronoun || words.number == .plural else { return }
    entities[target].gender = entities[target].gender ?? words.gender
    if words.form == .description {
      entities[target].nouns.insert(words.key)
      entities[target].classes.formUnion(words.classes)
    }
    if let person = words.person, person.words.count > (entities[target].person?.words.count ?? 0) {
      entities[target].person = person
    }
  }

  /// Makes two entities one and returns it; the earlier one stays.
  @discardableResult
  mutating func merge(_ first: Int, _ second: Int) -> Int {
    let (kept, lost) = (min(root(first), root(second)), max(root(first), root(second)))
    if kept == lost { return kept }
    parents[lost] = kept
    let other = entities[lost]
    if other.isNamed && !entities[kept].isNamed { entities[kept].kind = other.kind }
    entities[kept].isNamed = entities[kept].isNamed || other.isNamed
    entities[kept].kind = entities[kept].kind ?? other.kind
    entities[kept].gender = entities[kept].gender ?? other.gender
    entities[kept].phrases += other.phrases
    entities[kept].nouns.formUnion(other.nouns)
    entities[kept].classes.formUnion(other.classes)
    if (other.person?.words.count ?? 0) > (entities[kept].person?.words.count ?? 0) {
      entities[kept].person = other.person
    }
    if subject == lost { subject = kept }
    for (key, value) in kin where key.owner == lost {
      kin[key] = nil
      let moved = KinKey(owner: kept, relation: key.relation)
      if kin[moved] == nil { kin[moved] = value }
    }
    return kept
  }

  /// The entity that stands for `entity` after all mergers.
  func root(_ entity: Int) -> Int {
    var current = entity
    while parents[current] != current { current = parents[current] }
    return current
  }

  /// The entities that no other has swallowed, in the order of their introduction.
  var roots: [Int] { entities.indices.filter { parents[$0] == $0 } }

  mutating func setGender(_ gender: Entity.Gender?, of entity: Int) {
    entities[root(entity)].gender = gender
  }

  mutating func setKind(_ kind: EntityKind, of entity: Int) { entities[root(entity)].kind = kind }

  // MARK: Kin

  func kin(_ relation: String, of owner: Int) -> Int? {
    kin[KinKey(owner: root(owner), relation: relation)].map { root($0) }
  }

  mutating func setKin(_ relation: String, of owner: Int, to entity: Int) {
    kin[KinKey(owner: root(owner), relation: relation)] = root(entity)
  }
}
