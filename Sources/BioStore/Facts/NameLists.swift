/// Lists of names, "A, B and C", read from the text alone: long lists are where parsers err most.
struct NameLists {
  /// For each token that heads a name of a list, the head of the list's next name; -1 for all others.
  let next: [Int32]

  init(_ reading: Reading) {
    var next = [Int32](repeating: -1, count: reading.tokens.count)
    let names = reading.mentions.filter { $0.form == .name }.sorted {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    }
    var run: [Mention] = []
    func closeRun() {
      // Places with commas may be a city and its country.
      let isPlaces = run.first.map { reading.entities[$0.entity].kind == .place } ?? false
      if run.count > 2 || run.count == 2 && !isPlaces {
        for (left, right) in zip(run, run.dropFirst()) { next[left.head] = Int32(right.head) }
      }
      run = []
    }
    var hasConjunction = false
    for name in names {
      guard let last = run.last else {
        run = [name]
        continue
      }
      if name.tokens.lowerBound < last.tokens.upperBound { continue }
      let gap = Self.gap(last.tokens.upperBound..<name.tokens.lowerBound, reading.tokens)
      let isSameKind = reading.entities[last.entity].kind == reading.entities[name.entity].kind
      if gap == .none || !isSameKind || hasConjunction {
        if hasConjunction { closeRun() }
        run = [name]
        hasConjunction = false
        if gap == .none || !isSameKind { continue }
      } else {
        run.append(name)
        hasConjunction = gap == .conjunction
      }
    }
    if hasConjunction { closeRun() }
    self.next = next
  }

  private enum Gap { case none, comma, conjunction }

  /// What stands between two names: a comma, a conjunction, or something that makes them no list.
  private static func gap(_ range: Range<Int>, _ tokens: [Token]) -> Gap {
    var found = Gap.none
    var isInBrackets = false
    for index in range {
      // "The Salt Road (1931), Late Rains (1940) and …"
      if tokens[index].form == "(" { isInBrackets = true }
      if isInBrackets {
        isInBrackets = tokens[index].form != ")"
        continue
      }
      switch tokens[index].form.lowercased() {
      case ",", ";": if found == .none { found = .comma }
      case "and", "or", "&": found = .conjunction
      case "the", "\"", "“", "”", "''", "``": continue
      default: return .none
      }
    }
    return found
  }
}
