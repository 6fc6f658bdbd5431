import Testing

@testable import BioStore

/// The form of the word that governs the first token written `form`.
private func governor(of form: String, in text: String) -> String? {
  let article = Article(
    title: "Ana Kovač", text: text, source: "test",
    sections: [
      Section(
        heading: nil, level: 1, range: 0..<text.unicodeScalars.count,
        paragraphs: [0..<text.unicodeScalars.count])
    ])
  let reading = Reader().read(article)
  guard let token = reading.tokens.first(where: { $0.form == form }), let head = token.head else {
    return nil
  }
  return "\(reading.tokens[head].form) \(token.relation.label)"
}

@Suite(.enabled(if: Resource.bytes("model/reader.model") != nil, "the binary holds no model"))
struct SyntaxRepairTests {
  @Test(arguments: [
    (
      "Ana Kovač was a friend of Ivan Marin, the Split publisher who founded the Salt Review.", "founded",
      "publisher"
    ),
    (
      "Ana Kovač was a pupil of Petar Babić, the mayor of Zadar, who built the old library.", "built", "mayor"
    ),
    ("Ana Kovač moved to Vienna and met the poet Ivan Marin, whom she married in 1915.", "married", "Ivan"),
    ("Ana Kovač wrote to Ivan Marin, whose brother owned the mill.", "owned", "Ivan"),
  ])
  func aRelativeClauseBelongsToTheNearestPerson(text: String, verb: String, noun: String) {
    #expect(governor(of: verb, in: text) == "\(noun) acl:relcl")
  }

  @Test func aMainVerbBehindARelativeClauseIsGivenBack() {
    let text = "Ana Kovač's first husband, Ivan, with whom she had two sons, Petar and Luka, died in 1899."
    #expect(governor(of: "had", in: text)?.hasSuffix("acl:relcl") == true)
    #expect(governor(of: "husband", in: text) == "died nsubj")
  }

  @Test func aClauseThatIsNoRelativeClauseStays() {
    #expect(governor(of: "killed", in: "Ana Kovač asked who had killed Ivan Marin.") == "asked ccomp")
  }

  @Test func aSpanOfTimeBehindAndOpensAClause() {
    let text =
      "In June 1940 Ana Kovač married Ivan Marin, a sculptor, and a year later the couple settled at Zadar."
    #expect(governor(of: "settled", in: text) == "married conj")
    #expect(governor(of: "couple", in: text) == "settled nsubj")
    let list = "Ana Kovač served a year and two months later in Zadar."
    #expect(governor(of: "months", in: list)?.hasPrefix("settled") != true)
  }

  @Test(arguments: [
    ("Ana Kovač stayed until the death of her husband, the dancer Ivan Marin, in 1940.", "dancer", "husband"),
    ("They lost when two older painters, Ivan Marin and Petar Babić, left the club.", "Ivan", "painters"),
  ])
  func aNameBehindACommaRenamesThePersonBefore(text: String, word: String, noun: String) {
    #expect(governor(of: word, in: text) == "\(noun) appos")
  }
}
