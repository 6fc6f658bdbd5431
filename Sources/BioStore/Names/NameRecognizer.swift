/// Third stage: finds the proper names and decides, over the whole article, what kind of thing each one names.
public struct NameRecognizer: Sendable {
  private let file: ModelFile?

  /// Uses the model that is linked into the binary, if there is one.
  public init() { file = ReaderModel.embedded }

  /// Uses another model.
  package init(model: ModelFile) { file = model }

  /// Sets the reading's names, in the order of the text and without overlap.
  ///
  /// Without a model, or with one that lacks the recogniser, capitals and gazetteers decide. Linear in the length of
  /// the article.
  public func recognize(_ reading: inout Reading) {
    guard let file, let labeller = try? NameLabeller(file) else {
      reading.names = CapitalisationRecognizer(reading).names()
      return
    }
    let evidence = NameEvidence(reading, clusters: labeller.clusters)
    let labels = labeller.labels(of: evidence)
    let names = evidence.sentences.flatMap { sentence in
      NameLabel.spans(of: labels, in: sentence).map { NameSpan(tokens: $0.range, kind: $0.kind.entityKind) }
    }
    let split = NameSplitter.split(names, tokens: reading.tokens)
    reading.names = NameRepair.repaired(split, reading: reading, evidence: evidence)
  }
}
