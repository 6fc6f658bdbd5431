import BioStore

/// What links two ends, without the ends: the word that holds the link together, and the paths to it.
struct CoverageLink: Hashable {
  /// The lemma of the verb, noun or adjective, with its particle; empty where one end governs the other.
  var trigger: String
  /// The whole link, such as "person ‹nsubj› marry ‹in› place".
  var text: String
}

/// One end of a link.
enum LinkEnd: Hashable {
  /// Index into the reading's entities.
  case entity(Int)
  case date(BioStore.DateInterval)
}

/// Finds what links the names and dates of a sentence over its tree.
///
/// Coordination is undone, and what a verb leaves to the one above it: "Ana left and joined the League" links Ana and
/// the League by "join". A link with another name in between is none.
struct LinkFinder {
  struct Found {
    var link: CoverageLink
    var first: LinkEnd
    var second: LinkEnd
    /// The lemmas between the ends beside the trigger.
    var between: [String]
  }

  private struct Node {
    var end: LinkEnd
    var head: Int
    var label: String
  }

  /// With more words between the ends than these and the trigger there is no link.
  private static let mostBetween = 2
  private let reading: Reading
  /// By token.
  private let children: [[Int]]

  /// Whether links count that have no person at either end.
  private let allKinds: Bool

  init(_ reading: Reading, allKinds: Bool) {
    self.reading = reading
    self.allKinds = allKinds
    var children = [[Int]](repeating: [], count: reading.tokens.count)
    for (index, token) in reading.tokens.enumerated() {
      if let head = token.head { children[head].append(index) }
    }
    self.children = children
  }

  func links(ofSentence index: Int) -> [Found] {
    let nodes = nodes(ofSentence: index)
    let heads = Set(nodes.map(\.head))
    var found: [Found] = []
    for (number, first) in nodes.enumerated() {
      for second in nodes[(number + 1)...] where isWanted(first, second) {
        guard let next = link(first, second, heads: heads) else { continue }
        // Coordinated names have the same link: once is enough.
        if !found.contains(where: { $0.link == next.link }) { found.append(next) }
      }
    }
    return found
  }

  private func isWanted(_ first: Node, _ second: Node) -> Bool {
    guard first.end != second.end, place(of: first.head) != place(of: second.head) else { return false }
    return allKinds || first.label == "person" || second.label == "person"
  }

  private func nodes(ofSentence index: Int) -> [Node] {
    let tokens = reading.sentences[index].tokens
    var nodes: [Int: Node] = [:]
    for mention in reading.mentions where tokens.contains(mention.head) {
      let kind = reading.entities[mention.entity].kind.rawValue
      guard mention.form != .description else { continue }
      nodes[mention.head] = Node(end: .entity(mention.entity), head: mention.head, label: kind)
    }
    for date in reading.dates where tokens.contains(date.tokens.lowerBound) {
      guard let interval = date.interval else { continue }
      let head = date.tokens.first { token in
        reading.tokens[token].head.map { !date.tokens.contains($0) } ?? true
      }
      guard let head, nodes[head] == nil else { continue }
      nodes[head] = Node(end: .date(interval), head: head, label: "date")
    }
    return nodes.values.sorted { $0.head < $1.head }
  }

  // MARK: One link

  private func link(_ first: Node, _ second: Node, heads: Set<Int>) -> Found? {
    let (one, other) = (ancestors(first.head), ancestors(second.head))
    guard let meeting = one.first(where: other.contains) else { return nil }
    var left = Array(one.prefix { $0 != meeting })
    var right = Array(other.prefix { $0 != meeting })
    var trigger = meeting
    inherit(&left, &right, &trigger)
    guard max(0, left.count - 1) + max(0, right.count - 1) <= Self.mostBetween else { return nil }
    guard !(left + right).contains(where: opensClause) else { return nil }
    // Who does it comes first, and when comes last.
    if second.label != "date", first.label == "date" || isSubject(right) && !isSubject(left) {
      return found(second, right, trigger, left, first, heads: heads)
    }
    return found(first, left, trigger, right, second, heads: heads)
  }

  /// The link, if no other name stands in it and nothing in it is denied.
  private func found(
    _ first: Node, _ left: [Int], _ trigger: Int, _ right: [Int], _ second: Node, heads: Set<Int>
  ) -> Found? {
    let path = left + right + [trigger]
    guard !path.contains(where: { heads.contains($0) && $0 != first.head && $0 != second.head }) else {
      return nil
    }
    guard ![left, right, [trigger]].joined().contains(where: isNegated) else { return nil }
    return describe(first, left, trigger, right, second)
  }

