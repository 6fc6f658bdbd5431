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
    let labeller = file.flatMap { try? NameLabeller($0) }
    let evidence = NameEvidence(reading, clusters: labeller?.clusters)
    let names = labeller.map { labelled(by: $0, evidence) } ?? CapitalisationRecognizer(reading).names()
    reading.names = NameRepair.repaired(names, reading: reading, evidence: evidence)
  }

  private func labelled(by labeller: NameLabeller, _ evidence: NameEvidence) -> [NameSpan] {
    let labels = labeller.labels(of: evidence)
    return evidence.sentences.flatMap { sentence in
      NameLabel.spans(of: labels, in: sentence).map { NameSpan(tokens: $0.range, kind: $0.kind.entityKind) }
    }
  }
}
