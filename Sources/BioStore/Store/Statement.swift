internal import CSQLite

/// A prepared SQL statement: compiled once, run as often as needed.
///
///     let statement = try database.prepare("SELECT id, name FROM entities WHERE kind = ?")
///     try statement.bind("person")
///     while try statement.step() {
///       print(statement.int64(at: 0), statement.string(at: 1))
///     }
///
/// Not for use by two threads at once. Columns and parameters count from 0.
public final class Statement {
  /// The text of the statement.
  public let sql: String
  /// The names of the result's columns, in order; empty for a statement without a result.
  public let columnNames: [String]
  private let connection: Connection
  private let pointer: OpaquePointer

  /// Compiles the first statement of `sql`.
  ///
  /// - Returns: `nil` if `sql` holds only blanks and comments; `rest` is what follows the first statement.
  /// - Throws: `DatabaseError` with the place of the mistake.
  static func compile(
    _ sql: String, connection: Connection, isPersistent: Bool
  ) throws -> (statement: Statement?, rest: Substring) {
    var pointer: OpaquePointer?
    var consumed = 0
    var text = sql
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        var tail: UnsafePointer<CChar>?
        let flags = isPersistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
        let code = sqlite3_prepare_v3(
          connection.pointer, characters.baseAddress, Int32(clamping: characters.count), flags, &pointer,
          &tail)
        if let tail, let start = characters.baseAddress { consumed = tail - start }
        return code
      }
    }
    try connection.check(code, sql: sql)
    let rest = Substring(sql.utf8.dropFirst(consumed))
    guard let pointer else { return (nil, rest) }
    return (Statement(pointer: pointer, sql: sql, connection: connection), rest)
  }

  private init(pointer: OpaquePointer, sql: String, connection: Connection) {
    self.pointer = pointer
    self.sql = sql
    self.connection = connection
    columnNames = (0..<sqlite3_column_count(pointer)).map { index in
      sqlite3_column_name(pointer, index).map { String(cString: $0) } ?? ""
    }
  }

  deinit {
    sqlite3_finalize(pointer)
  }

  /// Whether the statement leaves the database as it is.
  public var isReadOnly: Bool { sqlite3_stmt_readonly(pointer) != 0 }

  /// The names of the parameters with their prefix, such as `:name`; `nil` for each plain `?`.
  public var parameterNames: [String?] {
    let count = sqlite3_bind_parameter_count(pointer)
    return (0..<count).map { index in
      sqlite3_bind_parameter_name(pointer, index + 1).map { String(cString: $0) }
    }
  }

  // MARK: Binding

  /// Sets all parameters, in order, after resetting the statement.
  ///
  /// - Precondition: There are as many values as parameters.
  /// - Throws: `DatabaseError` if a value is too big.
  public func bind(_ values: (any DatabaseConvertible)...) throws {
    try bind(values)
  }

  /// Sets all parameters, in order, after resetting the statement.
  public func bind(_ values: [any DatabaseConvertible]) throws {
    reset()
    precondition(values.count == Int(sqlite3_bind_parameter_count(pointer)), "wrong number of values: \(sql)")
    for (index, value) in values.enumerated() {
      try bind(value.databaseValue, at: index)
    }
  }

  /// Sets one parameter of a statement that is not running.
  public func bind(_ value: DatabaseValue, at index: Int) throws {
    switch value {
    case .null: try check(sqlite3_bind_null(pointer, Int32(index + 1)))
    case .integer(let integer): try bind(integer, at: index)
    case .real(let real): try check(sqlite3_bind_double(pointer, Int32(index + 1), real))
    case .text(let text): try bind(text, at: index)
    case .blob(let bytes):
      try bytes.withUnsafeBytes { buffer in
        // A null pointer would bind NULL, so that an empty blob needs its own call.
        guard let start = buffer.baseAddress, buffer.count > 0 else {
          return try check(sqlite3_bind_zeroblob(pointer, Int32(index + 1), 0))
        }
        try check(
          sqlite3_bind_blob64(pointer, Int32(index + 1), start, UInt64(buffer.count), Self.copied))
      }
    }
  }

  /// Sets one parameter of a statement that is not running.
  public func bind(_ integer: Int64, at index: Int) throws {
    try check(sqlite3_bind_int64(pointer, Int32(index + 1), integer))
  }

  /// Sets one parameter of a statement that is not running.
  public func bind(_ text: String, at index: Int) throws {
    // An empty string may have no address, which would bind NULL; a C string always has one.
    if text.isEmpty {
      return try check(sqlite3_bind_text(pointer, Int32(index + 1), "", 0, Self.copied))
    }
    var text = text
    try text.withUTF8 { bytes in
      try bytes.withMemoryRebound(to: CChar.self) { characters in
        try check(
          sqlite3_bind_text64(
            pointer, Int32(index + 1), characters.baseAddress, UInt64(characters.count), Self.copied,
            UInt8(SQLITE_UTF8)))
      }
    }
  }

  /// SQLITE_TRANSIENT: SQLite copies what is bound. The macro's cast is not imported.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  // MARK: Running

  /// Goes to the next row of the result.
  ///
  /// - Returns: False when there is none; the statement is then reset.
  /// - Throws: `DatabaseError`; the statement is then reset.
  public func step() throws -> Bool {
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    defer { sqlite3_reset(pointer) }
    try connection.check(code, sql: sql)
    return false
  }

  /// Runs the statement with these parameters to its end, passing over any rows.
  public func run(_ values: (any DatabaseConvertible)...) throws {
    try bind(values)
    while try step() {}
  }

  /// Ends the running result and frees its locks; the parameters stay.
  public func reset() {
    // The code repeats the error that `step` has already thrown.
    sqlite3_reset(pointer)
  }

  private func check(_ code: Int32) throws {
    try connection.check(code, sql: sql)
  }

  // MARK: The current row

  /// The column of the current row, converted by SQLite's own rules; 0 for NULL.
  public func int64(at column: Int) -> Int64 { sqlite3_column_int64(pointer, Int32(column)) }

  /// The column of the current row, converted by SQLite's own rules; 0 for NULL.
  public func int(at column: Int) -> Int { Int(sqlite3_column_int64(pointer, Int32(column))) }

  /// The column of the current row, converted by SQLite's own rules; 0 for NULL.
  public func double(at column: Int) -> Double { sqlite3_column_double(pointer, Int32(column)) }

  /// The column of the current row as text; empty for NULL. Invalid UTF-8 is repaired.
  public func string(at column: Int) -> String {
    guard let start = sqlite3_column_text(pointer, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Whether the column of the current row is NULL.
  public func isNull(at column: Int) -> Bool { sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL }

  /// The column of the current row, or `nil` for NULL.
  public func optionalString(at column: Int) -> String? { isNull(at: column) ? nil : string(at: column) }

  /// The column of the current row, or `nil` for NULL.
  public func optionalInt64(at column: Int) -> Int64? { isNull(at: column) ? nil : int64(at: column) }

  /// The column of the current row as SQLite stores it.
  public func value(at column: Int) -> DatabaseValue {
    switch sqlite3_column_type(pointer, Int32(column)) {
    case SQLITE_INTEGER: return .integer(int64(at: column))
    case SQLITE_FLOAT: return .real(double(at: column))
    case SQLITE_TEXT: return .text(string(at: column))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(pointer, Int32(column))
      let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
      return .blob(Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)))
    default: return .null
    }
  }

  /// A copy of the current row.
  public func row() -> Row {
    Row(columns: columnNames, values: columnNames.indices.map { value(at: $0) })
  }
}
