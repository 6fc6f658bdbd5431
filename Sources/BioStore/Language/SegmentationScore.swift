/// How well tokens and sentences made from raw text agree with those of a treebank.
///
/// The measure of the CoNLL 2018 shared task: a token or sentence is right if it covers the same characters of
/// the text, white space left out, as one of the treebank's.
public struct SegmentationScore: Sendable, Hashable {
  /// Counts for one kind of unit.
  public struct Counts: Sendable, Hashable {
    public var right = 0
    public var gold = 0
    public var found = 0

    /// Harmonic mean of precision and recall; 0 if there is nothing.
    public var f1: Double {
      gold + found == 0 ? 0 : 2 * Double(right) / Double(gold + found)
    }

    fileprivate mutating func add(gold goldRanges: [Range<Int>], found foundRanges: [Range<Int>]) {
      right += Set(goldRanges).intersection(foundRanges).count
      gold += goldRanges.count
      found += foundRanges.count
    }
  }

  public private(set) var tokens = Counts()
  public private(set) var sentences = Counts()

  public init() {}

  /// Adds a document whose text both readings share.
  public mutating func add(gold: Reading, found: Reading) {
    tokens.add(gold: gold.tokens.map(\.range), found: found.tokens.map(\.range))
    sentences.add(gold: gold.sentences.map(\.range), found: found.sentences.map(\.range))
  }

  /// Segments the raw text of a treebank's documents and compares.
  ///
  /// - Parameter report: called with each document's gold and found readings.
  public static func measure(
    _ treebank: [CoNLLUSentence], report: (Reading, Reading) -> Void = { _, _ in }
  ) -> SegmentationScore {
    var score = SegmentationScore()
    let starts = treebank.indices.filter { index in
      index == 0 || treebank[index].comments.contains { $0.hasPrefix("newdoc") }
    }
    for (start, end) in zip(starts, starts.dropFirst() + [treebank.count]) {
      let gold = Reading(conllu: Array(treebank[start..<end]))
      var found = Reading(article: Article(title: "", text: gold.article.text, source: "conllu"))
      Segmenter().segment(&found)
      score.add(gold: gold, found: found)
      report(gold, found)
    }
    return score
  }
}
