import Foundation

/// Names as they are compared: lower case, without diacritics and punctuation, words parted by one space.
public enum FoldedName {
  /// "Jean-Paul  O’Connor" → "jean paul oconnor"; "Čapek" → "capek"; "Łódź" → "lodz". Linear.
  public static func fold(_ name: String) -> String {
    // Letters that Unicode does not take apart into a base and a mark, as they are written without the mark.
    var folded = ""
    folded.reserveCapacity(name.utf8.count)
    var needsSpace = false
    func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "." || scalar == "\u{02BC}"
    }
    for scalar in decomposed(name).unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil {
        if needsSpace, !folded.isEmpty { folded.append(" ") }
        needsSpace = false
        if let plain = plainLetters[scalar] {
          folded += plain
        } else {
          folded += properties.lowercaseMapping
        }
      } else if properties.generalCategory == .nonspacingMark || isApostrophe(scalar) {
        continue
      } else {
        needsSpace = true
      }
    }
    return folded
  }

  private static func decomposed(_ name: String) -> String {
    name.utf8.allSatisfy { $0 < 0x80 } ? name : name.decomposedStringWithCanonicalMapping
  }

  private static let plainLetters: [Unicode.Scalar: String] = [
    "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
    "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ß": "ss", "ı": "i", "ħ": "h", "Ħ": "h",
  ]
}
