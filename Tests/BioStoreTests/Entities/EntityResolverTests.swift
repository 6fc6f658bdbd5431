import Testing

@testable import BioStore

private let lead =
  "Anna/PROPN/nsubj/7 Maria/PROPN/flat/1 Berg/PROPN/flat/1 was/AUX/cop/7 a/DET/det/7 Norwegian/ADJ/amod/7 "
  + "painter/NOUN/root/0 who/PRON/nsubj/9 lived/VERB/acl:relcl/7 in/ADP/case/11 Oslo/PROPN/obl/9 ./PUNCT/punct/7"
private let father =
  "Her/PRON/nmod:poss/2 father/NOUN/nsubj/9 ,/PUNCT/punct/4 Karl/PROPN/appos/2 Berg/PROPN/flat/4 ,/PUNCT/punct/2 "
  + "was/AUX/cop/9 a/DET/det/9 baker/NOUN/root/0 ./PUNCT/punct/9"
private let taught = "He/PRON/nsubj/2 taught/VERB/root/0 her/PRON/obj/2 ./PUNCT/punct/2"
private let wedding =
  "Berg/PROPN/nsubj/2 married/VERB/root/0 the/DET/det/4 lawyer/NOUN/obj/2 Ove/PROPN/appos/4 Lind/PROPN/flat/5 "
  + "./PUNCT/punct/2"
private let couple =
  "The/DET/det/2 couple/NOUN/nsubj/3 moved/VERB/root/0 to/ADP/case/5 Bergen/PROPN/obl/3 ./PUNCT/punct/3"
private let husband = "Her/PRON/nmod:poss/2 husband/NOUN/nsubj/3 died/VERB/root/0 ./PUNCT/punct/3"

private let people: [(String, EntityKind)] = [
  ("Anna Maria Berg", .person), ("Karl Berg", .person), ("Ove Lind", .person), ("Berg", .person),
  ("Oslo", .place), ("Bergen", .place),
]

@Test func subjectTakesFullNameSurnameAndPronouns() {
  let reading = TreeFixture.resolved(title: "Anna Berg", [lead, father, taught, wedding], names: people)
  #expect(reading.subject.map { reading.entities[$0].name } == "Anna Maria Berg")
  #expect(reading.referents(of: "Berg", 3) == ["Anna Maria Berg"])
  #expect(reading.step(of: "Berg", 3) == "subject")
  #expect(reading.referents(of: "her") == ["Anna Maria Berg"])
  #expect(reading.entities.first { $0.name == "Anna Maria Berg" }?.gender == .female)
}

@Test func relativeOfTheSameSurnameIsSomebodyElse() {
  let reading = TreeFixture.resolved(title: "Anna Berg", [lead, father, taught], names: people)
  #expect(reading.referents(of: "father") == ["Karl Berg"])
  #expect(reading.step(of: "father") == "apposition")
  #expect(reading.referents(of: "He") == ["Karl Berg"])
  #expect(reading.step(of: "He") == "pronoun")
}

@Test func predicateNounAndRelativePronounStandForTheSubject() {
  let reading = TreeFixture.resolved(title: "Anna Berg", [lead], names: people)
  #expect(reading.referents(of: "painter") == ["Anna Maria Berg"])
  #expect(reading.step(of: "painter") == "predicate")
  #expect(reading.referents(of: "who") == ["Anna Maria Berg"])
  #expect(reading.step(of: "who") == "relative-pronoun")
}

@Test func marriageTellsWhoTheHusbandAndTheCoupleAre() {
  let reading = TreeFixture.resolved(title: "Anna Berg", [lead, wedding, couple, husband], names: people)
  #expect(reading.referents(of: "lawyer") == ["Ove Lind"])
  #expect(Set(reading.referents(of: "couple")) == ["Anna Maria Berg", "Ove Lind"])
  #expect(reading.step(of: "couple") == "group")
  #expect(reading.referents(of: "husband") == ["Ove Lind"])
  #expect(reading.step(of: "husband") == "kin")
}

@Test func groupsStandForTheirMembersAndNounsForWhatTheyTakeUp() {
  let reading = TreeFixture.resolved(
    [
      "Emil/PROPN/nsubj/6 Holm/PROPN/flat/1 and/CCONJ/cc/4 Nils/PROPN/conj/1 Dahl/PROPN/flat/4 founded/VERB/root/0 "
        + "a/DET/det/8 newspaper/NOUN/obj/6 ./PUNCT/punct/6",
      "They/PRON/nsubj/2 sold/VERB/root/0 it/PRON/obj/2 ./PUNCT/punct/2",
      "The/DET/det/2 two/NUM/nsubj/3 shared/VERB/root/0 an/DET/det/5 apartment/NOUN/obj/3 ./PUNCT/punct/3",
      "The/DET/det/2 apartment/NOUN/nsubj/4 was/AUX/cop/4 small/ADJ/root/0 ./PUNCT/punct/4",
    ], names: [("Emil Holm", .person), ("Nils Dahl", .person)])
  #expect(reading.referents(of: "They") == ["Emil Holm", "Nils Dahl"])
  #expect(reading.referents(of: "two") == ["Emil Holm", "Nils Dahl"])
  #expect(reading.step(of: "two") == "group")
  #expect(reading.referents(of: "apartment", 1) == ["apartment"])
  #expect(reading.step(of: "apartment", 1) == "unnamed")
  #expect(reading.step(of: "apartment", 2) == "description")
  #expect(reading.entities.filter { $0.name == "apartment" }.count == 1)
  #expect(reading.entities.first { $0.name == "apartment" }?.isNamed == false)
}

