import Testing

@testable import BioStore

/// The names that capitals and gazetteers alone find, as `kind: words`.
private func names(_ text: String, title: String = "") -> [String] {
  var reading = Reading(article: Article(title: title, text: text, source: "test"))
  Segmenter().segment(&reading)
  return CapitalisationRecognizer(reading).names().map { name in
    let words = reading.tokens[name.tokens].map(\.form).joined(separator: " ")
    return "\(name.kind?.rawValue ?? "other"): \(words)"
  }
}

@Test func capitalsAndGazetteersGiveNamesWithoutAModel() {
  #expect(
    names("Anna Berg was born in Oslo and joined the Norwegian Labour Party in May 1912.")
      == ["person: Anna Berg", "place: Oslo", "organisation: Norwegian Labour Party"])
  #expect(names("He fought in the Battle of Narvik.") == ["event: Battle of Narvik"])
}

@Test func adjectivesOfPeoplesAreNoNames() {
  #expect(names("She married a Dutch painter.").isEmpty)
}
