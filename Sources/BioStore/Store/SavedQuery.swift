/// A query that is kept in the database under a name.
public struct SavedQuery: Sendable, Hashable {
  public let name: String
  public let description: String
  public let sql: String
  /// Whether it comes with BioStore.
  public let isShipped: Bool

  public init(name: String, description: String, sql: String, isShipped: Bool = false) {
    self.name = name
    self.description = description
    self.sql = sql
    self.isShipped = isShipped
  }
}
