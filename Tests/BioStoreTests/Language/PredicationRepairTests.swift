import Testing

@testable import BioStore

/// The repaired tree of one sentence: each word with its relation and the word that governs it.
private func repaired(_ sentence: String) -> [String: String] {
  var reading = TreeFixture.reading([sentence], names: [])
  PredicationRepair.apply(to: &reading)
  var found: [String: String] = [:]
  for token in reading.tokens {
    let head = token.head.map { reading.tokens[$0].form } ?? "-"
    found[token.form] = "\(token.relation.label) \(head)"
  }
  return found
}

@Test func roleNounsOfAListAreCoordinatedEachWithItsOwnWords() {
  let tree = repaired(
    "Ana/PROPN/nsubj/4 was/AUX/cop/4 a/DET/det/4 teacher/ADJ/root/0 ,/PUNCT/punct/6 journalist/NOUN/compound/9 "
      + "and/CCONJ/cc/8 party/NOUN/conj/6 official/NOUN/conj/4 ./PUNCT/punct/4")
  #expect(tree["teacher"] == "root -")
  #expect(tree["journalist"] == "conj teacher")
  #expect(tree["official"] == "conj teacher")
  #expect(tree["party"] == "compound official")
}

@Test func nameBeforeACopulaIsTheSubjectOfItsPredicate() {
  let tree = repaired(
    "Ana/PROPN/root/0 Marin/PROPN/flat/1 was/AUX/cop/5 a/DET/det/5 painter/NOUN/parataxis/1 ./PUNCT/punct/1")
  #expect(tree["painter"] == "root -")
  #expect(tree["Ana"] == "nsubj painter")
}

@Test func nounBeforeACopulaIsItsSubject() {
  let tree = repaired(
    "Her/PRON/nmod:poss/2 partner/NOUN/root/0 was/AUX/cop/2 Ivan/PROPN/nsubj/2 Marin/PROPN/flat/4 ./PUNCT/punct/2"
  )
  #expect(tree["Ivan"] == "root -")
  #expect(tree["partner"] == "nsubj Ivan")
}

@Test func secondNounOfKinIsSaidOfTheSamePerson() {
  let tree = repaired(
    "Ana/PROPN/nsubj/4 was/AUX/cop/4 a/DET/det/4 sister/NOUN/root/0 of/ADP/case/6 Ivan/PROPN/nmod/4 "
      + "and/CCONJ/cc/9 a/DET/det/9 cousin/NOUN/conj/6 of/ADP/case/11 Petar/PROPN/nmod/9 ./PUNCT/punct/4")
  #expect(tree["cousin"] == "conj sister")
}

@Test func nounInFrontOfTheSubjectDescribesIt() {
  let tree = repaired(
    "A/DET/det/2 pupil/NOUN/obl/8 of/ADP/case/4 Ivan/PROPN/nmod/2 Marin/PROPN/flat/4 ,/PUNCT/punct/2 "
      + "she/PRON/nsubj/8 sang/VERB/root/0 ./PUNCT/punct/8")
  #expect(tree["pupil"] == "appos she")
}
