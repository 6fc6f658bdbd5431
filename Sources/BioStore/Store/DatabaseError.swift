internal import CSQLite

/// An error that SQLite reports.
///
///     do {
///       try database.execute("SELEC 1")
///     } catch let error as DatabaseError {
///       print(error)  // near "SELEC": syntax error, and the statement with a caret below the place
///     }
public struct DatabaseError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The primary result code, such as 5 for `SQLITE_BUSY`: <https://www.sqlite.org/rescode.html>.
  public var code: Int32 { extendedCode & 0xff }
  /// The extended result code, such as 787 for `SQLITE_CONSTRAINT_FOREIGNKEY`.
  public let extendedCode: Int32
  /// What is wrong, in SQLite's words.
  public let message: String
  /// The statement, if there is one.
  public let sql: String?
  /// Where in `sql` the error is: bytes of UTF-8 from its start; `nil` where SQLite does not know.
  public let offset: Int?

  public init(extendedCode: Int32, message: String, sql: String? = nil, offset: Int? = nil) {
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
    self.offset = offset
  }

  /// The message; below it the line of the statement with a caret at the place, where that is known.
  public var description: String {
    guard let excerpt else { return "\(message) (SQLite code \(extendedCode))" }
    return "\(message)\n\(excerpt)"
  }

  /// The line of the statement that holds the error, and a caret under the place.
  public var excerpt: String? {
    guard let sql, let offset, offset <= sql.utf8.count else { return nil }
    let bytes = Array(sql.utf8)
    let lineStart = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let lineEnd = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let line = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
    let before = String(decoding: bytes[lineStart..<offset], as: UTF8.self)
    let padding = String(before.map { $0 == "\t" ? "\t" : " " })
    return "  \(line)\n  \(padding)^"
  }

  // The result codes that callers tell apart.

  /// Another connection holds the lock.
  public var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }
  /// The deadline passed or the user interrupted.
  public var isInterruption: Bool { code == SQLITE_INTERRUPT }
  /// The file is no SQLite database.
  public var isNotADatabase: Bool { code == SQLITE_NOTADB }
  /// The file is damaged.
  public var isCorruption: Bool { code == SQLITE_CORRUPT }
  /// The file cannot be written.
  public var isReadOnly: Bool { code == SQLITE_READONLY }
  /// The file or its folder cannot be opened.
  public var isCannotOpen: Bool { code == SQLITE_CANTOPEN }
  /// The disk is full.
  public var isFull: Bool { code == SQLITE_FULL }
  /// The authorizer refused the statement.
  public var isUnauthorized: Bool { code == SQLITE_AUTH }
  /// A constraint of the schema refused the change.
  public var isConstraint: Bool { code == SQLITE_CONSTRAINT }
}
