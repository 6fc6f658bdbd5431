/// Answers questions in English from a database.
///
///     let answerer = QuestionAnswerer(store: try Store(path: "lives.db"))
///     let answer = try answerer.ask("Who lived with Anna Weber?")
///     answer.answers                            // ["Karl Brandt"]
///     answer.items[0].facts[0].evidence[0].sentence
///
/// A question is a clause with a hole; it becomes a pattern of facts, and the pattern becomes SQL. A question that is
/// not understood is answered by saying so, never by a guess. Not for use by two threads at once.
public struct QuestionAnswerer {
  /// How many words a question may have.
  public static let longestQuestion = 60

  /// How many bytes of UTF-8 a question may have.
  public static let longestText = 2000

  let store: Store

  public init(store: Store) {
    self.store = store
  }

  /// The answer to a question, with the sentences behind it.
  ///
  /// - Parameter minimumConfidence: Facts below it do not count.
  /// - Throws: `StoreError` if the database cannot be read.
  public func ask(_ question: String, minimumConfidence: Double = 0) throws -> Answer {
    try store.translatingErrors {
      try store.database.snapshot { try answer(question, minimumConfidence) }
    }
  }

  private func answer(_ question: String, _ minimum: Double) throws -> Answer {
    guard question.utf8.count <= Self.longestText else {
      return notUnderstood(
        question, part: "a question of \(question.utf8.count) bytes (at most \(Self.longestText))")
    }
    let words = QuestionWord.words(of: question)
    guard !words.isEmpty else { return notUnderstood(question, part: question) }
    guard words.count <= Self.longestQuestion else {
      return notUnderstood(
        question, part: "a question of \(words.count) words (at most \(Self.longestQuestion))")
    }
    let lexicon = QuestionLexicon(for: words.map(\.folded))
    return try QuestionReading(store: store, lexicon: lexicon, question: question, minimum: minimum)
      .answer(words)
  }

  private func notUnderstood(_ question: String, part: String) -> Answer {
    let suggestions = QuestionLexicon(for: []).suggestions.map { $0.replacing("NAME", with: "…") }
    return Answer(question: question, outcome: .notUnderstood(part: part, suggestions: suggestions))
  }
}
