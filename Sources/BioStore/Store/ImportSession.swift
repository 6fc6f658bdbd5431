/// Loads readings into a database: one writer, one transaction for a batch of whole articles.
///
///     let session = try store.beginImport()
///     let admission = try session.admit(article)           // new, changed or unchanged?
///     try session.add(reader.read(article), as: admission)  // readings may come in any order
///     let summary = try session.finish()
///
/// After a crash at any moment each article is in whole or not at all, and importing again gives the database that an
/// undisturbed import gives. The database may be read meanwhile. Not for use by two threads at once; admissions and
/// readings may cross threads.
public final class ImportSession {
  /// What the database knows of an article.
  public enum Status: String, Sendable {
    case new
    /// The source's text has changed since.
    case changed
    case unchanged
  }

  /// The place of an article in the database, to be handed back with its reading.
  public struct Admission: Sendable, Hashable {
    public let status: Status
    /// For an unchanged article: whether another version of the Reader read it, so that reading it again may pay.
    public let isReadByOtherVersion: Bool
    let textHash: String
    let occurrence: Int
  }

  /// What an import did.
  public struct Summary: Sendable, Hashable {
    public internal(set) var newArticles = 0
    public internal(set) var changedArticles = 0
    public internal(set) var unchangedArticles = 0
    /// Unchanged articles that another version of the Reader read and that were not read again.
    public internal(set) var articlesOfOtherVersions = 0
    /// Unchanged articles that were stored again all the same.
    public internal(set) var rereadArticles = 0
    /// Entities, facts and sentences of the articles that were stored.
    public internal(set) var entities = 0
    public internal(set) var facts = 0
    public internal(set) var sentences = 0
    /// Rows written, those of the search index not counted.
    public internal(set) var rows = 0

    public init() {}
  }

  public private(set) var summary = Summary()
  private let store: Store
  private let readerVersion: String
  private let batchSize: Int
  private let writer: ReadingWriter
  private var articlesInBatch = 0
  private var isFinished = false
  /// How often each key has come in this import.
  private var occurrences: [ArticleKey: Int] = [:]

  struct ArticleKey: Hashable {
    let source: String
    let name: String
  }

  init(store: Store, readerVersion: String, batchSize: Int) throws {
    self.store = store
    self.readerVersion = readerVersion
    self.batchSize = max(1, batchSize)
    writer = ReadingWriter(database: store.database)
    try store.translatingErrors {
      // Readers go on while this writes. Where the file system cannot do it, SQLite stays with its usual journal.
      _ = try store.database.rows("PRAGMA journal_mode = WAL")
      // Rows of many tables and indexes are written in turn: with SQLite's usual 2 MB each would be read again.
      try store.database.execute("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768")
    }
  }

  deinit {
    if !isFinished { store.database.rollBackAll() }
  }

  /// Looks the article up. Call it once for each article, in the order of the source.
  ///
  /// An article is known by its source and its identifier (its title, if it has none). An article whose very text is
  /// in the database already, be it from another source, is unchanged.
  public func admit(_ article: Article) throws -> Admission {
    try store.translatingErrors {
      let hash = SHA256.hexadecimal(of: article.text)
      let key = ArticleKey(source: article.source, name: article.identifier ?? article.title)
      let occurrence = occurrences[key, default: 0] + 1
      occurrences[key] = occurrence
      let known = try store.database.rows(
        """
        SELECT id, text_hash, reader_version FROM articles
        WHERE source = ?1 AND ifnull(identifier, title) = ?2 AND occurrence = ?3
        UNION ALL
        SELECT id, text_hash, reader_version FROM articles WHERE text_hash = ?4 AND title = ?5
        LIMIT 1
        """, key.source, key.name, occurrence, hash, article.title)
      guard let row = known.first else {
        return Admission(status: .new, isReadByOtherVersion: false, textHash: hash, occurrence: occurrence)
      }
      let isSame = row["text_hash"] == hash
      let isOther = isSame && row["reader_version"] != readerVersion
      return Admission(
        status: isSame ? .unchanged : .changed, isReadByOtherVersion: isOther, textHash: hash,
        occurrence: occurrence)
    }
  }

  /// Notes that an unchanged article is left as it is, for the summary.
  public func skip(_ admission: Admission) {
    summary.unchangedArticles += 1
    if admission.isReadByOtherVersion { summary.articlesOfOtherVersions += 1 }
  }

  /// Stores the reading in place of whatever its article has said before.
  ///
  /// - Throws: `StoreError.invalidReading` if the reading contradicts itself; the article is then left as it was and
  ///   the import can go on. Any other error undoes the current batch.
  public func add(_ reading: Reading, as admission: Admission) throws {
    precondition(!isFinished, "the import is finished")
    try store.translatingErrors {
      if articlesInBatch == 0 { try store.database.begin() }
      let counts = try store.database.transaction {
        try writer.write(reading, admission: admission, readerVersion: readerVersion)
      }
      articlesInBatch += 1
      switch admission.status {
      case .new: summary.newArticles += 1
      case .changed: summary.changedArticles += 1
      case .unchanged: summary.rereadArticles += 1
      }
      summary.entities += counts.entities
      summary.facts += counts.facts
      summary.sentences += counts.sentences
      summary.rows += counts.rows
      if articlesInBatch >= batchSize { try commit() }
    }
  }

  private func commit() throws {
    guard articlesInBatch > 0 else { return }
    try writer.finishBatch()
    try store.database.commit()
    articlesInBatch = 0
  }

  /// Writes what is left and makes the database one file again.
  public func finish() throws -> Summary {
    try store.translatingErrors {
      try commit()
      isFinished = true
      _ = try store.database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
      // Another process that reads keeps the file in this mode; the last one to close it cleans up.
      _ = try? store.database.rows("PRAGMA journal_mode = DELETE")
      try store.database.execute("PRAGMA synchronous = FULL; PRAGMA optimize")
      return summary
    }
  }
}

extension Store {
  /// Begins an import. The database must be open for writing.
  ///
  /// - Parameters:
  ///   - readerVersion: What reads the articles; kept with each of them.
  ///   - batchSize: Whole articles a transaction.
  public func beginImport(readerVersion: String = Reader.version, batchSize: Int = 64) throws -> ImportSession
  {
    guard database.mode != .readOnly else { throw StoreError.readOnly(path: path) }
    return try ImportSession(store: self, readerVersion: readerVersion, batchSize: batchSize)
  }

  /// Stores one reading in place of whatever its article has said before; an unchanged article is left as it is.
  ///
  /// - Parameter force: Whether to store an unchanged article as well.
  /// - Returns: What the database knew of the article before.
  @discardableResult
  public func save(_ reading: Reading, force: Bool = false) throws -> ImportSession.Status {
    let session = try beginImport()
    let admission = try session.admit(reading.article)
    if admission.status != .unchanged || force {
      try session.add(reading, as: admission)
    }
    _ = try session.finish()
    return admission.status
  }
}
