/// Breaks text into lines of a given width, at spaces where it can.
struct TextWrapper: Sendable {
  /// The columns of a line, at least 1.
  var width: Int
  /// What stands before every line after the first.
  var indentation = ""

  /// The lines of `text`; never none. A word longer than a line is cut. Linear in the length of the text.
  func lines(of text: String) -> [String] {
    guard DisplayWidth.of(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      var rest = Substring(word)
      var needed = DisplayWidth.of(String(rest))
      if used > 0, used + 1 + needed <= width {
        line += " " + rest
        used += 1 + needed
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = lines.isEmpty ? "" : indentation
      used = DisplayWidth.of(line)
      while used + needed > width {
        let piece = prefix(of: rest, columns: max(1, width - used))
        lines.append(line + piece)
        rest = rest.dropFirst(piece.count)
        needed = DisplayWidth.of(String(rest))
        line = indentation
        used = DisplayWidth.of(line)
        if rest.isEmpty { break }
      }
      line += rest
      used += needed
    }
    if !line.isEmpty, line != indentation || lines.isEmpty { lines.append(line) }
    return lines.isEmpty ? [text] : lines
  }

  /// The characters from the start that fit, and at least one.
  private func prefix(of text: Substring, columns: Int) -> Substring {
    var used = 0
    var count = 0
    for character in text {
      used += DisplayWidth.of(character)
      if used > columns, count > 0 { break }
      count += 1
    }
    return text.prefix(count)
  }
}
