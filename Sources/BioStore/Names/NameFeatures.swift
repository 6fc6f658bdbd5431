/// The features of the name recogniser: what is known of a token and its neighbours, before and after the first pass.
///
/// The repertoire is the usual one of linear recognisers (Ratinov & Roth 2009): words, shapes, affixes, tags and gazetteers
/// in a window, the run of capitalised words around, what the whole article says about the same words, and in the second
/// pass what the first one found.
package struct NameFeatures {
  private let evidence: NameEvidence
  /// `nil` in the first pass.
  private let memory: NameMemory?

  package init(_ evidence: NameEvidence, memory: NameMemory?) {
    self.evidence = evidence
    self.memory = memory
  }

  /// The feature of a transition from `previous`; its row holds the weights of the labels that follow.
  package static func transition(from previous: Int) -> UInt64 { FeatureHash.of(250, UInt64(previous)) }

  /// Codes of the token `offset` places away; a code of its own outside of the sentence.
  private struct Cell {
    var lower: UInt64 = 1
    var shape: UInt64 = 1
    var tag: UInt64 = 99
    var names: UInt64 = 0
    var nouns: UInt64 = 0
    var suffix: UInt64 = 0
    var cluster: UInt64 = 0
    var isCapitalised = false
  }

  private func cell(_ index: Int, _ sentence: Range<Int>) -> Cell {
    guard sentence.contains(index) else { return Cell() }
    let word = evidence.word(index)
    return Cell(
      lower: word.codes.lower, shape: word.codes.shape, tag: UInt64(evidence.tags[index]),
      names: UInt64(word.names.rawValue), nouns: UInt64(NounGroups(word.nouns).rawValue),
      suffix: word.codes.suffixes.2,
      cluster: word.codes.cluster,
      isCapitalised: word.codes.traits.contains(.capitalized))
  }

  /// Adds the features of one token.
  package func extract(_ index: Int, in sentence: Range<Int>, into buffer: inout FeatureBuffer) {
    buffer.removeAll()
    let word = evidence.word(index)
    let own = cell(index, sentence)
    let before = cell(index - 1, sentence)
    let beforeThat = cell(index - 2, sentence)
    let after = cell(index + 1, sentence)
    let afterThat = cell(index + 2, sentence)
    let marks = evidence.marks[index]
    buffer.add(FeatureHash.of(0, 0))
    addWords(word, own, before, beforeThat, after, afterThat, &buffer)
    addContext(own, before, beforeThat, after, afterThat, &buffer)
    addLists(index, sentence, own, before, after, &buffer)
    addRun(index, sentence, own, &buffer)
    addClusters(own, before, beforeThat, after, afterThat, &buffer)
    addUsage(index, own, marks, &buffer)
    addTree(index, own, &buffer)
    if let memory { addMemory(memory, index, sentence, own, &buffer) }
  }

  @inline(never)
  private func addWords(
    _ word: NameEvidence.Word, _ own: Cell, _ before: Cell, _ beforeThat: Cell, _ after: Cell,
    _ afterThat: Cell,
    _ buffer: inout FeatureBuffer
  ) {
    let codes = word.codes
    buffer.add(FeatureHash.of(1, codes.form))
    buffer.add(FeatureHash.of(2, own.lower))
    buffer.add(FeatureHash.of(3, before.lower))
    buffer.add(FeatureHash.of(4, after.lower))
    buffer.add(FeatureHash.of(5, beforeThat.lower))
    buffer.add(FeatureHash.of(6, afterThat.lower))
    buffer.add(FeatureHash.of(7, before.lower, own.lower))
    buffer.add(FeatureHash.of(8, own.lower, after.lower))
    buffer.add(FeatureHash.of(9, beforeThat.lower, before.lower))
    buffer.add(FeatureHash.of(10, after.lower, afterThat.lower))
    buffer.add(FeatureHash.of(11, codes.prefixes.1))
    buffer.add(FeatureHash.of(12, codes.prefixes.2))
    buffer.add(FeatureHash.of(13, codes.prefixes.3))
    buffer.add(FeatureHash.of(14, codes.suffixes.0))
    buffer.add(FeatureHash.of(15, codes.suffixes.1))
    buffer.add(FeatureHash.of(16, codes.suffixes.2))
    buffer.add(FeatureHash.of(17, codes.suffixes.3))
    buffer.add(FeatureHash.of(18, codes.suffixes.4))
    buffer.add(FeatureHash.of(19, before.suffix, before.tag))
    buffer.add(FeatureHash.of(20, after.suffix, after.tag))
  }

  @inline(never)
  private func addContext(
    _ own: Cell, _ before: Cell, _ beforeThat: Cell, _ after: Cell, _ afterThat: Cell,
    _ buffer: inout FeatureBuffer
  ) {
    buffer.add(FeatureHash.of(30, own.shape))
    buffer.add(FeatureHash.of(31, before.shape, own.shape))
    buffer.add(FeatureHash.of(32, own.shape, after.shape))
    buffer.add(FeatureHash.of(33, before.shape, own.shape, after.shape))
    buffer.add(FeatureHash.of(34, before.lower, own.shape))
    buffer.add(FeatureHash.of(35, after.lower, own.shape))
    buffer.add(FeatureHash.of(36, own.tag))
    buffer.add(FeatureHash.of(37, before.tag, own.tag))
    buffer.add(FeatureHash.of(38, own.tag, after.tag))
    buffer.add(FeatureHash.of(39, before.tag, own.tag, after.tag))
    buffer.add(FeatureHash.of(40, beforeThat.tag, before.tag, own.tag))
    buffer.add(FeatureHash.of(41, own.tag, after.tag, afterThat.tag))
    buffer.add(FeatureHash.of(42, own.shape, own.tag))
    buffer.add(FeatureHash.of(43, beforeThat.lower, before.lower, own.shape))
    buffer.add(FeatureHash.of(44, beforeThat.shape, before.shape, own.shape))
    buffer.add(FeatureHash.of(45, own.shape, after.shape, afterThat.shape))
    buffer.add(FeatureHash.of(46, before.nouns, own.shape))
    buffer.add(FeatureHash.of(47, after.nouns, own.shape))
    buffer.add(FeatureHash.of(48, own.nouns, own.shape))
    buffer.add(FeatureHash.of(49, own.nouns, before.nouns))
    buffer.add(FeatureHash.of(50, own.nouns, after.nouns))
  }

  @inline(never)
  private func addLists(
    _ index: Int, _ sentence: Range<Int>, _ own: Cell, _ before: Cell, _ after: Cell,
    _ buffer: inout FeatureBuffer
  ) {
    let capital: UInt64 = own.isCapitalised ? 1 : 0
    buffer.add(FeatureHash.of(60, own.names, capital))
    buffer.add(FeatureHash.of(61, before.names, own.names))
    buffer.add(FeatureHash.of(62, own.names, after.names))
    buffer.add(FeatureHash.of(63, own.names, own.shape))
    buffer.add(FeatureHash.of(64, before.names, own.shape))
    buffer.add(FeatureHash.of(65, after.names, own.shape))
    buffer.add(FeatureHash.of(66, before.lower, own.names))
    buffer.add(FeatureHash.of(67, after.lower, own.names))
    if own.isCapitalised {
      var bits = own.names
      while bits != 0 {
        buffer.add(FeatureHash.of(68, UInt64(bits.trailingZeroBitCount)))
        bits &= bits - 1
      }
    }
    let phrase = UInt64(evidence.marks[index].intersection(Self.phraseMarks).rawValue)
    if phrase != 0 {
      buffer.add(FeatureHash.of(69, phrase))
      buffer.add(FeatureHash.of(70, phrase, after.names, after.isCapitalised ? 1 : 0))
      buffer.add(FeatureHash.of(71, phrase, before.isCapitalised ? 1 : 0, after.isCapitalised ? 1 : 0))
    }
  }

  /// Brown clusters, whole and cut short (Miller, Guinness & Zamanian, "Name Tagging with Word Clusters", 2004).
  @inline(never)
  private func addClusters(
    _ own: Cell, _ before: Cell, _ beforeThat: Cell, _ after: Cell, _ afterThat: Cell,
    _ buffer: inout FeatureBuffer
  ) {
    buffer.add(FeatureHash.of(140, own.cluster))
    buffer.add(FeatureHash.of(141, own.cluster & 63))
    buffer.add(FeatureHash.of(142, own.cluster & 1023))
    buffer.add(FeatureHash.of(143, before.cluster))
    buffer.add(FeatureHash.of(144, after.cluster))
    buffer.add(FeatureHash.of(145, before.cluster & 255, own.shape))
    buffer.add(FeatureHash.of(146, after.cluster & 255, own.shape))
    buffer.add(FeatureHash.of(147, before.cluster, own.cluster & 255))
    buffer.add(FeatureHash.of(148, own.cluster & 255, after.cluster))
    buffer.add(FeatureHash.of(149, beforeThat.cluster, before.cluster))
    buffer.add(FeatureHash.of(150, after.cluster, afterThat.cluster))
    buffer.add(FeatureHash.of(151, own.cluster, own.shape))
    buffer.add(FeatureHash.of(152, own.cluster & 255, own.names))
  }

  private static let phraseMarks: NameEvidence.Marks = [.placeBegins, .placeInside, .placeEnds, .phrase]

  /// The run of capitalised words that the token is in: its first and last word, what stands around it.
  @inline(never)
  private func addRun(_ index: Int, _ sentence: Range<Int>, _ own: Cell, _ buffer: inout FeatureBuffer) {
    let run = evidence.runs[index]
    guard !run.isEmpty else { return }
    let start = Int(run.lowerBound)
    let end = Int(run.upperBound)
    let first = cell(start, sentence)
    let last = cell(end - 1, sentence)
    let left = cell(start - 1, sentence)
    let right = cell(end, sentence)
    let length = UInt64(min(end - start, 6))
    let place = UInt64(min(index - start, 3)) << 4 | UInt64(min(end - 1 - index, 3))
    buffer.add(FeatureHash.of(80, length, place))
    buffer.add(FeatureHash.of(81, last.lower, place))
    buffer.add(FeatureHash.of(82, first.lower, place))
    buffer.add(FeatureHash.of(83, left.lower, place))
    buffer.add(FeatureHash.of(84, right.lower, place))
    buffer.add(FeatureHash.of(85, last.names, place))
    buffer.add(FeatureHash.of(86, first.names, place))
    buffer.add(FeatureHash.of(87, last.nouns, place))
    buffer.add(FeatureHash.of(88, left.nouns, place))
    buffer.add(FeatureHash.of(89, right.nouns, place))
    buffer.add(FeatureHash.of(90, left.lower, right.lower))
    buffer.add(FeatureHash.of(91, left.tag, right.tag, length))
    buffer.add(FeatureHash.of(92, first.names, last.names, length))
    buffer.add(FeatureHash.of(93, left.lower, last.nouns, last.names))
    buffer.add(FeatureHash.of(95, last.cluster, place))
    buffer.add(FeatureHash.of(96, first.cluster, place))
    buffer.add(FeatureHash.of(97, left.cluster, place))
    buffer.add(FeatureHash.of(98, right.cluster, place))
    buffer.add(FeatureHash.of(99, first.cluster & 255, last.cluster & 255, length))
    var all: UInt64 = 0
    for position in start..<end { all |= UInt64(evidence.word(position).names.rawValue) }
    buffer.add(FeatureHash.of(94, all, place))
  }

  /// The governor of the run, and what the article says that the name names.
  @inline(never)
  private func addTree(_ index: Int, _ own: Cell, _ buffer: inout FeatureBuffer) {
    let run = evidence.runs[index]
    guard !run.isEmpty else { return }
    let place = evidence.places[index]
    let definition = UInt64(place.definition.rawValue)
    let known = own.isCapitalised ? UInt64(evidence.usage(index).definition.rawValue) : 0
    let position: UInt64 = (index == Int(run.lowerBound) ? 1 : 0) | (index + 1 == Int(run.upperBound) ? 2 : 0)
    buffer.add(FeatureHash.of(110, UInt64(place.relation), place.governor))
    buffer.add(FeatureHash.of(111, UInt64(place.relation), UInt64(place.governorNouns.rawValue), position))
    buffer.add(FeatureHash.of(112, place.governor))
    buffer.add(FeatureHash.of(113, definition, position))
    buffer.add(FeatureHash.of(114, known, position))
    buffer.add(FeatureHash.of(115, known, own.names))
    var bits = known
    while bits != 0 {
      buffer.add(FeatureHash.of(116, UInt64(bits.trailingZeroBitCount), position))
      bits &= bits - 1
    }
  }

  /// How the article uses the word elsewhere, and where the token stands.
  @inline(never)
  private func addUsage(_ index: Int, _ own: Cell, _ marks: NameEvidence.Marks, _ buffer: inout FeatureBuffer)
  {
    let usage = evidence.usage(index)
    let capital: UInt64 = own.isCapitalised ? 1 : 0
    let use =
      UInt64(min(usage.lower, 2)) | UInt64(min(usage.capitalised, 3)) << 2 | UInt64(min(usage.initial, 2))
      << 4
    let isStart: UInt64 = marks.contains(.sentenceStart) ? 1 : 0
    buffer.add(FeatureHash.of(100, isStart, own.shape))
    buffer.add(FeatureHash.of(101, use, isStart, capital))
    buffer.add(FeatureHash.of(102, usage.isInTitle ? 1 : 0, capital, isStart))
    buffer.add(
      FeatureHash.of(103, UInt64(marks.intersection([.quoted, .bracketed, .joined]).rawValue), own.shape))
    if marks.contains(.title) { buffer.add(FeatureHash.of(104, own.names)) }
    if isStart == 1 { buffer.add(FeatureHash.of(105, own.tag, own.names, use)) }
  }

  /// What the first pass made of the token, of its neighbours and of the same word elsewhere in the article.
  @inline(never)
  private func addMemory(
    _ memory: NameMemory, _ index: Int, _ sentence: Range<Int>, _ own: Cell, _ buffer: inout FeatureBuffer
  ) {
    func label(_ index: Int) -> UInt64 { sentence.contains(index) ? UInt64(memory.labels[index]) : 60 }
    let first = label(index)
    let word = evidence.word(index)
    let vote = memory.vote(of: Int(word.usage), without: Int(first), isCapitalised: own.isCapitalised)
    let name = memory.nameVote(of: index)
    buffer.add(FeatureHash.of(120, first))
    buffer.add(FeatureHash.of(121, first, label(index - 1)))
    buffer.add(FeatureHash.of(122, first, label(index + 1)))
    buffer.add(FeatureHash.of(123, label(index - 2), label(index - 1)))
    buffer.add(FeatureHash.of(124, label(index + 1), label(index + 2)))
    buffer.add(FeatureHash.of(125, first, own.lower))
    buffer.add(FeatureHash.of(126, vote))
    buffer.add(FeatureHash.of(127, vote, first))
    buffer.add(FeatureHash.of(128, vote, own.names))
    buffer.add(FeatureHash.of(129, name))
    buffer.add(FeatureHash.of(130, name, first))
    buffer.add(FeatureHash.of(131, memory.surnameVote(of: Int(word.usage)), first, own.isCapitalised ? 1 : 0))
  }
}
