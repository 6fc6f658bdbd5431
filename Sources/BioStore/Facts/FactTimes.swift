/// Finds when a predicate's event took place: the dates of its own clause, then those of the clause that it shares
/// its time with.
struct FactTimes {
  let syntax: SyntaxIndex
  private let frames: FrameTable
  private let dates: [TemporalExpression]
  /// For each token, the date whose head it is; -1 for none.
  private(set) var dateAt: [Int32]
  /// For each token, the first date that belongs to its own clause, directly below first.
  private var own: [Int32]
  /// For each token of a name, the end of the name; -1 elsewhere.
  private(set) var nameEnd: [Int32]

  init(_ reading: Reading, syntax: SyntaxIndex, frames: FrameTable) {
    self.syntax = syntax
    self.frames = frames
    dates = reading.dates
    dateAt = [Int32](repeating: -1, count: reading.tokens.count)
    own = [Int32](repeating: -1, count: reading.tokens.count)
    nameEnd = [Int32](repeating: -1, count: reading.tokens.count)
    for mention in reading.mentions where mention.form == .name {
      for token in mention.tokens { nameEnd[token] = max(nameEnd[token], Int32(mention.tokens.upperBound)) }
    }
    for (index, date) in reading.dates.enumerated() where date.interval != nil && !date.tokens.isEmpty {
      let head = Self.head(of: date.tokens, in: reading.tokens)
      for token in date.tokens { dateAt[token] = Int32(index) }
      // What stands in brackets says something of the words before it, not of the clause.
      if isInBrackets(date.tokens.lowerBound) { continue }
      attach(Int32(index), from: head)
    }
  }

  private func isInBrackets(_ token: Int) -> Bool {
    for index in stride(from: token - 1, through: max(token - 40, 0), by: -1) {
      switch syntax.tokens[index].form {
      case "(": return true
      case ")", ".": return false
      default: continue
      }
    }
    return false
  }

  private static func head(of range: Range<Int>, in tokens: [Token]) -> Int {
    range.first { index in tokens[index].head.map { !range.contains($0) } ?? true } ?? range.lowerBound
  }

  /// Gives the date to every token from its head up to the predicate of the clause.
  private mutating func attach(_ date: Int32, from head: Int) {
    var current = head
    var depth = 0
    while let governor = syntax.tokens[current].head {
      let isBoundary = Self.opensClause(syntax.tokens[current].relation) && depth > 0
      if isBoundary { break }
      current = governor
      depth += 1
      if own[current] < 0 || depth == 1 && !isDirect(own[current], at: current) { own[current] = date }
    }
  }

  private func isDirect(_ date: Int32, at token: Int) -> Bool {
    syntax.dependents(of: token).contains { dateAt[Int($0)] == date }
  }

  /// Relations across which a date does not reach the governor's clause.
  private static func opensClause(_ relation: DependencyRelation) -> Bool {
    switch relation {
    case .acl, .aclRelcl, .advcl, .advclRelcl, .ccomp, .parataxis, .conj, .appos, .csubj, .list, .xcomp: true
    default: false
    }
  }

  /// The interval of the event that `predicate` names.
  ///
  /// - Parameter object: the token of the fact's object: "wrote A (1910) and B (1912)" has a date for each.
  func interval(of predicate: Int, object: Int?) -> DateInterval? {
    if let object, object >= 0 {
      if let date = bracketed(object) { return date }
      switch conjunctDate(object) {
      case .own(let date): return date
      case .others(let dates): return clauseDate(predicate, depth: 0, besides: dates)
      case .none: break
      }
      // "patented a plough in 1869 and a signal in 1875"
      if syntax.tokens[object].relation == .conj, let date = interval(own[object]) { return date }
    }
    return clauseDate(predicate, depth: 0)
  }

  func interval(_ date: Int32) -> DateInterval? { date < 0 ? nil : dates[Int(date)].interval }

