/// What the database says to a question, and what the question was taken to mean.
public struct Answer: Sendable {
  /// How it went.
  public enum Outcome: Sendable, Hashable {
    case answered
    /// The question was understood; no fact fits it.
    case nothingFound
    /// A name may mean several: ask again with one of these.
    case ambiguousName(name: String, choices: [EntityReference])
    /// The question was not understood: the part at fault, and the nearest that can be asked.
    case notUnderstood(part: String, suggestions: [String])
  }

  /// One member of the set that answers.
  public struct Item: Sendable {
    /// The name of an entity, a date (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`), a number or a value from the article.
    public var text: String
    /// The entity, if the answer is one.
    public var entity: EntityReference?
    /// The facts that say so, with their sentences; empty only where the answer is that there is none.
    public var facts: [FactRecord]
    /// From 0 to 1: the best fact's confidence times that of the understanding.
    public var confidence: Double
  }

  public var question: String
  public var outcome: Outcome
  /// Each answer once, in the order of the names, dates or values.
  public var items: [Item]
  /// The pattern in words, such as `find ?0: shared_residence(?0, Anna Weber)`.
  public var interpretation: String
  /// The statement that was run, and its parameters in order.
  public var sql: String
  public var parameters: [DatabaseValue]
  /// Such as "understood 'Hallorn' as Edith Halloran".
  public var notes: [String]

  /// The answers as text.
  public var answers: [String] { items.map(\.text) }

  init(question: String, outcome: Outcome, items: [Item] = [], notes: [String] = []) {
    self.question = question
    self.outcome = outcome
    self.items = items
    self.notes = notes
    interpretation = ""
    sql = ""
    parameters = []
  }
}
