/// The features of the parser's decision between shift, left arc and right arc.
///
/// Templates after Zhang & Nivre, "Transition-based Dependency Parsing with Rich Non-local Features" (2011), moved
/// to arc-hybrid: the arcs at stake join the stack's top with the buffer's first word or with the word below.
package enum TransitionFeatures {
  /// Adds the features of the state to `buffer`.
  package static func extract(
    _ state: borrowing ParserState, words: UnsafePointer<ParserWord>, into buffer: inout FeatureBuffer
  ) {
    buffer.removeAll()
    let nodes = state.nodes
    let none = state.none
    let i0 = state.stackWord(0)
    let i1 = state.stackWord(1)
    let i2 = state.stackWord(2)
    let j0 = state.bufferWord(0)
    let s0 = words[i0]
    let s1 = words[i1]
    let s2 = words[i2]
    let b0 = words[j0]
    let b1 = words[state.bufferWord(1)]
    let b2 = words[state.bufferWord(2)]
    let b3 = words[state.bufferWord(3)]
    addSingle(s0, s1, s2, b0, b1, b2, b3, into: &buffer)
    addPairs(s0, s1, b0, b1, into: &buffer)
    addTriples(s0, s1, s2, b0, b1, b2, into: &buffer)
    addDistances(
      s0, s1, b0, near: distance(i0, j0, none: none), far: distance(i1, i0, none: none),
      gap: between(s0, b0), gap2: between(s1, s0), into: &buffer)
    let c1 = words[Int(b0.nextWord)]
    let c2 = words[Int(c1.nextWord)]
    addWordsAhead(s0, s1, b0, c1, c2, into: &buffer)
    let n0 = nodes[i0]
    let n1 = nodes[i1]
    let m0 = nodes[j0]
    addDependents(s0, s1, b0, n0, n1, m0, words: words, nodes: nodes, into: &buffer)
    addRelations(s0, s1, b0, n0, n1, m0, into: &buffer)
  }

  /// How far two words are apart, in steps.
  @inline(__always)
  private static func distance(_ left: Int, _ right: Int, none: Int) -> UInt64 {
    if left == none || right == none { return 0 }
    let distance = right - left
    return distance < 6 ? UInt64(distance) : distance < 10 ? 6 : distance < 20 ? 7 : 8
  }

  /// Which kinds of words stand between two others: commas, verbs, conjunctions, one bracket of a pair.
  @inline(__always)
  private static func between(_ left: ParserWord, _ right: ParserWord) -> UInt64 {
    let commas = UInt64(min(right.commas &- left.commas, 3))
    let verbs = UInt64(min(right.verbs &- left.verbs, 3))
    let conjunctions = UInt64(min(right.conjunctions &- left.conjunctions, 2))
    let isInBracket: UInt64 = left.brackets == right.brackets ? 0 : 1
    return commas | verbs << 2 | conjunctions << 4 | isInBracket << 6
  }

  @inline(__always)
  private static func addSingle(
    _ s0: ParserWord, _ s1: ParserWord, _ s2: ParserWord, _ b0: ParserWord, _ b1: ParserWord,
    _ b2: ParserWord, _ b3: ParserWord, into buffer: inout FeatureBuffer
  ) {
    buffer.add(FeatureHash.of(100, s0.form))
    buffer.add(FeatureHash.of(101, s0.tag))
    buffer.add(FeatureHash.of(102, s0.formTag))
    buffer.add(FeatureHash.of(103, s1.form))
    buffer.add(FeatureHash.of(104, s1.tag))
    buffer.add(FeatureHash.of(105, s1.formTag))
    buffer.add(FeatureHash.of(106, b0.form))
    buffer.add(FeatureHash.of(107, b0.tag))
    buffer.add(FeatureHash.of(108, b0.formTag))
    buffer.add(FeatureHash.of(109, b1.form))
    buffer.add(FeatureHash.of(110, b1.tag))
    buffer.add(FeatureHash.of(111, b1.formTag))
    buffer.add(FeatureHash.of(112, b2.formTag))
    buffer.add(FeatureHash.of(113, b2.tag))
    buffer.add(FeatureHash.of(114, s2.formTag))
    buffer.add(FeatureHash.of(115, s2.tag))
    buffer.add(FeatureHash.of(116, b3.tag, b2.tag))
    buffer.add(FeatureHash.of(117, s0.cluster))
    buffer.add(FeatureHash.of(118, s1.cluster))
    buffer.add(FeatureHash.of(119, b0.cluster))
  }

  @inline(__always)
  private static func addPairs(
    _ s0: ParserWord, _ s1: ParserWord, _ b0: ParserWord, _ b1: ParserWord,
    into buffer: inout FeatureBuffer
  ) {
    buffer.add(FeatureHash.of(120, s0.lemma, b0.tag, b1.tag))
    buffer.add(FeatureHash.of(121, s0.formTag, b0.tag))
    buffer.add(FeatureHash.of(122, s0.tag, b0.formTag))
    buffer.add(FeatureHash.of(123, s0.lemma, b0.lemma))
    buffer.add(FeatureHash.of(124, s0.tag, b0.tag))
    buffer.add(FeatureHash.of(125, b0.tag, b1.tag))
    buffer.add(FeatureHash.of(126, s1.lemma, s0.tag, b0.tag))
    buffer.add(FeatureHash.of(127, s1.formTag, s0.tag))
    buffer.add(FeatureHash.of(128, s1.tag, s0.formTag))
    buffer.add(FeatureHash.of(129, s1.lemma, s0.lemma))
    buffer.add(FeatureHash.of(130, s1.tag, s0.tag))
    buffer.add(FeatureHash.of(131, s1.tag, b0.tag))
    buffer.add(FeatureHash.of(132, s1.formTag, b0.tag))
    buffer.add(FeatureHash.of(133, s1.tag, b0.formTag))
    buffer.add(FeatureHash.of(134, b0.formTag, b1.tag))
    buffer.add(FeatureHash.of(135, b0.tag, b1.formTag))
    buffer.add(FeatureHash.of(136, s0.cluster, b0.cluster))
    buffer.add(FeatureHash.of(137, s1.cluster, s0.cluster))
    buffer.add(FeatureHash.of(138, s0.formTag, b1.tag))
    buffer.add(FeatureHash.of(139, b0.coarse, b1.coarse))
  }

  @inline(__always)
  private static func addTriples(
    _ s0: ParserWord, _ s1: ParserWord, _ s2: ParserWord, _ b0: ParserWord, _ b1: ParserWord,
    _ b2: ParserWord, into buffer: inout FeatureBuffer
  ) {
    buffer.add(FeatureHash.of(140, b0.tag, b1.tag, b2.tag))
    buffer.add(FeatureHash.of(141, s0.tag, b0.tag, b1.tag))
    buffer.add(FeatureHash.of(142, s1.tag, s0.tag, b0.tag))
    buffer.add(FeatureHash.of(143, s2.tag, s1.tag, s0.tag))
    buffer.add(FeatureHash.of(144, s1.tag, s0.tag, b0.tag, b1.tag))
    buffer.add(FeatureHash.of(145, s1.formTag, s0.tag, b0.tag))
    buffer.add(FeatureHash.of(146, s1.tag, s0.formTag, b0.tag))
    buffer.add(FeatureHash.of(147, s1.tag, s0.tag, b0.formTag))
    buffer.add(FeatureHash.of(148, s0.formTag, b0.tag, b1.tag))
    buffer.add(FeatureHash.of(149, s2.tag, s1.tag, s0.tag, b0.tag))
    buffer.add(FeatureHash.of(150, s0.tag, b0.tag, b1.tag, b2.tag))
    buffer.add(FeatureHash.of(151, s0.coarse, b0.coarse))
    buffer.add(FeatureHash.of(152, s1.coarse, s0.coarse))
    buffer.add(FeatureHash.of(153, s1.coarse, s0.coarse, b0.coarse))
    buffer.add(FeatureHash.of(154, s0.coarse, b0.coarse, b1.coarse))
    buffer.add(FeatureHash.of(155, s1.coarse, b0.coarse))
  }

  /// The next two words that are no punctuation marks.
  @inline(__always)
  private static func addWordsAhead(
    _ s0: ParserWord, _ s1: ParserWord, _ b0: ParserWord, _ c1: ParserWord, _ c2: ParserWord,
    into buffer: inout FeatureBuffer
  ) {
    buffer.add(FeatureHash.of(240, c1.formTag, b0.tag))
    buffer.add(FeatureHash.of(241, s0.tag, b0.tag, c1.tag, c2.tag))
    buffer.add(FeatureHash.of(242, s0.tag, b0.form, c1.tag))
    buffer.add(FeatureHash.of(243, s1.tag, s0.tag, b0.tag, c1.tag))
    buffer.add(FeatureHash.of(244, s0.coarse, b0.form, c1.coarse))
    buffer.add(FeatureHash.of(245, s1.coarse, b0.form, c1.coarse))
    buffer.add(FeatureHash.of(246, s0.cluster, b0.form, c1.cluster))
  }

  @inline(__always)
  private static func addDistances(
    _ s0: ParserWord, _ s1: ParserWord, _ b0: ParserWord, near: UInt64, far: UInt64, gap: UInt64,
    gap2: UInt64, into buffer: inout FeatureBuffer
  ) {
    buffer.add(FeatureHash.of(160, s0.form, near))
    buffer.add(FeatureHash.of(161, s0.tag, near))
    buffer.add(FeatureHash.of(162, b0.form, near))
    buffer.add(FeatureHash.of(163, b0.tag, near))
    buffer.add(FeatureHash.of(164, s0.tag, b0.tag, near))
    buffer.add(FeatureHash.of(165, s1.tag, s0.tag, far))
    buffer.add(FeatureHash.of(166, s1.form, far))
    buffer.add(FeatureHash.of(167, s0.tag, b0.tag, gap))
    buffer.add(FeatureHash.of(168, s1.tag, s0.tag, gap2))
    buffer.add(FeatureHash.of(169, s1.tag, s0.tag, b0.tag, gap))
    buffer.add(FeatureHash.of(170, s1.tag, b0.tag, far, gap2))
  }

  @inline(__always)
  private static func addDependents(
    _ s0: ParserWord, _ s1: ParserWord, _ b0: ParserWord, _ n0: ParserState.Node,
    _ n1: ParserState.Node, _ m0: ParserState.Node, words: UnsafePointer<ParserWord>,
    nodes: UnsafeMutablePointer<ParserState.Node>, into buffer: inout FeatureBuffer
  ) {
    let s0l = words[Int(n0.left)]
    let s0l2 = words[Int(n0.left2)]
    let s0r = words[Int(n0.right)]
    let s0r2 = words[Int(n0.right2)]
    let s1l = words[Int(n1.left)]
    let s1r = words[Int(n1.right)]
    let s1r2 = words[Int(n1.right2)]
    let b0l = words[Int(m0.left)]
    let b0l2 = words[Int(m0.left2)]
    buffer.add(FeatureHash.of(180, s0l.form))
    buffer.add(FeatureHash.of(181, s0l.tag, s0.tag))
    buffer.add(FeatureHash.of(182, s0r.formTag))
    buffer.add(FeatureHash.of(183, s0r.tag, s0.tag))
    buffer.add(FeatureHash.of(184, s1r.formTag))
    buffer.add(FeatureHash.of(185, s1r.tag, s1.tag))
    buffer.add(FeatureHash.of(186, s1l.formTag))
    buffer.add(FeatureHash.of(187, b0l.formTag))
    buffer.add(FeatureHash.of(188, b0l.tag, b0.tag))
    buffer.add(FeatureHash.of(189, s0l.tag, s0.tag, b0.tag))
    buffer.add(FeatureHash.of(190, s0r.tag, s0.tag, b0.tag))
    buffer.add(FeatureHash.of(191, s0.tag, b0.tag, b0l.tag))
    buffer.add(FeatureHash.of(192, s1.tag, s0.tag, s0l.tag))
    buffer.add(FeatureHash.of(193, s1.tag, s0.tag, s0r.tag))
    buffer.add(FeatureHash.of(194, s1.tag, s1r.tag, s0.tag))
    buffer.add(FeatureHash.of(195, s1.tag, s1l.tag, s0.tag))
    buffer.add(FeatureHash.of(196, s1r.tag, s1r2.tag, s1.tag))
    buffer.add(FeatureHash.of(197, b0l.tag, b0l2.tag, b0.tag))
    buffer.add(FeatureHash.of(198, s0l.tag, s0l2.tag, s0.tag))
    buffer.add(FeatureHash.of(199, s0r.tag, s0r2.tag, s0.tag))
    buffer.add(FeatureHash.of(200, s1.lemma, s0l.form))
    buffer.add(FeatureHash.of(201, s1.tag, s0l.form, s0.tag))
    buffer.add(FeatureHash.of(202, s1.lemma, s0l.form, s0.lemma))
    buffer.add(FeatureHash.of(203, s1.tag, s0l.form, b0.tag))
    buffer.add(FeatureHash.of(204, s1.cluster, s0l.form, s0.cluster))
    buffer.add(FeatureHash.of(205, s1r.formTag, s1.tag, s0.tag))
    buffer.add(FeatureHash.of(206, s1.tag, s1r.tag, s0.tag, b0.tag))
    buffer.add(FeatureHash.of(207, s0.tag, s0l.form, b0.tag))
    buffer.add(FeatureHash.of(208, s0.tag, s0r.form, b0.tag))
    buffer.add(FeatureHash.of(209, s0.tag, b0l.form, b0.tag))
    buffer.add(FeatureHash.of(234, s1.lemma, s0l.form, s0.coarse))
    buffer.add(FeatureHash.of(235, s1.coarse, s0l.form, s0.coarse))
    buffer.add(FeatureHash.of(236, s1.coarse, s1r.coarse, s0.coarse))
    buffer.add(FeatureHash.of(237, s1.cluster, s0l.form, b0.tag))
  }

  @inline(__always)
  private static func addRelations(
    _ s0: ParserWord, _ s1: ParserWord, _ b0: ParserWord, _ n0: ParserState.Node,
    _ n1: ParserState.Node, _ m0: ParserState.Node, into buffer: inout FeatureBuffer
  ) {
    let left0 = UInt64(n0.leftCount)
    let right0 = UInt64(n0.rightCount)
    let right1 = UInt64(n1.rightCount)
    let leftB = UInt64(m0.leftCount)
    buffer.add(FeatureHash.of(210, s0.lemma, left0))
    buffer.add(FeatureHash.of(211, s0.tag, left0))
    buffer.add(FeatureHash.of(212, s0.lemma, right0))
    buffer.add(FeatureHash.of(213, s0.tag, right0))
    buffer.add(FeatureHash.of(214, s1.lemma, right1))
    buffer.add(FeatureHash.of(215, s1.tag, right1))
    buffer.add(FeatureHash.of(216, b0.lemma, leftB))
    buffer.add(FeatureHash.of(217, b0.tag, leftB))
    buffer.add(FeatureHash.of(218, s0.lemma, n0.leftRelations))
    buffer.add(FeatureHash.of(219, s0.tag, n0.leftRelations))
    buffer.add(FeatureHash.of(220, s0.lemma, n0.rightRelations))
    buffer.add(FeatureHash.of(221, s0.tag, n0.rightRelations))
    buffer.add(FeatureHash.of(222, s1.lemma, n1.rightRelations))
    buffer.add(FeatureHash.of(223, s1.tag, n1.rightRelations))
    buffer.add(FeatureHash.of(224, b0.lemma, m0.leftRelations))
    buffer.add(FeatureHash.of(225, b0.tag, m0.leftRelations))
    buffer.add(FeatureHash.of(226, s1.tag, n1.leftRelations, s0.tag))
    buffer.add(FeatureHash.of(227, s1.tag, s0.tag, n0.leftRelations))
    buffer.add(FeatureHash.of(228, s0.tag, n0.leftRelations, b0.tag))
    buffer.add(FeatureHash.of(229, s0.tag, b0.tag, m0.leftRelations))
    buffer.add(FeatureHash.of(230, s1.tag, n1.rightRelations, s0.tag))
    buffer.add(FeatureHash.of(231, s0.tag, n0.rightRelations, b0.tag))
    buffer.add(FeatureHash.of(232, s1.tag, n1.leftRelations, s0.tag, n0.leftRelations))
    buffer.add(FeatureHash.of(233, s0.tag, n0.leftRelations, b0.tag, m0.leftRelations))
  }
}
