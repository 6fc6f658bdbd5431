/// When a fact must have held or happened, as a question says it.
struct TimeCondition: Sendable, Hashable {
  enum Relation: String, Sendable, Hashable {
    case during, before, after, since, until
  }

  var relation: Relation
  /// First and last day, as `facts.start_order` and `facts.end_order` count them: 1934 is 19340000 to 19349999.
  var first: Int
  var last: Int
  /// The words of the question.
  var words: String
  /// The year, for a look at sentences whose facts have no date.
  var year: Int

  /// Whether a dated fact meets the condition.
  func admits(_ fact: FactRecord) -> Bool {
    guard let text = fact.start ?? fact.end else { return false }
    // What has only an end may have begun long before.
    if relation == .after, fact.start == nil { return Self.last(of: text) > last }
    return admits(from: text, to: fact.end ?? text)
  }

  /// Whether what lasts from one date to the other meets the condition.
  func admits(from first: String, to last: String) -> Bool {
    guard let date = DateText(first) else { return false }
    let start = date.year * 10000 + (date.month ?? 0) * 100 + (date.day ?? 0)
    let end = Self.last(of: last)
    switch relation {
    case .during: return start <= self.last && end >= self.first
    case .before: return start < self.first
    case .after: return end > self.last || start >= self.first
    case .since: return end >= self.first
    case .until: return start <= self.last
    }
  }

  /// Whether it spans years.
  var isRange: Bool { first / 10000 != last / 10000 }

  /// Whether two dates are the years in which it begins and ends.
  func isExactly(_ start: String, _ end: String) -> Bool {
    DateText(start)?.year == first / 10000 && DateText(end)?.year == last / 10000
  }

  /// The last day that a date may mean, as `facts.end_order` counts it.
  static func last(of date: String) -> Int {
    guard let date = DateText(date) else { return 0 }
    return date.year * 10000 + (date.month ?? 99) * 100 + (date.day ?? 99)
  }

  var description: String { relation == .during ? "in \(words)" : "\(relation.rawValue) \(words)" }

  /// SQL over the columns of the fact called `alias`; takes the bounds as parameters by `bind`.
  func sql(_ alias: String, bind: (Int) -> String) -> String {
    let start = "coalesce(\(alias).start_order, \(alias).end_order)"
    let end = """
      coalesce(\(alias).end_order, \(alias).start_order + \
      CASE WHEN \(alias).start_order % 10000 = 0 THEN 9999 WHEN \(alias).start_order % 100 = 0 THEN 99 ELSE 0 END)
      """
    switch relation {
    case .during: return "\(start) <= \(bind(last)) AND \(end) >= \(bind(first))"
    case .before: return "\(start) < \(bind(first))"
    case .after: return "\(end) > \(bind(last))"
    case .since: return "\(end) >= \(bind(first))"
    case .until: return "\(start) <= \(bind(last))"
    }
  }
}
