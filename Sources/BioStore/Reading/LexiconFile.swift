/// The lines of an embedded lexicon: fields parted by tabs; `#` opens a comment line.
enum LexiconFile {
  /// The rows in order; empty if the binary holds no such lexicon.
  static func rows(_ name: String) -> [[Substring]] {
    guard let text = Resource.text(name) else { return [] }
    return text.pieces(at: .newline).compactMap { line in
      line.utf8.first == .numberSign ? nil : line.pieces(at: .tab, keepingEmpty: true)
    }
  }

  /// The first field of every row.
  static func words(_ name: String) -> Set<String> {
    Set(rows(name).map { String($0[0]) })
  }
}

extension UInt8 {
  static let newline = Self(ascii: "\n")
  static let tab = Self(ascii: "\t")
  static let space = Self(ascii: " ")
  static let bar = Self(ascii: "|")
  static let numberSign = Self(ascii: "#")
}

extension Substring {
  /// Cuts at an ASCII character. Compares bytes: tables are read at every start of the tool, and looking for the bounds
  /// of characters would take most of that time.
  func pieces(at separator: UInt8, keepingEmpty: Bool = false) -> [Substring] {
    let first = startIndex
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      var found: [Substring] = []
      var start = 0
      var end = 0
      while end <= bytes.count {
        if end == bytes.count || bytes[end] == separator {
          if keepingEmpty || start != end {
            let lower = utf8.index(first, offsetBy: start)
            found.append(self[lower..<utf8.index(lower, offsetBy: end - start)])
          }
          start = end + 1
        }
        end += 1
      }
      return found
    }
    // Only text bridged from elsewhere has no bytes in one piece.
    return found
      ?? String(decoding: Array(utf8), as: UTF8.self).pieces(at: separator, keepingEmpty: keepingEmpty)
  }
}

extension String {
  /// Cuts at an ASCII character.
  func pieces(at separator: UInt8, keepingEmpty: Bool = false) -> [Substring] {
    self[...].pieces(at: separator, keepingEmpty: keepingEmpty)
  }
}
