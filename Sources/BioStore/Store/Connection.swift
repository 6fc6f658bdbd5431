internal import CSQLite

/// Owns the C connection. Statements keep it alive, so that it is closed after the last of them.
final class Connection {
  let pointer: OpaquePointer
  var interruption: Interruption?
  var deadline: ContinuousClock.Instant?

  /// - Throws: `DatabaseError` if the file cannot be opened.
  init(path: String, flags: Int32) throws {
    var pointer: OpaquePointer?
    let code = sqlite3_open_v2(path, &pointer, flags, nil)
    guard code == SQLITE_OK, let pointer else {
      let error =
        pointer.map { Self.error(of: $0, code: code, sql: nil) }
        ?? DatabaseError(extendedCode: code, message: "out of memory")
      sqlite3_close_v2(pointer)
      throw error
    }
    self.pointer = pointer
    sqlite3_extended_result_codes(pointer, 1)
  }

  deinit {
    sqlite3_close_v2(pointer)
  }

  /// Has SQLite ask every few thousand steps whether to go on: for the deadline and the interruption.
  func installProgressHandler() {
    guard interruption != nil || deadline != nil else {
      sqlite3_progress_handler(pointer, 0, nil, nil)
      return
    }
    // Unretained is safe: the handler only runs inside calls on `pointer`, which `self` closes in its deinit.
    let context = Unmanaged.passUnretained(self).toOpaque()
    let handler: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
      guard let context else { return 0 }
      return Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue().mustStop ? 1 : 0
    }
    sqlite3_progress_handler(pointer, 2000, handler, context)
  }

  private var mustStop: Bool {
    if let interruption, interruption.isInterrupted { return true }
    if let deadline, ContinuousClock.now >= deadline { return true }
    return false
  }

  /// Throws unless the code says success.
  func check(_ code: Int32, sql: String? = nil) throws {
    guard code != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE else { return }
    throw Self.error(of: pointer, code: code, sql: sql)
  }

  /// The connection's last error, in full.
  static func error(of pointer: OpaquePointer, code: Int32, sql: String?) -> DatabaseError {
    let extended = sqlite3_extended_errcode(pointer)
    let offset = sql == nil ? -1 : sqlite3_error_offset(pointer)
    return DatabaseError(
      extendedCode: extended & 0xff == code & 0xff ? extended : code,
      message: String(cString: sqlite3_errmsg(pointer)), sql: sql,
      offset: offset >= 0 ? Int(offset) : nil)
  }
}
