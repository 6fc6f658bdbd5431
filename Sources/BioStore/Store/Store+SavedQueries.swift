extension Store {
  /// The queries that are kept, by name.
  public func savedQueries() throws -> [SavedQuery] {
    try translatingErrors {
      try database.rows("SELECT name, description, sql, is_shipped FROM saved_queries ORDER BY name").map {
        row in
        SavedQuery(name: row[0], description: row[1], sql: row[2], isShipped: row[3])
      }
    }
  }

  /// The query of this name; `nil` if there is none.
  public func savedQuery(named name: String) throws -> SavedQuery? {
    try savedQueries().first { $0.name == name }
  }

  /// Keeps a query, in place of one of the same name. It is not run; run it first to see whether it works.
  ///
  /// - Throws: `StoreError.invalidRequest` if the name or the SQL is empty, or if the name is that of a shipped query.
  public func save(_ query: SavedQuery) throws {
    guard !query.name.isEmpty, !query.sql.isEmpty else {
      throw StoreError.invalidRequest(reason: "a saved query needs a name and its SQL")
    }
    if try savedQuery(named: query.name)?.isShipped == true {
      throw StoreError.invalidRequest(reason: "\(query.name) comes with BioStore: choose another name")
    }
    try translatingErrors {
      try database.run(
        """
        INSERT INTO saved_queries (name, description, sql) VALUES (?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET description = excluded.description, sql = excluded.sql
        """, query.name, query.description, query.sql)
    }
  }

  /// Forgets a query.
  ///
  /// - Throws: `StoreError.notFound`.
  public func removeSavedQuery(named name: String) throws {
    try translatingErrors {
      try database.run("DELETE FROM saved_queries WHERE name = ?", name)
      if database.changedRowCount == 0 { throw StoreError.notFound(what: "saved query \(name)") }
    }
  }
}
