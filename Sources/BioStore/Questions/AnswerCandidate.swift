/// A row of a pattern's result with the fact that answers, before the better are told from the worse.
struct AnswerCandidate {
  /// The entity that fills the answer's variable.
  var entity: Int64?
  /// The fact of the first clause, which holds the answer.
  var fact: FactRecord
  /// The facts of the other clauses.
  var support: [FactRecord]
  /// The sentences of the first clause's fact, folded, between blanks.
  var sentence: String
}
