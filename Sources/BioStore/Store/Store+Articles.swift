extension Store {
  /// All articles, by title, then source.
  public func articles() throws -> [ArticleRecord] {
    try articles(where: "1")
  }

  /// The article of this row; `nil` if there is none.
  public func article(id: Int64) throws -> ArticleRecord? {
    try articles(where: "a.id = ?", id).first
  }

  /// The articles that a user may mean: by number, identifier, source or title, letter case ignored.
  public func articles(matching words: String) throws -> [ArticleRecord] {
    if let id = Int64(words), let article = try article(id: id) { return [article] }
    return try articles(
      where: "a.identifier = ?1 OR a.source = ?1 OR a.title = ?1 COLLATE NOCASE", words)
  }

  private func articles(
    where condition: String, _ values: any DatabaseConvertible...
  ) throws -> [ArticleRecord] {
    try translatingErrors {
      try database.rows(
        """
        SELECT a.id, a.title, a.source, a.identifier, a.url, length(a.text), a.reader_version,
          (SELECT count(*) FROM sentences WHERE article_id = a.id),
          (SELECT count(*) FROM appearances WHERE article_id = a.id),
          (SELECT count(DISTINCT e.fact_id) FROM sentences AS s JOIN evidence AS e ON e.sentence_id = s.id
            WHERE s.article_id = a.id)
        FROM articles AS a WHERE \(condition)
        ORDER BY a.title, a.source, ifnull(a.identifier, ''), a.occurrence
        """, values
      ).map { row in
        ArticleRecord(
          id: row[0], title: row[1], source: row[2], identifier: row[3], url: row[4], length: row[5],
          sentenceCount: row[7], entityCount: row[8], factCount: row[9], readerVersion: row[6])
      }
    }
  }

  /// The text of an article; `nil` if there is no such row.
  public func text(ofArticle id: Int64) throws -> String? {
    try translatingErrors { try database.value("SELECT text FROM articles WHERE id = ?", id) }
  }

  /// Removes an article with its sentences and mentions, and the facts and entities that no other article supports.
  ///
  /// - Throws: `StoreError.notFound` if there is no such row.
  public func removeArticle(id: Int64) throws {
    try translatingErrors {
      try database.transaction {
        guard try database.value("SELECT id FROM articles WHERE id = ?", id) == id else {
          throw StoreError.notFound(what: "article \(id)")
        }
        let facts = FactTable(database: database)
        let linker = EntityLinker(database: database, facts: facts)
        try ArticleRemover(database: database, facts: facts, linker: linker).remove(id)
        try linker.finish()
      }
    }
  }
}
