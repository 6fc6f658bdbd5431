/// A step that brings a database from one version of the schema to the next.
///
/// Version 1 is `schema.sql` as it was first published. A later version adds its step at the end of `all` and its
/// change to `schema.sql`; a test sees that both ways lead to the same schema.
struct Migration: Sendable {
  /// The version that the step leads to.
  let version: Int
  /// Whether a database must have gone the step before this program can read it: a new index need not be there.
  var isNeededToRead = true
  let apply: @Sendable (Database) throws -> Void

  /// All steps, oldest first.
  static let all: [Migration] = [
    Migration(version: 1) { _ in },
    // The ends of facts stand in the index by type.
    Migration(version: 2, isNeededToRead: false) {
      try $0.execute(
        """
        DROP INDEX facts_by_type;
        CREATE INDEX facts_by_type ON facts (type, start_order, end_order);
        """)
    },
  ]

  /// Brings the database to the newest version, whole or not at all. An empty one gets today's schema at once.
  static func apply(_ migrations: [Migration], to database: Database) throws {
    try database.transaction {
      // Another process may have been quicker: look again, now that the lock is held.
      let version: Int = try database.value("PRAGMA user_version") ?? 0
      if version == 0 {
        try database.execute(Store.schema)
        try SavedQuery.installShipped(in: database)
      }
      for migration in migrations where migration.version > max(version, version == 0 ? 1 : 0) {
        try migration.apply(database)
        try database.execute("PRAGMA user_version = \(migration.version)")
      }
    }
  }
}
