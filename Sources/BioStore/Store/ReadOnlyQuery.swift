import Foundation
import Synchronization

/// Runs a user's SQL on a database that it cannot harm.
///
///     let query = try ReadOnlyQuery(path: "lives.db")
///     let result = try query.run("SELECT * FROM people WHERE surname = :name", parameters: ["name": .text("Moreau")])
///
/// The connection reads only, refuses everything but SELECT, attaches no file, and stops at its deadline. Errors in the
/// SQL are `StoreError.query`, with the place. Not for use by two threads at once.
public final class ReadOnlyQuery {
  /// What a query may cost.
  public struct Limits: Sendable, Hashable {
    /// Wall-clock time for one query.
    public var deadline: Duration
    /// More rows are cut off, and the result says so; `nil` for all.
    public var rows: Int?
    /// Bytes of the longest value, and of the statement.
    public var valueLength: Int
    /// Bytes that SQLite may use, for sorting among others, in the whole process while a query runs.
    public var memory: Int

    public init(
      deadline: Duration = .seconds(10), rows: Int? = nil, valueLength: Int = 16_000_000,
      memory: Int = 512_000_000
    ) {
      self.deadline = deadline
      self.rows = rows
      self.valueLength = valueLength
      self.memory = memory
    }
  }

  /// Through which another thread stops the running query.
  public var interruption: Interruption?
  private let path: String
  private let limits: Limits
  /// Opened when rows are first handed out one by one.
  private var connection: HardenedConnection?

  /// Prepares queries on the database at `path`.
  ///
  /// - Throws: `StoreError`, as `Store.init` does.
  public init(path: String, limits: Limits = Limits()) throws {
    self.path = path
    self.limits = limits
    connection = try HardenedConnection(path: path, limits: limits)
  }

  /// Runs one SELECT (or WITH … SELECT, VALUES, EXPLAIN) and keeps its rows in memory.
  ///
  /// It returns at the deadline whatever the SQL does: the query has a thread of its own, which is given up if it is
  /// inside one of SQLite's functions that does not look at the clock.
  ///
  /// - Parameter parameters: Values for `:name`, `@name` and `$name`, by name without the prefix; `?1` by "1".
  /// - Throws: `StoreError.query` for wrong or refused SQL, `.interrupted` at the deadline, `.invalidRequest` for a
  ///   parameter that is missing or unknown.
  public func run(_ sql: String, parameters: [String: DatabaseValue] = [:]) throws -> QueryResult {
    let outcome = Outcome()
    let (path, limits, interruption) = (path, limits, interruption)
    let thread = Thread {
      outcome.finish(
        Result {
          try Self.run(sql, parameters: parameters, path: path, limits: limits, interruption: interruption)
        })
    }
    // SQLite's parser and Swift's unwinding want room for deep expressions.
    thread.stackSize = 8 << 20
    thread.start()
    return try outcome.wait(for: limits.deadline + .milliseconds(250)).get()
  }

  private static func run(
    _ sql: String, parameters: [String: DatabaseValue], path: String, limits: Limits,
    interruption: Interruption?
  ) throws -> QueryResult {
    let connection = try HardenedConnection(path: path, limits: limits)
    connection.database.interruption = interruption
    var columns: [String] = []
    var rows: [[DatabaseValue]] = []
    let isTruncated = try connection.run(sql, parameters: parameters) {
      columns = $0
    } row: { row in
      rows.append(row)
      return true
    }
    return QueryResult(columns: columns, rows: rows, isTruncated: isTruncated)
  }

  /// Runs one SELECT on this thread and hands out its rows as they come; `row` returns false to stop.
  ///
  /// - Parameter columns: Called once, before the first row, with the names of the columns.
  /// - Returns: Whether rows beyond the cap were left out.
  @discardableResult
  public func run(
    _ sql: String, parameters: [String: DatabaseValue] = [:], columns: ([String]) throws -> Void,
    row body: ([DatabaseValue]) throws -> Bool
  ) throws -> Bool {
    let connection = try self.connection ?? HardenedConnection(path: path, limits: limits)
    self.connection = connection
    connection.database.interruption = interruption
    return try connection.run(sql, parameters: parameters, columns: columns, row: body)
  }

  /// Where the thread of a query leaves its result.
  private final class Outcome: Sendable {
    private let result = Mutex<Result<QueryResult, any Error>?>(nil)
    private let isFinished = DispatchSemaphore(value: 0)

    func finish(_ result: Result<QueryResult, any Error>) {
      self.result.withLock { $0 = result }
      isFinished.signal()
    }

    func wait(for duration: Duration) -> Result<QueryResult, any Error> {
      let (seconds, attoseconds) = duration.components
      let interval = DispatchTimeInterval.nanoseconds(
        Int(seconds * 1_000_000_000 + attoseconds / 1_000_000_000))
      guard isFinished.wait(timeout: .now() + interval) == .success else {
        return .failure(StoreError.interrupted)
      }
      return result.withLock { $0 } ?? .failure(StoreError.interrupted)
    }
  }
}
