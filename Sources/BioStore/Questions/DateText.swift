/// A date as the database writes it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, negative before Christ.
struct DateText {
  var year: Int
  var month: Int?
  var day: Int?

  init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: "-").map { Int($0) }
    guard let first = parts.first, let year = first else { return nil }
    self.year = isNegative ? -year : year
    month = parts.count > 1 ? parts[1] : nil
    day = parts.count > 2 ? parts[2] : nil
  }

  /// Whole years since an earlier date, as ages are counted; by the years alone where a month is unknown.
  func years(since other: DateText) -> Int {
    // There is no year 0.
    var years = year - other.year - (year > 0 && other.year < 0 ? 1 : 0)
    guard let month, let otherMonth = other.month else { return years }
    if month < otherMonth || month == otherMonth && day ?? 31 < other.day ?? 1 { years -= 1 }
    return years
  }
}
