/// A table in columns of equal width, for people to read.
///
/// On a terminal, cells that do not fit are wrapped at spaces, the widest columns first; elsewhere each row is one line.
struct TableLayout {
  private let columns: [String]
  private let rows: [[String]]
  private let isNumeric: [Bool]
  private let widths: [Int]
  private let style: TextStyle

  /// The fewest columns to which wrapping narrows a column.
  private static let narrowest = 8
  private static let gap = 2

  init(rows: RowSet, width: Int?, style: TextStyle) {
    columns = rows.columns.map(Self.visible)
    self.rows = rows.rows.map { $0.map { Self.visible($0.text) } }
    isNumeric = rows.columns.indices.map { Self.isNumeric(column: $0, of: rows) }
    var widths = columns.map { DisplayWidth.of($0) }
    for row in self.rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell)) }
    }
    self.widths = width.map { Self.fitted(widths, to: $0) } ?? widths
    self.style = style
  }

  /// The table, header first, with no space at the end of a line.
  var text: String {
    guard !columns.isEmpty else { return "" }
    var text = line(columns.enumerated().map { padded($1, column: $0) }, style: style.heading)
    text += line(widths.map { String(repeating: "─", count: $0) }, style: style.faint)
    for row in rows { text += lines(of: row) }
    return text
  }

  /// Whether a column holds numbers, and at least one.
  static func isNumeric(column: Int, of rows: RowSet) -> Bool {
    var hasNumber = false
    for row in rows.rows {
      if row[column].isNumber { hasNumber = true } else if row[column] != .null { return false }
    }
    return hasNumber
  }

  /// Text without line breaks and without control characters, which could move a terminal's cursor.
  private static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return text
    }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      visible.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(visible)
  }

  /// Narrows the widest columns, one by one, until the table fits or no column can give way.
  private static func fitted(_ natural: [Int], to width: Int) -> [Int] {
    var widths = natural
    var excess = widths.reduce(0, +) + gap * (widths.count - 1) - width
    while excess > 0, let widest = widths.max(), widest > narrowest {
      let next = widths.filter { $0 < widest }.max() ?? 0
      let wide = widths.indices.filter { widths[$0] == widest }
      let step = max(1, min(widest - max(next, narrowest), excess / wide.count))
      for column in wide where excess > 0 {
        widths[column] -= step
        excess -= step
      }
    }
    return widths
  }

  private func lines(of row: [String]) -> String {
    let cells = row.enumerated().map { TextWrapper(width: widths[$0]).lines(of: $1) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { number in
      line(
        cells.enumerated().map { padded(number < $1.count ? $1[number] : "", column: $0) },
        style: { $0 })
    }.joined()
  }

  private func padded(_ text: String, column: Int) -> String {
    let space = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(text)))
    return isNumeric[column] ? space + text : text + space
  }

  private func line(_ cells: [String], style: (String) -> String) -> String {
    var line = cells.joined(separator: String(repeating: " ", count: Self.gap))
    while line.last == " " { line.removeLast() }
    return style(line) + "\n"
  }
}
