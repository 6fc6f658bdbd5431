/// What English says by words rather than by grammar: verbs of becoming, verbs that withhold assertion, event nouns,
/// light verbs. All from tables in `lexicons/`.
struct PredicateLexicon: Sendable {
  typealias Symbol = Symbols.Symbol

  /// What a role says about the time of a state.
  enum Phase: String, Sendable { case start, during, end, plan }

  /// A verb that says what somebody is or becomes.
  struct RoleVerb: Sendable {
    /// Where the noun of the role stands.
    var places: RoleSet
    /// `subject` or `object`.
    var bearer: Role
    var phase: Phase
  }

  /// What a governor says about its complement clauses and about the event nouns that it governs.
  struct Governor: Sendable {
    var clause: Factuality
    var noun: Factuality
  }

  /// The verb behind an event noun, and the role of the noun's genitive.
  struct EventNoun: Sendable {
    var verb: Symbol
    var genitive: Role
  }

  /// A verb that lends its subject to an event noun.
  struct LightVerb: Sendable {
    var bearer: Role
    var places: RoleSet
  }

  private(set) var roleVerbs: [Symbol: RoleVerb] = [:]
  private(set) var governors: [Symbol: Governor] = [:]
  private(set) var eventNouns: [Symbol: EventNoun] = [:]
  private(set) var lightVerbs: [Symbol: LightVerb] = [:]
  private(set) var postNouns: Set<Symbol> = []
  private(set) var transparentNouns: Set<Symbol> = []
  /// Titles that have a field rather than a body behind "of" or "for".
  private(set) var fieldTitles: Set<Symbol> = []
  private(set) var unrealModifiers: Set<Symbol> = []
  /// What auxiliaries, adverbs, marks and negative words say, by lemma.
  private(set) var auxiliaries: [String: Factuality] = [:]
  private(set) var adverbs: [String: Factuality] = [:]
  private(set) var marks: [String: Factuality] = [:]
  private(set) var negatives: Set<String> = []
  /// Conjunctions that set right what was denied: "not a nun but a nurse".
  private(set) var contrasts: Set<String> = []
  /// Adverbs behind "not" that deny nothing: "not only".
  private(set) var widenings: Set<String> = []
  /// Prepositions whose gerund completes the verb: "dreamed of becoming".
  private(set) var complementMarks: Set<String> = []
  /// Prepositions that name who says so: "according to".
  private(set) var hearsayRoles: Set<Role> = []
  private(set) var performanceVerbs: Set<Symbol> = []

  /// When a noun stands for somebody in a story: always, or only where the story is named beside it.
  enum Fiction: Sendable { case always, beside }
  private(set) var fictionNouns: [Symbol: Fiction] = [:]
  /// The roles by name: grammatical ones and prepositions.
  let roles: RoleNames

  /// Reads the tables; every lemma gets its number in `symbols`.
  init(symbols: inout Symbols) {
    roles = RoleNames()
    for row in Self.rows("role-verbs.tsv", columns: 4) {
      guard let phase = Phase(rawValue: row[3]) else { continue }
      roleVerbs[symbols.intern(row[0])] = RoleVerb(
        places: roles.set(row[1]), bearer: row[2] == "object" ? .object : .subject, phase: phase)
    }
    for row in Self.rows("governors.tsv", columns: 3) {
      let symbol = symbols.intern(row[0])
      let clause = Self.factuality(row[1])
      let noun = Self.factuality(row[2])
      // A lemma may stand twice, as verb and as noun: the stricter reading holds.
      let old = governors[symbol] ?? Governor(clause: .asserted, noun: .asserted)
      governors[symbol] = Governor(
        clause: old.clause.combined(with: clause), noun: old.noun.combined(with: noun))
    }
    for row in Self.rows("event-nouns.tsv", columns: 3) {
      eventNouns[symbols.intern(row[0])] = EventNoun(
        verb: symbols.intern(row[1]), genitive: row[2] == "object" ? .object : .subject)
    }
    for row in Self.rows("light-verbs.tsv", columns: 3) {
      lightVerbs[symbols.intern(row[0])] = LightVerb(
        bearer: row[1] == "object" ? .object : .subject, places: roles.set(row[2]))
    }
    readModality(symbols: &symbols)
    postNouns = Set(Self.rows("post-nouns.txt", columns: 1).map { symbols.intern($0[0]) })
    fieldTitles = Set(Self.rows("field-titles.txt", columns: 1).map { symbols.intern($0[0]) })
    transparentNouns = Set(Self.rows("transparent-nouns.txt", columns: 1).map { symbols.intern($0[0]) })
    unrealModifiers = Set(Self.rows("unreal-modifiers.txt", columns: 1).map { symbols.intern($0[0]) })
  }

  private mutating func readModality(symbols: inout Symbols) {
    for row in Self.rows("modality.tsv", columns: 3) {
      let factuality = Self.factuality(row[2])
      switch row[0] {
      case "auxiliary": auxiliaries[row[1]] = factuality
      case "adverb": adverbs[row[1]] = factuality
      case "mark": marks[row[1]] = factuality
      case "contrast": contrasts.insert(row[1])
      case "widening": widenings.insert(row[1])
      case "gerund": complementMarks.insert(row[1])
      case "source": if let role = roles.role(row[1]) { hearsayRoles.insert(role) }
      case "performance": performanceVerbs.insert(symbols.intern(row[1]))
      case "fiction": fictionNouns[symbols.intern(row[1])] = .always
      case "fiction-beside": fictionNouns[symbols.intern(row[1])] = .beside
      default: negatives.insert(row[1])
      }
    }
  }

  /// The lines of an embedded table, cut at tabs, without comments and lines that are too short.
  static func rows(_ name: String, columns: Int) -> [[String]] {
    LexiconFile.rows("lexicons/" + name).compactMap { $0.count >= columns ? $0.map(String.init) : nil }
  }

  /// The verbs behind the event nouns among `words`.
  func verbs(of words: Set<String>, _ symbols: Symbols) -> Set<String> {
    Set(words.compactMap { symbols.symbol($0).flatMap { eventNouns[$0] }.map { symbols.name($0.verb) } })
  }

  private static func factuality(_ name: String) -> Factuality {
    switch name {
    case "purpose": .purpose
    case "reported": .reported
    case "planned": .planned
    case "modal": .modal
    case "question": .question
    case "negated": .negated
    case "conditional": .conditional
    default: .asserted
    }
  }
}

/// The names of the roles, as rule files and tables write them.
struct RoleNames: Sendable {
  private var byName: [String: Role] = [:]
  private var names: [Role: String] = [:]

  init() {
    for (name, role) in Role.grammatical { add(name, role) }
    let prepositions = PredicateLexicon.rows("prepositions.txt", columns: 1)
    for (index, row) in prepositions.enumerated() {
      add(row[0], Role(code: Role.firstPreposition + UInt8(index)))
    }
  }

  private mutating func add(_ name: String, _ role: Role) {
    byName[name] = role
    names[role] = name
  }

  /// The role called `name`; `nil` if there is none.
  func role(_ name: String) -> Role? { byName[name] }

  func name(_ role: Role) -> String { names[role] ?? "role \(role.code)" }

  /// The roles of a list with commas; unknown names are left out.
  func set(_ list: String) -> RoleSet {
    RoleSet(list.split(separator: ",").compactMap { byName[String($0)] })
  }
}
