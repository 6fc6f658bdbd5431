/// Hangs brackets and quotation marks where Universal Dependencies wants them: both marks of a pair from the one word
/// inside that has its governor outside.
///
/// <https://universaldependencies.org/u/dep/punct.html>. A greedy parser sees an opening mark long before it knows
/// that word. Linear in the number of words, for pairs of at most `longestPair` words.
package enum PairedPunctuation {
  private static let longestPair = 80

  /// Mends the tree in `state`.
  package static func attach(
    _ state: borrowing ParserState, tags: [UInt8], classes: [TagPair]
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: state.count) { open in
      var openCount = 0
      for word in 0..<state.count {
        switch classes[Int(tags[word])].penn {
        case .leftBracket, .openQuote:
          open[openCount] = word
          openCount += 1
        case .rightBracket, .closeQuote:
          let wanted: PennTag =
            classes[Int(tags[word])].penn == .rightBracket ? .leftBracket : .openQuote
          guard openCount > 0, classes[Int(tags[open[openCount - 1]])].penn == wanted else { continue }
          openCount -= 1
          attachPair(state, first: open[openCount], last: word)
        default: continue
        }
      }
    }
  }

  private static func attachPair(_ state: borrowing ParserState, first: Int, last: Int) {
    guard last - first > 1, last - first <= longestPair, isFree(state, first), isFree(state, last) else {
      return
    }
    var top: Int?
    for word in (first + 1)..<last {
      let node = state.nodes[word]
      let isOutside = Int(node.head) <= first || Int(node.head) >= last
      guard isOutside, !isFree(state, word) else { continue }
      if top != nil { return }
      top = word
    }
    guard let top else { return }
    state.nodes[first].head = Int32(top)
    state.nodes[last].head = Int32(top)
  }

  /// Whether a word hangs as a punctuation mark and has no dependents.
  private static func isFree(_ state: borrowing ParserState, _ word: Int) -> Bool {
    let node = state.nodes[word]
    return node.relation == DependencyRelation.punct.rawValue && node.leftCount == 0
      && node.rightCount == 0 && node.leftRelations == 0 && node.rightRelations == 0
  }
}
