extension SavedQuery {
  /// Puts the queries that come with BioStore into a database, in place of older ones.
  static func installShipped(in database: Database) throws {
    for query in try shipped() {
      try database.run(
        "INSERT OR REPLACE INTO saved_queries (name, description, sql, is_shipped) VALUES (?, ?, ?, 1)",
        query.name,
        query.description, query.sql)
    }
  }

  /// The queries of `queries/shipped.sql`: each begins with a line `-- query NAME: DESCRIPTION`.
  static func shipped() throws -> [SavedQuery] {
    var queries: [SavedQuery] = []
    for block in (Resource.text("queries/shipped.sql") ?? "").split(separator: "\n-- query ").dropFirst() {
      guard let end = block.firstIndex(of: "\n"), let colon = block[..<end].firstIndex(of: ":") else {
        continue
      }
      let sql = block[block.index(after: end)...].trimmingBlanks()
      queries.append(
        SavedQuery(
          name: block[..<colon].trimmingBlanks(),
          description: block[block.index(after: colon)..<end].trimmingBlanks(), sql: sql, isShipped: true))
    }
    return queries
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> String {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
