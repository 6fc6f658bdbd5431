extension Store {
  /// Hands out the whole content, record by record: articles, entities, mentions, facts.
  ///
  /// Order and numbers depend on what the articles say only, not on the order in which they were imported. A fact that
  /// several articles assert is a record for each of them, with the same number.
  public func export(_ body: (ExportRecord) throws -> Void) throws {
    try translatingErrors {
      try database.snapshot {
        var exporter = Exporter(database: database)
        try exporter.run(body)
      }
    }
  }
}
