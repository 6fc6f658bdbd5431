/// How many columns of a terminal text takes.
///
/// East Asian Width (Unicode Standard Annex 11) decides for each scalar, emoji and their sequences take two columns
/// (Unicode Technical Standard 51), and marks that combine take none. Ambiguous scalars count as narrow.
enum DisplayWidth {
  /// The columns that `text` takes. Linear in its length.
  static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns that one grapheme cluster takes: 0, 1 or 2, or more for clusters of several spacing letters.
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if isEmojiSequence(scalars) { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  /// The columns that one scalar takes: 0, 1 or 2.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F ? 1 : 0 }
    if hangulMedialsAndFinals.contains(where: { $0.contains(scalar.value) }) { return 0 }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format, .control, .surrogate,
      .lineSeparator, .paragraphSeparator:
      // The soft hyphen is a format character that terminals show.
      return scalar.value == 0xAD ? 1 : 0
    default:
      return properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
    }
  }

  /// Whether an emoji with a variation selector, modifier or joiner, or a flag, forms one picture.
  private static func isEmojiSequence(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, scalars.count > 1, first.properties.isEmoji else { return false }
    return scalars.dropFirst().contains {
      $0.value == 0xFE0F || $0.properties.isEmojiModifier || $0.value == 0x20E3
        || (0x1F1E6...0x1F1FF).contains($0.value)
    } || first.properties.isEmojiPresentation
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
  }

  /// Vowels and finals of Hangul syllables in pieces: they are drawn inside the initial's two columns.
  private static let hangulMedialsAndFinals: [ClosedRange<UInt32>] = [
    0x1160...0x11FF, 0xD7B0...0xD7FF,
  ]

  /// The wide and full-width scalars of EastAsianWidth.txt (Unicode 15) that are no emoji, with unassigned gaps filled.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
    0x4E00...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB, 0x1F200...0x1F265,
    0x20000...0x3FFFD,
  ]
}
