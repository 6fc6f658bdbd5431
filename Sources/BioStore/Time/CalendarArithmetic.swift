extension PartialDate: Comparable {
  /// In the order of time; a year comes before its months, a month before its days.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }

  /// The latest year that is taken for one.
  static let latestYear = 2100

  /// Whether the calendar has such a date.
  var isValid: Bool {
    if year == 0 || year > Self.latestYear { return false }
    guard let month else { return day == nil }
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    return day >= 1 && day <= Self.daysInMonth(month, year: year)
  }

  /// The same date without its day, or without day and month.
  func truncated(to unit: TimeWord.Unit) -> PartialDate? {
    switch unit {
    case .year: PartialDate(year: year)
    case .month: month.map { PartialDate(year: year, month: $0) }
    case .day: day == nil ? nil : self
    default: nil
    }
  }

  /// The date so many units on, as exact as the unit allows; `nil` where the date is not as exact as the unit.
  ///
  /// Weeks are rough in English, so they give a month.
  func advanced(by amount: Int, _ unit: TimeWord.Unit) -> PartialDate? {
    switch unit {
    case .year: return PartialDate(year: Self.year(year, plus: amount))
    case .decade, .century: return nil
    case .month:
      guard let month else { return nil }
      let months = month - 1 + amount
      let years = Int((Double(months) / 12).rounded(.down))
      return PartialDate(year: Self.year(year, plus: years), month: months - 12 * years + 1)
    case .day: return advanced(days: amount)
    case .week: return advanced(days: 7 * amount)?.truncated(to: .month)
    case .fortnight: return advanced(days: 14 * amount)?.truncated(to: .month)
    }
  }

  /// There is no year 0.
  static func year(_ year: Int, plus amount: Int) -> Int {
    let sum = year + amount
    return year < 0 && sum >= 0 ? sum + 1 : (year > 0 && sum <= 0 ? sum - 1 : sum)
  }

  private func advanced(days: Int) -> PartialDate? {
    guard var month, var day else { return nil }
    var year = year
    day += days
    while day < 1 {
      month -= 1
      if month < 1 { (year, month) = (Self.year(year, plus: -1), 12) }
      day += Self.daysInMonth(month, year: year)
    }
    while day > Self.daysInMonth(month, year: year) {
      day -= Self.daysInMonth(month, year: year)
      month += 1
      if month > 12 { (year, month) = (Self.year(year, plus: 1), 1) }
    }
    return PartialDate(year: year, month: month, day: day)
  }

  /// 29 in February of any year that was a leap year in the Julian or the Gregorian calendar.
  static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2:
      let isJulian = year < 1925
      let isLeap = year % 4 == 0 && (isJulian || year % 100 != 0 || year % 400 == 0)
      return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// The year that "25" means behind "1922–"; `nil` if it comes before or far behind.
  static func expandedYear(_ short: Int, digits: Int, after year: Int) -> Int? {
    let scale = [1: 10, 2: 100, 3: 1000, 4: 10_000][digits] ?? 10
    var full = digits >= 4 ? short : year / scale * scale + short
    var longest = 99
    if full <= year, digits == 2 {
      full += 100
      longest = 60
    }
    guard full > year, full <= latestYear, digits >= 4 || full - year <= longest else { return nil }
    return full
  }
}
