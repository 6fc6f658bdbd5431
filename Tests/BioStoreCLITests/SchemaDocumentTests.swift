import Foundation
import Testing

@testable import BioStore

/// docs/schema.md is made from the comments of schema.sql and from the tables that SQLite makes of it.
@Suite struct SchemaDocumentTests {
  @Test func documentSaysWhatTheSchemaSays() throws {
    let document = try SchemaDocument(schema: Store.schema)
    try Snapshot.expect(document.text, isFile: "docs/schema.md")
  }

  @Test func everyTableAndViewHasAComment() throws {
    let document = try SchemaDocument(schema: Store.schema)
    #expect(document.objects.count > 20)
    for object in document.objects { #expect(!object.comment.isEmpty, "\(object.name) has no comment") }
  }
}

/// Tables and views with their comments, columns and references.
struct SchemaDocument {
  struct Column {
    let name: String
    let type: String
    let comment: String
    /// The table to which it points.
    let reference: String?
  }

  struct Object {
    let name: String
    let kind: String
    let comment: String
    let columns: [Column]
  }

  let introduction: String
  let objects: [Object]

  init(schema: String) throws {
    let store = try Store(path: ":memory:", mode: .create)
    let lines = schema.components(separatedBy: "\n")
    introduction = Self.comment(lines.prefix { $0.hasPrefix("--") })
    var objects: [Object] = []
    var start = 0
    for (index, line) in lines.enumerated() {
      if line.isEmpty { start = index + 1 }
      let words = line.split(whereSeparator: { $0 == " " || $0 == "(" }).map(String.init)
      guard line.hasPrefix("CREATE "), let kind = ["TABLE", "VIEW"].first(where: words.contains),
        let position = words.firstIndex(of: kind), position + 1 < words.count
      else { continue }
      let name = words[position + 1]
      let body = lines[(index + 1)...].prefix { $0.hasPrefix("  ") }
      objects.append(
        Object(
          name: name, kind: kind.lowercased(), comment: Self.comment(lines[start..<index]),
          columns: try Self.columns(of: name, body: Array(body), store)))
    }
    self.objects = objects
  }

  private static func columns(of table: String, body: [String], _ store: Store) throws -> [Column] {
    var comments: [String: String] = [:]
    var pending: [String] = []
    for line in body {
      let text = line.trimmingCharacters(in: .whitespaces)
      if text.hasPrefix("--") {
        pending.append(text)
      } else {
        let first = text.split(separator: " ").first.map { String($0).replacing("\"", with: "") } ?? ""
        comments[first] = comment(ArraySlice(pending))
        pending = []
      }
    }
    let references = try store.database.rows(
      "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)", table)
    let targets = Dictionary(references.map { ($0[0] as String, $0[1] as String) }) { first, _ in first }
    return try store.database.rows("SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden <> 1", table)
      .map { row in
        let name: String = row[0]
        return Column(name: name, type: row[1], comment: comments[name] ?? "", reference: targets[name])
      }
  }

  /// The words of comment lines; rulers and headlines of parts are left out by their dashes.
  private static func comment(_ lines: ArraySlice<String>) -> String {
    lines.filter { $0.hasPrefix("--") && !$0.hasPrefix("-----") }
      .map { String($0.drop { $0 == "-" }).trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
  }

  var text: String {
    var text = """
      # The database

      Made from the comments of [schema.sql](../schema.sql) by `make docs`.

      Facts link entities; evidence links facts to the sentences of articles. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
      Start with the views: they have names where the tables have numbers.

      ```mermaid
      erDiagram

      """
    for object in objects {
      for column in object.columns {
        guard let reference = column.reference else { continue }
        text += "  \(reference) ||--o{ \(object.name) : \(column.name)\n"
      }
    }
    text += "```\n"
    for kind in ["view", "table"] {
      text += "\n## \(kind == "view" ? "Views" : "Tables")\n"
      for object in objects where object.kind == kind { text += section(object) }
    }
    return text
  }

  private func section(_ object: Object) -> String {
    var text = "\n### \(object.name)\n\n\(object.comment)\n\n"
    if object.kind == "view" {
      return text + "Columns: " + object.columns.map { "`\($0.name)`" }.joined(separator: ", ") + ".\n"
    }
    text += "| column | type | what |\n|---|---|---|\n"
    for column in object.columns {
      let target = column.reference.map { "→ `\($0)`" } ?? ""
      let note = [target, column.comment].filter { !$0.isEmpty }.joined(separator: ". ").replacing(
        "|", with: "\\|")
      text += "| `\(column.name)` | \(column.type) | \(note) |\n"
    }
    return text
  }
}
