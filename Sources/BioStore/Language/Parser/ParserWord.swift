/// A word's codes as the parser's features combine them.
package struct ParserWord: Sendable {
  /// The word in lower case.
  package var form: UInt64
  /// The dictionary form.
  package var lemma: UInt64
  /// The tagger's class plus 2; 0 for no word, 1 for the root.
  package var tag: UInt64
  /// Word and tag together.
  package var formTag: UInt64
  /// The cluster, or the suffix of a word without one.
  package var cluster: UInt64
  /// The first steps of the cluster's path, with the tag.
  package var coarse: UInt64
  /// The index of the next word that is no punctuation mark, the root at the latest.
  package var nextWord: Int32 = 0
  /// What has passed up to and with this word, for what stands between two words.
  package var commas: UInt16 = 0
  package var brackets: UInt16 = 0
  package var verbs: UInt16 = 0
  package var conjunctions: UInt16 = 0

  package static let none = ParserWord(form: 0, lemma: 0, tag: 0, cluster: 0)
  package static let root = ParserWord(form: 1, lemma: 1, tag: 1, cluster: 1)

  @inline(__always)
  package init(form: UInt64, lemma: UInt64, tag: UInt64, cluster: UInt64) {
    self.form = form
    self.lemma = lemma
    self.tag = tag
    self.cluster = cluster
    formTag = FeatureHash.combine(form, tag &* 0x9e37_79b9)
    coarse = (cluster & 63) | tag << 6
  }

  /// Sets `parserWords` from the words, the codes of their lemmas and the tagger's classes; two words are added,
  /// the root and the missing one.
  package static func fill(
    _ parserWords: inout [ParserWord], words: [WordCodes],
    lemmas: [UInt64], tags: [UInt8], classes: [TagPair]
  ) {
    parserWords.removeAll(keepingCapacity: true)
    var commas: UInt16 = 0
    var brackets: UInt16 = 0
    var verbs: UInt16 = 0
    var conjunctions: UInt16 = 0
    for index in words.indices {
      let word = words[index]
      let pair = classes[Int(tags[index])]
      var codes = ParserWord(
        form: word.lower, lemma: lemmas[index], tag: UInt64(tags[index]) + 2,
        cluster: word.cluster != 0 ? word.cluster : word.suffixes.2 | 0x1_0000)
      if word.cluster == 0 { codes.coarse = codes.tag << 6 }
      switch pair.penn {
      case .comma, .colon, .openQuote, .closeQuote: commas &+= 1
      case .leftBracket: brackets &+= 1
      case .rightBracket: brackets &-= 1
      default: break
      }
      if pair.universal == .verb || pair.universal == .aux { verbs &+= 1 }
      if pair.universal == .cconj { conjunctions &+= 1 }
      codes.commas = commas
      codes.brackets = brackets
      codes.verbs = verbs
      codes.conjunctions = conjunctions
      parserWords.append(codes)
    }
    let count = words.count
    var next = Int32(count)
    for index in stride(from: count - 1, through: 0, by: -1) {
      parserWords[index].nextWord = next
      if classes[Int(tags[index])].universal != .punct { next = Int32(index) }
    }
    parserWords.append(root)
    parserWords.append(none)
    parserWords[count].nextWord = Int32(count + 1)
    parserWords[count + 1].nextWord = Int32(count + 1)
  }
}
