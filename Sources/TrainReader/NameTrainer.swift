import BioStore

/// Trains the name recogniser: structured averaged perceptron (Collins 2002) with a margin, two passes (the second
/// on what first models found that had not seen the article).
struct NameTrainer: Sendable {
  var epochs = 10
  var minimumUpdates = 3
  var foldCount = 5
  /// How much better than a wrong label the right one must score.
  var margin: Float = 2
  var seed: UInt64 = 1

  /// An example with its evidence.
  struct Item: Sendable {
    var evidence: NameEvidence
    var allowed: [NameLabelSet]
  }

  /// The sections of the model file.
  func train(_ examples: [NameExample]) async -> [String: [UInt8]] {
    let items = examples.map { Item(evidence: NameEvidence($0.reading), allowed: $0.allowed) }
    async let first = trainPass(items, memories: nil)
    let memories = await jackknife(items)
    let second = trainPass(items, memories: memories)
    return await ["names.first": first, "names.second": second]
  }

  /// For each article, what a first model finds that was trained on the other folds.
  private func jackknife(_ items: [Item]) async -> [NameMemory] {
    await withTaskGroup(of: [(Int, NameMemory)].self) { group in
      for fold in 0..<foldCount {
        group.addTask {
          let rest = items.indices.filter { $0 % foldCount != fold }.map { items[$0] }
          let section = trainPass(rest, memories: nil)
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

  /// A pass's section of the model file.
  private func trainPass(_ items: [Item], memories: [NameMemory]?) -> [UInt8] {
    let table = PerceptronTable(classCount: NameLabel.count, minimumUpdates: minimumUpdates)
    var stretches: [(item: Int, sentence: Range<Int>, stretch: Range<Int>)] = []
    for (index, item) in items.enumerated() {
      for sentence in item.evidence.sentences {
        for stretch in item.evidence.stretches(of: sentence) { stretches.append((index, sentence, stretch)) }
      }
    }
    let features = items.indices.map { NameFeatures(items[$0].evidence, memory: memories?[$0]) }
    var learner = StretchLearner(table: table, margin: margin)
    var random = RandomSource(seed: seed)
    for epoch in 1...epochs {
      stretches.shuffle(using: &random)
      learner.mistakes = 0
      for example in stretches {
        learner.learn(
          features[example.item], sentence: example.sentence, stretch: example.stretch,
          allowed: items[example.item].allowed)
      }
      if epoch == epochs {
        log("names: \(learner.mistakes) of \(stretches.count) stretches wrong in the last pass")
      }
    }
    return LinearModel.section(classCount: NameLabel.count, rows: table.averagedRows())
  }
}

/// One stretch at a time: decodes with the weights so far and moves them towards the annotation.
private struct StretchLearner: ~Copyable {
  let table: PerceptronTable
  let margin: Float
  var mistakes = 0
  private var decoder = NameDecoder<Float>(unreachable: -1e9)
  private var buffer = FeatureBuffer()
  private var rows: [[UInt64]] = []

  init(table: PerceptronTable, margin: Float) {
    self.table = table
    self.margin = margin
  }

  mutating func learn(
    _ features: NameFeatures, sentence: Range<Int>, stretch: Range<Int>, allowed: [NameLabelSet]
  ) {
    score(features, sentence: sentence, stretch: stretch)
    let truth = decoder.decode(count: stretch.count) { allowed[stretch.lowerBound + $0] }
    let count = NameLabel.count
    // A wrong label must lose by the margin: it is given that much for free.
    for token in 0..<stretch.count {
      for label in 0..<count where UInt8(label) != truth[token] {
        decoder.scores[token * count + label] += margin
      }
    }
    let guess = decoder.decode(count: stretch.count)
    table.advance()
    guard guess != truth else { return }
    mistakes += 1
    update(truth: truth, guess: guess)
  }

  private mutating func score(_ features: NameFeatures, sentence: Range<Int>, stretch: Range<Int>) {
    let count = NameLabel.count
    for previous in 0..<count {
      decoder.transitions.withUnsafeMutableBufferPointer { transitions in
        guard let base = transitions.baseAddress else { return }
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 1) { feature in
          feature[0] = NameFeatures.transition(from: previous)
          table.score(UnsafeBufferPointer(feature), into: base + previous * count)
        }
      }
    }
    decoder.scores = [Float](repeating: 0, count: stretch.count * count)
    rows.removeAll(keepingCapacity: true)
    for index in stretch {
      features.extract(index, in: sentence, into: &buffer)
      rows.append(Array(buffer.features))
      decoder.scores.withUnsafeMutableBufferPointer { scores in
        guard let base = scores.baseAddress else { return }
        table.score(buffer.features, into: base + (index - stretch.lowerBound) * count)
      }
    }
  }

  private func update(truth: [UInt8], guess: [UInt8]) {
    var previousTruth = 0
    var previousGuess = 0
    for token in truth.indices {
      if truth[token] != guess[token] {
        rows[token].withUnsafeBufferPointer {
          table.update($0, truth: Int(truth[token]), guess: Int(guess[token]))
        }
      }
      if previousTruth != previousGuess || truth[token] != guess[token] {
        table.adjust(NameFeatures.transition(from: previousTruth), label: Int(truth[token]), by: 1)
        table.adjust(NameFeatures.transition(from: previousGuess), label: Int(guess[token]), by: -1)
      }
      previousTruth = Int(truth[token])
      previousGuess = Int(guess[token])
    }
  }
}