  /// From the token up to the root; conjuncts stand where the first of them does.
  private func ancestors(_ token: Int) -> [Int] {
    var path = [token]
    while path.count < 9, let last = path.last, let head = reading.tokens[place(of: last)].head {
      path.append(head)
    }
    return path
  }

  /// "to Zadar and Riga": Riga has Zadar's place in the sentence.
  private func place(of token: Int) -> Int {
    var token = token
    while reading.tokens[token].relation == .conj, isArgument(token), let head = reading.tokens[token].head,
      isArgument(head)
    {
      token = head
    }
    return token
  }

  private func isArgument(_ token: Int) -> Bool {
    [.noun, .propn, .pron, .num].contains(reading.tokens[token].tag)
  }

  /// The subject of a verb is that of the verbs that hang on it and have none of their own.
  private func inherit(_ left: inout [Int], _ right: inout [Int], _ trigger: inout Int) {
    func sinks(_ side: [Int]) -> Int? {
      guard side.count > 1, let next = side.last,
        [.conj, .xcomp, .advcl, .parataxis].contains(reading.tokens[next].relation),
        reading.tokens[next].tag == .verb,
        !children[next].contains(where: { [.nsubj, .nsubjPass].contains(reading.tokens[$0].relation) })
      else { return nil }
      return next
    }
    while isSubject(left), let next = sinks(right) {
      trigger = next
      right.removeLast()
    }
    while isSubject(right), let next = sinks(left) {
      trigger = next
      left.removeLast()
    }
  }

  private func isSubject(_ side: [Int]) -> Bool {
    side.last.map { [.nsubj, .nsubjPass].contains(reading.tokens[place(of: $0)].relation) } ?? false
  }

  /// Whether the token opens a clause with a subject of its own.
  private func opensClause(_ token: Int) -> Bool {
    [.conj, .parataxis, .advcl, .advclRelcl, .aclRelcl, .ccomp, .csubj].contains(
      reading.tokens[place(of: token)].relation)
  }

  private func isNegated(_ token: Int) -> Bool {
    children[token].contains { ["not", "never", "n't"].contains(reading.tokens[$0].lemma) }
  }

  // MARK: Words

  private func describe(_ first: Node, _ left: [Int], _ trigger: Int, _ right: [Int], _ second: Node) -> Found
  {
    let isEnd = left.isEmpty || right.isEmpty
    let middle = left.dropFirst() + right.dropFirst()
    // Where one end governs the other, the word that hangs on it holds the link.
    let holder = isEnd ? (left.isEmpty ? right.last : left.last) : trigger
    let held = isEnd && holder != first.head && holder != second.head ? holder : nil
    let lemma = isEnd ? held.map(lemma(of:)) ?? "" : self.lemma(of: trigger)
    let shown = isEnd ? held : trigger
    let up = left.map { step($0, shown: shown) }
    let down = right.reversed().map { step($0, shown: shown) }
    let centre = isEnd ? [] : [lemma]
    let words = [first.label] + up + centre + down + [second.label]
    return Found(
      link: CoverageLink(trigger: lemma, text: words.joined(separator: " ")), first: first.end,
      second: second.end,
      between: middle.filter { $0 != shown }.map { reading.tokens[$0].lemma })
  }

  /// The relation of a token to what it hangs on, by its preposition if it has one; words between are shown by class.
  private func step(_ token: Int, shown: Int?) -> String {
    let place = place(of: token)
    let word = reading.tokens[place]
    let preposition = children[place].first { reading.tokens[$0].relation == .case }
    var label = word.relation.label
    if [.obl, .nmod, .oblAgent, .acl, .advcl, .nmodDesc].contains(word.relation), let preposition {
      let parts = [preposition] + children[preposition].filter { reading.tokens[$0].relation == .fixed }
      label = parts.map { reading.tokens[$0].lemma }.joined(separator: "_")
    } else if word.relation == .nmodPoss {
      label = "'s"
    }
    return token == shown ? "‹\(label)› \(lemma(of: token))" : "‹\(label)›"
  }

  private func lemma(of token: Int) -> String {
    let particles = children[token].filter { reading.tokens[$0].relation == .compoundPrt }
    let copula = children[token].contains { reading.tokens[$0].relation == .cop } ? "be " : ""
    return copula + ([token] + particles).map { reading.tokens[$0].lemma.lowercased() }.joined(separator: "_")
  }
}
