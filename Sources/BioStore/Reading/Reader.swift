/// Reads articles: a pure function from text to entities and facts.
///
/// The same article always gives the same reading, on any machine and any number of threads.
public struct Reader: Sendable {
  public init() {}

  /// Reads one article. Cost is linear in its length.
  public func read(_ article: Article) -> Reading {
    Reading(article: article)
  }
}
