/// A fact with its evidence, as the database holds it.
public struct FactRecord: Sendable, Hashable {
  /// A sentence that asserts the fact.
  public struct Evidence: Sendable, Hashable {
    public let articleID: Int64
    public let article: String
    public let sentenceID: Int64
    public let sentence: String
    /// The sentence in scalars of the article's text.
    public let range: Range<Int>
    /// The rule that read it.
    public let rule: String
    /// The words that say when.
    public let dateWords: String?
    public let confidence: Double
    public let isInferred: Bool
  }

  public let id: Int64
  public let type: FactType
  public let subject: EntityReference
  public let object: EntityReference?
  public let value: String?
  public let place: EntityReference?
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a year before Christ is negative.
  public let start: String?
  public let end: String?
  public let precision: DateInterval.Precision
  public let confidence: Double
  public let isInferred: Bool
  /// Never empty; the sentence that says it best comes first.
  public let evidence: [Evidence]
}
