extension Store {
  /// Checks the whole file: SQLite's own structure, foreign keys, the search indexes, and BioStore's invariants.
  ///
  /// Reads everything at least once. The words of the search indexes are compared with their tables only if the database
  /// is open for writing; otherwise the numbers of rows are.
  ///
  /// - Returns: What is wrong, at most a hundred problems of each check; empty if nothing is.
  public func check() throws -> [IntegrityProblem] {
    try translatingErrors {
      do {
        let file = try fileProblems()
        // What follows would only stumble over the same damage.
        guard file.isEmpty else { return file }
        return try foreignKeyProblems() + searchProblems() + invariantProblems()
      } catch let error as DatabaseError where error.isCorruption {
        return [IntegrityProblem(check: .file, message: error.message)]
      }
    }
  }

  private func fileProblems() throws -> [IntegrityProblem] {
    try database.rows("PRAGMA integrity_check(100)").map { $0[0] as String }.filter { $0 != "ok" }
      .map { IntegrityProblem(check: .file, message: $0) }
  }

  private func foreignKeyProblems() throws -> [IntegrityProblem] {
    try database.rows("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check() LIMIT 100").map {
      row in
      let table: String = row[0]
      let id: Int64? = row[1]
      let parent: String = row[2]
      return IntegrityProblem(
        check: .foreignKeys,
        message: "row \(id.map(String.init) ?? "?") of \(table) refers to no row of \(parent)")
    }
  }

  private func searchProblems() throws -> [IntegrityProblem] {
    var problems: [IntegrityProblem] = []
    for (index, table) in [("search_sentences", "sentences"), ("search_names", "names")] {
      do {
        if database.mode == .readOnly {
          let indexed: Int = try database.value("SELECT count(*) FROM \(index)_docsize") ?? 0
          let stored: Int = try database.value("SELECT count(*) FROM \(table)") ?? 0
          guard indexed != stored else { continue }
          problems.append(
            IntegrityProblem(check: .search, message: "\(index) holds \(indexed) rows, \(table) \(stored)"))
        } else {
          try database.run("INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', 1)")
        }
      } catch let error as DatabaseError where error.isCorruption {
        problems.append(IntegrityProblem(check: .search, message: "\(index) disagrees with \(table)"))
      }
    }
    return problems
  }

  private func invariantProblems() throws -> [IntegrityProblem] {
    var problems: [IntegrityProblem] = []
    for invariant in Invariant.all {
      problems += try database.rows("SELECT * FROM (\(invariant.offenders)) LIMIT 100").map { row in
        let id: Int64 = row[0]
        return IntegrityProblem(
          check: .invariant, message: "row \(id) of \(invariant.table): \(invariant.breach)")
      }
    }
    return problems
  }
}
