extension Store {
  /// Full-text search over sentences and names.
  ///
  /// Every word must stand in the sentence (in any inflected form: "arrest" finds "arrested"); words in double quotes
  /// must stand next to each other. Names are found by the beginnings of their words. No character of `words` is an
  /// operator.
  ///
  /// - Parameter limit: At most so many sentences, and so many entities.
  public func search(_ words: String, limit: Int = 20) throws -> SearchResult {
    try translatingErrors {
      var sentences: [SentenceHit] = []
      if let expression = SearchExpression.words(words) {
        let rows = try database.rows(
          """
          SELECT s.id, a.id, a.title, s.text, s.start_offset, s.end_offset,
            highlight(search_sentences, 0, char(2), char(3))
          FROM search_sentences JOIN sentences AS s ON s.id = search_sentences.rowid
          JOIN articles AS a ON a.id = s.article_id
          WHERE search_sentences MATCH ? ORDER BY rank, a.title, s.ordinal LIMIT ?
          """, expression, limit)
        sentences = rows.map { row in
          let start: Int = row[4]
          let end: Int = row[5]
          return SentenceHit(
            sentenceID: row[0], articleID: row[1], article: row[2], text: row[3], range: start..<end,
            matches: Self.matches(inHighlighted: row[6]))
        }
      }
      return SearchResult(sentences: sentences, entities: try entities(named: words, limit: limit))
    }
  }

  /// The scalars between the marks 2 and 3, counted without the marks.
  private static func matches(inHighlighted text: String) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    var offset = 0
    var start = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 2: start = offset
      case 3: matches.append(start..<offset)
      default: offset += 1
      }
    }
    return matches
  }
}
