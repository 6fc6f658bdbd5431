/// Builds dependency trees by greedy arc-hybrid transitions, in linear time.
///
/// Two linear models decide: one between shift, left and right, one on the relation of an arc. Arcs of all trees
/// are projective, and each tree has one root.
package struct DependencyParser {
  private let transitions: LinearModel
  private let relations: LinearModel

  /// The parser of a model file, which must outlive it.
  package init(_ file: ModelFile) throws {
    transitions = try file.linearModel("parser.transitions")
    relations = try file.linearModel("parser.relations")
    guard transitions.classCount == ParserState.Transition.allCases.count,
      relations.classCount == DependencyRelation.allCases.count
    else { throw ModelFileError.damaged }
  }

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
        let transition = nextTransition(state, words: words, buffer: &buffer, scores: base)
        if transition == .shift {
          state.shift()
          continue
        }
        let (head, dependent) = state.arc(transition)
        var relation = root
        if head != count {
          RelationFeatures.extract(
            state, words: words, head: head, dependent: dependent, into: &buffer)
          relations.score(buffer.features, into: base)
          relation = bestRelation(base)
        }
        state.attach(transition, relation: UInt8(relation))
      }
    }
  }

  @inline(__always)
  private func nextTransition(
    _ state: borrowing ParserState, words: UnsafePointer<ParserWord>, buffer: inout FeatureBuffer,
    scores: UnsafeMutablePointer<Int32>
  ) -> ParserState.Transition {
    let canShift = state.allows(.shift)
    let canLeft = state.allows(.left)
    let canRight = state.allows(.right)
    if !canLeft && !canRight { return .shift }
    if !canShift && !canRight { return .left }
    if !canShift && !canLeft { return .right }
    TransitionFeatures.extract(state, words: words, into: &buffer)
    transitions.score(buffer.features, into: scores)
    var best = ParserState.Transition.shift
    var bestScore = canShift ? scores[0] : Int32.min
    if canLeft && scores[1] > bestScore {
      best = .left
      bestScore = scores[1]
    }
    if canRight && scores[2] > bestScore { best = .right }
    return best
  }

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
