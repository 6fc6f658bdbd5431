/// Second stage: gives each token its tags, its lemma and its place in the dependency tree.
struct SyntaxAnnotator: Sendable {
  private let file: ModelFile?

  /// Uses the model that is linked into the binary, if there is one.
  init() { file = ReaderModel.embedded }

  /// Uses another model.
  init(model: ModelFile) { file = model }

  /// Sets tag, Penn tag, lemma, head and relation of every token of the reading.
  ///
  /// Without a model tags follow the tokens' shape, and the words of a sentence hang from its first.
  /// Linear in the number of tokens.
  func annotate(_ reading: inout Reading) {
    guard let file, var pipeline = try? SyntaxPipeline(file) else {
      FallbackSyntax.annotate(&reading)
      return
    }
    for sentence in reading.sentences { pipeline.annotate(sentence, of: &reading) }
  }
}
