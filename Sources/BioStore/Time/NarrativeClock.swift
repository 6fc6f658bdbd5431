/// Where in time the narrative stands: what "the same day" and "16 January" lean on.
struct NarrativeClock {
  /// The last date of the narrative; its end, if it is a span.
  private(set) var current: PartialDate?
  /// Where the last date is a span, its beginning.
  private var currentStart: PartialDate?
  /// The birth date of the article's subject, if the lead states it.
  var birth: PartialDate?
  private var hasMovedInSentence = false

  mutating func beginSentence() { hasMovedInSentence = false }

  /// The interval that a match stands for; `nil` where the article does not fix it.
  func resolve(_ reference: DateReference, words: String) -> DateInterval? {
    switch reference {
    case .fixed(let start, let end, let isCirca):
      DateInterval(start: start, end: end, precision: isCirca ? .circa : .exact, words: words)
    case .open(let start):
      DateInterval(start: start, words: words)
    case .yearless(let start, let end, let direction):
      resolve(start, end, direction, words: words)
    case .same(let unit):
      resolveSame(unit, words: words)
    case .shifted(let amount, let unit):
      current?.advanced(by: amount, unit).map { DateInterval(start: $0, words: words) }
    case .age(let age):
      resolveAge(age, words: words)
    case .event(var interval):
      {
        interval.words = words
        return interval
      }()
    case .vague:
      nil
    }
  }

  /// Loses the thread: what follows leans on something that the article does not date.
  mutating func forget() {
    current = nil
    currentStart = nil
  }

  /// Follows the narrative to a date.
  ///
  /// The first date of a sentence may lead anywhere; a second one moves on only, since what comes before the
  /// first in time is background ("raided his home in 1934 and found papers of 1926").
  mutating func move(to interval: DateInterval) {
    guard let latest = interval.end ?? interval.start else { return }
    if hasMovedInSentence, let current, latest.year < current.year { return }
    current = latest
    currentStart = interval.end == nil ? nil : interval.start
    hasMovedInSentence = true
  }

  private func resolveSame(_ unit: TimeWord.Unit, words: String) -> DateInterval? {
    guard let end = current?.truncated(to: unit) else { return nil }
    guard let currentStart, let start = currentStart.truncated(to: unit), start != end else {
      return DateInterval(start: end, words: words)
    }
    // "that same day" after "8–9 December" is both days; "that year" after "1922–25" is none.
    return unit == .day ? DateInterval(start: start, end: end, words: words) : nil
  }

  /// Of the two calendar years in which someone is `age` years old the one with more of it.
  private func resolveAge(_ age: Int, words: String) -> DateInterval? {
    guard let birth else { return nil }
    let isLate = (birth.month ?? 1) > 6
    let year = PartialDate.year(birth.year, plus: age + (isLate ? 1 : 0))
    return DateInterval(start: PartialDate(year: year), precision: .circa, words: words)
  }

  private func resolve(
    _ start: DateReference.YearPart, _ end: DateReference.YearPart?,
    _ direction: DateReference.Direction, words: String
  ) -> DateInterval? {
    if start.month == nil { return dayOfCurrentMonth(start.day, words: words) }
    guard let year = year(of: start, direction), let first = date(start, year) else { return nil }
    guard let end else { return DateInterval(start: first, words: words) }
    let wraps = (end.month ?? 1) < (start.month ?? 1)
    let last = date(end, wraps ? PartialDate.year(year, plus: 1) : year)
    return DateInterval(start: first, end: last, words: words)
  }

  /// "on the 16th"
  private func dayOfCurrentMonth(_ day: Int?, words: String) -> DateInterval? {
    guard let current, let month = current.month else { return nil }
    let date = PartialDate(year: current.year, month: month, day: day)
    return date.isValid ? DateInterval(start: date, words: words) : nil
  }

  private func date(_ part: DateReference.YearPart, _ year: Int) -> PartialDate? {
    let date =
      part.isSeason
      ? PartialDate(year: year) : PartialDate(year: year, month: part.month, day: part.day)
    return date.isValid ? date : nil
  }

  private func year(
    of part: DateReference.YearPart, _ direction: DateReference.Direction
  ) -> Int? {
    guard let current else { return nil }
    let month = part.month ?? 1
    switch direction {
    case .same: return current.year
    case .forward:
      guard let currentMonth = current.month else { return current.year }
      return month < currentMonth && !part.isSeason ? PartialDate.year(current.year, plus: 1) : current.year
    case .next:
      guard let currentMonth = current.month else { return PartialDate.year(current.year, plus: 1) }
      return month > currentMonth ? current.year : PartialDate.year(current.year, plus: 1)
    case .previous:
      guard let currentMonth = current.month else { return PartialDate.year(current.year, plus: -1) }
      return month < currentMonth ? current.year : PartialDate.year(current.year, plus: -1)
    }
  }
}
