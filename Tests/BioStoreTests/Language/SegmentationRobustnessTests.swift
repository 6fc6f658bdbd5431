import Testing

@testable import BioStore

/// Numbers that look random and are the same on every run (SplitMix64, Steele and others 2014).
private struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Pieces that text stages look at, to be strung together in any order.
private let pieces: [String] = [
  " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\u{A0}", "= ", " =", "==", "* ", "| ", "1. ", "- ", ".", ",",
  ";", ":", "!", "?", "…",
  "...", "'", "’", "\"", "“", "”", "(", ")", "[", "]", "-", "–", "—", "/", "&", "+", "$", "#", "@", "://",
  "www.", "_", "n't", "'s",
  "cannot", "gonna", "Dr.", "U.S.", "No.", "c.", "J.", "He", "In", "the", "of", "and", "to", "from", "until",
  "between", "not",
  "each", "same", "following", "later", "earlier", "before", "after", "aged", "at", "born", "spring", "May",
  "March", "December",
  "year", "month", "day", "weeks", "three", "a", "3rd", "8", "31", "1922", "25", "1934", "1920s", "44", "BC",
  "AD", "18934",
  "1922/23", "1937-01-10", "1,200", "mid-1926", "century", "present", "Ünïcöde", "a\u{301}", "中文", "Пётр",
  "👩‍👩‍👧", "\u{200D}", "\u{FEFF}",
  "\u{0}", "\u{10FFFF}",
]

private func checkInvariants(_ text: String) {
  var reading = segmented(text)
  var end = 0
  for token in reading.tokens {
    #expect(token.range.lowerBound >= end && !token.range.isEmpty)
    end = token.range.upperBound
  }
  #expect(end <= text.unicodeScalars.count)
  #expect(reading.sentences.flatMap(\.tokens) == Array(reading.tokens.indices))
  DateRecognizer().recognize(&reading)
  var last = 0
  for date in reading.dates {
    #expect(date.tokens.lowerBound >= last && !date.tokens.isEmpty)
    last = date.tokens.upperBound
    for part in [date.interval?.start, date.interval?.end] { #expect(part.map(\.isValid) ?? true) }
  }
  #expect(last <= reading.tokens.count)
}

@Test func noTextTrapsOrBreaksTheOffsets() {
  var random = Random(state: 7)
  for _ in 0..<1500 {
    let count = Int.random(in: 0..<60, using: &random)
    checkInvariants((0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
  }
}

@Test func randomScalarsDoNotTrap() {
  var random = Random(state: 11)
  for _ in 0..<200 {
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<80, using: &random) {
      let limit: UInt32 = Bool.random(using: &random) ? 0x250 : 0x1_1000
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { view.append(scalar) }
    }
    checkInvariants(String(view))
  }
}

@Test func truncationAnywhereDoesNotTrap() {
  let text =
    "= Ada Berg =\r\n\r\nAda Berg (born c. 3 May 1900; d. 8–9 Dec. 1934) couldn't \"go\" (to Łódź) until 1925… "
    + "On the 3rd of May, 1921–23, at 1600 Elm St. she wrote No. 5.\n* 16 January [1]\n| key = value"
  let scalars = ScalarText(text)
  for end in 0...scalars.count { checkInvariants(scalars[0..<end]) }
}

@Test func brokenTextDoesNotDerailWhatFollows() {
  let text = """
    = Ada Berg =
    {{Infobox person
    | name = Ada Berg
    | birth_date = 3 May 1900
    }}
    Ada Berg ( ; was a

    Works ==
    * The Sea (1920
    * "Untitled
    Petrograd (St was elected to the committee. She left in 1925 In 1926 she came back.

    She died in 1980. Her son was a painter.
    """
  #expect(sentences(text).suffix(2) == ["She died in 1980.", "Her son was a painter."])
  #expect(sentences(text).contains("In 1926 she came back."))
  #expect(sentences(text).contains("birth_date = 3 May 1900"))
}
