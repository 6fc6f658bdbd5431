import Foundation

/// Makes forms of a name comparable: no case, no diacritics, no punctuation around.
enum NameFolding {
  /// A word in lower case without diacritics, apostrophes and full stops; hyphens stay.
  static func fold(_ word: String) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(word.utf8.count)
      for byte in word.utf8 where byte != UInt8(ascii: ".") && byte != UInt8(ascii: "'") {
        let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        bytes.append(isUpper ? byte | 0x20 : byte)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    let plain = word.folding(
      options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
    var view = String.UnicodeScalarView()
    for scalar in plain.unicodeScalars where !dropped.contains(scalar) { view.append(Self.base(scalar)) }
    return String(view)
  }

  private static let dropped: Set<Unicode.Scalar> = [".", "'", "’", "‘", "ʼ", "ʻ", "`"]

  /// Letters that decomposition does not take apart.
  private static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "ø": "o"
    case "ł": "l"
    case "đ", "ð": "d"
    case "ı": "i"
    case "‐", "‑", "–": "-"
    default: scalar
    }
  }
}
