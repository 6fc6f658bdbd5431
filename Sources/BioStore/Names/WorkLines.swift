/// Lines of filmographies and lists of works, which no parser reads:
///
///     Filmography
///     * 1997: The Glass Ferry – Inspector Vos
///     * Black Tulip Road (2010) as Hendrik
///     The Salt Road. Zadar: Marin Press, 1949.
///
/// Read under headings of `lexicons/work-headings.txt` only. Linear in the number of tokens.
struct WorkLines {
  struct Line: Sendable, Hashable {
    /// The title, in tokens.
    var title: Range<Int>
    /// The token that is the year.
    var year: Int?
    /// What the person played, in tokens.
    var role: Range<Int>?
  }

  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// The lines that tell of a work, in the order of the text.
  func lines() -> [Line] {
    var found: [Line] = []
    var isUnderHeading = false
    var nextSection = 0
    let sections = reading.article.sections
    for line in tokenLines() {
      let position = reading.tokens[line.lowerBound].range.lowerBound
      while nextSection < sections.count, sections[nextSection].range.lowerBound <= position {
        isUnderHeading = sections[nextSection].heading.map(Self.isHeading) ?? false
        nextSection += 1
      }
      let content = withoutBullet(line)
      if content == line, let heading = headingText(line) {
        isUnderHeading = Self.isHeading(heading)
      } else if isUnderHeading, let work = work(in: content) {
        found.append(work)
      }
    }
    return found
  }

  // MARK: Lines

  private func tokenLines() -> [Range<Int>] {
    let text = ScalarText(reading.article.text)
    var lines: [Range<Int>] = []
    var start = 0
    for index in reading.tokens.indices.dropFirst() {
      let gap = reading.tokens[index - 1].range.upperBound..<reading.tokens[index].range.lowerBound
      if gap.contains(where: { text[$0] == "\n" }) {
        lines.append(start..<index)
        start = index
      }
    }
    if start < reading.tokens.count { lines.append(start..<reading.tokens.count) }
    return lines
  }

  private func form(_ index: Int) -> String { reading.tokens[index].form }

  private func withoutBullet(_ line: Range<Int>) -> Range<Int> {
    var start = line.lowerBound
    while start < line.upperBound, Self.bullets.contains(form(start)) { start += 1 }
    return start..<line.upperBound
  }

  private static let bullets: Set<String> = ["*", "-", "•", "–", "·", "#", "**"]

  /// A short line without full stop that may be a heading without its marks.
  private func headingText(_ line: Range<Int>) -> String? {
    guard line.count <= 4, line.allSatisfy({ form($0).allSatisfy { $0.isLetter || $0 == "-" } }),
      form(line.lowerBound).startsUppercase
    else { return nil }
    return reading.tokens[line].map(\.form).joined(separator: " ")
  }

  private static func isHeading(_ heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter }
    return words.contains { headings.contains(String($0)) } && !words.contains("about")
  }

  private static let headings = LexiconFile.words("lexicons/work-headings.txt")

  // MARK: Works

  private func work(in line: Range<Int>) -> Line? {
    guard line.count >= 2, line.count <= 40 else { return nil }
    if let year = year(line.lowerBound) { return work(behindYear: year, in: line) }
    if let open = line.first(where: { form($0) == "(" }), open > line.lowerBound, open + 1 < line.upperBound,
      let year = year(open + 1), isTitle(line.lowerBound..<open)
    {
      let close = line.first { $0 > open && form($0) == ")" } ?? line.upperBound - 1
      return Line(
        title: unquoted(line.lowerBound..<open), year: year.lowerBound,
        role: role(from: close + 1, in: line))
    }
    return citation(line)
  }

  /// "1997: The Glass Ferry – Inspector Vos".
  private func work(behindYear year: Range<Int>, in line: Range<Int>) -> Line? {
    var start = year.upperBound
    while start < line.upperBound, [":", "–", "-", "—", ",", ".", ")"].contains(form(start)) { start += 1 }
    let end = line.first { $0 > start && isEndOfTitle($0) } ?? line.upperBound
    guard start < end, isTitle(start..<end) else { return nil }
    return Line(title: unquoted(start..<end), year: year.lowerBound, role: role(from: end, in: line))
  }

  /// "The Salt Road, 1941", "The Salt Road. Zadar: Marin Press, 1949."
  private func citation(_ line: Range<Int>) -> Line? {
    var last = line.upperBound - 1
    while last > line.lowerBound, [".", ")"].contains(form(last)) { last -= 1 }
    guard let year = year(last), year.upperBound == last + 1,
      let end = line.first(where: { [",", ".", ";", ":"].contains(form($0)) }), end <= year.lowerBound,
      isTitle(line.lowerBound..<end)
    else { return nil }
    return Line(title: unquoted(line.lowerBound..<end), year: year.lowerBound, role: nil)
  }

  /// A year, or the first year of "1990–92".
  private func year(_ index: Int) -> Range<Int>? {
    guard index < reading.tokens.count else { return nil }
    let digits = form(index).prefix { $0.isNumber }
    guard digits.count == 4, let number = Int(digits), (1000...2100).contains(number) else { return nil }
    var end = index + 1
    if end + 1 < reading.tokens.count, ["–", "-"].contains(form(end)),
      form(end + 1).allSatisfy(\.isNumber) || form(end + 1) == "present"
    {
      end += 2
    }
    return index..<end
  }

  private func isEndOfTitle(_ index: Int) -> Bool {
    ["–", "—", "-", "(", "as", "…", "..."].contains(form(index))
      && !(form(index) == "-" && isJoined(index))
  }

  /// A hyphen within a word.
  private func isJoined(_ index: Int) -> Bool {
    index + 1 < reading.tokens.count
      && reading.tokens[index].range.upperBound == reading.tokens[index + 1].range.lowerBound
  }

  private func isTitle(_ range: Range<Int>) -> Bool {
    guard let first = range.first, range.count <= 15, let letter = form(first).first else { return false }
    let isOpen = letter.isUppercase || letter.isNumber || "\"“«'".contains(letter)
    return isOpen && !range.contains { [".", ";", "|"].contains(form($0)) }
      && reading.tokens[range].contains { $0.form.startsUppercase }
  }

  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    var range = range
    let marks: Set<String> = ["\"", "“", "”", "«", "»", "'", "''", "``"]
    while range.count > 1, marks.contains(form(range.lowerBound)) { range = range.dropFirst() }
    while range.count > 1, marks.contains(form(range.upperBound - 1)) || form(range.upperBound - 1) == "," {
      range = range.dropLast()
    }
    return range
  }

  /// "– Inspector Vos", "as the father", "(Inspector Vos)".
  private func role(from start: Int, in line: Range<Int>) -> Range<Int>? {
    guard start < line.upperBound else { return nil }
    var first = start
    while first < line.upperBound,
      ["–", "—", "-", "(", "as", ",", "…", "...", ":", "the"].contains(form(first))
    { first += 1 }
    guard first > start, first < line.upperBound, form(first).startsUppercase else { return nil }
    let end = line.first { $0 > first && [")", ",", ";", ".", "("].contains(form($0)) } ?? line.upperBound
    return end - first <= 6 ? first..<end : nil
  }
}
