/// One line of an article's text and what its first and last characters make of it.
struct ArticleLine {
  enum Kind {
    case blank
    /// `== Heading ==`; level 1 is the article's title. The range holds the words.
    case heading(level: Int, words: Range<Int>)
    /// A list item or an infobox line, without its bullet or bar.
    case item(Range<Int>)
    /// Part of a paragraph.
    case text(Range<Int>)
  }

  /// Without white space at either end.
  let range: Range<Int>
  let kind: Kind

  /// Classifies the line that stands at `line`, line break excluded.
  init(_ line: Range<Int>, in text: ScalarText) {
    range = text.trimmed(line)
    kind = Self.kind(of: range, in: text)
  }

  var isTitle: Bool {
    if case .heading(level: 1, _) = kind { return true }
    return false
  }

  private static func kind(of range: Range<Int>, in text: ScalarText) -> Kind {
    guard let first = range.first else { return .blank }
    switch text[first] {
    case "=":
      return heading(range, in: text) ?? .text(range)
    case "*", "#", "•", "·", "-", "–", "|":
      return .item(withoutBullet(range, in: text))
    case "0"..."9":
      return isNumbered(range, in: text) ? .item(range) : labelled(range, in: text)
    default:
      return labelled(range, in: text)
    }
  }

  /// A heading has the same number of `=`, one to six, on either side of its words.
  private static func heading(_ range: Range<Int>, in text: ScalarText) -> Kind? {
    var level = 0
    while level < range.count, text[range.lowerBound + level] == "=" { level += 1 }
    var closing = 0
    while closing < range.count, text[range.upperBound - 1 - closing] == "=" { closing += 1 }
    guard level == closing, level <= 6, range.count > 2 * level else { return nil }
    let words = text.trimmed(range.lowerBound + level..<range.upperBound - level)
    return words.isEmpty ? nil : .heading(level: level, words: words)
  }

  /// Drops bullets, but not a sign that belongs to the word behind it: `#hashtag`, `-5`.
  private static func withoutBullet(_ range: Range<Int>, in text: ScalarText) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, "*#•·-–|".unicodeScalars.contains(text[start]) { start += 1 }
    let words = text.trimmed(start..<range.upperBound)
    if words.isEmpty { return range }
    let isGlued = words.lowerBound == start
    let bullet = text[start - 1]
    return isGlued && (bullet == "#" || bullet == "-" || bullet == "–") ? range : words
  }

  /// `1. …` or `12) …`.
  private static func isNumbered(_ range: Range<Int>, in text: ScalarText) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, text[index].isASCIIDigit { index += 1 }
    guard index - range.lowerBound <= 3, index + 1 < range.upperBound else { return false }
    return (text[index] == "." || text[index] == ")") && text[index + 1].isSpace
  }

  /// `Born: 3 May 1960` and `birth_place = Oslo` stand by themselves: one or two words, then the sign.
  private static func labelled(_ range: Range<Int>, in text: ScalarText) -> Kind {
    let longestLabel = 24
    var spaces = 0
    var index = range.lowerBound
    let limit = min(range.upperBound, index + longestLabel)
    while index < limit {
      let scalar = text[index]
      if scalar == ":" || scalar == "=" {
        let isFollowed = index + 1 < range.upperBound && text[index + 1].isSpace
        return index > range.lowerBound && isFollowed ? .item(range) : .text(range)
      }
      if scalar.isSpace { spaces += 1 }
      let isWordPart = scalar.isSpace || scalar == "_" || scalar.properties.isAlphabetic
      if spaces > 2 || !isWordPart { break }
      index += 1
    }
    return .text(range)
  }
}
