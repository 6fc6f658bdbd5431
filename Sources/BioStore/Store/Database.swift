internal import CSQLite

/// One connection to an SQLite file.
///
///     let database = try Database(path: "lives.db", mode: .readOnly)
///     let count: Int? = try database.value("SELECT count(*) FROM people WHERE surname = ?", "Moreau")
///
/// Not for use by two threads at once; another thread may stop its work through `interruption`.
public final class Database {
  /// What may be done with the file.
  public enum Mode: Sendable {
    /// Reading and writing; the file is created if it does not exist.
    case create
    /// Reading and writing; the file must exist.
    case readWrite
    /// Reading only; the file must exist.
    case readOnly
  }

  /// The file as it was named when the connection was opened.
  public let path: String
  public let mode: Mode
  let connection: Connection
  private var cache: [String: Statement] = [:]
  private var depth = 0

  /// Opens the file with foreign keys enforced.
  ///
  /// - Parameters:
  ///   - path: The file, or `:memory:`.
  ///   - busyTimeout: How long to wait for another process that holds the lock.
  /// - Throws: `DatabaseError`. A file that is no database is only noticed when it is first read.
  public init(path: String, mode: Mode, busyTimeout: Duration = .seconds(10)) throws {
    self.path = path
    self.mode = mode
    let access =
      switch mode {
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .readWrite: SQLITE_OPEN_READWRITE
      case .readOnly: SQLITE_OPEN_READONLY
      }
    connection = try Connection(path: path, flags: access | SQLITE_OPEN_NOMUTEX)
    let milliseconds =
      busyTimeout.components.seconds * 1000 + busyTimeout.components.attoseconds / 1_000_000_000_000_000
    try connection.check(sqlite3_busy_timeout(connection.pointer, Int32(clamping: milliseconds)))
    try run("PRAGMA foreign_keys = ON")
  }

  /// The version of the SQLite library, such as `3.40.1`.
  public static var libraryVersion: String { String(cString: sqlite3_libversion()) }

  // MARK: Statements

  /// Runs all statements of a script, passing over any rows.
  ///
  /// - Throws: `DatabaseError`; the statements before the faulty one have been run.
  public func execute(_ script: String) throws {
    var rest = Substring(script)
    while !rest.isEmpty {
      let (statement, remainder) = try Statement.compile(
        String(rest), connection: connection, isPersistent: false)
      rest = remainder
      guard let statement else { continue }
      while try statement.step() {}
    }
  }

  /// Compiles one statement.
  ///
  /// - Throws: `DatabaseError` with the place of the mistake; also for an empty text, or for more than one statement.
  public func prepare(_ sql: String) throws -> Statement {
    try compile(sql, isPersistent: false)
  }

  /// Compiles one statement, or takes it from the cache where it stays until the connection is closed.
  ///
  /// - Precondition: The statement is not running.
  public func cached(_ sql: String) throws -> Statement {
    if let statement = cache[sql] { return statement }
    let statement = try compile(sql, isPersistent: true)
    cache[sql] = statement
    return statement
  }

  /// Forgets the cached statements.
  func clearCache() {
    cache.removeAll()
  }

  private func compile(_ sql: String, isPersistent: Bool) throws -> Statement {
    let (statement, rest) = try Statement.compile(sql, connection: connection, isPersistent: isPersistent)
    guard let statement else {
      throw DatabaseError(extendedCode: SQLITE_MISUSE, message: "no SQL statement", sql: sql)
    }
    // What follows may be blanks and comments only, which compile to nothing.
    let (second, _) = try Statement.compile(String(rest), connection: connection, isPersistent: false)
    guard second == nil else {
      throw DatabaseError(
        extendedCode: SQLITE_MISUSE, message: "more than one SQL statement", sql: sql,
        offset: sql.utf8.count - rest.utf8.count)
    }
    return statement
  }

  /// Runs one statement with its parameters, passing over any rows.
  public func run(_ sql: String, _ values: (any DatabaseConvertible)...) throws {
    let statement = try cached(sql)
    try statement.bind(values)
    while try statement.step() {}
  }

