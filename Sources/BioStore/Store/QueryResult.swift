/// The rows that a user's query gave.
public struct QueryResult: Sendable, Hashable {
  /// The names of the columns, in order.
  public let columns: [String]
  /// One value a column.
  public let rows: [[DatabaseValue]]
  /// Whether rows beyond the cap were left out.
  public let isTruncated: Bool
}
