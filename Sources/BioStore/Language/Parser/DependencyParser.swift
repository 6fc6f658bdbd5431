/// Builds dependency trees by greedy arc-hybrid transitions, in linear time.
///
/// Two linear models decide: one between shift, left and right, one on the relation of an arc. Arcs of all trees
/// are projective, and each tree has one root.
package struct DependencyParser {
  private let transitions: ThreeClassModel
  private let relations: LinearModel

  /// The parser of a model file, which must outlive it.
  package init(_ file: ModelFile) throws {
    transitions = try file.threeClassModel("parser.transitions")
    relations = try file.linearModel("parser.relations")
    guard relations.classCount == DependencyRelation.allCases.count else { throw ModelFileError.damaged }
  }

  /// What a margin of 1 in the nodes is worth in the weights of the model.
  package var marginScale: Float { transitions.scale }

  /// Parses a sentence; the tree is in `state.nodes`. `words` ends with the root and the missing word.
  package func parse(
    _ words: UnsafePointer<ParserWord>, count: Int, state: inout ParserState,
    buffer: inout FeatureBuffer
  ) {
    state.reset(count: count)
    let root = Int(DependencyRelation.root.rawValue)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: relations.classCount) { scores in
      guard let base = scores.baseAddress else { return }
      while !state.isFinal {
        let (transition, margin) = nextTransition(state, words: words, buffer: &buffer)
        if transition == .shift {
          state.shift()
          continue
        }
        let (head, dependent) = state.arc(transition)
        var relation = root
        if head != count {
          RelationFeatures.extract(
            state, words: words, head: head, dependent: dependent, into: &buffer)
          relations.score(buffer, into: base)
          relation = bestRelation(base)
        }
        state.attach(transition, relation: UInt8(relation), margin: margin)
      }
    }
  }

  /// The best transition, and by how much it beats the next best.
  @inline(__always)
  private func nextTransition(
    _ state: borrowing ParserState, words: UnsafePointer<ParserWord>, buffer: inout FeatureBuffer
  ) -> (ParserState.Transition, margin: Int) {
    let canShift = state.allows(.shift)
    let canLeft = state.allows(.left)
    let canRight = state.allows(.right)
    if !canLeft && !canRight { return (.shift, Self.certainMargin) }
    if !canShift && !canRight { return (.left, Self.certainMargin) }
    if !canShift && !canLeft { return (.right, Self.certainMargin) }
    TransitionFeatures.extract(state, words: words, into: &buffer)
    let scores = transitions.score(buffer)
    let shift = canShift ? scores.0 : Int.min / 2
    let left = canLeft ? scores.1 : Int.min / 2
    let right = canRight ? scores.2 : Int.min / 2
    if shift >= left && shift >= right { return (.shift, shift - max(left, right)) }
    if left >= right { return (.left, left - max(shift, right)) }
    return (.right, right - max(shift, left))
  }

  /// The margin of a transition that is the only one allowed.
  package static let certainMargin = 1000

  @inline(__always)
  private func bestRelation(_ scores: UnsafeMutablePointer<Int32>) -> Int {
    let root = Int(DependencyRelation.root.rawValue)
    var best = 0
    for label in 1..<relations.classCount where scores[label] > scores[best] && label != root {
      best = label
    }
    return best
  }
}
