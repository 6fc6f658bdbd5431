import Testing

@testable import BioStore

struct DatabaseTests {
  let database: Database

  init() throws {
    database = try Database(path: ":memory:", mode: .create)
    try database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, x) ; -- the end")
  }

  @Test(
    arguments: [
      .null, .integer(.min), .integer(.max), .real(-0.5), .text(""), .text("Łódź \u{0} 🏠"), .blob([]),
      .blob([0, 255]),
    ] as [DatabaseValue])
  func valuesComeBackAsTheyWereStored(value: DatabaseValue) throws {
    try database.run("INSERT INTO t (x) VALUES (?)", value)
    #expect(try database.rows("SELECT x FROM t")[0][0] == value)
  }

  @Test func optionalsAndNamesOfColumns() throws {
    try database.run("INSERT INTO t (x) VALUES (?), (?)", "a", nil as String?)
    let rows = try database.rows("SELECT id, x AS Name FROM t ORDER BY id")
    let names: [String?] = rows.map { $0["name"] }
    #expect(names == ["a", nil])
    #expect(rows[0].columns == ["id", "Name"])
    #expect(try database.value("SELECT max(id) FROM t") == 2)
    #expect(try database.value("SELECT x FROM t WHERE id = 2") == nil as Int?)
  }

  @Test func mistakesInSQLShowTheirPlace() throws {
    let error = try #require(
      throws: DatabaseError.self, performing: { try database.prepare("SELECT id,\n  nam FROM t") })
    #expect(error.code == 1 && error.offset == 13)
    #expect(
      error.description == """
        no such column: nam
            nam FROM t
            ^
        """)
  }

  @Test func constraintsCarryTheExtendedCode() throws {
    try database.run("INSERT INTO t (id) VALUES (1)")
    let error = try #require(
      throws: DatabaseError.self, performing: { try database.run("INSERT INTO t (id) VALUES (1)") })
    #expect(error.isConstraint && error.extendedCode == 1555)
    #expect(error.sql == "INSERT INTO t (id) VALUES (1)")
  }

  @Test(arguments: ["", "  -- nothing\n", "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE t"])
  func oneStatementIsAskedFor(sql: String) {
    #expect(throws: DatabaseError.self) { try database.prepare(sql) }
  }

  @Test func commentsMayFollowAStatement() throws {
    #expect(try database.prepare("SELECT 1; -- and no more\n /* really */ ;").step())
  }

  private struct Stop: Error {}

  @Test func innerTransactionRollsBackAlone() throws {
    try database.transaction {
      try database.run("INSERT INTO t (x) VALUES ('outer')")
      #expect(throws: Stop.self) {
        try database.transaction {
          try database.run("INSERT INTO t (x) VALUES ('inner')")
          throw Stop()
        }
      }
    }
    #expect(try database.rows("SELECT x FROM t").map { $0[0] as String } == ["outer"])
  }

  @Test func outerTransactionTakesTheInnerAlong() throws {
    #expect(throws: Stop.self) {
      try database.transaction {
        try database.transaction { try database.run("INSERT INTO t (x) VALUES ('inner')") }
        throw Stop()
      }
    }
    #expect(try database.value("SELECT count(*) FROM t") == 0)
    try database.transaction { try database.run("INSERT INTO t (x) VALUES ('later')") }
    #expect(try database.value("SELECT count(*) FROM t") == 1)
  }

  private static let endless =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"

  @Test func deadlineStopsAnEndlessQuery() throws {
    database.deadline = .now + .milliseconds(50)
    let error = try #require(
      throws: DatabaseError.self, performing: { try database.rows(Self.endless) })
    #expect(error.isInterruption)
    database.deadline = nil
    #expect(try database.value("SELECT 1") == 1)
  }

  @Test func interruptionUndoesTheTransaction() throws {
    let interruption = Interruption()
    database.interruption = interruption
    #expect(throws: DatabaseError.self) {
      try database.transaction {
        try database.run("INSERT INTO t (x) VALUES ('half')")
        interruption.interrupt()
        _ = try database.rows(Self.endless)
      }
    }
    interruption.reset()
    #expect(try database.value("SELECT count(*) FROM t") == 0)
  }
}

@Test func hashIsSHA256() {
  // The examples of FIPS 180-4, and one that fills a block to the last byte of padding.
  #expect(SHA256.hexadecimal(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  #expect(SHA256.hexadecimal(of: "") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  #expect(
    SHA256.hexadecimal(of: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
      == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
}
