/// Builds FTS5 expressions from what users type, so that no character of theirs is taken for an operator.
///
/// <https://www.sqlite.org/fts5.html#full_text_query_syntax>
enum SearchExpression {
  /// Each word must stand in the text; words in double quotes must stand next to each other. `nil` if there is no word.
  static func words(_ text: String) -> String? {
    var parts: [String] = []
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      let words = Self.split(String(part))
      if index % 2 == 1 {
        if !words.isEmpty { parts.append("\"\(words.joined(separator: " "))\"") }
      } else {
        parts += words.map { "\"\($0)\"" }
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: " AND ")
  }

  /// Some word of the text must begin with each word given. `nil` if there is no word.
  static func prefixes(of text: String) -> String? {
    let words = split(text)
    return words.isEmpty ? nil : words.map { "\"\($0)\"*" }.joined(separator: " AND ")
  }

  /// Runs of letters and digits: what FTS5's tokenizer takes for words.
  private static func split(_ text: String) -> [String] {
    text.unicodeScalars.split { scalar in
      let properties = scalar.properties
      return !properties.isAlphabetic && properties.numericType == nil
        && properties.generalCategory != .nonspacingMark
    }.map { String(String.UnicodeScalarView($0)) }
  }
}
