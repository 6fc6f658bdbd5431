/// What a word looks like, as integer codes: computed once a token, combined by every stage's features.
package struct WordCodes: Sendable {
  /// The word as written.
  package var form: UInt64 = 0
  /// In lower case, each run of digits as one `0` (four digits that may be a year as `0000`).
  package var lower: UInt64 = 0
  /// Upper, lower, digit and other characters, runs of more than two shortened.
  package var shape: UInt64 = 0
  /// The first one to four characters in lower case.
  package var prefixes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// The last one to five characters in lower case.
  package var suffixes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
  /// What the lexicon knows of the word: 0 if nothing.
  package var lexicon: UInt64 = 0
  /// The word's Brown cluster, a path in a binary tree with the first step in the lowest bit: 0 if unknown.
  package var cluster: UInt64 = 0
  /// The first six steps of the cluster's path.
  package var coarseCluster: UInt64 { cluster & 63 }
  package var traits: Traits = []

  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let capitalized = Traits(rawValue: 1)
    package static let allCapitals = Traits(rawValue: 2)
    package static let hasDigit = Traits(rawValue: 4)
    package static let hasHyphen = Traits(rawValue: 8)
    package static let allDigits = Traits(rawValue: 16)
    package static let hasPeriod = Traits(rawValue: 32)
    package static let hasLetter = Traits(rawValue: 64)
    package static let hasNonASCII = Traits(rawValue: 128)
  }

  /// Whether any character is a capital.
  package var hasCapital = false

  package init() {}
}

/// Turns words into codes. Its memory is reused from word to word.
package struct WordEncoder {
  private var lower: [UInt8] = []
  /// Where each character of `lower` begins.
  private var starts: [Int] = []

  package init() {}

  /// The codes of a word; those of the lexicon and the clusters are left 0. Linear in its length.
  package mutating func encode(_ word: String) -> WordCodes {
    var word = word
    return word.withUTF8 { encode(utf8: $0) }
  }

  private mutating func encode(utf8 bytes: UnsafeBufferPointer<UInt8>) -> WordCodes {
    var codes = WordCodes()
    codes.form = FeatureHash.of(bytes: bytes)
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    var shape = ShapeBuilder()
    lower.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    if isASCII {
      for byte in bytes { addASCII(byte, shape: &shape) }
    } else {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        addScalar(scalar, shape: &shape)
      }
    }
    codes.shape = shape.code
    codes.traits = shape.traits
    codes.hasCapital = shape.hasCapital
    if !isASCII { codes.traits.insert(.hasNonASCII) }
    setAffixes(&codes)
    codes.lower = lowerCode()
    return codes
  }

  @inline(__always)
  private mutating func addASCII(_ byte: UInt8, shape: inout ShapeBuilder) {
    starts.append(lower.count)
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      shape.add(.upper)
      lower.append(byte | 0x20)
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      shape.add(.lower)
      lower.append(byte)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      shape.add(.digit)
      lower.append(UInt8(ascii: "0"))
    default:
      shape.add(.other(byte))
      lower.append(byte)
    }
  }

  private mutating func addScalar(_ scalar: Unicode.Scalar, shape: inout ShapeBuilder) {
    if scalar.isASCII {
      addASCII(UInt8(truncatingIfNeeded: scalar.value), shape: &shape)
      return
    }
    starts.append(lower.count)
    let properties = scalar.properties
    if properties.isUppercase {
      shape.add(.upper)
    } else if properties.isAlphabetic {
      shape.add(.lower)
    } else {
      shape.add(.other(UInt8(truncatingIfNeeded: scalar.value) | 0x80))
    }
    lower.append(contentsOf: properties.lowercaseMapping.utf8)
  }

  private func setAffixes(_ codes: inout WordCodes) {
    lower.withUnsafeBufferPointer { bytes in
      let count = starts.count
      func prefix(_ length: Int) -> UInt64 {
        guard count > length else { return 0 }
        return FeatureHash.of(bytes: UnsafeBufferPointer(rebasing: bytes[..<starts[length]]))
      }
      func suffix(_ length: Int) -> UInt64 {
        guard count > length else { return 0 }
        return FeatureHash.of(bytes: UnsafeBufferPointer(rebasing: bytes[starts[count - length]...]))
      }
      codes.prefixes = (prefix(1), prefix(2), prefix(3), prefix(4))
      codes.suffixes = (suffix(1), suffix(2), suffix(3), suffix(4), suffix(5))
    }
  }

  /// The code of the lower-case word, runs of digits shortened unless they may be a year.
  private func lowerCode() -> UInt64 {
    let zero = UInt8(ascii: "0")
    if lower.count == 4 || !lower.contains(zero) { return FeatureHash.of(bytes: lower) }
    var shortened: [UInt8] = []
    for byte in lower where !(byte == zero && shortened.last == zero) { shortened.append(byte) }
    return FeatureHash.of(bytes: shortened)
  }
}

/// Collects a word's shape and traits character by character.
private struct ShapeBuilder {
  enum Class {
    case upper, lower, digit
    case other(UInt8)
  }

  private var hash: UInt64 = 1
  private var last: UInt64 = 0
  private var run = 0
  private var length = 0
  private var uppers = 0
  private var lowers = 0
  private var digits = 0
  private var startsUpper = false
  private var hasHyphen = false
  private var hasPeriod = false

  @inline(__always)
  mutating func add(_ kind: Class) {
    let code: UInt64
    switch kind {
    case .upper:
      code = 1
      uppers += 1
      if length == 0 { startsUpper = true }
    case .lower:
      code = 2
      lowers += 1
    case .digit:
      code = 3
      digits += 1
    case .other(let byte):
      code = UInt64(byte) + 4
      if byte == UInt8(ascii: "-") { hasHyphen = true }
      if byte == UInt8(ascii: ".") { hasPeriod = true }
    }
    run = code == last ? run + 1 : 1
    last = code
    if run <= 2 { hash = FeatureHash.combine(hash, code) }
    length += 1
  }

  var code: UInt64 { hash }

  var hasCapital: Bool { uppers > 0 }

  var traits: WordCodes.Traits {
    var traits: WordCodes.Traits = []
    if startsUpper { traits.insert(.capitalized) }
    if uppers > 1 && lowers == 0 { traits.insert(.allCapitals) }
    if digits > 0 { traits.insert(.hasDigit) }
    if digits > 0 && digits == length { traits.insert(.allDigits) }
    if hasHyphen { traits.insert(.hasHyphen) }
    if hasPeriod { traits.insert(.hasPeriod) }
    if uppers + lowers > 0 { traits.insert(.hasLetter) }
    return traits
  }
}
