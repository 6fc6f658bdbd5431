import Testing

@testable import BioStore

/// The objects and values of the facts of one type that a sentence behind "Ana Kovač was a person." gives, sorted.
private func facts(_ type: FactType, in sentence: String) -> [String] {
  let text = "Ana Kovač was a person. \(sentence)"
  let reading = Reader().read(Article(title: "Ana Kovač", text: text, source: "test"))
  let found = reading.facts.filter { $0.type == type && $0.evidence[0].sentence > 0 }
  return found.compactMap { fact in fact.object.map { reading.entities[$0].name } ?? fact.value }.sorted()
}

@Test func gerundBehindANounHasTheSubjectOfTheClause() {
  #expect(
    facts(
      .created,
      in: "Kovač attained critical acclaim for directing The Salt Road (1987) and Late Rains (1990).")
      == ["Late Rains", "Salt Road"])
}

@Test func phraseInFrontOfAPronounIsNoSubject() {
  #expect(
    facts(.participatedIn, in: "At the 1988 Olympics in Calgary she won a gold medal in the slalom.")
      == ["1988 Olympics"])
}

@Test func awardsAreCoordinatedAcrossAPhrase() {
  let sentence = "At the 1988 Olympics she won a gold medal in the slalom and a bronze medal in the downhill."
  #expect(facts(.received, in: sentence).count == 2)
}

@Test func relativeClauseOfAThingBelongsToTheThingNamedLast() {
  let sentence =
    "She is the lead singer of the rock band The Salt Band, which she formed with Ivan Marin in 1999."
  #expect(facts(.founded, in: sentence) == ["Salt Band", "Salt Band"])
}

@Test func kindOfWorkWithACapitalOpensATitleBehindItsOwner() {
  #expect(facts(.created, in: "In Vienna she wrote her History of Dalmatia.") == ["History of Dalmatia"])
}

@Test func phraseBehindANameOrAYearBelongsToTheVerb() {
  #expect(
    facts(.opposed, in: "She ran unsuccessfully for mayor of Zadar in 1999 against Ivan Marin.") == [
      "Ivan Marin"
    ])
  #expect(
    facts(
      .participatedIn,
      in: "She fought under Ivan Marin against the Harbour Army at the Battle of Split in 1690.")
      == ["Battle of Split"])
}

@Test func whoIsPlayedIsNobody() {
  let sentence = "She appeared as Eva Dahl, a companion to Ivan Marin, in the film The Salt Road."
  #expect(facts(.associatedWith, in: sentence).isEmpty)
}

@Test func examplesBehindSomeOfAPluralAreMeant() {
  let sentence = "She has worked with some of the leading songwriters, including Ivan Marin and Petar Horvat."
  #expect(facts(.associatedWith, in: sentence) == ["Ivan Marin", "Petar Horvat"])
}

@Test func objectBehindAPhraseIsFound() {
  #expect(
    facts(.received, in: "She received from the emperor the order of the Golden Anchor and a pension.")
      == ["order of the Golden Anchor"])
}

@Test func partOfAWorkIsNoWorkBesidesIt() {
  #expect(facts(.created, in: "She wrote the screenplay for The Salt Road.") == ["Salt Road"])
}
