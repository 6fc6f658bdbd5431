import Foundation
import Testing

@testable import BioStore

/// Writes bytes to a file of its own and removes it afterwards.
private func withFile<T>(_ name: String, _ bytes: [UInt8], _ body: (String) throws -> T) throws -> T {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appendingPathComponent(name)
  try Data(bytes).write(to: file)
  return try body(file.path)
}

private func results(_ name: String, _ text: String) throws -> [Result<Article, ArticleError>] {
  try withFile(name, Array(text.utf8)) { Array(ArticleSource(path: $0)) }
}

private func error(_ name: String, _ bytes: [UInt8]) throws -> ArticleError? {
  try withFile(name, bytes) { path in
    guard case .failure(let error)? = Array(ArticleSource(path: path)).first else { return nil }
    return error
  }
}

@Test func everyTitledPartOfATextFileIsAnArticle() throws {
  let found = try results("lives.txt", "\u{FEFF}\n= Ada Berg =\nShe lived.\n= Karl Holm =\nHe lived.")
  #expect(try found.map { try $0.get().title } == ["Ada Berg", "Karl Holm"])
  #expect(
    try found.map { try $0.get().text } == ["\n= Ada Berg =\nShe lived.\n", "= Karl Holm =\nHe lived."])
}

@Test func aFileNameServesAsTitle() throws {
  #expect(try results("ada-berg.txt", "She lived.").map { try $0.get().title } == ["ada-berg"])
}

@Test func oneBadLineDoesNotStopTheOthers() throws {
  let found = try results(
    "lives.jsonl",
    """
    {"title": "Ada Berg", "text": "She lived.", "id": 7, "url": "https://example.org/ada"}

    {"title": "Karl Holm", "text": 5}
    {"title": "Broken"
    ["no object"]
    {"title": "Eva Lund", "text": "She lived too."}
    """)
  #expect(found.count == 5)
  #expect(try found[0].get().identifier == "7")
  #expect(try found[0].get().url == "https://example.org/ada")
  #expect(try found[4].get().title == "Eva Lund")
  let errors = found.compactMap { result -> ArticleError? in
    guard case .failure(let error) = result else { return nil }
    return error
  }
  #expect(errors.map(\.line) == [3, 4, 5])
  #expect(errors[0].kind == .invalidField("text"))
}

@Test func brokenUTF8NamesByteAndLine() throws {
  let found = try error("a.txt", Array("First.\nSec".utf8) + [0xC3, 0x28] + Array("ond.\n".utf8))
  #expect(found?.kind == .invalidUTF8(byteOffset: 10))
  #expect(found?.line == 2)
  let json = try error("a.jsonl", Array("\n{\"title\": \"".utf8) + [0xFF] + Array("\"}\n".utf8))
  #expect(json?.kind == .invalidUTF8(byteOffset: 12))
  #expect(json?.line == 2)
}

@Test func filesWithoutTextAreErrors() throws {
  #expect(try error("a.txt", [])?.kind == .empty)
  #expect(try error("a.txt", Array(" \n\n".utf8))?.kind == .empty)
  #expect(try error("a.txt", Array("= Title =\n".utf8))?.kind == .empty)
  #expect(try error("a.jsonl", [])?.kind == .empty)
  #expect(try error("a.txt", [0x41, 0, 0x42])?.kind == .binary(byteOffset: 1))
}

@Test func missingPathsAndEmptyFoldersAreErrors() throws {
  #expect(throws: ArticleError(.notFound, source: "/no/such/place")) {
    try ArticleSource.sources(at: "/no/such/place")
  }
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  #expect(throws: ArticleError(.noArticles, source: folder)) { try ArticleSource.sources(at: folder) }
  try Data("He lived.".utf8).write(to: URL(fileURLWithPath: folder + "/b.txt"))
  try Data("She lived.".utf8).write(to: URL(fileURLWithPath: folder + "/a.txt"))
  try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/.hidden.txt"))
  #expect(try ArticleSource.sources(at: folder).map(\.path) == [folder + "/a.txt", folder + "/b.txt"])
}

@Test func errorsSayWhatWhereAndWhatToDo() {
  let error = ArticleError(.invalidUTF8(byteOffset: 10), source: "a.txt", line: 2)
  #expect(
    error.description
      == "a.txt:2: not UTF-8 at byte 10; convert the file, for example with iconv -f LATIN1 -t UTF-8")
}

@Test func linesAcrossReadingChunksStayWhole() throws {
  let long = String(repeating: "He lived here. ", count: 100_000)
  let found = try results(
    "a.jsonl", "{\"title\": \"A\", \"text\": \"\(long)\"}\n{\"title\": \"B\", \"text\": \"b\"}\n")
  #expect(try found.map { try $0.get().title } == ["A", "B"])
}
