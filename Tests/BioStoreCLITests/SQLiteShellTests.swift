import Foundation
import Testing

/// The database as readers without the tool find it.
@Suite(.enabled(if: SQLiteShell.isInstalled, "there is no sqlite3 shell on this machine"))
struct SQLiteShellTests {
  private func shell(_ commands: String) async throws -> Tool.Result {
    let tool = try Tool()
    try Fixture.write(to: tool.folder)
    return try await tool.shell("sqlite3 -bail biostore.db \(commands)")
  }

  @Test func fileIsSound() async throws {
    let result = try await shell("'PRAGMA integrity_check' 'PRAGMA foreign_key_check'")
    #expect(result.output == "ok\n")
    #expect(result.error.isEmpty)
  }

  @Test func tablesAreListed() async throws {
    let result = try await shell(".tables")
    for name in ["people", "facts", "shared_residences", "timeline"] { #expect(result.output.contains(name)) }
  }

  @Test func everyViewCanBeRead() async throws {
    let views = try await shell("\"SELECT name FROM sqlite_schema WHERE type = 'view'\"")
    let names = views.output.split(separator: "\n")
    #expect(names.count > 10)
    let queries = names.map { "'SELECT count(*) FROM \($0)'" }.joined(separator: " ")
    let result = try await shell(queries)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.split(separator: "\n").count == names.count)
  }

  @Test func viewNeedsNoManual() async throws {
    let result = try await shell(
      "'SELECT person, other_person, place, start, \"end\" FROM shared_residences'")
    #expect(result.output == "Anna Weber|Mao Lin|flat|1925|1928\n")
  }
}

private enum SQLiteShell {
  static var isInstalled: Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/sqlite3") }
  }
}
