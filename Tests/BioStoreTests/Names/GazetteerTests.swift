import Testing

@testable import BioStore

@Test func namesFoldToComparableForms() {
  #expect(NameFolding.fold("Saint-Étienne") == "saint etienne")
  #expect(NameFolding.fold("O’Brien, Jr.") == "o brien jr")
  #expect(NameFolding.fold("Łódź") == "lodz")
  #expect(NameFolding.fold("Søren Ægir Þór") == "soren aegir thor")
  #expect(NameFolding.fold("Caf\u{65}\u{301}") == NameFolding.fold("Caf\u{e9}"))
  #expect(NameFolding.fold("Москва") == "москва")
  #expect(NameFolding.fold("…") == "")
}

@Test func placesOfTheWorldAreKnown() {
  #expect(Gazetteer.classes(of: "Norway").contains(.country))
  #expect(Gazetteer.classes(of: "Bavaria").contains(.region))
  #expect(Gazetteer.classes(of: "Rio de Janeiro").contains(.largeCity))
  #expect(Gazetteer.classes(of: "Baltic Sea").contains(.physical))
  #expect(Gazetteer.classes(of: "Soviet Union").contains(.historicalPlace))
  #expect(Gazetteer.entry("Bombay")?.today == "Mumbai")
  #expect(Gazetteer.entry("Wrocław")?.country == "PL")
}

@Test func demonymsKnowTheirCountry() {
  #expect(Gazetteer.entry("Norwegian")?.country == "NO")
  #expect(Gazetteer.entry("Bavarian")?.today == "Bavaria")
  #expect(Gazetteer.classes(of: "Danes").contains(.demonym))
}

@Test func givenNamesHaveGenders() {
  #expect(Gazetteer.gender(ofGivenName: "Katarzyna") == .female)
  #expect(Gazetteer.gender(ofGivenName: "Vladimir") == .male)
  #expect(Gazetteer.gender(ofGivenName: "Zzyzx") == nil)
}

@Test func wordsOfNamesAreKnown() {
  #expect(Gazetteer.classes(of: "Professor").contains(.title))
  #expect(Gazetteer.classes(of: "University").contains(.organisation))
  #expect(Gazetteer.classes(of: "Battle").contains(.event))
  #expect(Gazetteer.classes(of: "no such name").isEmpty)
}
