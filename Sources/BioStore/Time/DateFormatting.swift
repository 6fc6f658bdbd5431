extension PartialDate: CustomStringConvertible {
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; years before our era have a minus sign, none has leading zeros.
  public var description: String {
    guard let month else { return String(year) }
    let base = "\(year)-\(Self.twoDigits(month))"
    guard let day else { return base }
    return "\(base)-\(Self.twoDigits(day))"
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with or without a minus sign; `nil` for anything else and for days that
  /// the calendar lacks.
  public init?(_ text: some StringProtocol) {
    let isNegative = text.first == "-"
    let parts = text.drop { $0 == "-" }.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.map { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
    guard (1...3).contains(parts.count), let year = numbers[0] else { return nil }
    if numbers.contains(nil) { return nil }
    self.init(
      year: isNegative ? -year : year, month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
    if !isValid { return nil }
  }
}
