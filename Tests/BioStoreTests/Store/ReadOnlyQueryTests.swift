import Foundation
import Testing

@testable import BioStore

struct ReadOnlyQueryTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("lives.db")
    try Store(path: path, mode: .create).save(sharedFlatReading())
  }

  private func query(_ limits: ReadOnlyQuery.Limits = .init(deadline: .seconds(2))) throws -> ReadOnlyQuery {
    try ReadOnlyQuery(path: path, limits: limits)
  }

  @Test func parametersAndPlainSelectsWork() throws {
    let result = try query().run(
      "SELECT name, :year AS year FROM people WHERE name LIKE $name AND 1 = ?3 ORDER BY name",
      parameters: ["name": .text("Ana%"), "year": .integer(1917), "3": .integer(1)])
    #expect(result.columns == ["name", "year"])
    #expect(result.rows == [[.text("Ana Moreau"), .integer(1917)]])
  }

  @Test(arguments: [
    "SELECT text FROM search_sentences WHERE search_sentences MATCH 'flat'",
    "SELECT highlight(search_sentences, 0, '<', '>') FROM search_sentences WHERE search_sentences MATCH 'flat*'",
    "SELECT name FROM search_names WHERE search_names MATCH 'mor*' ORDER BY rank",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n",
    "VALUES (1)", "EXPLAIN QUERY PLAN SELECT * FROM facts", "SELECT name FROM pragma_table_info('facts')",
    "SELECT value FROM json_each('[1]')", "SELECT name FROM sqlite_schema",
  ])
  func readingIsAllowed(sql: String) throws {
    #expect(try !query().run(sql).rows.isEmpty)
  }

  @Test func rowsAreCapped() throws {
    let capped = try query(.init(rows: 3)).run("SELECT name FROM fact_types")
    #expect(capped.rows.count == 3 && capped.isTruncated)
    let whole = try query(.init(rows: 3)).run("SELECT name FROM fact_types LIMIT 3")
    #expect(!whole.isTruncated)
  }

  @Test func parametersMustFit() {
    #expect(throws: StoreError.invalidRequest(reason: "no value for the parameter :a")) {
      try query().run("SELECT :a")
    }
    #expect(throws: StoreError.invalidRequest(reason: "the SQL has no parameter b")) {
      try query().run("SELECT 1", parameters: ["b": .null])
    }
  }

  /// What the file holds, byte for byte, and the files beside it.
  private func state() throws -> (Data, [String]) {
    (
      try Data(contentsOf: URL(fileURLWithPath: path)),
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    )
  }

  @Test(arguments: [
    "DELETE FROM facts", "INSERT INTO names (entity_id, name, folded) VALUES (1, 'x', 'x')",
    "UPDATE articles SET title = 'x'", "DROP TABLE facts", "CREATE TABLE t (x)", "CREATE TEMP TABLE t (x)",
    "CREATE TEMP VIEW v AS SELECT 1", "REPLACE INTO saved_queries (name, sql) VALUES ('a', 'b')",
    "WITH a AS (SELECT 1) DELETE FROM facts", "ALTER TABLE facts RENAME TO f", "REINDEX", "ANALYZE", "VACUUM",
    "VACUUM INTO 'FOLDER/stolen.db'", "ATTACH 'FOLDER/other.db' AS o",
    "ATTACH 'file:FOLDER/other.db?mode=ro' AS o",
    "ATTACH ':memory:' AS o", "DETACH main", "BEGIN", "COMMIT", "SAVEPOINT s", "PRAGMA writable_schema = ON",
    "PRAGMA journal_mode = WAL", "PRAGMA query_only = OFF", "PRAGMA user_version = 9",
    "PRAGMA wal_checkpoint",
    "PRAGMA temp_store_directory = '/'", "SELECT load_extension('FOLDER/x')", "SELECT fts5(1)",
    "SELECT readfile('/etc/passwd')", "SELECT writefile('FOLDER/x', 'y')", "SELECT edit('x')",
    "INSERT INTO search_names (search_names) VALUES ('rebuild')",
    "INSERT INTO search_names (search_names, rank) VALUES ('rank', 'bm25(1)')",
    "UPDATE search_names_config SET v = 9", "DELETE FROM search_sentences_data",
    "CREATE VIRTUAL TABLE temp.v USING fts5 (x)", "SELECT * FROM pragma_wal_checkpoint",
    "SELECT * FROM pragma_database_list", "SELECT 1; DELETE FROM facts", "SELECT 1; SELECT 2",
    "EXPLAIN DELETE FROM facts", "", "-- nothing", "\u{0}DELETE FROM facts", "SELECT \"no such column\"",
  ])
  func nothingElseIsAllowed(sql: String) throws {
    let before = try state()
    #expect(throws: StoreError.self) {
      try query().run(sql.replacingOccurrences(of: "FOLDER", with: folder.path))
    }
    #expect(try state() == before)
  }

  @Test(arguments: [
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, hex(randomblob(1000)) FROM n ORDER BY 2",
    "WITH RECURSIVE n (s) AS (SELECT 'x' UNION ALL SELECT s || s FROM n) SELECT max(length(s)) FROM n",
    "SELECT count(*) FROM fact_types a, fact_types b, fact_types c, fact_types d, fact_types e, fact_types f",
    "SELECT hex(zeroblob(2000000000))", "SELECT randomblob(1000000000)",
    "SELECT printf('%.*c', 1500000000, 'x')",
    "SELECT replace(hex(zeroblob(5000000)), '0', '0123456789')",
    "SELECT group_concat(hex(zeroblob(1000000))) FROM fact_types a, fact_types b",
    "SELECT 'a' GLOB '" + String(repeating: "*a", count: 5000) + "b'",
    "SELECT " + String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000),
    "SELECT " + String(repeating: "1 + ", count: 100_000) + "1",
    String(repeating: "SELECT 1 UNION ", count: 5000) + "SELECT 1",
    "SELECT * FROM json_tree('" + String(repeating: "[", count: 100_000) + "')",
    "SELECT text FROM search_sentences WHERE search_sentences MATCH '"
      + String(repeating: "(", count: 10_000) + "a'",
    "SELECT '" + String(repeating: "x", count: 100_000_000) + "'",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
  ])
  func bombsAreDefused(sql: String) throws {
    let before = try state()
    let start = ContinuousClock.now
    #expect(throws: StoreError.self, "\(sql.prefix(60))") {
      try query(.init(deadline: .milliseconds(500), valueLength: 4_000_000, memory: 128_000_000)).run(sql)
    }
    // Generous: the machine may be busy, and one step of SQLite's may take a while before it looks at the clock.
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(try state() == before)
  }

  @Test func damagedFileIsAnError() throws {
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for index in stride(from: 4096 + 40, to: bytes.count, by: 97) { bytes[index] ^= 0x5a }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.self) {
      try query().run("SELECT * FROM timeline")
    }
  }
}
