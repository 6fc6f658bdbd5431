/// Cuts text into articles, sections and paragraphs.
///
/// The format is plain text with light mark-up: `= Title =` opens an article, `== Heading ==` to
/// `====== Heading ======` a section, blank lines part paragraphs; list items and infobox lines are
/// paragraphs of their own. Nothing is normalised, so offsets hold for the text as given.
public struct ArticleParser: Sendable {
  public init() {}

  /// The article whose whole text is `text`, with its sections.
  ///
  /// Its title is that of the first `= Title =` line, or `fallbackTitle` where there is none. Linear in the
  /// text's length.
  public func article(
    text: String, fallbackTitle: String, source: String, identifier: String? = nil, url: String? = nil
  ) -> Article {
    let layout = ArticleLayout(ScalarText(text))
    return Article(
      title: layout.title ?? fallbackTitle, text: text, source: source, identifier: identifier,
      url: url, sections: layout.sections)
  }

  /// All articles of a text in the `.txt` format: one for each `= Title =` line.
  ///
  /// The text before the first title line belongs to the first article if it is blank and is an article
  /// of its own under `fallbackTitle` if it is not. A text without any title line is one article.
  public func articles(inText text: String, fallbackTitle: String, source: String) -> [Article] {
    let scalars = ScalarText(text)
    var starts = Self.titleLineStarts(scalars)
    let hasPreamble = starts.first.map { start in !scalars.isBlank(0..<start) } ?? true
    if hasPreamble { starts.insert(0, at: 0) } else { starts[0] = 0 }
    if starts.count == 1 {
      return [article(text: text, fallbackTitle: fallbackTitle, source: source)]
    }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : scalars.count
      return article(
        text: scalars[starts[index]..<end], fallbackTitle: fallbackTitle, source: source)
    }
  }

  /// The sections of an article's text.
  public func sections(of text: String) -> [Section] {
    ArticleLayout(ScalarText(text)).sections
  }

  private static func titleLineStarts(_ text: ScalarText) -> [Int] {
    text.lines.filter { ArticleLine($0, in: text).isTitle }.map(\.lowerBound)
  }
}
