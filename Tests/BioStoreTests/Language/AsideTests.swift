import Testing

@testable import BioStore

/// The asides of a text of one sentence, each as its words.
private func asides(_ text: String) -> [String] {
  var reading = Reading(article: Article(title: "", text: text, source: "test"))
  Segmenter().segment(&reading)
  return AsideFinder.asides(of: reading.sentences[0].tokens, in: reading.tokens).map { aside in
    reading.tokens[aside.inner].map(\.form).joined(separator: " ")
  }
}

private func facts(_ text: String, title: String) -> [String] {
  let reading = Reader().read(Article(title: title, text: text, source: "test"))
  return reading.facts.map { fact in
    let object = fact.object.map { reading.entities[$0].name } ?? fact.value ?? ""
    return "\(fact.type.rawValue) \(object)"
  }
}

@Test func findsOtherNamesAndLettersBehindNames() {
  #expect(asides("Ana Kovač, also known as Anica, was a painter.") == ["also known as Anica"])
  #expect(
    asides("Ana Kovač Babić, or simply Ana Kovač (born 1950) is a painter.")
      == ["or simply Ana Kovač ( born 1950 )"])
  #expect(asides("Ivan Marin, CBE FRS, was a chemist.") == ["CBE FRS"])
  #expect(asides("Ivan Marin, OBE, FRS, better known as \"Vanja\", was a chemist.").count == 2)
  #expect(asides("Ivan Marin, Jr. (born 1950) is a judge.") == ["Jr.", "born 1950"])
}

@Test func leavesListsAndClausesInPlace() {
  #expect(asides("Ana Kovač, born in Zadar, was a painter.").isEmpty)
  #expect(asides("She met Ana Kovač, Ivan Marin, and Marija Babić.").isEmpty)
  #expect(asides("She lived in Zadar, Split or Pula, where he taught.").isEmpty)
  #expect(asides("He worked with Ivan Marin, called a meeting and left.").isEmpty)
}

@Test func leadsAreReadPastOtherNames() {
  let found = facts(
    "Ana Kovač Babić, or simply Ana Kovač (born 15 February 1988) is a Croatian footballer.",
    title: "Ana Kovač")
  #expect(found.contains("nationality Croatian"))
  #expect(found.contains("occupation footballer"))
  #expect(found.contains { $0.hasPrefix("born") })
  let chemist = facts(
    "Ivan Marin, Jr., CBE, FRS (3 May 1920 – 1990) was a British chemist.", title: "Ivan Marin")
  #expect(chemist.contains("occupation chemist"))
  #expect(chemist.contains { $0.hasPrefix("died") })
}
