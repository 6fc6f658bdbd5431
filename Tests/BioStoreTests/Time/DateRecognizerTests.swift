import Testing

@testable import BioStore

/// The dates of a text as "words = interval", where "…" parts start and end and "-" stands for no date.
func dates(_ text: String, title: String = "", names: [(String, EntityKind)] = []) -> [String] {
  var reading = Reading(article: Article(title: title, text: text, source: "test"))
  Segmenter().segment(&reading)
  let forms = reading.tokens.map(\.form)
  for (name, kind) in names {
    let words = tokens(name).split(separator: " ").map(String.init)
    for start in forms.indices where forms[start...].starts(with: words) {
      reading.names.append(NameSpan(tokens: start..<start + words.count, kind: kind))
    }
  }
  reading.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  DateRecognizer().recognize(&reading)
  let scalars = ScalarText(text)
  return reading.dates.map { date in
    let range =
      reading.tokens[date.tokens.lowerBound].range
      .lowerBound..<reading.tokens[date.tokens.upperBound - 1].range.upperBound
    return "\(scalars[range]) = \(date.interval.map(describe) ?? "-")"
  }
}

private func describe(_ interval: DateInterval) -> String {
  let precision = interval.precision == .exact ? "" : "\(interval.precision) "
  let end = interval.end.map { "…\($0)" } ?? ""
  return precision + (interval.start?.description ?? "") + end
}

@Test(arguments: [
  ("He left on 10 January 1937.", "10 January 1937 = 1937-01-10"),
  ("He left on January 10, 1937.", "January 10, 1937 = 1937-01-10"),
  ("He left on the 3rd of May 1921.", "3rd of May 1921 = 1921-05-03"),
  ("He left in May 1921.", "May 1921 = 1921-05"),
  ("He left in Sept. 1921.", "Sept. 1921 = 1921-09"),
  ("He left in 1921.", "1921 = 1921"),
  ("He left on 1921-05-03.", "1921-05-03 = 1921-05-03"),
  ("He left in early 1926.", "1926 = 1926"),
  ("He left in mid-1926.", "mid-1926 = 1926"),
  ("He left at the end of June 1926.", "June 1926 = 1926-06"),
  ("He left in the spring of 1917.", "spring of 1917 = 1917"),
  ("He was born c. 1320.", "1320 = circa 1320"),
  ("He was born around 1320.", "1320 = circa 1320"),
  ("He died in 44 BC.", "44 BC = -44"),
  ("He died in AD 60.", "AD 60 = 60"),
  ("He died in 337.", "337 = 337"),
])
func pointsInTimeAreRead(text: String, expected: String) {
  #expect(dates(text) == [expected])
}

@Test(arguments: [
  ("In 1922–25 he lived there.", "1922–25 = 1922…1925"),
  ("In 1922/23 he lived there.", "1922/23 = 1922…1923"),
  ("In 1899-01 he lived there.", "1899-01 = 1899…1901"),
  ("From 1922 to 1925 he lived there.", "1922 to 1925 = 1922…1925"),
  ("Between 1922 and 1925 he lived there.", "1922 and 1925 = 1922…1925"),
  ("On 8–9 December 1934 he left.", "8–9 December 1934 = 1934-12-08…1934-12-09"),
  ("On December 8–9, 1934, he left.", "December 8–9, 1934 = 1934-12-08…1934-12-09"),
  ("From May to July 1921 he hid.", "May to July 1921 = 1921-05…1921-07"),
  ("From 30 December to 2 January 1935 he hid.", "30 December to 2 January 1935 = 1934-12-30…1935-01-02"),
  ("He (1887–1937) wrote.", "1887–1937 = 1887…1937"),
  ("He (February 1887 – January 10, 1937) wrote.", "February 1887 – January 10, 1937 = 1887-02…1937-01-10"),
  ("He (c. 100–44 BC) ruled.", "100–44 BC = circa -100…-44"),
  ("He (15 October 18934 April 1953) ruled.", "15 October 18934 April 1953 = 1893-10-15…1953-04-04"),
  ("He lived there (1999–present).", "1999–present = 1999"),
  ("He lived there until 1925.", "1925 = …1925"),
  ("He has lived there since 1990.", "1990 = 1990"),
  ("He had not been told until 1925.", "1925 = 1925"),
  ("He lived there before 1925.", "1925 = before 1925"),
  ("He lived there after May 1925.", "May 1925 = after 1925-05"),
])
func spansAndOpenEndsAreRead(text: String, expected: String) {
  #expect(dates(text) == [expected])
}

@Test(arguments: [
  ("He lived there in the 1920s.", ["1920s = -"]),
  ("He lived in the 5th century.", ["5th century = -"]),
  ("He lived in the nineteenth century.", ["nineteenth century = -"]),
  ("He met her several years later.", ["several years later = -"]),
  ("He led 1500 men.", []),
  ("It grew from 110 to 150.", []),
  ("They won (23–17) at home.", []),
  ("He read pages (110–125) twice, in 300 nights.", []),
  ("He wrote No. 1905.", []),
  ("He paid 1,200 for it.", []),
  ("See page 1905.", []),
  ("He lived at 1600 Elm Avenue.", []),
  ("It had more than 1000 readers.", []),
  ("He may leave.", []),
  ("They march on.", []),
  ("August Berg came with April.", []),
  ("It rains in May of each year.", ["May = -"]),
])
func whatIsNoDateGivesNone(text: String, expected: [String]) {
  #expect(dates(text) == expected)
}

@Test func daysTakeTheirYearFromTheNarrative() {
  #expect(
    dates("He was arrested on 8–9 December 1934. That same day he left. He was tried on 16 January.")
      .dropFirst() == ["That same day = 1934-12-08…1934-12-09", "16 January = 1935-01-16"])
  #expect(
    dates("He came in June 1920. In September he left.").last == "September = 1920-09")
}

