/// Gives all names of the same words the kind that most of them have, if it is a clear majority.
enum KindVotes {
  static func apply(to names: inout [NameSpan], in context: NameContext) {
    var votes: [String: [EntityKind?: Double]] = [:]
    let keys = names.map { context.folded($0.tokens) }
    for (key, name) in zip(keys, names) { votes[key, default: [:]][name.kind, default: 0] += name.confidence }
    for index in names.indices {
      guard let counts = votes[keys[index]], counts.count > 1 else { continue }
      let kinds: [EntityKind?] = EntityKind.allCases + [nil]
      guard let best = kinds.max(by: { (counts[$0] ?? 0) < (counts[$1] ?? 0) }) else { continue }
      let own = counts[names[index].kind] ?? 0
      if (counts[best] ?? 0) > majority * own {
        names[index].kind = best
      } else if names[index].kind == .work, (counts[.person] ?? 0) >= own {
        // Titles of works are the recogniser's least certain kind.
        names[index].kind = .person
      }
    }
  }

  /// How many times as many must be of another kind.
  private static let majority = 1.5
}
