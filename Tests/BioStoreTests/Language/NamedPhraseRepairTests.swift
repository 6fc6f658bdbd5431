import Testing

@testable import BioStore

/// The facts of a text about Ana Kovač, each as type, subject, object or value.
private func facts(_ text: String) -> [String] {
  let reading = Reader().read(Article(title: "Ana Kovač", text: text, source: "test"))
  return reading.facts.map { fact in
    let object = fact.object.map { reading.entities[$0].name } ?? fact.value ?? ""
    let subject = reading.entities[fact.subject].name
    return [fact.type.rawValue, subject, object].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

@Test func titlesAreCoordinatedWithTitles() {
  let found = facts("Ana Kovač was a professor at the University of Zagreb and a fellow of Marlow School.")
  #expect(
    found.contains("position Ana Kovač professor")
      || found.contains("position Ana Kovač University of Zagreb"))
  #expect(found.contains("position Ana Kovač Marlow School"))
}

@Test func lifeBehindPlaceIsThatOfPerson() {
  let found = facts("Ana Kovač of Zadar (31 March 1935 – 29 November 1999) was a painter.")
  #expect(found.contains("born Ana Kovač"))
  #expect(found.contains("died Ana Kovač"))
}

@Test func namesBehindNounsForPeopleRenameThem() {
  let brothers = facts("Ana Kovač's brothers Ivan Marin and Luka Marin sang in Zadar.")
  #expect(brothers.contains("sibling Ana Kovač Ivan Marin"))
  #expect(brothers.contains("sibling Ana Kovač Luka Marin"))
}

@Test func participleBehindNameIsVerbOfSentenceWithoutOne() {
  let found = facts("Ana Kovač directed Ivan Marin in The Salt Road.")
  #expect(found.contains("created Ana Kovač Salt Road"))
}

@Test func relativeClauseOfWorkBelongsToIt() {
  let found = facts(
    "Ana Kovač directed the film The Road of Salt, which featured Ivan Marin and Marija Babić.")
  #expect(found.contains("created Ivan Marin Road of Salt"))
  #expect(found.contains("created Marija Babić Road of Salt"))
}

@Test func phraseWithPrepositionIsNoPredicate() {
  let found = facts(
    "Ana Kovač sang. She was the Minister of Mines from 1903 to 1911 under two kings.")
  #expect(found.contains("position Ana Kovač Minister of Mines"))
}

@Test func companyBelongsToVerb() {
  #expect(
    facts("Ana Kovač belonged to the choir together with Ivan Marin.").contains(
      "associated_with Ana Kovač Ivan Marin"))
}

@Test func nameBeforeCopulaAndPhraseIsSubject() {
  #expect(facts("Ana Kovač was in the Labour League.").contains("member_of Ana Kovač Labour League"))
}
