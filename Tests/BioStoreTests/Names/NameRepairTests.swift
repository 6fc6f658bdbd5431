import Testing

@testable import BioStore

/// A reading of `text` with names given by their words and kinds, after the steps of repair.
func repaired(
  _ text: String, _ given: [(words: String, kind: EntityKind?)], title: String = "",
  lemmas: [String: String] = [:]
) -> [String] {
  var reading = Reading(article: Article(title: title, text: text, source: "test"))
  Segmenter().segment(&reading)
  FallbackSyntax.annotate(&reading)
  for index in reading.tokens.indices {
    if let lemma = lemmas[reading.tokens[index].form] { reading.tokens[index].lemma = lemma }
  }
  var names: [NameSpan] = []
  var next = 0
  for (words, kind) in given {
    let count = words.split(separator: " ").count
    while next + count <= reading.tokens.count,
      reading.tokens[next..<(next + count)].map(\.form).joined(separator: " ") != words
    { next += 1 }
    names.append(NameSpan(tokens: next..<(next + count), kind: kind))
    next += count
  }
  return NameRepair.repaired(names, reading: reading, evidence: NameEvidence(reading)).map { name in
    "\(name.kind?.rawValue ?? "other"): \(reading.tokens[name.tokens].map(\.form).joined(separator: " "))"
  }
}

@Test func acronymInBracketsHasTheKindOfItsName() {
  #expect(
    repaired(
      "He led the Union of Northern Bakers (UNB) for years.", [("Union of Northern Bakers", .organisation)])
      == ["organisation: Union of Northern Bakers", "organisation: UNB"])
}

@Test func headOfANameDecidesWhereTheLabelsDoNot() {
  #expect(
    repaired("They met at the Third Baltic Congress.", [("Third Baltic Congress", .organisation)])
      == ["event: Third Baltic Congress"])
  #expect(
    repaired("He joined the Right Alliance.", [("Right Alliance", .work)]) == ["organisation: Right Alliance"]
  )
}

@Test func nameInAnotherScriptIsAName() {
  #expect(
    repaired("Ana Petrova (Ана Петрова) was a singer.", [("Ana Petrova", .person)])
      == ["person: Ana Petrova", "person: Ана Петрова"])
}

@Test func wordsThatAreANameOnceAreOneEverywhere() {
  let names = repaired(
    "She met Jan Zwartveld. Later the two saw Zwartveld often, and Jan Zwartveld wrote.",
    [("Jan Zwartveld", .person)])
  #expect(names == ["person: Jan Zwartveld", "person: Jan Zwartveld"])
}

@Test func bracketOfTheTitleSaysWhatTheArticleIsAbout() {
  #expect(
    repaired("Ostrevant flows north.", [("Ostrevant", .person)], title: "Ostrevant (river)") == [
      "place: Ostrevant"
    ])
}

@Test func quotedTitleAfterAVerbOfWritingIsAWork() {
  #expect(
    repaired("She wrote \"The Silent Mill\" in a year.", [], lemmas: ["wrote": "write"]) == [
      "work: The Silent Mill"
    ])
  #expect(repaired("She answered \"I never did that\" at once.", []).isEmpty)
}

@Test func nicknameInQuotesIsNoWork() {
  #expect(
    repaired("They called William \"Wild Bill\" Baker and wrote.", [], lemmas: ["called": "call"]).isEmpty)
}
