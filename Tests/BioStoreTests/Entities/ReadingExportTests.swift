import Foundation
import Testing

@testable import BioStore

/// Writes what the Reader finds in articles as `biostore export` would, without a database.
///
/// For the scorers: `BIOSTORE_ARTICLES` names the articles, separated by blanks, `BIOSTORE_EXPORT` the file to write.
@Suite(
  .enabled(if: ProcessInfo.processInfo.environment["BIOSTORE_EXPORT"] != nil, "writes a file for the scorers")
)
struct ReadingExportTests {
  @Test func export() throws {
    let environment = ProcessInfo.processInfo.environment
    let paths = (environment["BIOSTORE_ARTICLES"] ?? "").split(separator: " ").map(String.init)
    var lines: [String] = []
    var offset = 0
    for (number, path) in paths.enumerated() {
      for result in ArticleSource(path: path) {
        let article = try result.get()
        let reading = Reader().read(article)
        lines += records(reading, article: number * 10_000 + lines.count, offset: offset)
        offset += reading.entities.count
      }
    }
    let file = environment["BIOSTORE_EXPORT"] ?? ""
    try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
  }

  private func records(_ reading: Reading, article: Int, offset: Int) -> [String] {
    let text = ScalarText(reading.article.text)
    var records: [[String: Any]] = [["record": "article", "id": article, "title": reading.article.title]]
    for (index, entity) in reading.entities.enumerated() {
      records.append([
        "record": "entity", "id": offset + index, "kind": entity.kind.rawValue, "name": entity.name,
        "aliases": entity.aliases,
      ])
    }
    for mention in reading.mentions where mention.form == .name {
      records.append([
        "record": "mention", "article": article, "entity": offset + mention.entity,
        "start": mention.range.lowerBound, "end": mention.range.upperBound, "text": text[mention.range],
        "form": mention.form.rawValue, "step": mention.step,
      ])
    }
    return records.compactMap {
      (try? JSONSerialization.data(withJSONObject: $0, options: [.sortedKeys])).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
