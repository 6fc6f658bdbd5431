/// A phrase of a question that stands for someone or something.
struct NounPhrase: Sendable {
  enum Head: Sendable {
    /// A name that the database knows.
    case name(NameMatch)
    /// A pronoun: the person the article is about.
    case pronoun(Entity.Gender?)
    /// Common nouns, in dictionary form; several where coordinated: "mother and father".
    case nouns([String])
    /// The hole.
    case hole(QuestionHole)
  }

  var head: Head
  /// Adjectives, ordinals and nouns before the head, folded.
  var modifiers: [String] = []
  /// "X's", "his", "of X": at most one.
  var possessor: [NounPhrase] = []
  /// Other phrases joined by "and".
  var conjuncts: [NounPhrase] = []
  /// Names inside the phrase that are not its head: "the Northern League club".
  var names: [NameMatch] = []
  var isPlural = false
  var isDefinite = false

  var nouns: [String] {
    if case .nouns(let nouns) = head { return nouns }
    return []
  }

  var hole: QuestionHole? {
    if case .hole(let hole) = head { return hole }
    return possessor.first?.hole
  }

  /// All content words, for matching against triggers and values.
  var words: [String] { modifiers + nouns }
}

/// What a question asks for.
struct QuestionHole: Sendable {
  enum Kind: Sendable {
    case who, what, which, whose, whereabouts, when, howMany, howLong, howOld, how, why
    /// "Was X ever married?"
    case whether
  }

  var kind: Kind
  /// The nouns after "which", "what", "whose" or "how many", in dictionary form; the last is the head.
  var nouns: [String] = []
  var modifiers: [String] = []
  /// Names before the noun, which only tell answers apart: "NBA teams".
  var names: [NameMatch] = []
  /// Names after it: "building in X".
  var attached: [NameMatch] = []
  /// "of X", "X's" with the noun: "which book of X's".
  var possessor: [NounPhrase] = []
  var isPlural = false

  var noun: String? { nouns.last }
}

/// A name of a question and the entities that it may mean.
struct NameMatch: Sendable, Hashable {
  struct Candidate: Sendable, Hashable {
    var id: Int64
    var kind: EntityKind
    var name: String
    /// Whether an article is about it.
    var isSubject: Bool
  }

  /// As typed.
  var words: String
  /// The likeliest first; never empty.
  var candidates: [Candidate]
  /// How it was found: by the exact name, part of one, or with a slip of the pen.
  var step: Step
  var isPossessive = false
  /// People who may be the same under a fuller name.
  var wider: [Int64] = []

  enum Step: Int, Sendable, Comparable {
    case exact, partial, spelling, description

    static func < (first: Step, second: Step) -> Bool { first.rawValue < second.rawValue }
  }
}

extension NounPhrase {
  /// Whether both are the same name.
  func isSame(as other: NounPhrase) -> Bool {
    if case .name(let mine) = head, case .name(let its) = other.head { return mine == its }
    return false
  }

  var isPronoun: Bool {
    if case .pronoun = head { return true }
    return false
  }

  var isCommon: Bool {
    if case .nouns = head { return true }
    return false
  }

  var isName: Bool {
    if case .name = head { return true }
    return false
  }

  var isHole: Bool {
    if case .hole = head { return true }
    return false
  }
}
