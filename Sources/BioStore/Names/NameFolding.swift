/// Folds names so that they can be compared: lower case, letters without diacritics, one space for all else.
///
///     NameFolding.fold("Saint-Étienne")   // "saint etienne"
///     NameFolding.fold("O’Brien, Jr.")    // "o brien jr"
///     NameFolding.fold("Łódź")            // "lodz"
///
/// Letters of other scripts than Latin are kept in lower case. Composed and decomposed forms fold alike.
package enum NameFolding {
  /// The folded form of `text`. Linear in its length.
  package static func fold(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    append(text.unicodeScalars, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the folded UTF-8 of `scalars`, after a space unless `bytes` is empty or nothing is to be added.
  static func append(_ scalars: some Sequence<Unicode.Scalar>, to bytes: inout [UInt8]) {
    var pendingSpace = !bytes.isEmpty
    func add(_ byte: UInt8) {
      if pendingSpace, !bytes.isEmpty { bytes.append(space) }
      pendingSpace = false
      bytes.append(byte)
    }
    for scalar in scalars {
      switch scalar.value {
      case 0x61...0x7a, 0x30...0x39: add(UInt8(truncatingIfNeeded: scalar.value))
      case 0x41...0x5a: add(UInt8(truncatingIfNeeded: scalar.value) + 0x20)
      case 0..<0x80: pendingSpace = true
      case 0x300...0x36f: break
      default:
        if let folded = letters[scalar.value] {
          for byte in folded { add(byte) }
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          for byte in scalar.properties.lowercaseMapping.utf8 { add(byte) }
        } else {
          pendingSpace = true
        }
      }
    }
  }

  private static let space = UInt8(ascii: " ")

  /// Latin letters outside ASCII, by scalar.
  private static let letters: [UInt32: [UInt8]] = {
    var letters: [UInt32: [UInt8]] = [:]
    for line in (Resource.text("lexicons/letters.tsv") ?? "").utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      guard fields.count == 2, line.first != UInt8(ascii: "#") else { continue }
      letters[UInt32(truncatingIfNeeded: hexadecimal(fields[0]))] = Array(fields[1])
    }
    return letters
  }()
}
