import Testing

@testable import BioStore

/// The facts of a text about Ana Kovač, each as type, object or value, and start.
private func facts(_ text: String) -> [String] {
  let reading = Reader().read(Article(title: "Ana Kovač", text: text, source: "test"))
  return reading.facts.map { fact in
    let object = fact.object.map { reading.entities[$0].name } ?? fact.value ?? ""
    let start = fact.interval?.start.map { " \($0)" } ?? ""
    return "\(fact.type.rawValue) \(object)\(start)"
  }
}

@Test func placesBehindOnePrepositionHaveTheirOwnDates() {
  let found = facts("Ana Kovač moved to Vienna in 1921 and then to Norway in 1927.")
  #expect(found.contains("moved_to Vienna 1921"))
  #expect(found.contains("moved_to Norway 1927"))
}

@Test func bodiesBehindOnePrepositionAreAllRead() {
  let found = facts(
    "Ana Kovač taught at Marlow University, then at the University of Vienna and finally at the University of Zagreb."
  )
  for body in ["Marlow University", "University of Vienna", "University of Zagreb"] {
    #expect(found.contains { $0.hasSuffix(body) }, "\(body)")
  }
}

@Test func kinNounsAreCoordinatedWithKinNouns() {
  let found = facts(
    "Ana Kovač was the sister of the painter Ivan Marin and the aunt of the writer Marija Babić.")
  #expect(found.contains("sibling Ivan Marin"))
  #expect(!found.contains("sibling Marija Babić"))
}

@Test func wordsWithHyphensStayWhole() {
  let found = facts("Ana Kovač was a German-Jewish philosopher.")
  #expect(found.contains("nationality German-Jewish"))
  #expect(found.contains("occupation philosopher"))
  #expect(facts("Ana Kovač was a German-born American physicist.").contains("occupation physicist"))
}

@Test func forgottenStopsPartSentences() {
  func sentences(_ text: String) -> Int {
    var reading = Reading(article: Article(title: "", text: text, source: "test"))
    Segmenter().segment(&reading)
    return reading.sentences.count
  }
  #expect(sentences("He plays for Norte Born in Porto, he joined the club in 2010.") == 2)
  #expect(sentences("She lived in Zadar She died in 1950.") == 2)
  #expect(sentences("She was born in Zadar in 1901He studied in Vienna.") == 2)
  #expect(sentences("The film Born in Flames was shown in Zadar.") == 1)
  #expect(sentences("In 1405 Zheng He was sent to Malacca.") == 1)
}
