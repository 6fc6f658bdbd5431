import BioStore

/// Trains the name recogniser: structured averaged perceptron (Collins 2002) with a margin, two passes (the second
/// on what first models found that had not seen the article).
struct NameTrainer: Sendable {
  var epochs = 6
  /// Passes over all corpora, before those over the first corpus alone.
  var generalEpochs = 6
  /// Models of which the mean is taken.
  var rounds = 5
  var minimumUpdates = 3
  var foldCount = 5
  /// How much better than a wrong label the right one must score.
  var margin: Float = 3
  var seed: UInt64 = 1

  /// An example with its evidence.
  struct Item: Sendable {
    var evidence: NameEvidence
    var allowed: [NameLabelSet]
    var isInDomain: Bool
  }

  /// The sections of the model file.
  func train(_ examples: [NameExample], clusters: CodeTable?) async -> [String: [UInt8]] {
    let items = examples.map {
      Item(
        evidence: NameEvidence($0.reading, clusters: clusters), allowed: $0.allowed,
        isInDomain: $0.corpus == examples[0].corpus)
    }
    async let first = trainPass(items, memories: nil, rounds: rounds)
    let memories = await jackknife(items)
    let second = trainPass(items, memories: memories, rounds: rounds)
    return await [
      "names.features": [NameLabeller.featureVersion], "names.first": first, "names.second": second,
    ]
  }

  /// For each article, what a first model finds that was trained on the other folds.
  private func jackknife(_ items: [Item]) async -> [NameMemory] {
    await withTaskGroup(of: [(Int, NameMemory)].self) { group in
      for fold in 0..<foldCount {
        group.addTask {
          let rest = items.indices.filter { $0 % foldCount != fold }.map { items[$0] }
          let section = trainPass(rest, memories: nil, rounds: 1)
          return section.withUnsafeBytes { bytes in
            guard let model = LinearModel(bytes) else { return [] }
            var decoder = NameDecoder<Int32>(unreachable: .min / 2)
            return stride(from: fold, to: items.count, by: foldCount).map { index in
              let evidence = items[index].evidence
              let labels = NameLabeller.pass(
                model, NameFeatures(evidence, memory: nil), evidence, &decoder)
              return (index, NameMemory(labels: labels, evidence: evidence))
            }
          }
        }
      }
      var memories = [NameMemory?](repeating: nil, count: items.count)
      for await fold in group { for (index, memory) in fold { memories[index] = memory } }
      return memories.compactMap { $0 }
    }
  }

  /// A pass's section of the model file: the mean of the weights of several rounds, each in an order of its own.
  private func trainPass(_ items: [Item], memories: [NameMemory]?, rounds: Int) -> [UInt8] {
    let stretches = NameStretches(items, memories: memories)
    var sums: [UInt64: [UInt8: Float]] = [:]
    for round in 0..<rounds {
      for row in trainRound(stretches, seed: seed &+ UInt64(round)) {
        for (label, weight) in row.weights { sums[row.feature, default: [:]][label, default: 0] += weight }
      }
    }
    let rows = sums.map { feature, weights in
      LinearModelRow(
        feature: feature,
        weights: weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value / Float(rounds)) })
    }
    return LinearModel.section(classCount: NameLabel.count, rows: rows)
  }

  /// First passes over all corpora, the later ones over the one that is nearest to what the Reader is for.
  private func trainRound(_ stretches: NameStretches, seed: UInt64) -> [LinearModelRow] {
    let table = PerceptronTable(classCount: NameLabel.count, minimumUpdates: minimumUpdates)
    var learner = StretchLearner(table: table, margin: margin)
    var random = RandomSource(seed: seed)
    var order = Array(stretches.stretches.indices)
    for epoch in 1...epochs {
      if epoch == generalEpochs + 1 { order.removeAll { !stretches.stretches[$0].isInDomain } }
      order.shuffle(using: &random)
      learner.mistakes = 0
      for index in order { learner.learn(stretches, index) }
      if epoch == epochs {
        log("names: \(learner.mistakes) of \(order.count) stretches wrong in the last pass")
      }
    }
    return table.averagedRows()
  }
}
