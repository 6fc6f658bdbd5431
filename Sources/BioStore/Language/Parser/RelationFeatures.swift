/// The features of the parser's decision on the relation of an arc that it is about to make.
///
/// The dependent has all its own dependents by then; the governor may yet get more.
package enum RelationFeatures {
  /// Adds the features of the arc from `head` to `dependent` to `buffer`.
  package static func extract(
    _ state: borrowing ParserState, words: UnsafePointer<ParserWord>, head: Int, dependent: Int,
    into buffer: inout FeatureBuffer
  ) {
    buffer.removeAll()
    let nodes = state.nodes
    let none = state.none
    let count = state.count
    let isLeft: UInt64 = dependent < head ? 1 : 0
    let distance = min(abs(head - dependent), 7)
    let place = isLeft | UInt64(distance) << 1
    let h = words[head]
    let d = words[dependent]
    addPair(h, d, direction: isLeft, place: place, into: &buffer)
    addNeighbours(
      h, d, direction: isLeft,
      before: words[dependent > 0 ? dependent - 1 : none],
      after: words[dependent + 1 < count ? dependent + 1 : none],
      headBefore: words[head > 0 ? head - 1 : none], headAfter: words[head + 1 < count ? head + 1 : none],
      into: &buffer)
    addDependents(
      h, d, direction: isLeft, nodes[head], nodes[dependent], words: words, nodes: nodes, into: &buffer)
  }

  @inline(__always)
  private static func addPair(
    _ h: ParserWord, _ d: ParserWord, direction: UInt64, place: UInt64, into buffer: inout FeatureBuffer
  ) {
    buffer.add(FeatureHash.of(300, direction))
    buffer.add(FeatureHash.of(301, d.form, direction))
    buffer.add(FeatureHash.of(302, d.tag, direction))
    buffer.add(FeatureHash.of(303, d.formTag, direction))
    buffer.add(FeatureHash.of(304, h.form, direction))
    buffer.add(FeatureHash.of(305, h.tag, direction))
    buffer.add(FeatureHash.of(306, h.formTag, direction))
    buffer.add(FeatureHash.of(307, h.tag, d.tag, direction))
    buffer.add(FeatureHash.of(308, h.lemma, d.lemma, direction))
    buffer.add(FeatureHash.of(309, h.formTag, d.tag, direction))
    buffer.add(FeatureHash.of(310, h.tag, d.formTag, direction))
    buffer.add(FeatureHash.of(311, h.tag, d.tag, place))
    buffer.add(FeatureHash.of(312, d.tag, place))
    buffer.add(FeatureHash.of(313, d.cluster, direction))
    buffer.add(FeatureHash.of(314, d.cluster, h.tag, direction))
    buffer.add(FeatureHash.of(315, h.cluster, d.cluster, direction))
    buffer.add(FeatureHash.of(316, h.coarse, d.coarse, direction))
    buffer.add(FeatureHash.of(317, h.tag, d.coarse, direction))
    buffer.add(FeatureHash.of(318, h.coarse, d.tag, direction))
  }

  @inline(__always)
  private static func addNeighbours(
    _ h: ParserWord, _ d: ParserWord, direction: UInt64, before: ParserWord, after: ParserWord,
    headBefore: ParserWord, headAfter: ParserWord, into buffer: inout FeatureBuffer
  ) {
    buffer.add(FeatureHash.of(320, before.form, d.tag, direction))
    buffer.add(FeatureHash.of(321, after.form, d.tag, direction))
    buffer.add(FeatureHash.of(322, before.tag, d.tag, h.tag, direction))
    buffer.add(FeatureHash.of(323, after.tag, d.tag, h.tag, direction))
    buffer.add(FeatureHash.of(324, headBefore.tag, d.tag, h.tag, direction))
    buffer.add(FeatureHash.of(325, headAfter.tag, d.tag, h.tag, direction))
    buffer.add(FeatureHash.of(326, before.tag, after.tag, d.tag, direction))
    buffer.add(FeatureHash.of(327, before.form, d.form))
    buffer.add(FeatureHash.of(328, d.form, after.form))
  }

  @inline(__always)
  private static func addDependents(
    _ h: ParserWord, _ d: ParserWord, direction: UInt64, _ head: ParserState.Node,
    _ dependent: ParserState.Node, words: UnsafePointer<ParserWord>,
    nodes: UnsafeMutablePointer<ParserState.Node>, into buffer: inout FeatureBuffer
  ) {
    let left = words[Int(dependent.left)]
    let left2 = words[Int(dependent.left2)]
    let right = words[Int(dependent.right)]
    let sibling = direction == 1 ? head.left : head.right
    let siblingRelation = UInt64(nodes[Int(sibling)].relation)
    let siblingWord = words[Int(sibling)]
    let leftRelation = UInt64(nodes[Int(dependent.left)].relation)
    buffer.add(FeatureHash.of(330, left.form, d.tag, direction))
    buffer.add(FeatureHash.of(331, left.form, h.tag, direction))
    buffer.add(FeatureHash.of(332, left.form, h.lemma, direction))
    buffer.add(FeatureHash.of(333, left.form, d.lemma, direction))
    buffer.add(FeatureHash.of(334, left.tag, left2.tag, d.tag, direction))
    buffer.add(FeatureHash.of(335, left2.form, d.tag, direction))
    buffer.add(FeatureHash.of(336, right.formTag, d.tag, direction))
    buffer.add(FeatureHash.of(337, dependent.leftRelations, d.tag, direction))
    buffer.add(FeatureHash.of(338, dependent.leftRelations, h.tag, d.tag, direction))
    buffer.add(FeatureHash.of(339, dependent.rightRelations, d.tag, h.tag, direction))
    buffer.add(FeatureHash.of(340, head.leftRelations, h.tag, d.tag, direction))
    buffer.add(FeatureHash.of(341, head.rightRelations, h.tag, d.tag, direction))
    buffer.add(FeatureHash.of(342, head.leftRelations, h.lemma, direction))
    buffer.add(FeatureHash.of(343, head.rightRelations, h.lemma, direction))
    buffer.add(FeatureHash.of(344, siblingRelation, siblingWord.tag, d.tag, direction))
    buffer.add(FeatureHash.of(345, siblingRelation, h.lemma, d.tag, direction))
    buffer.add(FeatureHash.of(346, dependent.leftRelations, d.form, direction))
    buffer.add(FeatureHash.of(347, leftRelation, left.form, h.cluster, d.tag))
    buffer.add(FeatureHash.of(349, left.form, h.coarse, d.coarse))
    buffer.add(FeatureHash.of(350, left.form, h.cluster, direction))
    buffer.add(FeatureHash.of(348, head.leftRelations | dependent.leftRelations << 1, left.form, direction))
  }
}
