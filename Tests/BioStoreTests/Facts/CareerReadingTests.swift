import Testing

@testable import BioStore

/// The facts of one type that a sentence behind "Ana Kovač was a person." gives, with names for entities.
private func facts(_ type: FactType, in sentence: String) -> [String] {
  let text = "Ana Kovač was a person. \(sentence)"
  let reading = Reader().read(Article(title: "Ana Kovač", text: text, source: "test"))
  return reading.facts.filter { $0.type == type && $0.evidence[0].sentence > 0 }.map { fact in
    let parts: [String?] = [
      fact.object.map { reading.entities[$0].name }, fact.value, fact.interval?.start.map { "\($0)" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}

@Test func wordInSmallLettersIsNoName() {
  #expect(facts(.exiled, in: "She went into exile in 1939.") == ["1939"])
}

@Test func beingInChargeHasTheDateOfItsPhrase() {
  #expect(
    facts(.position, in: "She was in charge of the Zadar Museum from 1920.") == ["Zadar Museum, head, 1920"])
}

@Test func frontedParticipleDoesNotShareTheDateOfTheMainClause() {
  #expect(facts(.born, in: "Born in Split, she made her debut in 1979.") == [""])
}

@Test func datesDoNotCountAsPlacesThatARuleForbids() {
  #expect(facts(.position, in: "She was promoted captain in 1812.") == ["captain, 1812"])
}

@Test func objectOfAppointingBehindAPassiveIsWhatSomebodyBecame() {
  #expect(
    facts(.memberOf, in: "She was recalled and made a member of the Council of State.")
      == ["Council of State"])
}

@Test func degreeIsSaidWithoutWhatIsSaidBesides() {
  let degree = facts(.educatedAt, in: "She received her law degree from the University of Zagreb in 1901.")
  #expect(degree == ["University of Zagreb, law degree, 1901"])
}

@Test func participleBeforeATitleBelongsToIt() {
  #expect(
    facts(.position, in: "She was visiting professor at the Marlow School in 1931.")
      == ["Marlow School, visiting professor, 1931"])
}

@Test func yearsBetweenCopulaAndTitleArePhraseOfTheirOwn() {
  #expect(
    facts(.position, in: "She was for many years secretary of the Marlow Society.")
      == ["Marlow Society, secretary"])
}

@Test func nationBeforeACompoundIsThatOfThePerson() {
  #expect(facts(.nationality, in: "She is a French street artist.") == ["French"])
}

@Test func rolesBehindAsWellAsAreSaidOfThePerson() {
  let sentence = "She was a statesman born in Split, as well as an orator and philosopher."
  #expect(facts(.occupation, in: sentence).sorted() == ["orator", "philosopher", "statesman"])
}

@Test func positionInAPartWithoutNameIsOneInTheWhole() {
  #expect(
    facts(.position, in: "In 1906 she was named head of the department of botany at the Marlow School.")
      == ["Marlow School, head of the department of botany, 1906"])
}

@Test func kinNounBehindAndIsNoParent() {
  let sentence = "She was son of a miller and brother of the poet Ivan Marin."
  #expect(facts(.parent, in: sentence) == ["miller"])
  #expect(facts(.sibling, in: sentence) == ["Ivan Marin"])
}

@Test func phraseBehindAndBelongsToTheSecondVerb() {
  let sentence =
    "In 1877 she obtained her degree at Leipzig, and two years later, became director of the Marlow School."
  #expect(facts(.position, in: sentence) == ["Marlow School, director, 1879"])
}

@Test func yearsOfALifeStandBehindATitle() {
  let text = "Ivan Marin, 1st Baronet (19 May 1767 – 5 January 1816) was an officer."
  let reading = Reader().read(Article(title: "Ivan Marin", text: text, source: "test"))
  #expect(reading.facts.filter { $0.type == .born || $0.type == .died }.count == 2)
}

@Test func officeWithoutArticleBehindBeingIsANoun() {
  #expect(
    facts(.position, in: "She was chaplain to the Bishop of Zadar and afterwards dean of Split.").sorted()
      == ["Split, dean", "Zadar, chaplain"])
}

@Test func subjectBehindASemicolonIsNotOfTheClauseBefore() {
  let text = """
    Ana Kovač was a person. Her father, Ivan Marin, was a lawyer in Split; her mother, Marija Babić, was a teacher.
    """
  let reading = Reader().read(Article(title: "Ana Kovač", text: text, source: "test"))
  let teachers = reading.facts.filter { $0.type == .occupation && $0.value == "teacher" }
  #expect(teachers.map { reading.entities[$0.subject].name } == ["Marija Babić"])
}

@Test func whoIsCountedBehindANameIsSomebodyElse() {
  #expect(facts(.parent, in: "She was survived by her husband, Ivan Marin, and two daughters.") == [])
}

@Test func roleBehindAnAgentIsNotTheAgents() {
  let sentence = "She was appointed by President Ivan Marin as ambassador to France."
  #expect(facts(.position, in: sentence).contains("France, ambassador"))
}

@Test func whoReplacesSomebodyHoldsTheOffice() {
  let sentence = "She replaced Ivan Marin as secretary of the Labour League in 1901."
  #expect(facts(.position, in: sentence).contains("Labour League, secretary, 1901"))
}

@Test func clauseBeforeTheSubjectKeepsItsNegation() {
  let sentence = "Although she was not part of the Marlow movement, Kovač was a friend of Ivan Marin."
  #expect(facts(.memberOf, in: sentence) == [])
}
