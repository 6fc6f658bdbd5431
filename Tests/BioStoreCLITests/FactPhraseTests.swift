import Testing

@testable import BioStore
@testable import BioStoreCLI

@Suite struct FactPhraseTests {
  @Test func everyTypeHasWords() {
    #expect(FactPhrase.standard.types == Set(FactType.allCases))
  }

  @Test func wordsForEmptySlotsAreLeftOut() {
    let phrase = FactPhrase.standard
    #expect(phrase.text(.born, .init(place: "Graz")) == "was born in Graz")
    #expect(phrase.text(.born, .init()) == "was born")
    #expect(
      phrase.text(.position, .init(object: "Riverside Club", value: "treasurer"))
        == "was treasurer, Riverside Club")
    #expect(phrase.text(.position, .init(object: "Riverside Club")) == "held a position at Riverside Club")
    #expect(phrase.text(.received, .init(value: "Gold Medal")) == "received Gold Medal")
  }

  @Test func factWithoutItsSlotsIsStillTold() {
    #expect(FactPhrase.standard.text(.spouse, .init(value: "x")) == "spouse x")
  }

  @Test func datesAreToldWithTheirDoubts() {
    func date(_ start: String?, _ end: String?, _ precision: DateInterval.Precision = .exact) -> String {
      FactPhrase.date(start: start, end: end, precision: precision)
    }
    #expect(date("1922", "1925") == "1922 – 1925")
    #expect(date("1880", nil, .circa) == "about 1880")
    #expect(date(nil, "1934") == "until 1934")
    #expect(date(nil, "1320", .before) == "before 1320")
    #expect(date("1920", nil, .after) == "after 1920")
    #expect(date(nil, nil).isEmpty)
  }
}
