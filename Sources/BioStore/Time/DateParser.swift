/// Finds the words of dates in one sentence and says what they refer to, without looking at the narrative.
///
/// A recursive-descent parser over classified words; each method takes the index where its phrase would begin
/// and returns where it ends. Linear in the sentence's length.
struct DateParser {
  /// The words of the whole reading.
  let words: [TimeWord]
  let tokens: [Token]
  /// The tokens of the sentence; beyond it stands `.other`.
  let sentence: Range<Int>

  /// Part of a date: any of day, month and year.
  struct Point: Equatable {
    var year: Int?
    var month: Int?
    var day: Int?
    var lastDay: Int?
    var lastYear: Int?
    var isSeason = false
    var isCirca = false
    var direction = DateReference.Direction.forward

    var yearPart: DateReference.YearPart {
      DateReference.YearPart(month: month, day: day, isSeason: isSeason)
    }

    var date: PartialDate? {
      guard let year else { return nil }
      let date = PartialDate(year: year, month: isSeason ? nil : month, day: day)
      return date.isValid ? date : nil
    }
  }

  subscript(index: Int) -> TimeWord {
    index >= sentence.lowerBound && index < sentence.upperBound ? words[index] : .other
  }

  /// The token's form; empty outside the sentence.
  func forms(_ index: Int) -> String { sentence.contains(index) ? tokens[index].form : "" }

  /// The date expression that begins at `index`, if one does.
  func match(at index: Int) -> DateMatch? {
    if case .other = self[index] { return nil }
    if let match = age(at: index) ?? pointer(at: index) ?? shifted(at: index) { return match }
    guard let (end, point) = point(at: index) else { return vague(at: index) }
    if let match = mergedSpan(from: index, point, end) { return match }
    return range(from: index, point, end) ?? single(from: index, point, end)
  }

  // MARK: One date

  private func single(from index: Int, _ point: Point, _ end: Int) -> DateMatch? {
    if point.year == nil {
      // "in May of each year"
      let next = self[end] == .of ? end + 1 : end
      if self[next] == .each { return DateMatch(tokens: index..<end, reference: .vague) }
      return DateMatch(tokens: index..<end, reference: yearless(point))
    }
    guard let start = point.date else { return nil }
    var last: PartialDate?
    if let lastDay = point.lastDay {
      last = PartialDate(year: start.year, month: start.month, day: lastDay)
    } else if let lastYear = point.lastYear {
      last = PartialDate(year: lastYear)
    }
    if let date = last, !date.isValid || date <= start { last = nil }
    if self[end] == .present, last == nil {
      return DateMatch(tokens: index..<end + 1, reference: .open(start))
    }
    return DateMatch(
      tokens: index..<end, reference: .fixed(start, last, isCirca: point.isCirca))
  }

  private func yearless(_ point: Point) -> DateReference {
    var last: DateReference.YearPart?
    if let lastDay = point.lastDay { last = .init(month: point.month, day: lastDay) }
    return .yearless(point.yearPart, last, point.direction)
  }

  /// Any of the forms of a date that name a part of the calendar.
  func point(at index: Int) -> (Int, Point)? {
    switch self[index] {
    case .number(let value, let digits):
      if digits <= 2, let result = dayFirst(at: index, day: value) { return result }
      return year(at: index).map { end, year in
        (end, Point(year: year, isCirca: isMarkedCirca(before: index) || self[end] == .question))
      }
    case .ordinal(let value): return dayFirst(at: index, day: value) ?? dayOnly(at: index, day: value)
    case .month(let month): return monthFirst(at: index, month: month)
    case .feast(let month): return feast(at: index, month: month)
    case .season(let month): return season(at: index, month: month)
    case .yearPair(let first, let last): return (index + 1, Point(year: first, lastYear: last))
    case .fullDate(let date):
      return (index + 1, Point(year: date.year, month: date.month, day: date.day))
    case .era: return year(at: index).map { ($0, Point(year: $1)) }
    default: return nil
    }
  }

  /// "10 January 1937", "the 3rd of May", "8–9 December 1934".
  private func dayFirst(at index: Int, day: Int) -> (Int, Point)? {
    guard (1...31).contains(day) else { return nil }
    var next = index + 1
    var lastDay: Int?
    if isRangeSign(self[next]) || self[next] == .and || self[next] == .or,
      let last = dayNumber(self[next + 1]), last > day
    {
      lastDay = last
      next += 2
    }
    if self[next] == .of { next += 1 }
    guard case .month(let month) = self[next] else { return nil }
    var point = Point(month: month, day: day, lastDay: lastDay)
    let end = addYear(to: &point, at: next + 1)
    return isDay(day, lastDay, of: point) ? (end, point) : nil
  }

  /// "on the 16th", "on the 16th of that month": a day of the month that the narrative has reached.
  private func dayOnly(at index: Int, day: Int) -> (Int, Point)? {
    guard self[index - 1] == .the, self[index - 2] == .on, (1...31).contains(day),
      forms(index).first?.isNumber == true
    else { return nil }
    if self[index + 1] == .of, self[index + 2] == .same, case .unit(.month, isPlural: false) = self[index + 3]
    {
      return (index + 4, Point(day: day))
    }
    let isFree = isPhraseEnd(self[index + 1], forms(index + 1)) || self[index + 1] == .pronoun
    return isFree ? (index + 1, Point(day: day)) : nil
  }

