/// A declarative rule: which predicates it reads, who plays which part, and the facts that follow.
///
/// Written in `rules/*.rules`; `docs/rules.md` describes the language.
struct Rule: Sendable {
  enum Trigger: Sendable, Hashable {
    /// A verb, also as an event noun ("arrest" for "arrested").
    case verb(Symbols.Symbol)
    /// A verb, but not its event noun.
    case plainVerb(Symbols.Symbol)
    case noun(Symbols.Symbol)
    case adjective(Symbols.Symbol)
    case nounClass(WordClasses)
    /// Any word for a nation or people.
    case nation
    /// Any word for a belief.
    case belief
    /// Any proper noun.
    case name
  }

  var name: String
  /// The file that it stands in, for messages.
  var file: String
  var line: Int
  var triggers: [Trigger] = []
  var exceptions: TokenFilter = TokenFilter()
  var parts: [Part] = []
  /// The rule does not hold where one of these is found.
  var absences: [Path] = []
  var conditions: Conditions = []
  var facts: [FactTemplate] = []
  var confidence = 1.0
  var examples: [RuleExample] = []

  /// What must be true of the predicate itself.
  struct Conditions: OptionSet, Sendable {
    let rawValue: UInt8
    static let passive = Self(rawValue: 1)
    static let active = Self(rawValue: 2)
    /// Only where the noun's role begins or goes on: not "resigned as".
    static let notEnding = Self(rawValue: 4)
    static let ending = Self(rawValue: 8)
    /// Also where the text does not assert the event: for acts of speech.
    static let unasserted = Self(rawValue: 16)
    /// Only where somebody other than the noun itself bears it.
    static let borne = Self(rawValue: 32)
  }
}

/// A part that somebody or something plays in a rule.
struct Part: Sendable {
  var name: String
  var isOptional: Bool
  /// Tried in order until one gives fillers; the paths of one alternative are taken together.
  var alternatives: [[Path]]
  var kinds: FillerKinds
  /// Whether only what has a proper name fills the part.
  var needsName = false
}

/// A way from the predicate to a token: roles to follow, one after the other.
struct Path: Sendable, Hashable {
  struct Step: Sendable, Hashable {
    var roles: RoleSet
    var filter: TokenFilter
    /// Whether all roles are prepositions, so that the phrase may also hang on a neighbour of the predicate.
    var isPrepositional: Bool
  }

  /// Empty for the predicate itself.
  var steps: [Step]
}

/// Lemmas and classes of nouns; empty lets everything through.
struct TokenFilter: Sendable, Hashable {
  var symbols: Set<Symbols.Symbol> = []
  var classes: WordClasses = []
  var isNegated = false

  var isEmpty: Bool { symbols.isEmpty && classes.isEmpty }

  /// Whether the frame's word is one of these.
  func contains(_ frame: FrameTable.Frame) -> Bool {
    if let symbol = frame.symbol, symbols.contains(symbol) { return true }
    return !classes.isDisjoint(with: frame.classes)
  }

  func accepts(_ frame: FrameTable.Frame) -> Bool { isEmpty || contains(frame) != isNegated }
}

/// A fact that a rule makes.
struct FactTemplate: Sendable {
  enum Value: Sendable, Hashable {
    case none
    case literal(String)
    /// The words of the noun phrase that the predicate heads.
    case predicate
    /// The predicate's form, such as "wrote".
    case form
    /// The noun of a part with what belongs to the name of the thing: "party secretary".
    case part(Int)
    /// All words of a part: "five years in prison".
    case phrase(Int)
  }

  /// How the time of the predicate is the time of the fact.
  enum Time: String, Sendable {
    /// As stated: a point, or start and end.
    case stated
    /// The time given is when it ended.
    case end
    case none
  }

  var type: FactType
  /// Indices into the rule's parts. Equal indices of subject and object make a fact for each pair.
  var subject: Int
  var object: Int?
  var value: Value = .none
  var place: Int?
  var time: Time = .stated
  /// Parts that must be there, or must not.
  var requires: [Int] = []
  var excludes: [Int] = []
  var isInferred = false
}

/// A sentence in a rule file with what the rule must, or must not, make of it.
struct RuleExample: Sendable {
  var sentence: String
  /// As written: `type(subject, object, value=…, …)`.
  var expectation: String
  var isNearMiss: Bool
  var line: Int
}
