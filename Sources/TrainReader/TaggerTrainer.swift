import BioStore

/// Trains the tagger: averaged perceptron, the tags before a word being those that the tagger itself gave.
struct TaggerTrainer: Sendable {
  var epochs = 8
  var minimumUpdates = 3
  var seed: UInt64 = 1

  /// The classes of the sentences: the pairs of tags seen at least twice.
  static func classes(of sentences: [TrainingSentence]) -> [TagPair] {
    var counts: [TagPair: Int] = [:]
    for pair in sentences.flatMap(\.pairs) { counts[pair, default: 0] += 1 }
    return counts.filter { $0.value >= 2 }.keys.sorted()
  }

  /// The tagger's sections of the model file.
  func train(
    _ sentences: [TrainingSentence], classes: [TagPair], lexicon: TaggerLexicon,
    clusters: WordClusters
  ) -> [String: [UInt8]] {
    let numbers = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
    let known = sentences.map { sentence in
      sentence.words.map { word in
        var word = word
        word.lexicon = UInt64(lexicon.values[word.lower] ?? 0)
        return word
      }
    }
    let gold = sentences.map { $0.pairs.map { numbers[$0] } }
    let table = PerceptronTable(classCount: classes.count, minimumUpdates: minimumUpdates)
    var random = RandomSource(seed: seed)
    var order = Array(sentences.indices)
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for index in order {
        pass(known[index], gold: gold[index], certain: lexicon.certainClasses, table: table)
      }
    }
    return [
      "syntax.features": [SyntaxModel.featureVersion],
      "tagger": LinearModel.section(classCount: classes.count, rows: table.averagedRows()),
      "tagger.classes": TagPair.section(classes),
      "lexicon": CodeTable.section(lexicon.values),
      "lexicon.certain": lexicon.certainClasses,
      "clusters": clusters.section,
    ]
  }

  private func pass(
    _ words: [WordCodes], gold: [Int?], certain: [UInt8], table: PerceptronTable
  ) {
    var buffer = FeatureBuffer()
    var scores = [Float](repeating: 0, count: table.classCount)
    var previous: UInt64 = 0
    var beforePrevious: UInt64 = 0
    words.withUnsafeBufferPointer { words in
      for index in words.indices {
        let certainClass = certain[Int(words[index].lexicon >> 6)]
        if certainClass > 0 {
          beforePrevious = previous
          previous = UInt64(certainClass)
          continue
        }
        TaggerFeatures.extract(
          index, of: words, previous: previous, beforePrevious: beforePrevious, into: &buffer)
        scores.withUnsafeMutableBufferPointer { scores in
          if let base = scores.baseAddress { table.score(buffer.features, into: base) }
        }
        var best = 0
        for label in 1..<scores.count where scores[label] > scores[best] { best = label }
        table.advance()
        if let truth = gold[index], truth != best {
          table.update(buffer.features, truth: truth, guess: best)
        }
        beforePrevious = previous
        previous = UInt64(best) + 1
      }
    }
  }
}
