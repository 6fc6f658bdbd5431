/// The dependency trees of a reading, with the children and the extent of every token at hand.
///
/// Building it is linear in the number of tokens.
struct SyntaxForest: Sendable {
  let tokens: [Token]
  /// For each token, the sentence that holds it.
  let sentenceOfToken: [Int32]
  /// The first and the last token of the subtree of each token.
  private(set) var leftEdge: [Int32]
  private(set) var rightEdge: [Int32]
  private var firstChild: [Int32]
  private var nextSibling: [Int32]

  init(_ reading: Reading) {
    tokens = reading.tokens
    let count = tokens.count
    var sentenceOfToken = [Int32](repeating: 0, count: count)
    for (number, sentence) in reading.sentences.enumerated() {
      for token in sentence.tokens { sentenceOfToken[token] = Int32(number) }
    }
    self.sentenceOfToken = sentenceOfToken
    firstChild = [Int32](repeating: -1, count: count)
    nextSibling = firstChild
    leftEdge = (0..<count).map(Int32.init)
    rightEdge = leftEdge
    linkChildren()
    for sentence in reading.sentences { measure(sentence.tokens) }
  }

  private mutating func linkChildren() {
    for token in tokens.indices.reversed() {
      guard let head = tokens[token].head, head != token else { continue }
      nextSibling[token] = firstChild[head]
      firstChild[head] = Int32(token)
    }
  }

  /// Widens each token's extent to that of its children, until nothing changes; two or three rounds as a rule.
  private mutating func measure(_ sentence: Range<Int>) {
    var isChanged = true
    var rounds = 0
    while isChanged && rounds < sentence.count {
      isChanged = false
      rounds += 1
      // One sweep each way settles whole chains of left and of right branches.
      for token in sentence { isChanged = widenHead(of: token) || isChanged }
      for token in sentence.reversed() { isChanged = widenHead(of: token) || isChanged }
    }
  }

  private mutating func widenHead(of token: Int) -> Bool {
    guard let head = tokens[token].head else { return false }
    let left = leftEdge[token]
    let right = rightEdge[token]
    var isChanged = false
    if left < leftEdge[head] {
      leftEdge[head] = left
      isChanged = true
    }
    if right > rightEdge[head] {
      rightEdge[head] = right
      isChanged = true
    }
    return isChanged
  }

  /// The dependents of a token, in the order of the text.
  func children(of token: Int) -> Children {
    Children(siblings: nextSibling, following: firstChild[token])
  }

  struct Children: Sequence, IteratorProtocol {
    fileprivate let siblings: [Int32]
    fileprivate var following: Int32

    mutating func next() -> Int? {
      guard following >= 0 else { return nil }
      defer { following = siblings[Int(following)] }
      return Int(following)
    }
  }

  /// The first dependent of a token with one of the relations.
  func child(of token: Int, _ relations: DependencyRelation...) -> Int? {
    var child = firstChild[token]
    while child >= 0 {
      if relations.contains(tokens[Int(child)].relation) { return Int(child) }
      child = nextSibling[Int(child)]
    }
    return nil
  }

  /// The token of a range that governs the others: the first whose own governor lies outside.
  func head(of range: Range<Int>) -> Int {
    for token in range where tokens[token].relation != .punct && tokens[token].tag != .punct {
      guard let head = tokens[token].head else { return token }
      if !range.contains(head) { return token }
    }
    return range.lowerBound
  }

  /// Whether `ancestor` governs `token`, directly or through others; a token does not govern itself.
  func governs(_ ancestor: Int, _ token: Int) -> Bool {
    var current = token
    var steps = 0
    while let head = tokens[current].head, steps < 100 {
      if head == ancestor { return true }
      current = head
      steps += 1
    }
    return false
  }

  /// The dependents' prepositions: the lower-case form of the first `case` child.
  func preposition(of token: Int) -> String? {
    child(of: token, .case).map { tokens[$0].form.lowercased() }
  }
}
