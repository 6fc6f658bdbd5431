/// A text with constant-time access by Unicode scalar offset.
///
/// Building it is linear in the text's length; reading a range costs the range's length.
public struct ScalarText: Sendable {
  /// The scalars of the text, in order.
  public let scalars: [Unicode.Scalar]

  public init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    scalars.append(contentsOf: text.unicodeScalars)
    self.scalars = scalars
  }

  public var count: Int { scalars.count }

  public subscript(offset: Int) -> Unicode.Scalar { scalars[offset] }

  /// The words between two scalar offsets.
  public subscript(range: Range<Int>) -> String { String(scalars[range]) }
}

extension String {
  /// The text of some scalars.
  ///
  /// Encodes by hand: the general initialiser goes through unspecialised code and is ten times slower.
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    let length = scalars.reduce(0) { $0 + $1.utf8Length }
    self.init(unsafeUninitializedCapacity: length) { buffer in
      var index = 0
      for scalar in scalars {
        if scalar.isASCII {
          buffer[index] = UInt8(truncatingIfNeeded: scalar.value)
          index += 1
        } else {
          for byte in Unicode.UTF8.encode(scalar) ?? .init() {
            buffer[index] = byte
            index += 1
          }
        }
      }
      return index
    }
  }

  /// The text of some scalars in lower case; cheap for ASCII.
  init(lowercasing scalars: ArraySlice<Unicode.Scalar>) {
    guard scalars.allSatisfy(\.isASCII) else {
      self = String(scalars).lowercased()
      return
    }
    self.init(unsafeUninitializedCapacity: scalars.count) { buffer in
      var index = 0
      for scalar in scalars {
        let isCapital = scalar.value >= 0x41 && scalar.value <= 0x5A
        buffer[index] = UInt8(truncatingIfNeeded: scalar.value | (isCapital ? 0x20 : 0))
        index += 1
      }
      return index
    }
  }
}

extension ScalarText {
  /// The lines in order, without their line breaks (LF, CRLF, CR, U+2028, U+2029).
  var lines: [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < count {
      let scalar = scalars[index]
      if scalar.isLineBreak {
        result.append(start..<index)
        if scalar == "\r", index + 1 < count, scalars[index + 1] == "\n" { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < count { result.append(start..<count) }
    return result
  }

  /// The range without white space at either end; empty at its start if it holds nothing else.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, scalars[lower].isSpace { lower += 1 }
    while upper > lower, scalars[upper - 1].isSpace { upper -= 1 }
    return lower..<upper
  }

  func isBlank(_ range: Range<Int>) -> Bool { trimmed(range).isEmpty }
}

extension Unicode.Scalar {
  /// Bytes in UTF-8.
  var utf8Length: Int { value < 0x80 ? 1 : (value < 0x800 ? 2 : (value < 0x10000 ? 3 : 4)) }

  var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }

  var isLineBreak: Bool {
    switch value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// White space of any kind, zero-width spaces and the byte-order mark included.
  var isSpace: Bool {
    if value < 0x80 { return value == 0x20 || (value >= 0x09 && value <= 0x0D) }
    switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      return true
    default:
      return false
    }
  }
}
