/// Reads articles: a pure function from text to entities and facts.
///
/// The same article always gives the same reading, on any machine and any number of threads.
public struct Reader: Sendable {
  private let segmenter = Segmenter()
  private let syntaxAnnotator = SyntaxAnnotator()
  private let nameRecognizer = NameRecognizer()
  private let dateRecognizer = DateRecognizer()
  private let entityResolver = EntityResolver()
  private let factExtractor: FactExtractor

  /// A reader with the rules that come with BioStore.
  public init() {
    factExtractor = FactExtractor()
  }

  /// A reader with more rules beside those that come with BioStore.
  ///
  /// - Parameter additionalRules: names and texts of files in the language that `docs/rules.md` describes.
  /// - Throws: `RuleError` at the first mistake in them.
  public init(additionalRules: [(name: String, text: String)]) throws {
    factExtractor = FactExtractor(rules: try RuleSet(additional: additionalRules))
  }

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
