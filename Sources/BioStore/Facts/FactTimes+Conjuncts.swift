/// Dates of coordinated arguments: "moved to Vienna in 1921 and to Norway in 1927".
extension FactTimes {
  /// What the members of a coordination say of a date.
  enum ConjunctDate {
    /// No member has a date of its own.
    case none
    case own(DateInterval)
    /// Others have dates of their own, which are not this member's.
    case others(Set<Int32>)
  }

  /// The date of one member: right behind it or its preposition's, or that of the member it shares it with.
  func conjunctDate(_ object: Int) -> ConjunctDate {
    let members = coordination(of: object)
    guard members.count > 1, let position = members.firstIndex(of: object) else { return .none }
    let dates = members.map { date(behind: $0) ?? date(before: $0, isFirst: $0 == members[0]) }
    if let own = dates[position], let interval = interval(own) { return .own(interval) }
    // "A, B and C in 2011"
    for next in members.indices.dropFirst(position + 1) {
      if hasPreposition(members[next]) { break }
      if let shared = dates[next], let interval = interval(shared) { return .own(interval) }
    }
    let found = Set(dates.compactMap { $0 })
    return found.isEmpty ? .none : .others(found)
  }

  /// The nouns and names coordinated with one, in the order of the text.
  private func coordination(of token: Int) -> [Int] {
    var first = token
    while syntax.tokens[first].relation == .conj, let head = syntax.tokens[first].head, isNominal(head) {
      first = head
    }
    var members = [first]
    var next = 0
    while next < members.count, members.count < 40 {
      for child in syntax.dependents(of: members[next])
      where syntax.tokens[Int(child)].relation == .conj && isNominal(Int(child)) {
        members.append(Int(child))
      }
      next += 1
    }
    return members.sorted()
  }

  private func hasPreposition(_ token: Int) -> Bool { syntax.hasDependent(token, .case) }

  /// A date right behind a phrase, with or without preposition.
  private func date(behind member: Int) -> Int32? {
    let end = max(member + 1, nameEnd[member] >= 0 ? Int(nameEnd[member]) : 0)
    for index in end..<min(end + 4, dateAt.count) {
      if dateAt[index] >= 0 { return dateAt[index] }
      switch syntax.tokens[index].tag {
      case .adp, .det: continue
      default: return nil
      }
    }
    return nil
  }

  /// "and in 1929 to Sweden"
  private func date(before member: Int, isFirst: Bool) -> Int32? {
    guard !isFirst, let preposition = syntax.dependent(of: member, .case), preposition > 0,
      dateAt[preposition - 1] >= 0
    else { return nil }
    let date = dateAt[preposition - 1]
    var index = preposition - 1
    while index > 0, dateAt[index] == date || syntax.tokens[index].tag == .adp { index -= 1 }
    return syntax.tokens[index].tag == .cconj || syntax.tokens[index].form == "," ? date : nil
  }
}
