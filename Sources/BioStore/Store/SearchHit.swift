/// A sentence that holds the words that were searched for.
public struct SentenceHit: Sendable, Hashable {
  public let sentenceID: Int64
  public let articleID: Int64
  public let article: String
  public let text: String
  /// The sentence in scalars of the article's text.
  public let range: Range<Int>
  /// The words that matched: scalars of `text`.
  public let matches: [Range<Int>]
}

/// What a full-text search found, best first.
public struct SearchResult: Sendable, Hashable {
  public let sentences: [SentenceHit]
  public let entities: [EntityRecord]
}
