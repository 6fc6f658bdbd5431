extension Store {
  /// Checks the whole file: SQLite's own structure, foreign keys, the search indexes, and BioStore's invariants.
  ///
  /// Reads everything once. The database may be open for reading only; the search indexes are then checked by
  /// comparing counts.
  ///
  /// - Returns: What is wrong; empty if nothing is.
  public func check() throws -> [IntegrityProblem] {
    throw StoreError.invalidRequest(reason: "the check is not ready")
  }
}
