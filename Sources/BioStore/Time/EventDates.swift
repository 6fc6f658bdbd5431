/// Events of an article whose date the article itself gives.
struct EventDates {
  private struct Event {
    var interval: DateInterval
    /// The tokens where the event is dated.
    var tokens: Range<Int>
  }

  private let reading: Reading
  private let words: [TimeWord]
  private var byName: [String: Event] = [:]
  private var byHead: [String: [Event]] = [:]

  var isEmpty: Bool { byName.isEmpty }

  /// Collects events that a date follows ("the Fourteenth Congress, in December 1925").
  init(_ reading: Reading, words: [TimeWord], dates: [TemporalExpression]) {
    self.reading = reading
    self.words = words
    var starts: [Int: DateInterval] = [:]
    for date in dates { starts[date.tokens.lowerBound] = date.interval }
    for name in reading.names where name.kind == .event {
      guard let interval = dateBehind(name.tokens.upperBound, in: starts) else { continue }
      let event = Event(interval: interval, tokens: name.tokens)
      if byName[text(name.tokens)] == nil { byName[text(name.tokens)] = event }
      let head = reading.tokens[name.tokens.upperBound - 1].form.lowercased()
      byHead[head, default: []].append(event)
    }
  }

  private func text(_ tokens: Range<Int>) -> String {
    reading.tokens[tokens].map { $0.form.lowercased() }.joined(separator: " ")
  }

  /// The date behind an event's name: a comma, a preposition or an opening bracket may stand between.
  private func dateBehind(_ end: Int, in starts: [Int: DateInterval]) -> DateInterval? {
    var index = end
    while index < min(end + 4, reading.tokens.count) {
      if let interval = starts[index] { return interval.precision == .exact ? interval : nil }
      switch words[index] {
      case .comma, .in, .on, .of, .open, .the, .part, .portion, .from: index += 1
      default: return nil
      }
    }
    return nil
  }

  /// Mentions of dated events behind a preposition that makes them a time, in the order of the text.
  func matches() -> [DateMatch] {
    var result: [DateMatch] = []
    let dated = Set(byHead.values.joined().map(\.tokens))
    for name in reading.names where name.kind == .event && !dated.contains(name.tokens) {
      guard isTime(before: name.tokens.lowerBound) else { continue }
      if let event = byName[text(name.tokens)] {
        result.append(match(name.tokens, event))
      }
    }
    for index in reading.tokens.indices {
      if let event = definite(at: index) { result.append(match(index - 1..<index + 1, event)) }
    }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func match(_ tokens: Range<Int>, _ event: Event) -> DateMatch {
    DateMatch(tokens: tokens, reference: .event(event.interval), movesNarrative: false)
  }

  /// "the congress" behind "at the end of", "during", "after": the last dated event whose name ends so.
  private func definite(at index: Int) -> Event? {
    guard words[index] == .other, index > 0, words[index - 1] == .the, isTime(before: index - 1) else {
      return nil
    }
    return byHead[reading.tokens[index].form]?.last { $0.tokens.upperBound <= index }
  }

  private func isTime(before index: Int) -> Bool {
    var previous = index - 1
    if previous > 0, words[previous] == .the { previous -= 1 }
    guard previous >= 0 else { return false }
    switch words[previous] {
    case .during: return true
    case .of: return previous > 0 && words[previous - 1] == .portion
    default: return false
    }
  }
}