  /// A date in brackets right behind a phrase.
  private func bracketed(_ token: Int) -> DateInterval? {
    // Right behind a name: what stands behind other names of a list is theirs.
    if nameEnd[token] >= 0 { return bracketed(behind: Int(nameEnd[token])) }
    let last = syntax.span(of: token)
    for index in token..<last.upperBound where dateAt[index] >= 0 {
      guard index > token, syntax.tokens[index - 1].form == "(" else { continue }
      return interval(dateAt[index])
    }
    return nil
  }

  private func bracketed(behind end: Int) -> DateInterval? {
    var open = end
    while open < dateAt.count, Self.closingMarks.contains(syntax.tokens[open].form) { open += 1 }
    guard open + 1 < dateAt.count else { return nil }
    // "the Golden Anchor in 1931 and the Silver Anchor in 1933"
    if syntax.tokens[open].form == "in", dateAt[open + 1] >= 0 { return interval(dateAt[open + 1]) }
    guard syntax.tokens[open].form == "(" else { return nil }
    for index in (open + 1)..<min(open + 10, dateAt.count) {
      if syntax.tokens[index].form == ")" { return nil }
      if dateAt[index] >= 0 { return interval(dateAt[index]) }
    }
    return nil
  }

  private static let closingMarks: Set<String> = ["\"", "”", "''", "»"]

  /// The date of a predicate's clause, unless it is one of those that belong to other arguments.
  private func clauseDate(_ predicate: Int, depth: Int, besides others: Set<Int32>) -> DateInterval? {
    let found = clauseDate(predicate, depth: depth)
    return others.contains { interval($0) == found } ? nil : found
  }

  private func clauseDate(_ predicate: Int, depth: Int) -> DateInterval? {
    if let found = interval(own[predicate]) { return found }
    guard depth < 4 else { return nil }
    let link = Int(frames.frames[predicate].link)
    if link >= 0, link != predicate, syntax.tokens[link].head != predicate,
      let found = clauseDate(link, depth: depth + 1)
    {
      return found
    }
    guard let head = syntax.tokens[predicate].head else { return nil }
    switch syntax.tokens[predicate].relation {
    // "was in charge of the school from 1920": the frame of "be" stands at the copula.
    case .xcomp, .cop: return clauseDate(head, depth: depth + 1)
    case .conj:
      return leadingDate(of: head, before: predicate)
        ?? (isNominal(predicate) ? clauseDate(head, depth: depth + 1) : nil)
    case .advcl, .acl: return inheritsFromMain(predicate) ? clauseDate(head, depth: depth + 1) : nil
    case .obj, .nsubjPass, .iobj: return isNominal(predicate) ? clauseDate(head, depth: depth + 1) : nil
    default: return nil
    }
  }

  func isNominal(_ token: Int) -> Bool {
    syntax.tokens[token].tag != .verb
  }

  /// "In 1921 he left the army and moved home": a date before the first verb holds for all.
  private func leadingDate(of head: Int, before conjunct: Int) -> DateInterval? {
    for child in syntax.dependents(of: head) where child < head {
      for index in syntax.span(of: Int(child)) where dateAt[index] >= 0 && own[head] == dateAt[index] {
        return interval(dateAt[index])
      }
    }
    return syntax.tokens[head].relation == .conj
      ? syntax.tokens[head].head.flatMap { leadingDate(of: $0, before: conjunct) } : nil
  }

  /// A participle or infinitive without conjunction shares the time of its main clause; "after leaving" does not, and
  /// neither does what lies before it: "Born in Split, she married in 1920", "Having studied law, …".
  private func inheritsFromMain(_ predicate: Int) -> Bool {
    guard syntax.tokens[predicate].tag == .verb else { return false }
    if syntax.tokens[predicate].pennTag == .vb { return true }
    guard syntax.tokens[predicate].relation == .advcl else { return false }
    for child in syntax.dependents(of: predicate) where child < predicate {
      let token = syntax.tokens[Int(child)]
      if token.relation == .mark || token.relation == .case {
        return ["while", "when", "as", "by"].contains(token.lemma)
      }
      if token.lemma == "have" { return false }
    }
    let isFronted = syntax.tokens[predicate].head.map { predicate < $0 } ?? false
    return syntax.tokens[predicate].pennTag == .vbg || syntax.tokens[predicate].pennTag == .vbn && !isFronted
  }
}
