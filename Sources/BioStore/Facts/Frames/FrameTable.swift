/// One argument of a predicate: the token that heads it, and how it stands to the predicate.
struct Argument: Sendable, Hashable {
  var role: Role
  /// Index into the reading's tokens, or `elided`.
  var token: Int

  /// Stands for a subject that the sentence leaves out: "Born in Tartu. Studied law."
  static let elided = -1
}

/// The predicates of a text and their arguments, normalised: one table for verbs, nouns and adjectives alike.
///
/// Every content token has a frame; most are empty. Arguments are kept in one linked array, so that building
/// the table allocates nothing per token.
struct FrameTable: Sendable {
  /// What a token is as a predicate.
  struct Frame: Sendable {
    /// The number of the lemma that rules are indexed by; `nil` if no table names the lemma.
    var symbol: Symbols.Symbol?
    /// The verb that an event noun stands for.
    var nominalVerb: Symbols.Symbol?
    var factuality: Factuality = .asserted
    /// For nouns with a bearer: what the link says about the time.
    var phase: PredicateLexicon.Phase = .during
    /// For nouns with a bearer: the copula, verb of becoming or other predicate that links the two.
    var link: Int32 = -1
    var isPassive = false
    /// What kinds of thing the noun can name.
    var classes: WordClasses = []
    /// Whether the word names a nation or people: "Norwegian", "Kurd".
    var isNation = false
    /// Whether the word names a belief: "Lutheran".
    var isBelief = false
    fileprivate var first: Int32 = -1
    fileprivate var last: Int32 = -1
  }

  private struct Node: Sendable {
    var argument: Argument
    var next: Int32
  }

  var frames: [Frame]
  private var nodes: [Node] = []

  init(tokenCount: Int) {
    frames = Array(repeating: Frame(), count: tokenCount)
    nodes.reserveCapacity(tokenCount * 2)
  }

  /// Adds an argument unless the predicate has it already.
  mutating func add(_ role: Role, _ token: Int, to predicate: Int) {
    if token == predicate && role != .bearer { return }
    var present = frames[predicate].first
    while present >= 0 {
      let found = nodes[Int(present)]
      if found.argument.role == role && found.argument.token == token { return }
      present = found.next
    }
    let node = Int32(nodes.count)
    nodes.append(Node(argument: Argument(role: role, token: token), next: -1))
    if frames[predicate].first < 0 {
      frames[predicate].first = node
    } else {
      nodes[Int(frames[predicate].last)].next = node
    }
    frames[predicate].last = node
  }

  /// The arguments of a predicate, in the order in which they were found.
  func arguments(of predicate: Int) -> Arguments {
    Arguments(table: self, node: frames[predicate].first)
  }

  /// The node of a predicate's first argument, -1 if it has none. Walking nodes allows adding while walking.
  func firstNode(_ predicate: Int) -> Int32 { frames[predicate].first }

  func argument(at node: Int32) -> Argument { nodes[Int(node)].argument }

  func node(after node: Int32) -> Int32 { nodes[Int(node)].next }

  /// The first argument with that role.
  func firstArgument(_ predicate: Int, _ role: Role) -> Int? {
    var node = frames[predicate].first
    while node >= 0 {
      let found = nodes[Int(node)]
      if found.argument.role == role { return found.argument.token }
      node = found.next
    }
    return nil
  }

  func hasArgument(_ predicate: Int, _ role: Role) -> Bool {
    firstArgument(predicate, role) != nil
  }

  /// Walks the arguments of one predicate.
  ///
  /// For reading only: adding arguments meanwhile would copy the table.
  struct Arguments: Sequence, IteratorProtocol {
    fileprivate let table: FrameTable
    fileprivate var node: Int32

    mutating func next() -> Argument? {
      guard node >= 0 else { return nil }
      let found = table.nodes[Int(node)]
      node = found.next
      return found.argument
    }
  }
}
