/// What the tokeniser needs to know about a character.
enum ScalarClass: UInt8, Sendable {
  case space, lower, upper
  /// Letters without case, marks that combine with the letter before them, soft hyphens.
  case letter
  case digit
  /// `'` and `’`.
  case apostrophe
  /// `-` and U+2010, U+2011.
  case hyphen
  /// En and em dashes and their kin.
  case dash
  case period, comma, colon, slash, ampersand, underscore
  case openBracket, closeBracket
  /// `"`: opens or closes.
  case quote
  case openQuote, closeQuote
  /// `!` and `?`, full-width forms included.
  case exclamation
  case ellipsis
  case number, symbol

  var isLetter: Bool { self == .lower || self == .upper || self == .letter }
  var isWord: Bool { isLetter || self == .digit }

  /// The classes of a whole text.
  static func of(_ scalars: [Unicode.Scalar]) -> [ScalarClass] {
    let table = table
    return scalars.map { scalar in
      let value = Int(scalar.value)
      return value < table.count ? table[value] : classify(scalar)
    }
  }

  /// Constant time: a table below U+0600, Unicode properties above.
  static func of(_ scalar: Unicode.Scalar) -> ScalarClass {
    let value = Int(scalar.value)
    return value < table.count ? table[value] : classify(scalar)
  }

  private static let table: [ScalarClass] = (0..<0x600).map { value in
    Unicode.Scalar(value).map(classify) ?? .symbol
  }

  private static func classify(_ scalar: Unicode.Scalar) -> ScalarClass {
    if scalar.isSpace { return .space }
    switch scalar {
    case "'", "’": return .apostrophe
    case "-", "\u{2010}", "\u{2011}": return .hyphen
    case "\u{2012}"..."\u{2015}", "\u{2212}": return .dash
    case ".": return .period
    case ",": return .comma
    case ":": return .colon
    case "/": return .slash
    case "&": return .ampersand
    case "_": return .underscore
    case "\"": return .quote
    case "!", "?", "！", "？", "。": return .exclamation
    case "…": return .ellipsis
    case "‘", "“", "«", "„", "‚", "‹", "`": return .openQuote
    case "”", "»", "›": return .closeQuote
    case "\u{AD}", "\u{200C}", "\u{200D}": return .letter
    default: return classifyByCategory(scalar)
    }
  }

  private static func classifyByCategory(_ scalar: Unicode.Scalar) -> ScalarClass {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: .upper
    case .lowercaseLetter: .lower
    case .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark: .letter
    case .decimalNumber: .digit
    case .letterNumber, .otherNumber: .number
    case .openPunctuation, .initialPunctuation: .openBracket
    case .closePunctuation, .finalPunctuation: .closeBracket
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: .space
    default: .symbol
    }
  }
}

extension StringProtocol {
  /// Whether the first letter is a capital. Constant time; breaks up no characters.
  var startsUppercase: Bool {
    guard let first = utf8.first else { return false }
    if first < 0x80 { return UInt8(ascii: "A") <= first && first <= UInt8(ascii: "Z") }
    return unicodeScalars.first.map { ScalarClass.of($0) == .upper } ?? false
  }
}
