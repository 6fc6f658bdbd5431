/// Assigns part-of-speech tags from left to right, greedily.
///
/// One decision a token on the pair of universal and Penn tag, by a linear model over `TaggerFeatures`.
package struct Tagger {
  /// The pairs of tags, by class.
  package let classes: [TagPair]
  private let model: LinearModel
  private let lexicon: CodeTable
  private let clusters: CodeTable
  /// By the lexicon's number of a set of tags: the class plus 1 of words that always have the same.
  private let certainClasses: UnsafeRawBufferPointer

  /// The tagger of a model file, which must outlive it.
  package init(_ file: ModelFile) throws {
    model = try file.linearModel("tagger")
    guard let classes = TagPair.pairs(in: try file.requiredSection("tagger.classes")),
      classes.count == model.classCount,
      let lexicon = CodeTable(try file.requiredSection("lexicon")),
      let clusters = CodeTable(try file.requiredSection("clusters"))
    else { throw ModelFileError.damaged }
    certainClasses = try file.requiredSection("lexicon.certain")
    self.classes = classes
    self.lexicon = lexicon
    self.clusters = clusters
  }

  /// Looks the words up in the lexicon and in the table of clusters.
  package func addLexicon(to words: UnsafeMutableBufferPointer<WordCodes>) {
    for index in words.indices {
      words[index].lexicon = UInt64(lexicon[words[index].lower])
      let cluster = clusters[words[index].form]
      words[index].cluster = UInt64(cluster != 0 ? cluster : clusters[words[index].lower])
    }
  }

  @inline(__always)
  private func certainClass(_ word: WordCodes) -> UInt8 {
    let set = Int(word.lexicon &>> 6)
    return set < certainClasses.count ? certainClasses[set] : 0
  }

  /// Sets `tags` to the class of each word. Linear in the number of words.
  package func tag(
    _ words: UnsafeBufferPointer<WordCodes>, into tags: UnsafeMutablePointer<UInt8>,
    buffer: inout FeatureBuffer
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: classes.count) { scores in
      guard let base = scores.baseAddress else { return }
      var previous: UInt64 = 0
      var beforePrevious: UInt64 = 0
      for index in words.indices {
        let certain = certainClass(words[index])
        if certain > 0 {
          tags[index] = certain - 1
          beforePrevious = previous
          previous = UInt64(certain)
          continue
        }
        TaggerFeatures.extract(
          index, of: words, previous: previous, beforePrevious: beforePrevious, into: &buffer)
        model.score(buffer, into: base)
        var best = 0
        for label in 1..<classes.count where base[label] > base[best] { best = label }
        tags[index] = UInt8(best)
        beforePrevious = previous
        previous = UInt64(best) + 1
      }
    }
  }
}
