import Testing

@testable import BioStore

private let parser = ArticleParser()

@Test func aTitleLineOpensEachArticle() {
  let text = "= Ada Berg =\nShe lived.\n\n= Karl Holm =\nHe lived too.\n"
  let articles = parser.articles(inText: text, fallbackTitle: "file", source: "lives.txt")
  #expect(articles.map(\.title) == ["Ada Berg", "Karl Holm"])
  #expect(articles.map(\.text).joined() == text)
}

@Test func textWithoutATitleLineTakesTheFallback() {
  let articles = parser.articles(inText: "She lived.\n", fallbackTitle: "ada-berg", source: "ada-berg.txt")
  #expect(articles.map(\.title) == ["ada-berg"])
}

@Test func headingsOpenSectionsOfTheirLevel() throws {
  let text = "= A =\n\nLead.\n\n== Youth ==\nBorn.\n\n====== Deep ======\nMore.\n"
  let article = parser.article(text: text, fallbackTitle: "", source: "")
  #expect(article.sections.map(\.heading) == [nil, "Youth", "Deep"])
  #expect(article.sections.map(\.level) == [1, 2, 6])
  let scalars = ScalarText(text)
  #expect(article.sections.map { $0.paragraphs.map { scalars[$0] } } == [["Lead."], ["Born."], ["More."]])
}

@Test func carriageReturnsMarksAndDecomposedLettersKeepTheirOffsets() throws {
  let text = "= Zo\u{65}\u{308} =\r\n\r\nShe\u{A0}lived.\r\nShe died.\r\n"
  let article = parser.article(text: text, fallbackTitle: "", source: "")
  #expect(article.text == text)
  #expect(article.sections.count == 1)
  let scalars = ScalarText(text)
  #expect(article.sections[0].paragraphs.map { scalars[$0] } == ["She\u{A0}lived.\r\nShe died."])
}

@Test(arguments: [
  ("* item", "item"), ("- item", "item"), ("# item", "item"), ("1. item", "1. item"),
  ("| key = value", "key = value"), ("Born: 1900", "Born: 1900"), ("#tag", "#tag"),
  ("-5 degrees", "-5 degrees"),
])
func listItemsLoseTheirBullets(line: String, expected: String) {
  let text = "\(line)\n\(line)\n"
  let article = parser.article(text: text, fallbackTitle: "", source: "")
  let scalars = ScalarText(text)
  let found = article.sections.flatMap(\.paragraphs).flatMap { scalars[$0].split(separator: "\n") }
  #expect(found.map(String.init) == [expected, expected])
}

@Test func longLinesAreParagraphsOfTheirOwn() {
  let line = String(repeating: "He lived here and there. ", count: 9)
  let article = parser.article(text: "\(line)\n\(line)\nEnd", fallbackTitle: "", source: "")
  #expect(article.sections[0].paragraphs.count == 3)
}
