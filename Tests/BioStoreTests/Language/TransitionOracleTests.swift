import Testing

@testable import BioStore
@testable import TrainReader

/// Governors of a random projective tree over `range`; the governor of its top is `head`.
private func projectiveTree(
  _ range: Range<Int>, head: Int, random: inout RandomSource, heads: inout [Int32]
) {
  guard !range.isEmpty else { return }
  let top = range.lowerBound + Int(random.next() % UInt64(range.count))
  heads[top] = Int32(head)
  for side in [range.lowerBound..<top, (top + 1)..<range.upperBound] {
    var rest = side
    while !rest.isEmpty {
      let count = 1 + Int(random.next() % UInt64(rest.count))
      projectiveTree(
        rest.lowerBound..<(rest.lowerBound + count), head: top, random: &random, heads: &heads)
      rest = (rest.lowerBound + count)..<rest.upperBound
    }
  }
}

@Test func transitionsWithoutCostRebuildEveryProjectiveTree() {
  var random = RandomSource(seed: 3)
  var state = ParserState(capacity: 4)
  for count in 1...30 {
    var heads = [Int32](repeating: -1, count: count)
    projectiveTree(0..<count, head: count, random: &random, heads: &heads)
    state.reset(count: count)
    while !state.isFinal {
      var best: (transition: ParserState.Transition, cost: Int)?
      for transition in ParserState.Transition.allCases where state.allows(transition) {
        let cost = TransitionOracle.cost(of: transition, in: state, heads: heads)
        if cost < best?.cost ?? .max { best = (transition, cost) }
      }
      guard let best else { break }
      #expect(best.cost == 0)
      if best.transition == .shift { state.shift() } else { state.attach(best.transition, relation: 0) }
    }
    for word in 0..<count { #expect(state.nodes[word].head == heads[word]) }
  }
}

@Test func bracketsHangFromTheHeadOfWhatTheyEnclose() {
  // "Mira ( painter ) left": the opening bracket was hung from "left".
  let classes = [
    TagPair(universal: .propn, penn: .nnp), TagPair(universal: .punct, penn: .leftBracket),
    TagPair(universal: .noun, penn: .nn), TagPair(universal: .punct, penn: .rightBracket),
    TagPair(universal: .verb, penn: .vbd),
  ]
  var state = ParserState()
  state.reset(count: 5)
  let relations: [DependencyRelation] = [.nsubj, .punct, .appos, .punct, .root]
  let heads: [Int32] = [4, 4, 0, 2, 5]
  for word in 0..<5 {
    state.nodes[word].head = heads[word]
    state.nodes[word].relation = relations[word].rawValue
  }
  PairedPunctuation.attach(state, tags: [0, 1, 2, 3, 4], classes: classes)
  #expect((0..<5).map { state.nodes[$0].head } == [4, 2, 0, 2, 5])
}
