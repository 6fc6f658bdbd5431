/// Finds the best sequence of labels for a sentence: Viterbi over scores of tokens and of transitions.
package struct NameDecoder<Score: Numeric & Comparable & Sendable>: Sendable {
  private static var count: Int { NameLabel.count }
  /// Scores of the labels of each token, a row a token.
  package var scores: [Score] = []
  /// Scores of the transitions, a row for the label before.
  package var transitions: [Score]
  private var best: [Score] = []
  private var back: [UInt8] = []
  private let unreachable: Score
  /// For each label, the labels that may stand before it.
  private let predecessors: [[UInt8]]

  /// - Parameter unreachable: a score lower than any that a sentence can reach.
  package init(unreachable: Score) {
    self.unreachable = unreachable
    transitions = [Score](repeating: .zero, count: Self.count * Self.count)
    predecessors = (0..<Self.count).map { label in
      (0..<UInt8(Self.count)).filter { NameLabel(rawValue: $0).allows(NameLabel(rawValue: UInt8(label))) }
    }
  }

  /// The best labels of `count` tokens whose scores have been set, among those that `allowed` lets through.
  ///
  /// Linear in the number of tokens. Where nothing is allowed, all is outside.
  package mutating func decode(
    count: Int, allowed: (Int) -> NameLabelSet = { _ in .all }
  ) -> [UInt8] {
    let labels = Self.count
    guard count > 0 else { return [] }
    best = [Score](repeating: unreachable, count: count * labels)
    back = [UInt8](repeating: 0, count: count * labels)
    for token in 0..<count {
      let set = allowed(token)
      for label in 0..<labels where set.contains(label: UInt8(label)) {
        let target = token * labels + label
        let own = scores[target]
        if token == 0 {
          let value = NameLabel(rawValue: UInt8(label))
          if NameLabel.outside.allows(value) { best[target] = own + transitions[label] }
          continue
        }
        let row = (token - 1) * labels
        for previous in predecessors[label] where best[row + Int(previous)] > unreachable {
          let score = best[row + Int(previous)] + transitions[Int(previous) * labels + label] + own
          if score > best[target] {
            best[target] = score
            back[target] = previous
          }
        }
      }
    }
    return trace(count: count)
  }

  private func trace(count: Int) -> [UInt8] {
    let labels = Self.count
    let row = (count - 1) * labels
    var label = 0
    for candidate in 1..<labels
    where !NameLabel(rawValue: UInt8(candidate)).isOpen && best[row + candidate] > best[row + label] {
      label = candidate
    }
    var path = [UInt8](repeating: 0, count: count)
    for token in stride(from: count - 1, through: 0, by: -1) {
      path[token] = UInt8(label)
      label = Int(back[token * labels + label])
    }
    return path
  }
}

extension NameLabel {
  /// The names that labels spell, with their kinds; `labels` are those of the whole article.
  package static func spans(
    of labels: [UInt8], in sentence: Range<Int>
  ) -> [(range: Range<Int>, kind: NameLabel.Kind)] {
    var spans: [(range: Range<Int>, kind: NameLabel.Kind)] = []
    var start = sentence.lowerBound
    for index in sentence {
      let label = NameLabel(rawValue: labels[index])
      guard let kind = label.kind, let position = label.position else { continue }
      if position == .begin || position == .unit { start = index }
      if position == .last || position == .unit { spans.append((start..<(index + 1), kind)) }
    }
    return spans
  }
}
