/// Wraps a line whose beginning is a label, so that what follows stands below itself.
struct ParagraphWrapper {
  let width: Int
  /// The columns that the label takes; blanks in it are kept.
  let indentation: Int

  /// The lines, each with a line feed.
  func text(_ line: String) -> String {
    let label = String(line.prefix(indentation))
    let rest = String(line.dropFirst(indentation))
    let lines = TextWrapper(width: max(10, width - indentation)).lines(of: rest)
    let blank = String(repeating: " ", count: indentation)
    return lines.enumerated().map { "\($0 == 0 ? label : blank)\($1)\n" }.joined()
  }
}
