import Testing

@testable import BioStore

private struct Case: Sendable, CustomTestStringConvertible {
  let text: String
  /// What the recogniser found.
  let given: [(words: String, kind: EntityKind?)]
  /// What repair makes of it.
  let expected: [String]

  var testDescription: String { text }
}

private let cases: [Case] = [
  Case(
    text: "It was edited by Dr Moric Zelen.", given: [("Dr Moric Zelen", .organisation)],
    expected: ["person: Dr Moric Zelen"]),
  Case(
    text: "He led the Sir Ivan Marin Foundation.", given: [("Sir Ivan Marin Foundation", .organisation)],
    expected: ["organisation: Sir Ivan Marin Foundation"]),
  Case(
    text: "He signed for FK Zadar.", given: [("FK Zadar", .event)], expected: ["organisation: FK Zadar"]),
  Case(
    text: "They won the 2009 Ruritanian First League.",
    given: [("2009 Ruritanian First League", .organisation)],
    expected: ["event: 2009 Ruritanian First League"]),
  Case(
    text: "He fought on the Northern Front.", given: [("Northern Front", .event)],
    expected: ["place: Northern Front"]),
  Case(
    text: "The judge decided Berg v. Norte Shipping.", given: [("Berg v. Norte Shipping", .organisation)],
    expected: ["event: Berg v. Norte Shipping"]),
  Case(
    text: "She was on the outskirts of Lowmoor.", given: [("Lowmoor", .person)],
    expected: ["place: Lowmoor"]),
  Case(
    text: "She served the Kingdom of Ruritania.", given: [("Kingdom of Ruritania", .organisation)],
    expected: ["place: Kingdom of Ruritania"]),
  Case(
    text: "He was Chief Executive Officer of Adria Shipping.",
    given: [("Chief Executive Officer of Adria Shipping", .organisation)],
    expected: ["organisation: Adria Shipping"]),
  Case(
    text: "It belonged to Adria Film Company.", given: [("Adria Film Company", .organisation)],
    expected: ["organisation: Adria Film Company"]),
  Case(
    text: "She built the church of Santa Brunilda.", given: [("Santa Brunilda", .person)],
    expected: ["place: church of Santa Brunilda"]),
  Case(
    text: "He left the Marlow Academy of the Fine Arts.",
    given: [("Marlow Academy", .organisation), ("Fine Arts", .organisation)],
    expected: ["organisation: Marlow Academy of the Fine Arts"]),
  Case(
    text: "She played for Adria, Kelmar and Norte.",
    given: [("Adria", .organisation), ("Kelmar", .person), ("Norte", .organisation)],
    expected: ["organisation: Adria", "organisation: Kelmar", "organisation: Norte"]),
  Case(
    text: "She was a native of Les Arbres.", given: [("Les Arbres", .person)],
    expected: ["place: Les Arbres"]),
  Case(
    text: "It was in the Harbour Reporter's article.", given: [("Harbour Reporter", .work)],
    expected: ["organisation: Harbour Reporter"]),
  Case(
    text: "Like Berg, the German Marxist, she left.",
    given: [("Berg", .person), ("German Marxist", .organisation)],
    expected: ["person: Berg"]),
  Case(
    text: "She was born to Ivan Marin of Lowmoor. She left Lowmoor.",
    given: [("Ivan Marin of Lowmoor", .person), ("Lowmoor", .place)],
    expected: ["person: Ivan Marin of Lowmoor", "place: Lowmoor"]),
  Case(
    text: "He was president of Norges Elvebaner.", given: [("Norges Elvebaner", .person)],
    expected: ["organisation: Norges Elvebaner"]),
  Case(
    text: "She took an LLM in law.", given: [("LLM", .organisation)], expected: []),
  Case(
    text: "He was a Press Relations Officer.", given: [("Press Relations Officer", .organisation)],
    expected: []),
  Case(
    text: "She edited the Zadar periodical Norte.", given: [("Zadar periodical Norte", .work)],
    expected: ["place: Zadar", "organisation: Norte"]),
  Case(
    text: "He was seen by Dr. Pole.", given: [], expected: ["person: Pole"]),
]

@Test(arguments: cases)
private func wordsInAndBesideANameTellItsKind(_ example: Case) {
  #expect(repaired(example.text, example.given) == example.expected)
}
