extension Reading {
  /// A reading of treebank sentences: their text, tokens, tags and trees, as if the first two stages had made them.
  ///
  /// One section holds all; a sentence under a `newpar` or `newdoc` comment opens a paragraph. The words of a
  /// multi-word token share out its form where they spell it, as "did" and "n't" do.
  public init(conllu sentences: [CoNLLUSentence], title: String = "") {
    var builder = CoNLLUReadingBuilder()
    for sentence in sentences { builder.add(sentence) }
    self.init(article: builder.article(title: title))
    tokens = builder.tokens
    self.sentences = builder.sentences
  }

  /// The reading's sentences in the CoNLL-U format, with `sent_id` and `text` comments.
  public func conlluSentences() -> [CoNLLUSentence] {
    let text = ScalarText(article.text)
    return sentences.enumerated().map { number, sentence in
      let words = sentence.tokens.map { index in
        let token = tokens[index]
        let hasSpace =
          index + 1 == tokens.count || tokens[index + 1].range.lowerBound > token.range.upperBound
        return CoNLLUWord(
          form: token.form, lemma: token.lemma, tag: token.tag, pennTag: token.pennTag,
          head: token.head.map { $0 - sentence.tokens.lowerBound }, relation: token.relation,
          miscellaneous: hasSpace ? "_" : "SpaceAfter=No")
      }
      let line = text[sentence.range].split(whereSeparator: \.isNewline).joined(separator: " ")
      return CoNLLUSentence(
        comments: ["sent_id = \(number + 1)", "text = \(line)"], words: words)
    }
  }
}

/// Lays the words of treebank sentences out as one text.
private struct CoNLLUReadingBuilder {
  private(set) var tokens: [Token] = []
  private(set) var sentences: [Sentence] = []
  private var text = ""
  private var offset = 0
  private var paragraphs: [Range<Int>] = []

  mutating func add(_ sentence: CoNLLUSentence) {
    let opensParagraph =
      paragraphs.isEmpty
      || sentence.comments.contains { $0.hasPrefix("newpar") || $0.hasPrefix("newdoc") }
    if opensParagraph {
      trimBlank()
      if offset > 0 { write("\n\n") }
      paragraphs.append(offset..<offset)
    }
    let firstToken = tokens.count
    let start = offset
    addWords(sentence)
    let end = tokens.last?.range.upperBound ?? start
    paragraphs[paragraphs.count - 1] = paragraphs[paragraphs.count - 1].lowerBound..<end
    sentences.append(
      Sentence(
        range: start..<end, tokens: firstToken..<tokens.count, section: 0,
        paragraph: paragraphs.count - 1))
  }

  func article(title: String) -> Article {
    let section = Section(heading: nil, level: 1, range: 0..<offset, paragraphs: paragraphs)
    return Article(title: title, text: text, source: "conllu", sections: [section])
  }

  private mutating func addWords(_ sentence: CoNLLUSentence) {
    let base = tokens.count
    var surface = sentence.surfaceTokens[...]
    var index = 0
    while index < sentence.words.count {
      if let token = surface.first, token.words.lowerBound == index {
        surface = surface.dropFirst()
        let parts = Self.parts(of: token.form, words: sentence.words[token.words].map(\.form))
        for (word, part) in zip(token.words, parts) {
          addWord(sentence.words[word], form: part, base: base)
        }
        if !token.miscellaneous.contains("SpaceAfter=No") { write(" ") }
        index = token.words.upperBound
      } else {
        let word = sentence.words[index]
        addWord(word, form: word.form, base: base)
        if word.isFollowedBySpace { write(" ") }
        index += 1
      }
    }
    if text.unicodeScalars.last != " " { write(" ") }
  }

  private mutating func addWord(_ word: CoNLLUWord, form: String, base: Int) {
    let start = offset
    write(form)
    tokens.append(
      Token(
        range: start..<offset, form: form, lemma: word.lemma, tag: word.tag, pennTag: word.pennTag,
        head: word.head.map { $0 + base }, relation: word.relation))
  }

  private mutating func write(_ part: String) {
    text += part
    offset += part.unicodeScalars.count
  }

  private mutating func trimBlank() {
    while text.unicodeScalars.last == " " {
      text.unicodeScalars.removeLast()
      offset -= 1
    }
  }

  /// The surface form cut into one piece a word: by the words' own lengths, the last takes what is left.
  private static func parts(of surface: String, words: [String]) -> [String] {
    if words.joined() == surface { return words }
    var rest = Array(surface.unicodeScalars)[...]
    return words.enumerated().map { number, word in
      let isLast = number == words.count - 1
      let piece = isLast ? rest : rest.prefix(word.unicodeScalars.count)
      rest = rest.dropFirst(piece.count)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: piece)
      return String(view)
    }
  }
}
