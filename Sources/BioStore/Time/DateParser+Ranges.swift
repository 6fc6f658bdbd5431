/// Spans: "1922–25", "from May to July 1921", "between 1922 and 1925", "1999–present".
extension DateParser {
  /// The span whose first date is `first`, which ends at `end`; `nil` if no span follows.
  func range(from index: Int, _ first: Point, _ end: Int) -> DateMatch? {
    let isBetween = self[index - 1] == .between
    guard isRangeSign(self[end]) || (isBetween && self[end] == .and) else { return nil }
    // "moved in 1922 to Paris": the second date has to follow at once.
    var next = end + 1
    if self[next] == .the { next += 1 }
    let isCirca = first.isCirca || self[next] == .circa
    if self[next] == .circa { next += 1 }
    if self[next] == .part { next += 1 }
    if let date = first.date {
      if let match = shortSpan(from: index, date, behind: next, isCirca: isCirca) { return match }
      if let match = openSpan(from: index, date, sign: end) { return match }
    }
    guard let (last, second) = point(at: next) else { return nil }
    return span(index..<last, first, second, isCirca: isCirca || second.isCirca)
  }

  /// "15 October 18934 April 1953": two days whose dash was lost, as happens when texts are converted.
  func mergedSpan(from index: Int, _ first: Point, _ end: Int) -> DateMatch? {
    guard first.year == nil, first.day != nil, case .mergedYearAndDay(let year, let day) = self[end],
      case .month(let month) = self[end + 1],
      let (last, lastYear) = self.year(at: end + 2, isBehindMonth: true)
    else { return nil }
    let start = PartialDate(year: year, month: first.month, day: first.day)
    let finish = PartialDate(year: lastYear, month: month, day: day)
    guard start.isValid, finish.isValid, start < finish else { return nil }
    return DateMatch(tokens: index..<last, reference: .fixed(start, finish, isCirca: false))
  }

  private func span(
    _ tokens: Range<Int>, _ first: Point, _ second: Point, isCirca: Bool
  ) -> DateMatch? {
    if second.year == nil {
      guard first.year == nil else { return nil }
      let reference = DateReference.yearless(first.yearPart, second.yearPart, second.direction)
      return DateMatch(tokens: tokens, reference: reference)
    }
    guard let last = second.lastYear.map({ PartialDate(year: $0) }) ?? second.date else { return nil }
    guard let start = first.date ?? dated(first, before: last), start < last else { return nil }
    return DateMatch(tokens: tokens, reference: .fixed(start, last, isCirca: isCirca))
  }

  /// "30 December – 2 January 1935" begins in 1934.
  private func dated(_ point: Point, before last: PartialDate) -> PartialDate? {
    var point = point
    point.year = last.year
    if let date = point.date, date <= last { return date }
    point.year = PartialDate.year(last.year, plus: -1)
    return point.date
  }

  /// "1922–25", "1997-8", "June 1921–23"
  private func shortSpan(
    from index: Int, _ start: PartialDate, behind next: Int, isCirca: Bool
  ) -> DateMatch? {
    guard start.day == nil, case .number(let value, let digits) = self[next], digits <= 2 else { return nil }
    if case .month = self[next + 1] { return nil }
    if self[next + 1] == .counted { return nil }
    if case .era = self[next + 1] { return nil }
    guard self[next - 1] == .dash || self[next - 1] == .to,
      let year = PartialDate.expandedYear(value, digits: digits, after: start.year)
    else { return nil }
    let reference = DateReference.fixed(start, PartialDate(year: year), isCirca: isCirca)
    return DateMatch(tokens: index..<next + 1, reference: reference)
  }

  /// "1999–present", and "1999–" where the bracket closes.
  private func openSpan(from index: Int, _ start: PartialDate, sign: Int) -> DateMatch? {
    var next = sign + 1
    if self[next] == .the { next += 1 }
    if self[next] == .present {
      return DateMatch(tokens: index..<next + 1, reference: .open(start))
    }
    if self[sign] == .dash, self[sign + 1] == .close {
      return DateMatch(tokens: index..<sign + 1, reference: .open(start))
    }
    return nil
  }
}
