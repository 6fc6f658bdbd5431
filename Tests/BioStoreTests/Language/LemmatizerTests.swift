import Testing

@testable import BioStore

@Test(arguments: [("Born in Zadar, Ana Kovač was a poet.", "bear"), ("Elected in 1901, she left.", "elect")])
func wordsAtTheHeadOfASentenceHaveTheLemmaOfTheirLowerCase(text: String, lemma: String) {
  let article = ArticleParser().article(text: text, fallbackTitle: "Ana Kovač", source: "test")
  #expect(Reader().read(article).tokens.first?.lemma == lemma)
}
