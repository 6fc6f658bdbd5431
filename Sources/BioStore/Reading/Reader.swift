/// Reads articles: a pure function from text to entities and facts.
///
/// The same article always gives the same reading, on any machine and any number of threads.
public struct Reader: Sendable {
  private let segmenter = Segmenter()
  private let syntaxAnnotator = SyntaxAnnotator()
  private let nameRecognizer = NameRecognizer()
  private let dateRecognizer = DateRecognizer()
  private let entityResolver = EntityResolver()
  private let factExtractor = FactExtractor()

  public init() {}

  /// Reads one article. Cost is linear in its length.
  public func read(_ article: Article) -> Reading {
    var reading = Reading(article: article)
    segmenter.segment(&reading)
    syntaxAnnotator.annotate(&reading)
    nameRecognizer.recognize(&reading)
    dateRecognizer.recognize(&reading)
    entityResolver.resolve(&reading)
    factExtractor.extract(&reading)
    return reading
  }
}