@Test func bodiesAreTakenUpByTheirNounAndByShorterNames() {
  let reading = TreeFixture.resolved(
    [
      "She/PRON/nsubj/2 joined/VERB/root/0 the/DET/det/5 Workers/PROPN/compound/5 Council/PROPN/obj/2 of/ADP/case/7 "
        + "Norway/PROPN/nmod/5 ./PUNCT/punct/2",
      "The/DET/det/2 council/NOUN/nsubj/3 met/VERB/root/0 ./PUNCT/punct/3",
      "The/DET/det/3 Workers/PROPN/compound/3 Council/PROPN/nsubj/4 voted/VERB/root/0 ./PUNCT/punct/4",
    ], names: [("Workers Council of Norway", .organisation), ("Workers Council", .organisation)])
  #expect(reading.referents(of: "council") == ["Workers Council of Norway"])
  #expect(reading.referents(of: "Council", 2) == ["Workers Council of Norway"])
  #expect(reading.entities.first?.aliases == ["Workers Council"])
}

@Test func abbreviationsInBracketsAreOtherNames() {
  let reading = TreeFixture.resolved(
    [
      "The/DET/det/3 Workers/PROPN/compound/3 Council/PROPN/nsubj/9 of/ADP/case/5 Norway/PROPN/nmod/3 (/PUNCT/punct/7 "
        + "WCN/PROPN/appos/3 )/PUNCT/punct/7 met/VERB/root/0 ./PUNCT/punct/9",
      "The/DET/det/2 WCN/PROPN/nsubj/3 voted/VERB/root/0 ./PUNCT/punct/3",
    ], names: [("Workers Council of Norway", .organisation), ("WCN", .organisation)])
  #expect(reading.entities.filter(\.isNamed).map(\.name) == ["Workers Council of Norway"])
  #expect(reading.referents(of: "WCN", 2) == ["Workers Council of Norway"])
}

@Test func otherNamesAreJoinedByTheirCues() {
  let reading = TreeFixture.resolved(
    title: "Joan Dove",
    [
      "Marta/PROPN/nsubj/11 Krull/PROPN/flat/1 (/PUNCT/punct/5 born/VERB/acl/1 1901/NUM/obl/4 )/PUNCT/punct/4 ,/PUNCT/punct/8 "
        + "known/VERB/acl/1 as/ADP/case/10 Joan/PROPN/obl/8 Dove/PROPN/flat/10 ,/PUNCT/punct/8 sang/VERB/root/0 ./PUNCT/punct/13"
    ], names: [("Marta Krull", .person), ("Joan Dove", .person)])
  #expect(reading.entities.filter(\.isNamed).count == 1)
  #expect(reading.entities.first?.aliases == ["Joan Dove"])
}

@Test func formerNamesOfAPlaceAreOnePlace() {
  let reading = TreeFixture.resolved(
    [
      "She/PRON/nsubj/2 left/VERB/root/0 Bombay/PROPN/obj/2 for/ADP/case/5 Oslo/PROPN/obl/2 ./PUNCT/punct/2",
      "Mumbai/PROPN/nsubj/2 grew/VERB/root/0 ./PUNCT/punct/2",
    ], names: [("Bombay", .place), ("Oslo", .place), ("Mumbai", .place)])
  #expect(reading.entities.filter { $0.kind == .place }.count == 2)
}

@Test func reflexiveMeansTheSubjectOfItsClauseAndObjectDoesNot() {
  let reading = TreeFixture.resolved(
    [
      "Emil/PROPN/nsubj/3 Holm/PROPN/flat/1 met/VERB/root/0 Nils/PROPN/obj/3 Dahl/PROPN/flat/4 ./PUNCT/punct/3",
      "Holm/PROPN/nsubj/2 praised/VERB/root/0 him/PRON/obj/2 and/CCONJ/cc/5 blamed/VERB/conj/2 himself/PRON/obj/5 ./PUNCT/punct/2",
    ], names: [("Emil Holm", .person), ("Nils Dahl", .person), ("Holm", .person)])
  #expect(reading.referents(of: "him") == ["Nils Dahl"])
  #expect(reading.referents(of: "himself") == ["Emil Holm"])
}

@Test func nothingIsResolvedWithoutTreesButNames() {
  var reading = Reading(article: Article(title: "", text: "", source: "-"))
  EntityResolver().resolve(&reading)
  #expect(reading.entities.isEmpty)
  #expect(reading.subject == nil)
}
