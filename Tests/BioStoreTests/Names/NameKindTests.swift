import Testing

@testable import BioStore

@Test func spansOfSeveralNamesAreCut() {
  #expect(
    TreeFixture.repaired(
      [
        "She/PRON/nsubj/2 lived/VERB/root/0 in/ADP/case/4 Alpine/PROPN/obl/2 ,/PUNCT/punct/6 Arizona/PROPN/appos/4 ./PUNCT/punct/2"
      ],
      names: [("Alpine , Arizona", .place)]) == ["place: Alpine", "place: Arizona"])
  #expect(
    TreeFixture.repaired(
      [
        "She/PRON/nsubj/2 led/VERB/root/0 Zadar/PROPN/compound/4 Guard/PROPN/obj/2 and/CCONJ/cc/7 Coast/PROPN/compound/7 Guard/PROPN/conj/4 ./PUNCT/punct/2"
      ],
      names: [("Zadar Guard and Coast Guard", .organisation)])
      == ["organisation: Zadar Guard", "organisation: Coast Guard"])
  #expect(
    TreeFixture.repaired(
      [
        "She/PRON/nsubj/2 joined/VERB/root/0 Marks/PROPN/obj/2 and/CCONJ/cc/5 Spencer/PROPN/conj/3 ./PUNCT/punct/2"
      ],
      names: [("Marks and Spencer", .organisation)]) == ["organisation: Marks and Spencer"])
}

@Test func titlesAreNoNames() {
  #expect(
    TreeFixture.repaired(
      ["The/DET/det/2 Queen/PROPN/nsubj/3 smiled/VERB/root/0 ./PUNCT/punct/3"], names: [("Queen", .person)]
    ).isEmpty)
  #expect(
    TreeFixture.repaired(
      ["The/DET/det/2 Tsars/PROPNs/nsubj/3 agreed/VERB/root/0 ./PUNCT/punct/3"], names: [("Tsars", .place)]
    ).isEmpty)
}

@Test func nounBesideANameTellsItsKind() {
  #expect(
    TreeFixture.repaired(
      [
        "She/PRON/nsubj/2 edited/VERB/root/0 the/DET/det/4 newspaper/NOUN/obj/2 Zora/PROPN/appos/4 ./PUNCT/punct/2"
      ],
      names: [("Zora", .person)]) == ["organisation: Zora"])
  #expect(
    TreeFixture.repaired(
      ["She/PRON/nsubj/2 edited/VERB/root/0 Zora/PROPN/compound/4 magazine/NOUN/obj/2 ./PUNCT/punct/2"],
      names: [("Zora", .person)]) == ["organisation: Zora"])
}

@Test func seasonsWithTheirYearsAreEvents() {
  #expect(
    TreeFixture.repaired(
      [
        "She/PRON/nsubj/2 rested/VERB/root/0 in/ADP/case/5 the/DET/det/5 1945/NUM/obl/2 –/SYM/case/7 46/NUM/nummod/8 season/NOUN/obl/2 ./PUNCT/punct/2"
      ],
      names: []) == ["event: 1945 – 46 season"])
}
