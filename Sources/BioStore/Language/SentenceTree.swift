/// One sentence's tree, open to repairs, without what stands in brackets.
///
/// Repairs see the words of the sentence proper, in their order; brackets hang where the parser hung them.
struct SentenceTree {
  /// All tokens of the reading.
  var tokens: [Token]
  /// Indices of the sentence's tokens outside brackets, in the order of the text.
  let words: [Int]

  init(_ sentence: Sentence, of tokens: [Token]) {
    self.tokens = tokens
    let asides = AsideFinder.asides(of: sentence.tokens, in: tokens)
    words = sentence.tokens.filter { index in !asides.contains { $0.tokens.contains(index) } }
  }

  /// Hangs a token on another one.
  mutating func attach(_ token: Int, to head: Int?, as relation: DependencyRelation) {
    guard token != head else { return }
    tokens[token].head = head
    tokens[token].relation = relation
  }

  /// The dependents of a token among the words of the sentence.
  func dependents(of token: Int) -> [Int] { words.filter { tokens[$0].head == token } }

  func dependent(of token: Int, _ relations: DependencyRelation...) -> Int? {
    words.first { tokens[$0].head == token && relations.contains(tokens[$0].relation) }
  }

  /// Whether the first token governs the second, directly or not, or is it.
  func dominates(_ ancestor: Int, _ token: Int) -> Bool {
    var current: Int? = token
    for _ in 0...words.count {
      guard let index = current else { return false }
      if index == ancestor { return true }
      current = tokens[index].head
    }
    return false
  }

  /// Whether every word leads to one root.
  var isTree: Bool {
    var roots = 0
    for word in words {
      if tokens[word].head == nil { roots += 1 }
      var current = tokens[word].head
      var steps = 0
      while let index = current {
        steps += 1
        if steps > words.count + 1 { return false }
        current = tokens[index].head
      }
    }
    return roots == 1
  }
}
