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
    /// UTF-8 bytes of the longest value, and of the statement.
    public var valueLength: Int

    public init(deadline: Duration = .seconds(10), rows: Int? = nil, valueLength: Int = 16_000_000) {
      self.deadline = deadline
      self.rows = rows
      self.valueLength = valueLength
    }
  }

  private let database: Database
  private let limits: Limits

  /// Opens the database for queries.
  ///
  /// - Throws: `StoreError`, as `Store.init` does.
  public init(path: String, limits: Limits = Limits()) throws {
    database = try Store(path: path).database
    self.limits = limits
  }

  /// Runs one SELECT (or WITH … SELECT, VALUES) and keeps its rows in memory.
  ///
  /// - Parameter parameters: Values for `:name`, `@name` and `$name`, by name without the prefix; `?1` by "1".
  /// - Throws: `StoreError.query` for wrong or refused SQL, `.interrupted` at the deadline, `.invalidRequest` for a
  ///   parameter that is missing or unknown.
  public func run(_ sql: String, parameters: [String: DatabaseValue] = [:]) throws -> QueryResult {
    throw StoreError.invalidRequest(reason: "queries are not ready")
  }

  /// Runs one SELECT and hands out its rows as they come; `body` returns false to stop.
  ///
  /// - Returns: The names of the columns, and whether rows beyond the cap were left out.
  public func run(
    _ sql: String, parameters: [String: DatabaseValue] = [:], columns: ([String]) throws -> Void,
    row body: ([DatabaseValue]) throws -> Bool
  ) throws -> Bool {
    throw StoreError.invalidRequest(reason: "queries are not ready")
  }
}
