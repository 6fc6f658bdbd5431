import BioStore

/// The stretches of all training articles, with the features of their tokens and the labels that are right.
struct NameStretches: Sendable {
  struct Stretch: Sendable {
    /// Indices into `starts` and `allowed`.
    var tokens: Range<Int>
    var isInDomain: Bool
  }

  private(set) var stretches: [Stretch] = []
  private(set) var allowed: [NameLabelSet] = []
  /// Where the features of each token begin; one more than there are tokens.
  private(set) var starts: [Int] = [0]
  private(set) var features: [UInt64] = []

  init(_ items: [NameTrainer.Item], memories: [NameMemory]?) {
    var buffer = FeatureBuffer()
    for (index, item) in items.enumerated() {
      let extractor = NameFeatures(item.evidence, memory: memories?[index])
      for sentence in item.evidence.sentences {
        for stretch in item.evidence.stretches(of: sentence) {
          let first = allowed.count
          for token in stretch {
            extractor.extract(token, in: sentence, into: &buffer)
            features.append(contentsOf: buffer.features)
            starts.append(features.count)
            allowed.append(item.allowed[token])
          }
          stretches.append(Stretch(tokens: first..<allowed.count, isInDomain: item.isInDomain))
        }
      }
    }
  }

  /// Calls `body` with the features of a token.
  @inline(__always)
  func withFeatures(of token: Int, _ body: (UnsafeBufferPointer<UInt64>) -> Void) {
    features.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[starts[token]..<starts[token + 1]]))
    }
  }
}

/// Learns from one stretch at a time: decodes with the weights so far and moves them towards the annotation.
struct StretchLearner {
  let table: PerceptronTable
  let margin: Float
  var mistakes = 0
  private var decoder = NameDecoder<Float>(unreachable: -1e9)

  init(table: PerceptronTable, margin: Float) {
    self.table = table
    self.margin = margin
  }

  mutating func learn(_ stretches: NameStretches, _ index: Int) {
    let tokens = stretches.stretches[index].tokens
    score(stretches, tokens)
    let truth = decoder.decode(count: tokens.count) { stretches.allowed[tokens.lowerBound + $0] }
    let count = NameLabel.count
    // A wrong label must lose by the margin: it is given that much for free.
    for token in 0..<tokens.count {
      for label in 0..<count where UInt8(label) != truth[token] {
        decoder.scores[token * count + label] += margin
      }
    }
    let guess = decoder.decode(count: tokens.count)
    table.advance()
    guard guess != truth else { return }
    mistakes += 1
    update(stretches, tokens, truth: truth, guess: guess)
  }

  private mutating func score(_ stretches: NameStretches, _ tokens: Range<Int>) {
    let count = NameLabel.count
    decoder.transitions.withUnsafeMutableBufferPointer { transitions in
      guard let base = transitions.baseAddress else { return }
      for previous in 0..<count {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 1) { feature in
          feature[0] = NameFeatures.transition(from: previous)
          table.score(UnsafeBufferPointer(feature), into: base + previous * count)
        }
      }
    }
    decoder.scores = [Float](repeating: 0, count: tokens.count * count)
    decoder.scores.withUnsafeMutableBufferPointer { scores in
      guard let base = scores.baseAddress else { return }
      for token in tokens {
        stretches.withFeatures(of: token) {
          table.score($0, into: base + (token - tokens.lowerBound) * count)
        }
      }
    }
  }

  private func update(_ stretches: NameStretches, _ tokens: Range<Int>, truth: [UInt8], guess: [UInt8]) {
    var previousTruth = 0
    var previousGuess = 0
    for token in truth.indices {
      let right = Int(truth[token])
      let wrong = Int(guess[token])
      if right != wrong {
        stretches.withFeatures(of: tokens.lowerBound + token) { table.update($0, truth: right, guess: wrong) }
      }
      if previousTruth != previousGuess || right != wrong {
        table.adjust(NameFeatures.transition(from: previousTruth), label: right, by: 1)
        table.adjust(NameFeatures.transition(from: previousGuess), label: wrong, by: -1)
      }
      previousTruth = right
      previousGuess = wrong
    }
  }
}