@Test func datesInBracketsAndBackgroundDoNotMoveTheNarrative() {
  #expect(
    dates("In 1934 he met Eva (1870–1950). In March he left.").last == "March = 1934-03")
  #expect(
    dates("In 1934 he found papers dating back to 1926. In March he left.").last == "March = 1934-03")
  #expect(dates("In 1934 he reread his 1929 novel. In March he left.").last == "March = 1934-03")
  #expect(dates("In 1934 he said that 1905 was over. In March he left.").last == "March = 1934-03")
}

@Test(arguments: [
  ("In May 1920 he left. The following spring he came back.", "The following spring = 1921"),
  ("In May 1920 he left. The following year he came back.", "The following year = 1921"),
  ("On 31 December 1920 he left. The next day he came back.", "The next day = 1921-01-01"),
  ("On 20 May 1920 he left. Three weeks later he came back.", "Three weeks later = 1920-06"),
  ("In May 1920 he left. Three weeks later he came back.", "Three weeks later = -"),
  ("In May 1920 he left. A year earlier he had come.", "A year earlier = 1919"),
  ("In 1920 he left. Two years later he came back.", "Two years later = 1922"),
  ("In November 1920 he left. Two months later he came back.", "Two months later = 1921-01"),
  ("In May 1920 he left. Near the end of that month he came.", "that month = 1920-05"),
  ("In 1920 he left. In that same month he came.", "that same month = -"),
  ("In 1920 he left. In December of that year he came.", "December of that year = 1920-12"),
  ("In 1920 he left. Later in the year, he came.", "the year = 1920"),
  ("He left on 16 January and 3 March 1937.", "3 March 1937 = 1937-03-03"),
])
func pointersLeanOnTheNarrative(text: String, expected: String) {
  #expect(dates(text).last == expected)
}

@Test(arguments: [
  (
    "He (12 January [O.S. 1 January] 1800 – 1857) wrote.",
    "12 January [O.S. 1 January] 1800 – 1857 = 1800-01-12…1857"
  ),
  ("In May 1920 he left. On the 16th he came.", "16th = 1920-05-16"),
  ("In May 1920 he left. On Christmas Day he came.", "Christmas Day = 1920-12-25"),
  ("In August 1920 he left. Earlier, in March, he had come.", "March = 1920-03"),
  ("In 1920 he left. Twenty-one years later he came.", "Twenty-one years later = 1941"),
  ("He stayed until at least 1950.", "1950 = …1950"),
  ("He left no later than 1950.", "1950 = 1950"),
  ("He stayed up to 1940.", "1940 = …1940"),
  ("King Karl (53–117) ruled.", "53–117 = 53…117"),
  ("The king (r. 768–814) ruled.", "768–814 = 768…814"),
  ("King Karl (272–337) ruled.", "272–337 = 272…337"),
  ("He died on 3.5.1920.", "3.5.1920 = 1920-05-03"),
  ("He died on 12/31/1920.", "12/31/1920 = 1920-12-31"),
  ("He died on 12/05/1920.", "12/05/1920 = 1920"),
  ("He died in the year 800.", "800 = 800"),
  ("He was a son of Jan, and left on 1 Dec 1920.", "1 Dec 1920 = 1920-12-01"),
  ("In January/February 1921 he came.", "January/February 1921 = 1921-01…1921-02"),
])
func lessCommonFormsAreRead(text: String, expected: String) {
  #expect(dates(text).last == expected)
}

@Test func theNarrativeBeginsAnewBehindTheLead() {
  #expect(dates("He died in 1980.\n\n== Youth ==\nIn March he left.").last == "March = -")
}

@Test func anEventWithoutADateBreaksTheNarrative() {
  let text = "In 1920 he came. During the Great Harbour Fire he slept. In March he left."
  #expect(dates(text, names: [("Great Harbour Fire", .event)]).last == "March = -")
}

@Test func nothingToLeanOnGivesNoDate() {
  #expect(
    dates("In March he left. The same day she came. Two years later they met.").allSatisfy {
      $0.hasSuffix("= -")
    })
}

@Test func agesCountFromTheSubjectsBirth() {
  let lead = "Ada Berg (3 March 1900 – 1980) was a poet. "
  #expect(
    dates(lead + "She went to sea at the age of 15.", title: "Ada Berg").last == "the age of 15 = circa 1915")
  #expect(
    dates(
      lead + "Karl Holm went to sea at the age of 15.", title: "Ada Berg", names: [("Karl Holm", .person)]
    )
    .last == "the age of 15 = -")
  #expect(dates("She went to sea at the age of 15.").last == "the age of 15 = -")
}

@Test func datesInNamesBelongToThem() {
  #expect(dates("He wrote of the 1905 revolution.", names: [("1905 revolution", .event)]).isEmpty)
  #expect(dates("He reread 1984 by the fire.", names: [("1984", .work)]).isEmpty)
}

@Test func yearsOfEventsDateWhatHappensInThem() {
  #expect(
    dates("He took part in the 1905 revolution.", names: [("1905 revolution", .event)]) == ["1905 = 1905"])
}

@Test func datedEventsDateWhatHappensDuringThem() {
  let text = "He spoke at the Harbour Congress, in December 1925. He was ill at the end of the congress."
  #expect(dates(text, names: [("Harbour Congress", .event)]).last == "the congress = 1925-12")
  let named = "The Harbour Congress (May 1925) was long. During the Harbour Congress he slept."
  #expect(dates(named, names: [("Harbour Congress", .event)]).last == "Harbour Congress = 1925-05")
}
