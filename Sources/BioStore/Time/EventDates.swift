/// Events of an article whose date the article itself gives.
struct EventDates {
  private struct Event {
    var name: String
    var head: String
    var interval: DateInterval
    /// The tokens where the event is dated.
    var tokens: Range<Int>
  }

  private let reading: Reading
  private let words: [TimeWord]
  private var events: [Event] = []

  var isEmpty: Bool { events.isEmpty }

  /// Collects events that a date follows ("the Fourteenth Congress, in December 1925").
  init(_ reading: Reading, words: [TimeWord], dates: [TemporalExpression]) {
    self.reading = reading
    self.words = words
    var starts: [Int: DateInterval] = [:]
    for date in dates { starts[date.tokens.lowerBound] = date.interval }
    for name in reading.names where name.kind == .event {
      guard let interval = dateBehind(name.tokens.upperBound, in: starts) else { continue }
      let head = reading.tokens[name.tokens.upperBound - 1].form.lowercased()
      let event = Event(name: text(name.tokens), head: head, interval: interval, tokens: name.tokens)
      events.append(event)
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

  /// Mentions of dated events in a sentence, behind a preposition that makes them a time.
  func matches(in tokens: Range<Int>) -> [DateMatch] {
    var result: [DateMatch] = []
    for name in reading.names where name.kind == .event && tokens.contains(name.tokens.lowerBound) {
      guard isTime(before: name.tokens.lowerBound, in: tokens) else { continue }
      let words = text(name.tokens)
      if let event = events.first(where: { $0.name == words && $0.tokens != name.tokens }) {
        result.append(match(name.tokens, event))
      }
    }
    for index in tokens {
      guard let event = definite(at: index, in: tokens) else { continue }
      result.append(match(index - 1..<index + 1, event))
    }
    return result
  }

  private func match(_ tokens: Range<Int>, _ event: Event) -> DateMatch {
    DateMatch(tokens: tokens, reference: .event(event.interval), movesNarrative: false)
  }

  /// "the congress" behind "at the end of", "during", "after": the last dated event whose name ends so.
  private func definite(at index: Int, in tokens: Range<Int>) -> Event? {
    let form = reading.tokens[index].form
    guard words[index] == .other, form.first?.isLowercase == true, tokens.contains(index - 1),
      words[index - 1] == .the, isTime(before: index - 1, in: tokens)
    else { return nil }
    return events.last { $0.head == form && $0.tokens.upperBound <= index }
  }

  private func isTime(before index: Int, in tokens: Range<Int>) -> Bool {
    var previous = index - 1
    guard tokens.contains(previous) else { return false }
    if words[previous] == .the { previous -= 1 }
    guard tokens.contains(previous) else { return false }
    switch words[previous] {
    case .during: return true
    case .of: return tokens.contains(previous - 1) && words[previous - 1] == .portion
    default: return false
    }
  }
}
