/// A question as a clause with a hole, in the order of a statement: "Where did X study?" is "X study HOLE".
struct ParsedQuestion: Sendable {
  enum Chunk: Sendable {
    /// A verb, by the dictionary forms it may have.
    case verb([String], isParticiple: Bool)
    case phrase(NounPhrase)
    case preposition(String)
    case word(String)
  }

  /// Where the hole stands.
  enum Place: Sendable, Equatable {
    case subject, object, preposition, adverb
  }

  var hole: QuestionHole
  var place: Place = .object
  /// The subject; the hole itself if `place` is `.subject`.
  var subject: NounPhrase?
  /// A form of "be" with a participle.
  var isPassive = false
  /// A form of "be" or "become" with a noun phrase.
  var isCopular = false
  /// What follows the subject, the hole included unless it is an adverb.
  var chunks: [Chunk] = []
  var times: [TimeCondition] = []
  var isNegated = false
  /// "besides X".
  var excluded: [NounPhrase] = []
  /// Words of subordinate clauses, which only tell answers apart.
  var context: [String] = []
  /// The words of a clause with "when", for "how old was X when …".
  var clause: [QuestionItem] = []
  var rank: Int?
  /// "Until when": the end is asked for.
  var isEnd = false
  /// "From when to when": start and end are asked for.
  var isSpan = false
  /// Where the parts stand in the question, for turning it into a statement.
  var layout = QuestionStatement.Layout()
  /// The words as understood, for rephrasing: declarative order with the hole in its place.
  var phrases: [NounPhrase] {
    chunks.compactMap { if case .phrase(let phrase) = $0 { phrase } else { nil } }
  }
}
