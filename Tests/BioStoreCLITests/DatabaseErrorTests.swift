import Foundation
import Testing

@testable import BioStore

/// Files that are no usable database: each a clear message and status 74, and nothing lost.
@Suite struct DatabaseErrorTests {
  private static let reading = [
    ["show", "Weber"], ["list", "people"], ["search", "flat"], ["query", "SELECT 1"], ["export"],
    ["articles"], ["check"],
  ]

  private func expectRefusal(
    _ tool: Tool, _ arguments: [String], saying words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let command = "\"$BIOSTORE\" " + arguments.map { "'\($0)'" }.joined(separator: " ")
    let result = try await tool.shell(command)
    #expect(result.status == 74, "\(arguments): \(result.error)", sourceLocation: sourceLocation)
    #expect(result.error.hasPrefix("biostore: "), sourceLocation: sourceLocation)
    #expect(result.error.contains(words), "\(arguments): \(result.error)", sourceLocation: sourceLocation)
    #expect(result.error.split(separator: "\n").count == 1, sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, sourceLocation: sourceLocation)
  }

  @Test(arguments: reading)
  func missingDatabaseIsSaidAndNotMade(arguments: [String]) async throws {
    let tool = try Tool()
    try await expectRefusal(tool, arguments, saying: "biostore.db")
    #expect(!FileManager.default.fileExists(atPath: tool.folder.url.appending(path: "biostore.db").path))
  }

  @Test(arguments: reading + [["import", "a.txt"], ["remove", "x"]])
  func fileThatIsNoDatabaseIsLeftAsItIs(arguments: [String]) async throws {
    let tool = try Tool()
    try tool.folder.write("= A =\n\nA lived in Rome.\n", to: "a.txt")
    let text = String(repeating: "This is a letter, not a database. ", count: 100)
    let file = try tool.folder.write(text, to: "biostore.db")
    try await expectRefusal(tool, arguments, saying: "not a database")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
  }

  @Test func databaseOfAnotherProgramIsLeftAsItIs() async throws {
    let tool = try Tool()
    let path = tool.folder.url.appending(path: "biostore.db").path
    do {
      let other = try Database(path: path, mode: .create)
      try other.execute("CREATE TABLE letters (text TEXT); PRAGMA user_version = 7")
    }
    try tool.folder.write("= A =\n\nA lived in Rome.\n", to: "a.txt")
    let before = try Data(contentsOf: URL(filePath: path))
    try await expectRefusal(tool, ["import", "a.txt"], saying: "another program")
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func newerDatabaseIsLeftAsItIs() async throws {
    let tool = try Tool()
    try Fixture.write(to: tool.folder)
    let path = tool.folder.url.appending(path: "biostore.db").path
    try Database(path: path, mode: .readWrite).execute("PRAGMA user_version = 9999")
    try tool.folder.write("= A =\n\nA lived in Rome.\n", to: "a.txt")
    let before = try Data(contentsOf: URL(filePath: path))
    for arguments in [["import", "a.txt"], ["articles"], ["remove", "Anna Weber"]] {
      try await expectRefusal(tool, arguments, saying: "newer")
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func readOnlyFileIsReadAndNotWritten() async throws {
    let tool = try Tool()
    try Fixture.write(to: tool.folder)
    try tool.folder.write("= A =\n\nA lived in Rome.\n", to: "a.txt")
    let path = tool.folder.url.appending(path: "biostore.db").path
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    try await expectRefusal(tool, ["import", "a.txt"], saying: "read-only")
    #expect(try await tool.run("articles").status == 0)
  }

  @Test func folderThatDoesNotExistIsSaid() async throws {
    let tool = try Tool()
    try tool.folder.write("= A =\n\nA lived in Rome.\n", to: "a.txt")
    try await expectRefusal(tool, ["import", "a.txt", "--db", "nowhere/a.db"], saying: "nowhere/a.db")
  }
}
