import Testing

@testable import BioStore

@Test(arguments: [
  ["He was born in Oslo.", "He died in Rome."],
  ["Dr. Hansen met J. Smith at St. Olaf.", "They talked."],
  ["She moved to the U.S. in 1920.", "It was cold."],
  ["He worked for Acme Inc.", "In 1950 he left."],
  ["\"Who goes there?\" he asked.", "Nobody answered."],
  ["It was (he said. Really.) over.", "Then he left."],
  ["He left. [12]", "She stayed.[3][4]", "They met."],
  ["(He was ill at the time.)", "She was not."],
  ["Was it true?", "No!", "It was not…"],
  ["Elizabeth of York married Henry VII.", "Their son was Henry VIII."],
  ["He was secretary in 1923–25", "In 1925, he was recalled."],
])
func sentencesEndWhereTheyShould(expected: [String]) {
  #expect(sentences(expected.joined(separator: " ")) == expected)
}

@Test func paragraphsAndListItemsEndSentences() {
  let text = """
    = A Life =

    He was born in Oslo

    == Works ==
    * First book, 1920
    * Second book, 1930
    | spouse = Eva
    Born: 3 May 1900
    """
  #expect(
    sentences(text) == [
      "He was born in Oslo", "First book, 1920", "Second book, 1930", "spouse = Eva",
      "Born: 3 May 1900",
    ])
}

@Test func veryLongSentencesStayWhole() {
  let text = (0..<400).map { "word\($0)," }.joined(separator: " ") + " end."
  #expect(sentences(text).count == 1)
}

@Test func wrappedLinesAreOneParagraph() {
  let text =
    "He was born in a small town near the\nsea and moved to the capital as a boy of\nten. He never returned."
  #expect(sentences(text).count == 2)
}

@Test func sentencesKnowTheirSectionAndParagraph() {
  let reading = segmented("= A =\n\nOne. Two.\n\n== B ==\nThree.\n\nFour.")
  #expect(reading.sentences.map(\.section) == [0, 0, 1, 1])
  #expect(reading.sentences.map(\.paragraph) == [0, 0, 0, 1])
}

@Test(.enabled(if: SharedData.isPresent, "the treebanks are not on this machine"))
func segmentationOfATreebankReachesItsBar() throws {
  let treebank = try CoNLLU.parse(SharedData.text("data/treebank/gum-dev.conllu"))
  let score = SegmentationScore.measure(treebank)
  #expect(score.tokens.f1 >= 0.998)
  #expect(score.sentences.f1 >= 0.955)
}
