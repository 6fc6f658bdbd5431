/// A fact with holes: what a question asks for, before it becomes SQL.
///
/// Clauses that share a variable form a chain: "who lived with an ally of X" is
/// `shared_residence(?0, ?1)` and `associated_with(?1, X)`.
struct FactPattern: Sendable, Hashable {
  /// What fills a slot of a clause.
  enum Term: Sendable, Hashable {
    /// One of these entities: the same name may mean several.
    case entities([Int64], name: String)
    case variable(Int)
    case any

    var isVariable: Bool {
      if case .variable = self { return true }
      return false
    }
  }

  /// One fact that must exist.
  struct Clause: Sendable, Hashable {
    var types: [FactType]
    var subject: Term = .any
    var object: Term = .any
    var place: Term = .any
    /// Words of which the value must hold all, folded.
    var valueWords: [String] = []
    var time: TimeCondition?
    /// Entities that the fact must name as object or place, or its sentence mention.
    var attached: [Term] = []
    /// Tries both directions although the type has one: "rival".
    var eitherWay = false
    /// The noun that asks for the fact, such as "mother", and the gender that it says.
    var noun: String?
    var gender: Entity.Gender?
    /// 1 for the first such fact, -1 for the last.
    var rank: Int?
  }

  /// The slot whose fillers are the answers.
  enum Answer: Sendable, Hashable {
    case variable(Int)
    case value(clause: Int)
    /// The object, or the value where there is none.
    case objectOrValue(clause: Int)
    case place(clause: Int)
    /// The value, or the object where there is none.
    case valueOrObject(clause: Int)
    /// The place, or the object where that is a place or there is no place.
    case placeOrObject(clause: Int)
    case start(clause: Int)
    case end(clause: Int)
    /// Start and end.
    case span(clause: Int)
    /// That there is such a fact.
    case existence(clause: Int)
    case name([Int64])
  }

  /// What is made of the fillers.
  enum Aggregate: Sendable, Hashable {
    case list
    case count
    /// Years from the start to the end.
    case duration
    /// Years from birth to the start of the answer's fact.
    case age([Int64])
    /// How many such facts there are.
    case occurrences
    /// The filler with the most facts.
    case most
  }

  var clauses: [Clause]
  var answer: Answer
  var aggregate: Aggregate = .list
  /// The kinds that a variable may have, where the question says so.
  var kinds: [Int: Set<EntityKind>] = [:]
  /// Entities that are no answer: "besides X".
  var excluded: [Int64] = []
  /// A clause for which no fact may exist: "never arrested".
  var negated: Clause?
  var preferences = Preferences()
  /// How sure the understanding is, from 0 to 1.
  var confidence = 1.0

  /// What tells better answers from worse where several fit; each is used only if some answer meets it.
  struct Preferences: Sendable, Hashable {
    /// Beginnings of words of which the value or the sentence should hold one.
    var hints: [String] = []
    /// The verb that says how a work was made: "painted" rather than "illustrated".
    var verbs: [String] = []
    /// The noun after "which", and its modifiers.
    var classNouns: [String] = []
    /// Whether a hint must be met.
    var needsHint = false
    /// What people who answer are said to be elsewhere: "composer", "italian".
    var traits: [String] = []
    /// Other words of the question, folded.
    var context: [String] = []
    /// 1 for the earliest, -1 for the latest.
    var rank: Int?
    /// "Who": people rather than bodies.
    var prefersPeople = false
    /// "Which city": a place and nothing else.
    var isPlaceAsked = false
    var isPlural = false
    /// "Become", "join": the fact should begin when the question says, rather than go on then.
    var isChange = false
    /// "The most positions".
    var isMost = false
    /// "What": something without a name of its own answers too.
    var asksForThing = false
    /// When the fact should have been, by a clause: "after X died".
    var time: TimeCondition?
  }

  /// Whether the answer is whatever the fact names, "a press" as well as "The Bell".
  var answersThing: Bool {
    switch answer {
    case .objectOrValue, .valueOrObject: true
    case .variable: preferences.asksForThing
    default: false
    }
  }

  /// Whether the answer is the place of a fact.
  var answersPlace: Bool {
    switch answer {
    case .place, .placeOrObject: true
    default: false
    }
  }

  /// The pattern in words, such as `shared_residence(?, Anna Weber)`.
  var description: String {
    var parts = clauses.map { Self.describe($0) }
    if let negated { parts.append("not " + Self.describe(negated)) }
    return "\(Self.describe(aggregate)) \(Self.describe(answer)): " + parts.joined(separator: " and ")
  }

  private static func describe(_ aggregate: Aggregate) -> String {
    switch aggregate {
    case .list: "find"
    case .count: "count"
    case .duration: "years of"
    case .age: "age at"
    case .most: "most frequent"
    case .occurrences: "count facts"
    }
  }

  private static func describe(_ answer: Answer) -> String {
    switch answer {
    case .variable(let number): "?\(number)"
    case .value: "value"
    case .objectOrValue: "object or value"
    case .valueOrObject: "value or object"
    case .place: "place"
    case .placeOrObject: "place or object"
    case .start: "date"
    case .end: "end date"
    case .span: "start and end date"
    case .existence: "whether"
    case .name: "name"
    }
  }

  private static func describe(_ clause: Clause) -> String {
    var slots = [describe(clause.subject), describe(clause.object)]
    if clause.place != .any { slots.append("place " + describe(clause.place)) }
    if !clause.valueWords.isEmpty { slots.append("value ~ " + clause.valueWords.joined(separator: " ")) }
    if let time = clause.time { slots.append(time.description) }
    slots += clause.attached.map { "with " + describe($0) }
    return clause.types.map(\.rawValue).joined(separator: "|") + "(" + slots.joined(separator: ", ") + ")"
  }

  private static func describe(_ term: Term) -> String {
    switch term {
    case .entities(_, let name): name
    case .variable(let number): "?\(number)"
    case .any: "_"
    }
  }
}
