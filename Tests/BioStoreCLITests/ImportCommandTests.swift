import Foundation
import Testing

@testable import BioStore

@Suite struct ImportCommandTests {
  private static let article =
    "= Anna Weber =\n\nAnna Weber was born in Graz in 1901. She moved to Vienna in 1920.\n"

  private func titles(_ tool: Tool) async throws -> [String] {
    let result = try await tool.run("articles", "--format", "jsonl")
    return result.output.split(separator: "\n").compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["title"] as? String
    }
  }

  @Test func articleIsNewThenUnchangedThenChanged() async throws {
    let tool = try Tool()
    try tool.folder.write(Self.article, to: "weber.txt")
    let first = try await tool.run("import", "weber.txt")
    #expect(first.status == 0)
    #expect(first.error.isEmpty)
    #expect(first.output.hasPrefix("1 article: 1 new, 0 changed, 0 unchanged, 0 failed\n"))
    let second = try await tool.run("import", "weber.txt")
    #expect(second.output == "1 article: 0 new, 0 changed, 1 unchanged, 0 failed\n")
    try tool.folder.write(Self.article + "She died in 1970.\n", to: "weber.txt")
    let third = try await tool.run("import", "weber.txt")
    #expect(third.output.hasPrefix("1 article: 0 new, 1 changed, 0 unchanged, 0 failed\n"))
    let forced = try await tool.run("import", "--force", "weber.txt")
    #expect(forced.output.hasPrefix("1 article: 0 new, 0 changed, 1 read again, 0 unchanged, 0 failed\n"))
    #expect(try await titles(tool) == ["Anna Weber"])
  }

  @Test func severalFormatsComeInOneImport() async throws {
    let tool = try Tool()
    try tool.folder.write(
      "= A One =\n\nA One lived in Rome.\n= B Two =\n\nB Two lived in Bonn.\n", to: "lives/two.txt")
    try tool.folder.write(
      #"{"title": "C Three", "text": "C Three lived in Oslo.", "id": "c3"}"# + "\n",
      to: "lives/deep/three.jsonl")
    try tool.folder.write("\u{FEFF}= D Four =\r\n\r\nD Four lived in Lyon.\r\n", to: "four.txt")
    let result = try await tool.run("import", "lives", "four.txt", "--jobs", "3")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("4 articles: 4 new"))
    #expect(try await titles(tool) == ["A One", "B Two", "C Three", "D Four"])
  }

  @Test func standardInputIsRead() async throws {
    let tool = try Tool()
    let result = try await tool.run("import", "-", input: Self.article)
    #expect(result.status == 0)
    #expect(try await titles(tool) == ["Anna Weber"])
  }

  @Test func databaseIsNamedByOptionThenByEnvironment() async throws {
    let tool = try Tool()
    try tool.folder.write(Self.article, to: "weber.txt")
    _ = try await tool.run("import", "weber.txt", environment: ["BIOSTORE_DB": "from-environment.db"])
    _ = try await tool.run(
      "import", "weber.txt", "--db", "named.db", environment: ["BIOSTORE_DB": "other.db"])
    let files = try FileManager.default.contentsOfDirectory(atPath: tool.folder.url.path).filter {
      $0.hasSuffix(".db")
    }
    #expect(files.sorted() == ["from-environment.db", "named.db"])
  }

  @Test func databaseIsOneFileAfterwards() async throws {
    let tool = try Tool()
    try tool.folder.write(Self.article, to: "weber.txt")
    _ = try await tool.run("import", "weber.txt")
    let files = try FileManager.default.contentsOfDirectory(atPath: tool.folder.url.path).filter {
      $0.contains(".db")
    }
    #expect(files == ["biostore.db"])
  }

  // MARK: What goes wrong

  @Test func missingFileIsNoInput() async throws {
    let tool = try Tool()
    let result = try await tool.run("import", "nowhere.txt")
    #expect(result.status == 66)
    #expect(result.error == "biostore: nowhere.txt: no such file or directory; check the path\n")
    #expect(!FileManager.default.fileExists(atPath: tool.folder.url.appending(path: "biostore.db").path))
  }

  @Test func directoryWithoutArticlesIsBadInput() async throws {
    let tool = try Tool()
    try tool.folder.write("x", to: "pictures/a.png")
    let result = try await tool.run("import", "pictures")
    #expect(result.status == 65)
    #expect(result.error.hasPrefix("biostore: pictures: holds no articles; "))
  }

  @Test func emptyFileIsBadInput() async throws {
    for text in ["", " \n\n"] {
      let tool = try Tool()
      try tool.folder.write(text, to: "empty.txt")
      let result = try await tool.run("import", "empty.txt")
      #expect(result.status == 65)
      #expect(result.error.hasPrefix("biostore: empty.txt: holds no text; "))
    }
  }

  @Test func invalidUTF8IsBadInputAndSaysWhere() async throws {
    let tool = try Tool()
    try tool.folder.write(Data("= A =\n\nA moved to K".utf8) + Data([0xF6, 0x6C, 0x6E]), to: "latin1.txt")
    let result = try await tool.run("import", "latin1.txt")
    #expect(result.status == 65)
    #expect(result.error.contains("not UTF-8 at byte 19"))
    #expect(result.error.contains("iconv"))
  }

  @Test func brokenLineOfJSONIsNamed() async throws {
    let tool = try Tool()
    try tool.folder.write(
      """
      {"title": "A", "text": "A lived in Rome."}
      {"title": "B"
      {"title": "C", "text": "C lived in Bonn."}

      """, to: "lives.jsonl")
    let result = try await tool.run("import", "lives.jsonl")
    #expect(result.status == 65)
    #expect(result.error.hasPrefix("biostore: lives.jsonl:2: "))
    #expect(result.output.hasPrefix("3 articles: 2 new, 0 changed, 0 unchanged, 1 failed\n"))
    #expect(try await titles(tool) == ["A", "C"])
  }

  @Test func badArticlesDoNotStopTheOthers() async throws {
    let tool = try Tool()
    try tool.folder.write(Self.article, to: "a/weber.txt")
    try tool.folder.write("", to: "a/empty.txt")
    let result = try await tool.run("import", "nowhere", "a")
    #expect(result.status == 66)
    #expect(result.output.hasPrefix("3 articles: 1 new, 0 changed, 0 unchanged, 2 failed\n"))
    #expect(result.error.split(separator: "\n").count == 2)
    #expect(try await titles(tool) == ["Anna Weber"])
  }

  @Test func resultDoesNotDependOnOrderOrJobs() async throws {
    let examples = Tool.root.appending(path: "Examples").path
    let lives = try FileManager.default.contentsOfDirectory(atPath: examples).filter { $0.hasSuffix(".txt") }
      .sorted().map { "'\(examples)/\($0)'" }
    let middle = lives.count / 2
    let orders = [lives, lives.reversed(), Array(lives[middle...] + lives[..<middle])]
    var exports: Set<[Substring]> = []
    for (jobs, order) in zip([1, 2, 4], orders) {
      let tool = try Tool()
      _ = try await tool.shell("\"$BIOSTORE\" import \(order.joined(separator: " ")) --jobs \(jobs)")
      let export = try await tool.run("export")
      #expect(export.status == 0)
      exports.insert(export.output.split(separator: "\n").sorted())
    }
    #expect(exports.count == 1)
  }
}
