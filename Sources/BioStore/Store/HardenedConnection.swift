internal import CSQLite

/// A connection that can do nothing but SELECT from the tables of its one file, within limits.
///
/// Opening for reading only is not enough: `VACUUM INTO` would still write a file, and ATTACH create one.
/// <https://www.sqlite.org/security.html>
final class HardenedConnection {
  let database: Database
  private let limits: ReadOnlyQuery.Limits

  init(path: String, limits: ReadOnlyQuery.Limits) throws {
    let store = try Store(path: path)
    database = store.database
    self.limits = limits
    try store.translatingErrors {
      try touchVirtualTables()
      try harden()
    }
  }

  // MARK: Running

  /// Runs one SELECT and hands out its rows as they come; `row` returns false to stop.
  ///
  /// - Returns: Whether rows beyond the cap were left out.
  func run(
    _ sql: String, parameters: [String: DatabaseValue], columns: ([String]) throws -> Void,
    row body: ([DatabaseValue]) throws -> Bool
  ) throws -> Bool {
    guard sql.utf8.count <= limits.valueLength else {
      throw StoreError.invalidRequest(reason: "the SQL is longer than \(limits.valueLength) bytes")
    }
    database.deadline = .now + limits.deadline
    let heapLimit = sqlite3_hard_heap_limit64(Int64(limits.memory))
    defer {
      database.deadline = nil
      sqlite3_hard_heap_limit64(heapLimit)
    }
    let statement = try translatingErrors { try database.prepare(sql) }
    guard statement.isReadOnly else {
      throw StoreError.invalidRequest(reason: "only queries that read are allowed")
    }
    try bind(parameters, to: statement)
    try columns(statement.columnNames)
    let indices = Array(statement.columnNames.indices)
    var count = 0
    defer { statement.reset() }
    while try translatingErrors({ try statement.step() }) {
      if let cap = limits.rows, count >= cap { return true }
      count += 1
      guard try body(indices.map { statement.value(at: $0) }) else { break }
    }
    return false
  }

  private func bind(_ parameters: [String: DatabaseValue], to statement: Statement) throws {
    var unused = Set(parameters.keys)
    for (index, parameter) in statement.parameterNames.enumerated() {
      let name = parameter.map { String($0.dropFirst()) } ?? String(index + 1)
      guard let value = parameters[name] else {
        throw StoreError.invalidRequest(reason: "no value for the parameter \(parameter ?? "?\(index + 1)")")
      }
      unused.remove(name)
      try translatingErrors { try statement.bind(value, at: index) }
    }
    if let name = unused.min() {
      throw StoreError.invalidRequest(reason: "the SQL has no parameter \(name)")
    }
  }

  private func translatingErrors<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      // What the statement did wrong is the user's; what befell the file is the store's.
      switch StoreError(error, path: database.path) {
      case .database, .readOnly, .cannotOpen: throw StoreError.query(error)
      case let other: throw other
      }
    }
  }

  // MARK: Hardening

  /// Virtual tables declare their columns when they are first used, which the authorizer would refuse.
  private func touchVirtualTables() throws {
    _ = try database.rows("SELECT rowid FROM search_sentences WHERE search_sentences MATCH 'a' LIMIT 1")
    _ = try database.rows("SELECT rowid FROM search_names WHERE search_names MATCH 'a' LIMIT 1")
    _ = try database.rows("SELECT 1 FROM json_each('[]'), json_tree('[]')")
    for pragma in Self.harmlessPragmas.sorted() where pragma != "data_version" {
      _ = try database.rows("SELECT 1 FROM pragma_\(pragma) LIMIT 0")
    }
  }

  private func harden() throws {
    let pointer = database.connection.pointer
    try database.run("PRAGMA query_only = ON")
    try database.run("PRAGMA trusted_schema = OFF")
    try database.run("PRAGMA temp_store = MEMORY")
    // A damaged file must not lead SQLite astray.
    try database.run("PRAGMA cell_size_check = ON")
    try database.run("PRAGMA mmap_size = 0")
    try database.connection.check(biostore_harden(pointer))
    let caps: [(Int32, Int)] = [
      (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_LENGTH, limits.valueLength),
      (SQLITE_LIMIT_SQL_LENGTH, limits.valueLength), (SQLITE_LIMIT_EXPR_DEPTH, 200),
      (SQLITE_LIMIT_COMPOUND_SELECT, 100), (SQLITE_LIMIT_VDBE_OP, 250_000), (SQLITE_LIMIT_FUNCTION_ARG, 32),
      (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000), (SQLITE_LIMIT_VARIABLE_NUMBER, 1000),
      (SQLITE_LIMIT_TRIGGER_DEPTH, 10), (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]
    for (limit, value) in caps {
      sqlite3_limit(pointer, limit, Int32(clamping: value))
    }
    database.clearCache()
    try database.connection.check(sqlite3_set_authorizer(pointer, Self.authorizer, nil))
  }

  /// Lets SQL look at tables, call functions, and ask how the tables are made.
  private static let authorizer:
    @convention(c) (
      UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
      UnsafePointer<CChar>?
    ) -> Int32 = { _, action, first, second, _, _ in
      switch action {
      case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE:
        return SQLITE_OK
      case SQLITE_FUNCTION:
        let name = second.map { String(cString: $0).lowercased() } ?? ""
        return HardenedConnection.refusedFunctions.contains(name) ? SQLITE_DENY : SQLITE_OK
      case SQLITE_PRAGMA:
        let name = first.map { String(cString: $0).lowercased() } ?? ""
        return HardenedConnection.harmlessPragmas.contains(name) ? SQLITE_OK : SQLITE_DENY
      default:
        return SQLITE_DENY
      }
    }

  /// They load code or hand out pointers.
  private static let refusedFunctions: Set<String> = ["load_extension", "fts5", "fts3_tokenizer"]

  /// They describe tables and change nothing; FTS5 itself asks for the last.
  private static let harmlessPragmas: Set<String> = [
    "table_list", "table_info", "table_xinfo", "index_list", "index_info", "index_xinfo", "foreign_key_list",
    "data_version",
  ]
}