  private func isDay(_ day: Int, _ lastDay: Int?, of point: Point) -> Bool {
    let leapYear = 4
    let longest = PartialDate.daysInMonth(point.month ?? 1, year: point.year ?? leapYear)
    return (lastDay ?? day) <= longest
  }

  /// "January 10, 1937", "May 1921", "December 8–9, 1934", "in March".
  private func monthFirst(at index: Int, month: Int) -> (Int, Point)? {
    var point = Point(month: month)
    var next = index + 1
    if let day = dayNumber(self[next]), isDay(day, nil, of: point), !isDayOfNext(next) {
      point.day = day
      next += 1
      if isRangeSign(self[next]) || self[next] == .and, let last = dayNumber(self[next + 1]), last > day,
        !isDayOfNext(next + 1), isDay(day, last, of: point)
      {
        point.lastDay = last
        next += 2
      }
    }
    let end = addYear(to: &point, at: next)
    if point.year == nil, point.day == nil, !isMonthName(at: index) { return nil }
    return (end, point)
  }

  /// Whether the number is the day of the month behind it: "May 3 June" is May, then 3 June.
  private func isDayOfNext(_ index: Int) -> Bool {
    if case .month = self[index + 1] { return true }
    return false
  }

  /// A month's name alone is a date behind a preposition only: "April" and "May" are people too.
  private func isMonthName(at index: Int) -> Bool {
    // "Jan" is a name too.
    if forms(index).utf8.count == 3, forms(index) != "May" { return false }
    switch self[index - 1] {
    case .in, .during, .since, .until, .part, .next, .previous, .same: return true
    case .from, .between, .by, .before, .after, .of, .dash, .to:
      return isPhraseEnd(self[index + 1], forms(index + 1)) || forms(index + 1).first?.isLowercase == true
    case .and:
      if case .month = self[index - 2] { return true }
      return false
    default:
      if isRangeSign(self[index + 1]), case .month = self[index + 2] { return true }
      return false
    }
  }

  /// "Christmas 1914", "Christmas Day, 1914", "on Christmas Eve"
  private func feast(at index: Int, month: Int) -> (Int, Point)? {
    var point = Point(month: month)
    var next = index + 1
    if case .unit(.day, isPlural: false) = self[next] {
      point.day = 25
      next += 1
    } else if self[next] == .portion {
      point.day = 24
      next += 1
    }
    let end = addYear(to: &point, at: next)
    let isTime = point.day != nil && self[index - 1] == .on
    return point.year == nil && !isTime ? nil : (end, point)
  }

  /// "spring of 1917", "winter 1917–18"
  private func season(at index: Int, month: Int) -> (Int, Point)? {
    var point = Point(month: month, isSeason: true)
    let end = addYear(to: &point, at: index + 1)
    return point.year == nil ? nil : (end, point)
  }

  /// Reads the year behind a day, month or season; the end of the whole.
  private func addYear(to point: inout Point, at index: Int) -> Int {
    var next = index
    if self[next] == .of || self[next] == .comma || self[next] == .in { next += 1 }
    if self[next] == .the { next += 1 }
    if self[next] == .open, let behind = behindBracket(at: next) { next = behind }
    switch self[next] {
    case .number(_, let digits) where digits >= 3:
      if let (end, year) = year(at: next, isBehindMonth: true) {
        point.year = year
        return end
      }
    case .yearPair(let first, let last):
      point.year = first
      point.lastYear = last
      return next + 1
    case .era:
      if let (end, year) = year(at: next) {
        point.year = year
        return end
      }
    case .same, .next, .previous:
      if let (end, direction) = pointedYear(at: next) {
        point.direction = direction
        return end
      }
    default: break
    }
    return index
  }

  /// "12 January [O.S. 1 January] 1800": where the year may stand.
  private func behindBracket(at open: Int) -> Int? {
    let longest = 8
    for index in open + 1...open + longest where self[index] == .close {
      if case .number(_, digits: 4) = self[index + 1] { return index + 1 }
      return nil
    }
    return nil
  }

  /// "that year", "the following year" behind "December of".
  private func pointedYear(at index: Int) -> (Int, DateReference.Direction)? {
    guard case .unit(.year, isPlural: false) = self[index + 1] else { return nil }
    switch self[index] {
    case .same: return (index + 2, .same)
    case .next: return (index + 2, .next)
    default: return nil
    }
  }

  private func dayNumber(_ word: TimeWord) -> Int? {
    switch word {
    case .number(let value, let digits) where digits <= 2 && (1...31).contains(value): value
    case .ordinal(let value) where (1...31).contains(value): value
    default: nil
    }
  }

  func isRangeSign(_ word: TimeWord) -> Bool {
    word == .dash || word == .to || word == .until
  }

  func isMarkedCirca(before index: Int) -> Bool { self[index - 1] == .circa }
}
