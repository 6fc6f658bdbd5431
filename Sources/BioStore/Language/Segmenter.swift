/// First stage: cuts an article's paragraphs into sentences of tokens.
public struct Segmenter: Sendable {
  public init() {}

  /// Sets the reading's tokens and sentences. Linear in the length of the text.
  ///
  /// An article without sections gets those that its text shows.
  public func segment(_ reading: inout Reading) {
    let text = ScalarText(reading.article.text)
    if reading.article.sections.isEmpty {
      reading.article.sections = ArticleLayout(text).sections
    }
    var tokenizer = Tokenizer(text)
    let splitter = SentenceSplitter(text)
    var sentences: [Sentence] = []
    for (sectionIndex, section) in reading.article.sections.enumerated() {
      for (paragraphIndex, paragraph) in section.paragraphs.enumerated() {
        let first = tokenizer.spans.count
        tokenizer.tokenize(paragraph)
        for tokens in splitter.sentences(of: tokenizer.spans[first...]) {
          let range = tokenizer.spans[tokens.lowerBound].start..<tokenizer.spans[tokens.upperBound - 1].end
          sentences.append(
            Sentence(range: range, tokens: tokens, section: sectionIndex, paragraph: paragraphIndex))
        }
      }
    }
    reading.sentences = sentences
    reading.tokens = tokenizer.spans.map { span in
      let range = span.start..<span.end
      return Token(range: range, form: text[range])
    }
  }
}
