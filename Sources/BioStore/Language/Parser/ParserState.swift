/// A configuration of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez & Satta 2011).
///
/// Words are numbered from 0; the number `count` is the root, which stands at the end of the buffer, and `none`
/// (one more) stands for a missing word, so that features need no branches. The memory is reused.
package struct ParserState: ~Copyable {
  /// One word of the tree under construction.
  package struct Node {
    package var head: Int32 = -1
    package var relation: UInt8 = 0
    package var leftCount: UInt8 = 0
    package var rightCount: UInt8 = 0
    /// The outermost dependents on each side, and the ones next to them.
    package var left: Int32
    package var left2: Int32
    package var right: Int32
    package var right2: Int32
    /// The relations of the dependents on each side, as bits.
    package var leftRelations: UInt64 = 0
    package var rightRelations: UInt64 = 0
    /// By how much the transition that made the arc beat the next best, in units of the model.
    package var margin: Int32 = 0

    init(none: Int32) {
      left = none
      left2 = none
      right = none
      right2 = none
    }
  }

  package enum Transition: Int, Sendable, CaseIterable { case shift, left, right }

  package private(set) var count = 0
  package private(set) var nodes: UnsafeMutablePointer<Node>
  package private(set) var stack: UnsafeMutablePointer<Int32>
  package private(set) var stackCount = 0
  /// The first word of the buffer; `count` when only the root is left.
  package private(set) var next = 0
  private var capacity: Int

  package init(capacity: Int = 256) {
    self.capacity = capacity
    nodes = .allocate(capacity: capacity + 2)
    stack = .allocate(capacity: capacity + 2)
  }

  deinit {
    nodes.deallocate()
    stack.deallocate()
  }

  package var none: Int { count + 1 }

  /// Begins a sentence of `count` words.
  package mutating func reset(count: Int) {
    if count > capacity {
      nodes.deallocate()
      stack.deallocate()
      capacity = count * 2
      nodes = .allocate(capacity: capacity + 2)
      stack = .allocate(capacity: capacity + 2)
    }
    self.count = count
    nodes.initialize(repeating: Node(none: Int32(count + 1)), count: count + 2)
    stackCount = 0
    next = 0
  }

  package var isFinal: Bool { next == count && stackCount == 0 }

  /// The word `depth` below the top of the stack, or `none`.
  @inline(__always)
  package func stackWord(_ depth: Int) -> Int {
    stackCount > depth ? Int(stack[stackCount - 1 - depth]) : none
  }

  /// The word `ahead` of the first of the buffer, the root included, or `none`.
  @inline(__always)
  package func bufferWord(_ ahead: Int) -> Int {
    next + ahead <= count ? next + ahead : none
  }

  /// Whether a transition may be taken here. The root takes one dependent only.
  @inline(__always)
  package func allows(_ transition: Transition) -> Bool {
    switch transition {
    case .shift: next < count
    case .left: stackCount > 0 && (next < count || stackCount == 1)
    case .right: stackCount > 1
    }
  }

  /// The governor and the dependent that an arc transition would join.
  @inline(__always)
  package func arc(_ transition: Transition) -> (head: Int, dependent: Int) {
    (transition == .left ? next : stackWord(1), stackWord(0))
  }

  @inline(__always)
  package mutating func shift() {
    stack[stackCount] = Int32(next)
    stackCount += 1
    next += 1
  }

  /// Takes the top of the stack off as a dependent, of the buffer's first word or of the word below.
  @inline(__always)
  package mutating func attach(_ transition: Transition, relation: UInt8, margin: Int = 0) {
    let (head, dependent) = arc(transition)
    stackCount -= 1
    nodes[dependent].head = Int32(head)
    nodes[dependent].relation = relation
    nodes[dependent].margin = Int32(clamping: margin)
    let bit = 1 as UInt64 &<< UInt64(relation)
    // Punctuation shows in the relations only: it would hide the dependents that tell more.
    if relation == DependencyRelation.punct.rawValue {
      if transition == .left { nodes[head].leftRelations |= bit } else { nodes[head].rightRelations |= bit }
      return
    }
    if transition == .left {
      nodes[head].left2 = nodes[head].left
      nodes[head].left = Int32(dependent)
      nodes[head].leftRelations |= bit
      nodes[head].leftCount = min(nodes[head].leftCount + 1, 7)
    } else {
      nodes[head].right2 = nodes[head].right
      nodes[head].right = Int32(dependent)
      nodes[head].rightRelations |= bit
      nodes[head].rightCount = min(nodes[head].rightCount + 1, 7)
    }
  }
}
