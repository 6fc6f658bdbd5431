import Foundation
import Testing

@testable import BioStore

struct StoreFaultTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("lives.db")
  }

  private func sqlite(_ script: String) throws {
    try Database(path: path, mode: .create).execute(script)
  }

  @Test(arguments: [Database.Mode.readOnly, .readWrite])
  func missingFileIsSaid(mode: Database.Mode) {
    #expect(throws: StoreError.missingFile(path: path)) { try Store(path: path, mode: mode) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func missingFolderIsSaid() {
    let path = folder.file("no/such/folder/lives.db")
    #expect(throws: StoreError.cannotOpen(path: path, reason: "unable to open database file")) {
      try Store(path: path, mode: .create)
    }
  }

  @Test(arguments: [Database.Mode.readOnly, .readWrite, .create])
  func fileOfAnotherKindIsLeftAlone(mode: Database.Mode) throws {
    let text = Data(String(repeating: "Ana Moreau was born in Zenda.\n", count: 200).utf8)
    try text.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.notADatabase(path: path)) { try Store(path: path, mode: mode) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
  }

  @Test(arguments: [Database.Mode.readOnly, .readWrite, .create])
  func databaseOfAnotherProgramIsLeftAlone(mode: Database.Mode) throws {
    try sqlite("CREATE TABLE theirs (x); PRAGMA user_version = 1")
    #expect(throws: StoreError.notABioStore(path: path)) { try Store(path: path, mode: mode) }
    #expect(try Database(path: path, mode: .readOnly).value("SELECT count(*) FROM sqlite_schema") == 1)
  }

  @Test func emptyFileBecomesADatabase() throws {
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.notABioStore(path: path)) { try Store(path: path) }
    #expect(try Store(path: path, mode: .create).check() == [])
  }

  @Test(arguments: [Database.Mode.readOnly, .readWrite, .create])
  func newerDatabaseIsRefused(mode: Database.Mode) throws {
    _ = try Store(path: path, mode: .create)
    try sqlite("PRAGMA user_version = 99")
    #expect(throws: StoreError.newerVersion(path: path, version: 99, supported: Store.schemaVersion)) {
      try Store(path: path, mode: mode)
    }
  }

  @Test func migrationsRunInOrderAndOnce() throws {
    try Store(path: path, mode: .create).save(sharedFlatReading())
    let last = Store.schemaVersion
    let newer =
      Migration.all + [
        Migration(version: last + 1) { try $0.execute("CREATE TABLE two (x); INSERT INTO two VALUES (1)") },
        Migration(version: last + 2) { try $0.execute("INSERT INTO two SELECT x + 1 FROM two") },
      ]
    #expect(throws: StoreError.olderVersion(path: path, version: last, supported: last + 2)) {
      try Store(path: path, mode: .readOnly, migrations: newer)
    }
    for _ in 1...2 {
      let store = try Store(path: path, mode: .readWrite, migrations: newer)
      #expect(try store.database.rows("SELECT x FROM two").map { $0[0] as Int } == [1, 2])
      #expect(try store.counts().articles == 1)
    }
    #expect(throws: StoreError.newerVersion(path: path, version: last + 2, supported: last)) {
      try Store(path: path)
    }
  }

  @Test func failedMigrationChangesNothing() throws {
    _ = try Store(path: path, mode: .create)
    let broken =
      Migration.all + [
        Migration(version: Store.schemaVersion + 1) {
          try $0.execute("CREATE TABLE two (x); SELECT nonsense")
        }
      ]
    #expect(throws: StoreError.self) { try Store(path: path, mode: .readWrite, migrations: broken) }
    #expect(
      try Store(path: path).database.value("SELECT count(*) FROM sqlite_schema WHERE name = 'two'") == 0)
  }

  @Test func databasesOfTheFirstVersionAreReadAndBroughtForward() throws {
    try Store(path: path, mode: .create).save(sharedFlatReading())
    let today = try Store(path: path).database.rows("SELECT sql FROM sqlite_schema ORDER BY name").map {
      $0[0] as String?
    }
    try sqlite(
      """
      DROP INDEX facts_by_type; CREATE INDEX facts_by_type ON facts (type, start_order); PRAGMA user_version = 1;
      """)
    #expect(try Store(path: path, mode: .readOnly).counts().articles == 1)
    let forward = try Store(path: path, mode: .readWrite).database
    #expect(try forward.rows("SELECT sql FROM sqlite_schema ORDER BY name").map { $0[0] as String? } == today)
    #expect(try forward.value("PRAGMA user_version") == Store.schemaVersion)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write to every file"))
  func readOnlyFileIsSaid() throws {
    _ = try Store(path: path, mode: .create)
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    #expect(throws: StoreError.readOnly(path: path)) { try Store(path: path, mode: .readWrite) }
    #expect(try Store(path: path).counts().articles == 0)
  }

  @Test func writingThroughAReadOnlyStoreIsRefused() throws {
    _ = try Store(path: path, mode: .create)
    #expect(throws: StoreError.readOnly(path: path)) { try Store(path: path).save(sharedFlatReading()) }
    #expect(throws: StoreError.readOnly(path: path)) {
      try Store(path: path).save(SavedQuery(name: "a", description: "", sql: "SELECT 1"))
    }
  }

  @Test func fullDiskLeavesTheBatchBeforeIntact() throws {
    var generator = ArticleGenerator(seed: 5)
    let readings = generator.articles(40)
    let store = try Store(path: path, mode: .create)
    let first = try store.beginImport()
    for reading in readings.prefix(5) { try first.add(reading, as: first.admit(reading.article)) }
    _ = try first.finish()
    let pages: Int = try #require(try store.database.value("PRAGMA page_count"))
    _ = try store.database.rows("PRAGMA max_page_count = \(pages + 2)")
    #expect(throws: StoreError.diskFull(path: path)) {
      let session = try store.beginImport()
      for reading in readings { try session.add(reading, as: session.admit(reading.article)) }
      _ = try session.finish()
    }
    #expect(try store.counts().articles == 5)
    #expect(try store.check() == [])
    _ = try store.database.rows("PRAGMA max_page_count = 1000000")
    let again = try store.beginImport()
    for reading in readings {
      let admission = try again.admit(reading.article)
      if admission.status != .unchanged { try again.add(reading, as: admission) }
    }
    _ = try again.finish()
    #expect(try store.exportedLines() == TemporaryStore(readings).exportedLines())
  }

  @Test func contradictoryReadingIsRefusedAndTheOthersGoOn() throws {
    let store = try Store(path: path, mode: .create)
    var broken = life("Boris Brandt", in: "Boris Brandt", born: 1800)
    broken.facts[0].evidence = []
    let session = try store.beginImport()
    try session.add(sharedFlatReading(), as: session.admit(sharedFlatReading().article))
    let error = try #require(
      throws: StoreError.self, performing: { try session.add(broken, as: session.admit(broken.article)) })
    #expect(error.description.hasPrefix("the reading of Boris Brandt contradicts itself"))
    _ = try session.finish()
    #expect(try store.articles().map(\.title) == ["Ana Moreau"])
  }

  @Test func damageIsFound() throws {
    let store = try Store(path: path, mode: .create)
    try store.save(sharedFlatReading())
    #expect(try store.check() == [])
    try store.database.execute("PRAGMA foreign_keys = OFF; DELETE FROM evidence")
    #expect(try store.check().contains { $0.description.hasSuffix("of facts: has no evidence") })
    try store.database.execute("UPDATE mentions SET sentence_id = 999")
    #expect(try store.check().contains { $0.check == .foreignKeys })
    try store.database.execute("DELETE FROM search_sentences_docsize")
    #expect(try store.check().contains { $0.check == .search })
  }

  @Test func importLeavesOneFile() throws {
    let store = try Store(path: path, mode: .create)
    try store.save(sharedFlatReading())
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["lives.db"])
    #expect(try store.database.value("PRAGMA journal_mode") == "delete")
  }

  @Test func readersSeeWholeBatchesDuringAnImport() throws {
    let store = try Store(path: path, mode: .create)
    let session = try store.beginImport(batchSize: 2)
    let reader = try Store(path: path)
    var generator = ArticleGenerator(seed: 3)
    for (index, reading) in generator.articles(5).enumerated() {
      try session.add(reading, as: session.admit(reading.article))
      #expect(try reader.counts().articles == (index + 1) / 2 * 2)
    }
    _ = try session.finish()
    #expect(try reader.counts().articles == 5)
  }
}
