import Testing

@testable import BioStore

private let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
]

/// Every form in which a day is written.
private func forms(of date: PartialDate) -> [String] {
  guard let month = date.month, let day = date.day else { return [] }
  let name = monthNames[month - 1]
  let ending =
    (11...13).contains(day) ? "th" : ["th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th"][day % 10]
  return [
    "\(day) \(name) \(date.year)", "\(name) \(day), \(date.year)", "\(day)\(ending) \(name) \(date.year)",
    "the \(day)\(ending) of \(name) \(date.year)", "\(name) \(day)\(ending), \(date.year)",
    "the \(day)\(ending) of \(name), \(date.year)", date.description,
  ]
}

private func interval(_ text: String) -> DateInterval? {
  var reading = segmented(text)
  DateRecognizer().recognize(&reading)
  return reading.dates.count == 1 ? reading.dates[0].interval : nil
}

@Test func everyDayReadsBackFromEveryForm() {
  for year in [1066, 1582, 1700, 1899, 1912, 2024] {
    for month in 1...12 {
      for day in [1, 2, 3, 11, 22, PartialDate.daysInMonth(month, year: year)] {
        let date = PartialDate(year: year, month: month, day: day)
        for form in forms(of: date) {
          let found = interval("He left on \(form), and came back.")
          #expect(found?.start == date, "\(form)")
          #expect(found?.end == nil, "\(form)")
        }
      }
    }
  }
}

@Test func everySpanReadsBackFromEveryForm() {
  for (first, last) in [(1790, 1815), (1899, 1901), (1922, 1925), (1999, 2004), (1905, 1906)] {
    let short = String(last).suffix(2)
    for form in [
      "\(first)–\(short)", "\(first)-\(last)", "\(first) to \(last)", "\(first)/\(short)",
      "\(first) until \(last)",
    ] {
      let found = interval("In \(form) he was away.")
      #expect(found?.start == PartialDate(year: first), "\(form)")
      #expect(found?.end == PartialDate(year: last), "\(form)")
    }
  }
}

@Test func datesPrintAndReadBack() {
  for date in [
    PartialDate(year: 1937), PartialDate(year: 1937, month: 1), PartialDate(year: 60, month: 12, day: 31),
  ] {
    #expect(PartialDate(date.description) == date)
  }
  #expect(PartialDate("-44-03-15") == PartialDate(year: -44, month: 3, day: 15))
  for text in ["", "0", "1937-13", "1937-02-30", "1937-1-1-1", "May"] { #expect(PartialDate(text) == nil) }
}

@Test func calendarArithmeticCrossesMonthsYearsAndTheEra() {
  let day = PartialDate(year: 1936, month: 2, day: 28)
  #expect(day.advanced(by: 1, .day) == PartialDate(year: 1936, month: 2, day: 29))
  #expect(day.advanced(by: 2, .day) == PartialDate(year: 1936, month: 3, day: 1))
  #expect(day.advanced(by: -59, .day) == PartialDate(year: 1935, month: 12, day: 31))
  #expect(day.advanced(by: 11, .month) == PartialDate(year: 1937, month: 1))
  #expect(day.advanced(by: -2, .month) == PartialDate(year: 1935, month: 12))
  #expect(PartialDate(year: -1).advanced(by: 1, .year) == PartialDate(year: 1))
  #expect(PartialDate(year: 1).advanced(by: -1, .year) == PartialDate(year: -1))
}
