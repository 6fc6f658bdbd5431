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
  static let numberSign = Self(ascii: "#")
}

extension Substring {
  /// Cuts at an ASCII character. Compares bytes: tables are read at every start of the tool, and looking for the bounds
  /// of characters would take most of that time.
  func pieces(at separator: UInt8, keepingEmpty: Bool = false) -> [Substring] {
    var found: [Substring] = []
    let bytes = utf8
    var start = bytes.startIndex
    var index = start
    while index != bytes.endIndex {
      let next = bytes.index(after: index)
      if bytes[index] == separator {
        if keepingEmpty || start != index { found.append(self[start..<index]) }
        start = next
      }
      index = next
    }
    if keepingEmpty || start != bytes.endIndex { found.append(self[start..<bytes.endIndex]) }
    return found
  }
}

extension String {
  /// Cuts at an ASCII character.
  func pieces(at separator: UInt8, keepingEmpty: Bool = false) -> [Substring] {
    self[...].pieces(at: separator, keepingEmpty: keepingEmpty)
  }
}
