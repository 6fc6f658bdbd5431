/// An article as the database lists it.
public struct ArticleRecord: Sendable, Hashable {
  public let id: Int64
  public let title: String
  public let source: String
  public let identifier: String?
  public let url: String?
  /// Unicode scalars of the text.
  public let length: Int
  public let sentenceCount: Int
  /// Entities that the article refers to.
  public let entityCount: Int
  /// Facts that it asserts.
  public let factCount: Int
  /// The `Reader.version` that read it.
  public let readerVersion: String
}
