import BioStore

/// A sentence's dependency tree, drawn with lines so that it can be read in a terminal.
struct TreeDrawing {
  private let tokens: [Token]
  private let sentence: Range<Int>
  private let children: [Int: [Int]]

  /// - Parameter sentence: indices into `tokens`; a head outside is taken for none.
  init(tokens: [Token], sentence: Range<Int>) {
    self.tokens = tokens
    self.sentence = sentence
    var children: [Int: [Int]] = [:]
    for index in sentence {
      if let head = tokens[index].head, sentence.contains(head), head != index {
        children[head, default: []].append(index)
      }
    }
    self.children = children
  }

  /// One line for each token, below its governor and in the order of the sentence. Linear in the tokens.
  func rows() -> [(branch: String, token: Int)] {
    var rows: [(branch: String, token: Int)] = []
    var seen: Set<Int> = []
    func visit(_ token: Int, lead: String, branch: String) {
      guard seen.insert(token).inserted else { return }
      rows.append((branch, token))
      let below = children[token] ?? []
      for (number, child) in below.enumerated() {
        let isLast = number == below.count - 1
        visit(child, lead: lead + (isLast ? "   " : "│  "), branch: lead + (isLast ? "└─ " : "├─ "))
      }
    }
    for index in sentence where isRoot(index) { visit(index, lead: "", branch: "") }
    for index in sentence where !seen.contains(index) { visit(index, lead: "", branch: "") }
    return rows
  }

  private func isRoot(_ index: Int) -> Bool {
    guard let head = tokens[index].head else { return true }
    return !sentence.contains(head) || head == index
  }
}
