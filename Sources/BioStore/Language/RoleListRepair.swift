/// "was a Soviet revolutionary, journalist and party official": nouns for people joined by commas and "and" are
/// coordinated, each with the words before it, whatever the parser made of them.
struct RoleListRepair {
  /// The words of one member of the list, and what separates it from the one before.
  private struct Member {
    var words: [Int] = []
    var separators: [Int] = []
    var head: Int { words[words.count - 1] }
  }

  static func apply(to tree: inout SentenceTree) {
    for (position, word) in tree.words.enumerated() where isOpening(word, at: position, in: tree) {
      let members = members(from: position, in: tree)
      if !members.isEmpty { coordinate(members, determiner: word, in: &tree) }
    }
  }

  /// An indefinite article behind a word that says what somebody is.
  private static func isOpening(_ word: Int, at position: Int, in tree: SentenceTree) -> Bool {
    guard position > 0, tree.tokens[word].tag == .det,
      ["a", "an"].contains(tree.tokens[word].form.lowercased())
    else { return false }
    var before = position - 1
    if tree.tokens[tree.words[before]].tag == .adv, before > 0 { before -= 1 }
    let token = tree.tokens[tree.words[before]]
    return token.tag == .aux && token.lemma == "be" || token.form.lowercased() == "as"
      || token.lemma == "become" || token.lemma == "remain"
  }

  // MARK: Finding the members

  private static func members(from position: Int, in tree: SentenceTree) -> [Member] {
    var members: [Member] = []
    var current = Member()
    for next in (position + 1)..<max(tree.words.count, position + 1) {
      let word = tree.words[next]
      if isSeparator(tree.tokens[word]) {
        if current.words.isEmpty {
          current.separators.append(word)
          continue
        }
        guard close(&current, into: &members, in: tree) else { return members }
        current.separators = [word]
      } else if isPartOfMember(word, current: current, at: next, in: tree) {
        current.words.append(word)
      } else {
        break
      }
    }
    _ = close(&current, into: &members, in: tree)
    return members
  }

  /// Ends a member; `false` if it names no person.
  private static func close(_ member: inout Member, into members: inout [Member], in tree: SentenceTree)
    -> Bool
  {
    defer { member = Member() }
    guard let last = member.words.last, namesPerson(tree.tokens[last]) else { return false }
    members.append(member)
    return true
  }

  private static func isSeparator(_ token: Token) -> Bool {
    switch token.form.lowercased() {
    case ",", "and", "or", "&", "turned", "cum": true
    default: false
    }
  }

  private static func isPartOfMember(_ word: Int, current: Member, at position: Int, in tree: SentenceTree)
    -> Bool
  {
    let token = tree.tokens[word]
    switch token.tag {
    case .adj, .noun, .propn, .x, .adv: return true
    case .det: return current.words.isEmpty && ["a", "an"].contains(token.form.lowercased())
    case .punct: return ["-", "–", "/"].contains(token.form)
    case .part: return token.form == "'s" || token.form == "’s" || token.form == "'"
    case .num: return token.pennTag == .jj
    case .verb:
      // "a retired teacher", "an English-born singer", but "a singer born in Zadar", "a singer known as".
      guard [.vbn, .vbg, .vbd, .vbp, .vb].contains(token.pennTag) else { return false }
      if let last = current.words.last, namesPerson(tree.tokens[last]) { return false }
      let next = position + 1
      return next < tree.words.count && [.noun, .adj, .propn].contains(tree.tokens[tree.words[next]].tag)
        || namesPerson(token) && !current.words.isEmpty
    default: return false
    }
  }

  private static func namesPerson(_ token: Token) -> Bool {
    switch token.tag {
    case .noun, .adj, .verb: break
    case .propn: if token.pennTag == .nnps { return false }
    default: return false
    }
    return WordClasses(of: (token.tag == .noun ? token.lemma : token.form).lowercased()).contains(.person)
  }

  // MARK: Rebuilding the tree

  private static func coordinate(_ members: [Member], determiner: Int, in tree: inout SentenceTree) {
    let inside = Set(members.flatMap { $0.words + $0.separators } + [determiner])
    guard let old = governor(of: inside, in: tree) else { return }
    let first = members[0].head
    if old != first {
      let head = tree.tokens[old].head
      let relation = tree.tokens[old].relation
      for child in tree.dependents(of: old) where child < determiner && child != first {
        tree.tokens[child].head = first
      }
      tree.attach(first, to: head, as: relation)
    }
    makeNoun(first, in: &tree)
    tree.attach(determiner, to: first, as: .det)
    for (number, member) in members.enumerated() {
      if number > 0 {
        tree.attach(member.head, to: first, as: .conj)
        makeNoun(member.head, in: &tree)
        for word in member.separators {
          let isMark = tree.tokens[word].tag == .punct
          tree.attach(word, to: member.head, as: isMark ? .punct : .cc)
        }
      }
      for word in member.words.dropLast() { gather(word, member: member, in: &tree) }
    }
  }

  /// The word of the list that hangs on something outside of it; `nil` if there are several.
  private static func governor(of inside: Set<Int>, in tree: SentenceTree) -> Int? {
    var found: Int?
    for word in inside where tree.tokens[word].tag != .punct {
      if let head = tree.tokens[word].head, inside.contains(head) { continue }
      let isOnlyOne = found == nil || tree.tokens[word].relation == .root
      if isOnlyOne || tree.dependent(of: word, .cop, .case) != nil { found = word }
    }
    return found
  }

  /// Hangs a word before the member's noun on that noun, unless it modifies another word there.
  private static func gather(_ word: Int, member: Member, in tree: inout SentenceTree) {
    let token = tree.tokens[word]
    if let head = token.head, head != member.head, head > word, member.words.contains(head) {
      switch token.relation {
      case .amod, .compound, .det, .punct, .nmodPoss, .case, .advmod, .nummod, .flat, .obl, .nmodDesc: return
      default: break
      }
    }
    let relation: DependencyRelation =
      switch token.tag {
      case .adj, .verb: .amod
      case .det: .det
      case .punct: .punct
      case .adv: .advmod
      case .part: .case
      default: token.relation == .nmodPoss ? .nmodPoss : .compound
      }
    if token.tag == .part { return }
    tree.attach(word, to: member.head, as: relation)
  }

  private static func makeNoun(_ word: Int, in tree: inout SentenceTree) {
    guard ![.noun, .propn].contains(tree.tokens[word].tag) else { return }
    tree.tokens[word].tag = .noun
    tree.tokens[word].pennTag = .nn
    tree.tokens[word].lemma = tree.tokens[word].form.lowercased()
  }
}
