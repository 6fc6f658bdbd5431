/// The features of the tagger's decision on one token, given the two tags before it.
///
/// The set follows Ratnaparkhi (1996) and Collins (2002), with what the lexicon knows of the words around.
package enum TaggerFeatures {
  /// Adds the features of token `index` to `buffer`. Tags are the tagger's classes plus 1, 0 before the sentence.
  package static func extract(
    _ index: Int, of words: UnsafeBufferPointer<WordCodes>, previous: UInt64, beforePrevious: UInt64,
    into buffer: inout FeatureBuffer
  ) {
    buffer.removeAll()
    let word = words[index]
    let left = index > 0 ? words[index - 1] : boundary
    let left2 = index > 1 ? words[index - 2] : boundary
    let right = index + 1 < words.count ? words[index + 1] : boundary
    let right2 = index + 2 < words.count ? words[index + 2] : boundary
    addWord(word, isFirst: index == 0, into: &buffer)
    addNeighbours(word, left, left2, right, right2, into: &buffer)
    addTags(word, right, right2, previous, beforePrevious, into: &buffer)
  }

  private static let boundary: WordCodes = {
    var codes = WordCodes()
    codes.form = 1
    codes.lower = 1
    codes.shape = 1
    codes.lexicon = 1
    return codes
  }()

  @inline(__always)
  private static func addWord(_ word: WordCodes, isFirst: Bool, into buffer: inout FeatureBuffer) {
    let traits = UInt64(word.traits.rawValue)
    let first: UInt64 = isFirst ? 1 : 0
    buffer.add(FeatureHash.of(0, 0))
    buffer.add(FeatureHash.of(1, word.form))
    buffer.add(FeatureHash.of(2, word.lower))
    buffer.add(FeatureHash.of(3, word.suffixes.0))
    buffer.add(FeatureHash.of(4, word.suffixes.1))
    buffer.add(FeatureHash.of(5, word.suffixes.2))
    buffer.add(FeatureHash.of(6, word.suffixes.3))
    buffer.add(FeatureHash.of(7, word.suffixes.4))
    buffer.add(FeatureHash.of(8, word.prefixes.0))
    buffer.add(FeatureHash.of(9, word.prefixes.1))
    buffer.add(FeatureHash.of(10, word.prefixes.2))
    buffer.add(FeatureHash.of(11, word.prefixes.3))
    buffer.add(FeatureHash.of(12, word.shape, first))
    buffer.add(FeatureHash.of(13, traits, first))
    buffer.add(FeatureHash.of(14, word.lexicon))
    buffer.add(FeatureHash.of(15, word.lexicon, traits, first))
    buffer.add(FeatureHash.of(16, word.suffixes.2, traits, first))
    buffer.add(FeatureHash.of(17, word.cluster, traits & 3))
    buffer.add(FeatureHash.of(18, word.suffixes.1, word.lexicon))
    buffer.add(FeatureHash.of(19, word.coarseCluster, word.suffixes.1))
  }

  @inline(__always)
  private static func addNeighbours(
    _ word: WordCodes, _ left: WordCodes, _ left2: WordCodes, _ right: WordCodes, _ right2: WordCodes,
    into buffer: inout FeatureBuffer
  ) {
    let capitals = UInt64(left.traits.rawValue & 3) << 4 | UInt64(right.traits.rawValue & 3) << 2
    buffer.add(FeatureHash.of(20, left.lower))
    buffer.add(FeatureHash.of(21, right.lower))
    buffer.add(FeatureHash.of(22, left2.lower))
    buffer.add(FeatureHash.of(23, right2.lower))
    buffer.add(FeatureHash.of(24, left.lower, word.lower))
    buffer.add(FeatureHash.of(25, word.lower, right.lower))
    buffer.add(FeatureHash.of(26, left.lower, right.lower))
    buffer.add(FeatureHash.of(27, right.lexicon))
    buffer.add(FeatureHash.of(28, word.lexicon, right.lexicon))
    buffer.add(FeatureHash.of(29, right.lexicon, right2.lexicon))
    buffer.add(FeatureHash.of(30, right.suffixes.2))
    buffer.add(FeatureHash.of(31, left.suffixes.2))
    buffer.add(FeatureHash.of(32, UInt64(word.traits.rawValue) | capitals << 8))
    buffer.add(FeatureHash.of(33, right.cluster))
    buffer.add(FeatureHash.of(34, left.cluster))
    buffer.add(FeatureHash.of(35, right.shape, word.shape))
    buffer.add(FeatureHash.of(36, left.lower, left2.lower))
    buffer.add(FeatureHash.of(37, right.lower, right2.lower))
    buffer.add(FeatureHash.of(38, word.cluster, right.cluster))
    buffer.add(FeatureHash.of(39, left.cluster, word.cluster))
  }

  @inline(__always)
  private static func addTags(
    _ word: WordCodes, _ right: WordCodes, _ right2: WordCodes, _ previous: UInt64,
    _ beforePrevious: UInt64, into buffer: inout FeatureBuffer
  ) {
    buffer.add(FeatureHash.of(40, previous))
    buffer.add(FeatureHash.of(41, beforePrevious))
    buffer.add(FeatureHash.of(42, previous, beforePrevious))
    buffer.add(FeatureHash.of(43, previous, word.lower))
    buffer.add(FeatureHash.of(44, previous, word.lexicon))
    buffer.add(FeatureHash.of(45, previous, word.suffixes.2))
    buffer.add(FeatureHash.of(46, previous, right.lower))
    buffer.add(FeatureHash.of(47, previous, word.lexicon, right.lexicon))
    buffer.add(FeatureHash.of(48, previous, beforePrevious, word.lexicon))
    buffer.add(FeatureHash.of(49, previous, right.lexicon, right2.lexicon))
    buffer.add(FeatureHash.of(50, previous, beforePrevious, word.lower))
    buffer.add(FeatureHash.of(51, previous, word.cluster))
    buffer.add(FeatureHash.of(52, previous, UInt64(word.traits.rawValue)))
    buffer.add(FeatureHash.of(53, previous, right.cluster))
    buffer.add(FeatureHash.of(54, previous, word.coarseCluster, right.coarseCluster))
    buffer.add(FeatureHash.of(55, right2.cluster))
  }
}
