#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A BioStore database file: what articles say, and the sentences that say it.
///
///     let store = try Store(path: "lives.db", mode: .create)
///     let session = try store.beginImport()
///     for article in articles {
///       let admission = try session.admit(article)
///       if admission.status != .unchanged { try session.add(reader.read(article), as: admission) }
///     }
///     let summary = try session.finish()
///
/// Every method throws `StoreError`, whose description a user can act on. Changes are made whole or not at all.
/// Not for use by two threads at once; open one `Store` for each.
public final class Store {
  /// The connection, for queries of the library's own. Users' SQL goes through `ReadOnlyQuery`.
  public let database: Database
  /// The file as it was named.
  public var path: String { database.path }

  /// The text of `schema.sql`, with its comments.
  public static var schema: String { Resource.text("schema.sql") ?? "" }

  /// The version of the schema that this program writes.
  public static var schemaVersion: Int { Migration.all.last?.version ?? 0 }

  /// "BioS": the application id of BioStore's files.
  static let applicationID: Int32 = 0x4269_6f53

  /// Opens the database at `path`.
  ///
  /// Mode `.create` makes the file if there is none, and brings an older one forward, as `.readWrite` does.
  ///
  /// - Throws: `StoreError.missingFile`, `.cannotOpen`, `.notADatabase`, `.notABioStore`, `.newerVersion`, `.olderVersion`
  ///   (only for `.readOnly`), `.readOnly`, `.busy`. A file that is refused is left as it was.
  public convenience init(path: String, mode: Database.Mode = .readOnly) throws {
    try self.init(path: path, mode: mode, migrations: Migration.all)
  }

  init(path: String, mode: Database.Mode, migrations: [Migration]) throws {
    if mode != .create, path != ":memory:", !Self.fileExists(path) {
      throw StoreError.missingFile(path: path)
    }
    do {
      database = try Database(path: path, mode: mode)
      try Self.prepare(database, migrations: migrations)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Checks whose file it is, and creates or updates its schema.
  private static func prepare(_ database: Database, migrations: [Migration]) throws {
    let supported = migrations.last?.version ?? 0
    let path = database.path
    // The first access to the file: this is where a file that is no database is found out.
    let isEmpty = try database.value("SELECT count(*) FROM sqlite_schema") == 0
    let version: Int = try database.value("PRAGMA user_version") ?? 0
    let application: Int = try database.value("PRAGMA application_id") ?? 0
    if isEmpty, application == 0, version == 0 {
      guard database.mode != .readOnly else { throw StoreError.notABioStore(path: path) }
    } else {
      guard application == Int(applicationID) else { throw StoreError.notABioStore(path: path) }
      guard version <= supported else {
        throw StoreError.newerVersion(path: path, version: version, supported: supported)
      }
    }
    if database.mode == .readOnly {
      guard !migrations.contains(where: { $0.version > version && $0.isNeededToRead }) else {
        throw StoreError.olderVersion(path: path, version: version, supported: supported)
      }
      return
    }
    guard !database.isReadOnly else { throw StoreError.readOnly(path: path) }
    if version < supported {
      try Migration.apply(migrations, to: database)
    }
  }

  private static func fileExists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// Runs the body and turns errors of the lower layer into `StoreError`.
  func translatingErrors<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// How many rows the main tables hold.
  public func counts() throws -> StoreCounts {
    try translatingErrors {
      func count(_ table: String) throws -> Int { try database.value("SELECT count(*) FROM \(table)") ?? 0 }
      return StoreCounts(
        articles: try count("articles"), sentences: try count("sentences"), entities: try count("entities"),
        mentions: try count("mentions"), facts: try count("facts"), evidence: try count("evidence"))
    }
  }
}

/// How many rows the main tables of a database hold.
public struct StoreCounts: Sendable, Hashable {
  public let articles: Int
  public let sentences: Int
  public let entities: Int
  public let mentions: Int
  public let facts: Int
  public let evidence: Int
}