  /// All rows of a result.
  public func rows(_ sql: String, _ values: (any DatabaseConvertible)...) throws -> [Row] {
    try rows(sql, values)
  }

  /// All rows of a result.
  public func rows(_ sql: String, _ values: [any DatabaseConvertible]) throws -> [Row] {
    let statement = try cached(sql)
    try statement.bind(values)
    defer { statement.reset() }
    var rows: [Row] = []
    while try statement.step() {
      rows.append(statement.row())
    }
    return rows
  }

  /// The first column of the first row; `nil` if there is no row or if it is NULL.
  ///
  /// - Precondition: The column holds the type asked for.
  public func value<Value: DatabaseConvertible>(
    _ sql: String, _ values: (any DatabaseConvertible)...
  ) throws -> Value? {
    let statement = try cached(sql)
    try statement.bind(values)
    defer { statement.reset() }
    guard try statement.step(), !statement.isNull(at: 0) else { return nil }
    guard let value = Value(statement.value(at: 0)) else { preconditionFailure("not \(Value.self): \(sql)") }
    return value
  }

  /// The row id of the last row that this connection inserted.
  public var lastInsertedID: Int64 { sqlite3_last_insert_rowid(connection.pointer) }

  /// How many rows the last INSERT, UPDATE or DELETE changed.
  public var changedRowCount: Int { Int(sqlite3_changes64(connection.pointer)) }

  // MARK: Transactions

  /// Runs the body as a whole: if it throws, all its changes are undone. Transactions may be nested.
  ///
  /// The outermost one takes the write lock at once, so that it waits at its start rather than failing halfway.
  public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    let name = "level\(depth)"
    try run(depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT \(name)")
    depth += 1
    defer { depth -= 1 }
    do {
      let result = try body()
      try run(depth == 1 ? "COMMIT" : "RELEASE \(name)")
      return result
    } catch {
      rollBack(to: depth == 1 ? nil : name)
      throw error
    }
  }

  /// Begins a transaction that `commit` ends; for work that no closure can hold.
  func begin() throws {
    precondition(depth == 0, "a transaction is open")
    try run("BEGIN IMMEDIATE")
    depth = 1
  }

  /// Ends the transaction of `begin`; if that fails, all its changes are undone.
  func commit() throws {
    precondition(depth == 1, "no transaction is open, or one inside it")
    do {
      try run("COMMIT")
      depth = 0
    } catch {
      rollBackAll()
      throw error
    }
  }

  /// Undoes the open transaction, if there is one.
  func rollBackAll() {
    rollBack(to: nil)
    depth = 0
  }

  /// Whether the file, though opened for writing, can only be read.
  var isReadOnly: Bool { sqlite3_db_readonly(connection.pointer, "main") == 1 }

  /// Runs the body on one unchanging state of the database, whatever other processes write meanwhile.
  public func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    guard sqlite3_get_autocommit(connection.pointer) != 0 else { return try body() }
    try run("BEGIN")
    depth += 1
    defer { depth -= 1 }
    do {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      rollBack(to: nil)
      throw error
    }
  }

  /// Undoes the changes. Some errors (a full disk) have made SQLite undo them already; then there is nothing to do.
  private func rollBack(to savepoint: String?) {
    guard sqlite3_get_autocommit(connection.pointer) == 0 else { return }
    // An interruption must not keep the changes: it is lifted while they are undone.
    sqlite3_progress_handler(connection.pointer, 0, nil, nil)
    defer { connection.installProgressHandler() }
    if let savepoint {
      try? run("ROLLBACK TO \(savepoint)")
      try? run("RELEASE \(savepoint)")
    } else {
      try? run("ROLLBACK")
    }
  }

  // MARK: Stopping

  /// Through which another thread stops this connection's work.
  public var interruption: Interruption? {
    get { connection.interruption }
    set {
      connection.interruption = newValue
      connection.installProgressHandler()
    }
  }

  /// When statements that still run are stopped with an error whose `isInterruption` is true.
  public var deadline: ContinuousClock.Instant? {
    get { connection.deadline }
    set {
      connection.deadline = newValue
      connection.installProgressHandler()
    }
  }
}
