/// Labels the tokens of an article by two linear models: the second sees what the first one found.
package struct NameLabeller {
  private let first: LinearModel
  private let second: LinearModel
  /// What the evidence needs of the model.
  package let clusters: CodeTable?

  /// Grows whenever the features or the labels change, so that a model meets the features it was trained on.
  package static let featureVersion: UInt8 = 1

  /// The recogniser of a model file, which must outlive it.
  ///
  /// - Throws: `ModelFileError` if the file has none, or one for other features.
  package init(_ file: ModelFile) throws {
    guard file.section("names.features").map(Array.init) == [Self.featureVersion] else {
      throw ModelFileError.otherFeatures
    }
    first = try file.linearModel("names.first")
    second = try file.linearModel("names.second")
    clusters = file.section("clusters").flatMap { CodeTable($0) }
    guard first.classCount == NameLabel.count, second.classCount == NameLabel.count else {
      throw ModelFileError.damaged
    }
  }

  /// The label of each token. Linear in the length of the article.
  package func labels(of evidence: NameEvidence) -> [UInt8] {
    var decoder = NameDecoder<Int32>(unreachable: .min / 2)
    let labels = Self.pass(first, NameFeatures(evidence, memory: nil), evidence, &decoder)
    let memory = NameMemory(labels: labels, evidence: evidence)
    return Self.pass(second, NameFeatures(evidence, memory: memory), evidence, &decoder)
  }

  /// Labels by the first model alone.
  package static func pass(
    _ model: LinearModel, _ features: NameFeatures, _ evidence: NameEvidence,
    _ decoder: inout NameDecoder<Int32>
  ) -> [UInt8] {
    var labels = [UInt8](repeating: 0, count: evidence.marks.count)
    var buffer = FeatureBuffer()
    let count = NameLabel.count
    decoder.transitions.withUnsafeMutableBufferPointer { transitions in
      for previous in 0..<count {
        guard let base = transitions.baseAddress else { return }
        for label in 0..<count { base[previous * count + label] = 0 }
        model.add(NameFeatures.transition(from: previous), to: base + previous * count)
      }
    }
    for sentence in evidence.sentences {
      for stretch in evidence.stretches(of: sentence) {
        decoder.scores = [Int32](repeating: 0, count: stretch.count * count)
        for index in stretch {
          features.extract(index, in: sentence, into: &buffer)
          decoder.scores.withUnsafeMutableBufferPointer { scores in
            guard let base = scores.baseAddress else { return }
            model.score(buffer, into: base + (index - stretch.lowerBound) * count)
          }
        }
        let found = decoder.decode(count: stretch.count)
        for (index, label) in zip(stretch, found) { labels[index] = label }
      }
    }
    return labels
  }
}

extension NameEvidence {
  /// The runs of tokens that names may cover; what stands between them is outside of names.
  package func stretches(of sentence: Range<Int>) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start: Int?
    for index in sentence {
      if marks[index].contains(.candidate) {
        if start == nil { start = index }
      } else if let first = start {
        stretches.append(first..<index)
        start = nil
      }
    }
    if let first = start { stretches.append(first..<sentence.upperBound) }
    return stretches
  }
}
