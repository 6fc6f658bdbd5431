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
  public func read(_ article: Article) -> Reading { read(article) { _ in } }

  /// Reads one article and says when a stage is done, for benchmarks.
  public func read(_ article: Article, didFinish: (ReaderStage) -> Void) -> Reading {
    var reading = Reading(article: article)
    segmenter.segment(&reading)
    didFinish(.segmentation)
    syntaxAnnotator.annotate(&reading)
    didFinish(.syntax)
    nameRecognizer.recognize(&reading)
    syntaxAnnotator.refine(&reading)
    didFinish(.names)
    dateRecognizer.recognize(&reading)
    didFinish(.dates)
    entityResolver.resolve(&reading)
    didFinish(.entities)
    factExtractor.extract(&reading)
    didFinish(.facts)
    return reading
  }
}

/// The stages of the Reader, in their order.
public enum ReaderStage: String, Sendable, CaseIterable {
  case segmentation, syntax, names, dates, entities, facts
}
