import Testing

@testable import BioStore

/// The form of the word that governs the first token written `form`.
private func governor(of form: String, in text: String) -> String? {
  let end = text.unicodeScalars.count
  let article = Article(
    title: "Ana Kovač", text: text, source: "test",
    sections: [Section(heading: nil, level: 1, range: 0..<end, paragraphs: [0..<end])])
  let tokens = Reader().read(article).tokens
  return tokens.first { $0.form == form }?.head.map { tokens[$0].form }
}

@Suite(.enabled(if: Resource.bytes("model/reader.model") != nil, "the binary holds no model"))
struct PrepositionRepairTests {
  @Test func ofBelongsToTheNounBeforeIt() {
    let text = "Ana Kovač joined other members of the Workers' League in a strike."
    #expect(governor(of: "League", in: text) == "members")
  }

  @Test func ofStaysAtAVerbThatTakesIt() {
    #expect(governor(of: "theft", in: "The court accused Ana Kovač of theft.") == "accused")
  }

  @Test func companyBehindACommaBelongsToTheVerb() {
    let text = "In 1927, Ana Kovač was expelled from the party, with other members of the Workers' League."
    #expect(governor(of: "members", in: text) == "expelled")
  }
}
