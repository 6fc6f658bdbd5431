/// Second stage: gives each token its tags, its lemma and its place in the dependency tree.
struct SyntaxAnnotator: Sendable {
  private let model: SyntaxModel?

  /// Uses the model that is linked into the binary, if there is one.
  init() { model = SyntaxModel.embedded }

  /// Uses another model.
  init(model: SyntaxModel) { self.model = model }

  /// Sets tag, Penn tag, lemma, head and relation of every token of the reading.
  ///
  /// Without a model tags follow the tokens' shape, and the words of a sentence hang from its first.
  /// Linear in the number of tokens.
  func annotate(_ reading: inout Reading) {
    guard let model else {
      FallbackSyntax.annotate(&reading)
      return
    }
    var pipeline = SyntaxPipeline(model)
    pipeline.expectsCapitals = true
    for sentence in reading.sentences {
      let asides = AsideFinder.asides(of: sentence.tokens, in: reading.tokens)
      if asides.isEmpty {
        pipeline.annotate(sentence, of: &reading)
      } else {
        AsideSyntax.annotate(Array(sentence.tokens), asides: asides, of: &reading, with: &pipeline)
      }
    }
    PredicationRepair.apply(to: &reading)
  }

  /// Parses those sentences again, each name as one word, whose first trees tear names apart.
  ///
  /// Call it when the names are known. Without a model nothing changes.
  func refine(_ reading: inout Reading) {
    guard let model else { return }
    var pipeline = SyntaxPipeline(model)
    pipeline.expectsCapitals = true
    NamedSyntax.refine(&reading, with: &pipeline)
    PredicationRepair.apply(to: &reading)
    PossessorRepair.apply(to: &reading)
    NamedPhraseRepair.apply(to: &reading)
    SyntaxRepair.repair(&reading)
    PrepositionRepair.apply(to: &reading)
    NamedApposition.attach(&reading)
    CoordinationRepair.repair(&reading)
  }
}
