/// The dependents of every token, and what the stages over the parse ask of a tree most often.
///
/// Building it is linear in the number of tokens; looking up dependents costs nothing more than reading them.
struct SyntaxIndex: Sendable {
  let tokens: [Token]
  /// Where the dependents of a token begin in `dependentList`; one entry more than there are tokens.
  private let starts: [Int32]
  private let dependentList: [Int32]
  /// All tokens, governors before their dependents.
  let topDown: [Int32]

  init(_ tokens: [Token]) {
    self.tokens = tokens
    var counts = [Int32](repeating: 0, count: tokens.count + 1)
    for token in tokens {
      if let head = token.head { counts[head + 1] += 1 }
    }
    for index in 1..<max(counts.count, 1) { counts[index] += counts[index - 1] }
    starts = counts
    var list = [Int32](repeating: 0, count: Int(counts.last ?? 0))
    for (index, token) in tokens.enumerated() {
      guard let head = token.head else { continue }
      list[Int(counts[head])] = Int32(index)
      counts[head] += 1
    }
    dependentList = list
    topDown = Self.order(tokens, starts: starts, dependents: list)
  }

  private static func order(_ tokens: [Token], starts: [Int32], dependents: [Int32]) -> [Int32] {
    var order: [Int32] = []
    order.reserveCapacity(tokens.count)
    for index in tokens.indices where tokens[index].head == nil { order.append(Int32(index)) }
    var next = 0
    while next < order.count {
      let token = Int(order[next])
      order.append(contentsOf: dependents[Int(starts[token])..<Int(starts[token + 1])])
      next += 1
    }
    return order
  }

  /// The dependents of a token, in the order of the text.
  func dependents(of token: Int) -> ArraySlice<Int32> {
    dependentList[Int(starts[token])..<Int(starts[token + 1])]
  }

  /// The first dependent with that relation.
  func dependent(of token: Int, _ relation: DependencyRelation) -> Int? {
    for child in dependents(of: token) where tokens[Int(child)].relation == relation { return Int(child) }
    return nil
  }

  func hasDependent(_ token: Int, _ relation: DependencyRelation) -> Bool {
    dependent(of: token, relation) != nil
  }

  /// Whether `ancestor` governs `token`, directly or not, or is it.
  func dominates(_ ancestor: Int, _ token: Int) -> Bool { tokens.dominates(ancestor, token) }

  /// First and last token of the subtree, end exclusive.
  func span(of token: Int) -> Range<Int> {
    var range = token..<(token + 1)
    for child in dependents(of: token) {
      let inner = span(of: Int(child))
      range = min(range.lowerBound, inner.lowerBound)..<max(range.upperBound, inner.upperBound)
    }
    return range
  }
}
