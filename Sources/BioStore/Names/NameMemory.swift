/// What the first pass found in an article, and what that says about the same words elsewhere in it.
package struct NameMemory: Sendable {
  /// The first pass's label of each token.
  package let labels: [UInt8]
  private let evidence: NameEvidence
  /// For each word (whatever its case), how often it stands in names of each kind, and outside of names capitalised.
  private var votes: [[UInt16]]
  /// For each word, whether it ends a person's name of several words.
  private var surnames: [Bool]
  /// Code of the whole name that a token is in, 0 outside; and how often each name got each kind.
  private var nameOfToken: [UInt64]
  private var nameKinds: [UInt64: [UInt16]] = [:]

  private static let kindCount = NameLabel.Kind.allCases.count

  /// Linear in the length of the article.
  package init(labels: [UInt8], evidence: NameEvidence) {
    self.labels = labels
    self.evidence = evidence
    votes = [[UInt16]](repeating: [], count: evidence.usages.count)
    surnames = [Bool](repeating: false, count: evidence.usages.count)
    nameOfToken = [UInt64](repeating: 0, count: labels.count)
    for sentence in evidence.sentences { count(sentence) }
  }

  private mutating func count(_ sentence: Range<Int>) {
    for index in sentence where evidence.marks[index].contains(.capitalised) {
      let usage = Int(evidence.word(index).usage)
      let column = NameLabel(rawValue: labels[index]).kind.map { Int($0.rawValue) } ?? Self.kindCount
      if column == Self.kindCount, evidence.marks[index].contains(.sentenceStart) { continue }
      if votes[usage].isEmpty { votes[usage] = [UInt16](repeating: 0, count: Self.kindCount + 1) }
      votes[usage][column] &+= 1
    }
    for (range, kind) in NameLabel.spans(of: labels, in: sentence) {
      var code: UInt64 = 7
      for index in range { code = FeatureHash.combine(code, evidence.word(index).codes.lower) }
      for index in range { nameOfToken[index] = code }
      nameKinds[code, default: [UInt16](repeating: 0, count: Self.kindCount)][Int(kind.rawValue)] &+= 1
      if kind == .person, range.count > 1 {
        surnames[Int(evidence.word(range.upperBound - 1).usage)] = true
      }
    }
  }

  /// The kind that the word's other capitalised occurrences have most often, with how sure that is.
  func vote(of usage: Int, without label: Int, isCapitalised: Bool) -> UInt64 {
    var counts = votes[usage]
    guard !counts.isEmpty else { return 0 }
    if isCapitalised {
      let own = NameLabel(rawValue: UInt8(label)).kind.map { Int($0.rawValue) } ?? Self.kindCount
      if counts[own] > 0 { counts[own] -= 1 }
    }
    return Self.summary(counts)
  }

  /// The kind that the whole name of a token has most often.
  func nameVote(of index: Int) -> UInt64 {
    guard nameOfToken[index] != 0, let counts = nameKinds[nameOfToken[index]] else { return 0 }
    return Self.summary(counts)
  }

  /// Whether the word ends a person's name of several words somewhere.
  func surnameVote(of usage: Int) -> UInt64 { surnames[usage] ? 1 : 0 }

  private static func summary(_ counts: [UInt16]) -> UInt64 {
    var best = 0
    var total = 0
    for (index, count) in counts.enumerated() {
      total += Int(count)
      if count > counts[best] { best = index }
    }
    guard total > 0 else { return 1 }
    let isClear = Int(counts[best]) * 3 >= total * 2
    return 2 + UInt64(best) * 6 + (isClear ? 3 : 0) + UInt64(min(counts[best], 3)) - 1
  }
}
