/// Something in the database file that should not be so.
public struct IntegrityProblem: Sendable, Hashable, CustomStringConvertible {
  /// Which check found it.
  public enum Check: String, Sendable, CaseIterable {
    /// SQLite's own check of the file.
    case file
    /// Rows that point to rows that do not exist.
    case foreignKeys = "foreign keys"
    /// The search index disagrees with the table it indexes.
    case search
    /// A rule of BioStore's own is broken.
    case invariant
  }

  public let check: Check
  /// What is wrong, with the table and the row.
  public let message: String

  public var description: String { "\(check.rawValue): \(message)" }
}
