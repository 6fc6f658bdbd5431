import Testing

@testable import BioStore

private let sample = """
  # newpar
  # sent_id = 1
  # text = She didn't sing.
  1\tShe\tshe\tPRON\tPRP\t_\t4\tnsubj\t_\t_
  2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
  2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
  3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
  4\tsing\tsing\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
  5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_


  """

@Test func conlluIsWrittenAsItWasRead() throws {
  let sentences = try CoNLLU.parse(sample)
  #expect(sentences.count == 1)
  #expect(sentences[0].identifier == "1")
  #expect(sentences[0].words[2].head == 3)
  #expect(CoNLLU.format(sentences) == sample)
}

@Test func readingOfATreebankHasTextAndTrees() throws {
  let reading = Reading(conllu: try CoNLLU.parse(sample))
  #expect(reading.article.text == "She didn't sing. ")
  #expect(reading.tokens.map(\.form) == ["She", "did", "n't", "sing", "."])
  let text = ScalarText(reading.article.text)
  for token in reading.tokens { #expect(text[token.range] == token.form) }
  #expect(reading.tokens[0].head == 3)
  #expect(reading.tokens[3].head == nil)
  #expect(reading.sentences[0].range == 0..<16)
}

@Test func brokenConlluSaysWhere() {
  #expect(throws: CoNLLUError.self) { try CoNLLU.parse("1\tShe\tshe\n") }
  #expect(throws: CoNLLUError.self) {
    try CoNLLU.parse("1\tShe\tshe\tPRON\tPRP\t_\t7\tnsubj\t_\t_\n\n")
  }
}
