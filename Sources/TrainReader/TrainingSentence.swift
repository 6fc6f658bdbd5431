import BioStore

/// A treebank sentence as the trainers see it: codes of the words, classes of the tags, heads and relations.
struct TrainingSentence: Sendable {
  var words: [WordCodes]
  /// Codes of the lemmas that the lemmatiser gives, once the tags are there.
  var lemmas: [UInt64] = []
  /// Gold tags.
  var pairs: [TagPair]
  /// Indices of the governors; the number of words stands for the root.
  var heads: [Int32]
  var relations: [UInt8]
  var source: CoNLLUSentence

  init(_ sentence: CoNLLUSentence, encoder: inout WordEncoder, clusters: WordClusters) {
    source = sentence
    words = sentence.words.map { word in
      var codes = encoder.encode(word.form)
      codes.cluster = clusters[codes]
      return codes
    }
    pairs = sentence.words.map { TagPair(universal: $0.tag, penn: $0.pennTag) }
    heads = sentence.words.map { Int32($0.head ?? sentence.words.count) }
    relations = sentence.words.map { $0.relation.rawValue }
  }

  /// Sets the codes of the lemmas by the tagger's classes.
  mutating func lemmatize(_ lemmatizer: Lemmatizer, tags: [UInt8], classes: [TagPair]) {
    lemmas = words.indices.map { index in
      let pair = classes[Int(tags[index])]
      return FeatureHash.of(
        lemmatizer.lemma(of: source.words[index].form, codes: words[index], pair: pair))
    }
  }

  static func encode(_ sentences: [CoNLLUSentence], clusters: WordClusters) -> [TrainingSentence] {
    var encoder = WordEncoder()
    return sentences.map { TrainingSentence($0, encoder: &encoder, clusters: clusters) }
  }
}
