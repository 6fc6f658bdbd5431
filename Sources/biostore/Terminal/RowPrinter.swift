/// Rows of named columns, as any command prints them.
struct RowSet: Sendable, Hashable {
  var columns: [String]
  var rows: [[Cell]]

  init(columns: [String], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }
}

/// Writes rows in one of the output formats.
struct RowPrinter: Sendable {
  var format: OutputFormat
  /// The columns of the terminal, to which a table is wrapped; `nil` where the output is no terminal.
  var width: Int?
  var style = TextStyle(isEnabled: false)

  /// The rows as text, line feed at the end of each line. Linear in the size of the rows.
  func text(_ rows: RowSet) -> String {
    switch format {
    case .table: return TableLayout(rows: rows, width: width, style: style).text
    case .csv: return csv(rows)
    case .json:
      let lines = rows.rows.map { object($0, columns: rows.columns).line }
      return lines.isEmpty ? "[]\n" : "[\n  " + lines.joined(separator: ",\n  ") + "\n]\n"
    case .jsonl: return rows.rows.map { object($0, columns: rows.columns).line + "\n" }.joined()
    case .markdown: return markdown(rows)
    }
  }

  private func object(_ row: [Cell], columns: [String]) -> JSONValue {
    .object(zip(columns, row).map { JSONValue.Member(name: $0, value: $1.json) })
  }

  // MARK: CSV (RFC 4180, with line feeds alone)

  private func csv(_ rows: RowSet) -> String {
    var text = rows.columns.map(Self.quoted).joined(separator: ",") + "\n"
    for row in rows.rows {
      text += row.map { Self.quoted($0.text) }.joined(separator: ",") + "\n"
    }
    return text
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return field }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  // MARK: Markdown

  private func markdown(_ rows: RowSet) -> String {
    var text = "| " + rows.columns.map(Self.markdownCell).joined(separator: " | ") + " |\n"
    text += "|"
    for column in rows.columns.indices {
      text += TableLayout.isNumeric(column: column, of: rows) ? " ---: |" : " --- |"
    }
    text += "\n"
    for row in rows.rows {
      text += "| " + row.map { Self.markdownCell($0.text) }.joined(separator: " | ") + " |\n"
    }
    return text
  }

  private static func markdownCell(_ text: String) -> String {
    var cell = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|": cell += "\\|"
      case "\n", "\r", "\t": cell += " "
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return cell
  }
}
