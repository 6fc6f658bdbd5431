/// Strict decoding of UTF-8.
enum UTF8Text {
  /// The text of `bytes`, without a byte-order mark.
  ///
  /// - Parameters:
  ///   - byteOffset: where the bytes begin in the file, for the error.
  ///   - line: the number of the first line of the bytes, for the error.
  /// - Throws: `ArticleError` that names the first offending byte and its line.
  static func decode(
    _ bytes: [UInt8], source: String, byteOffset: Int = 0, line: Int = 1
  ) throws(ArticleError) -> String {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    if let zero = body.firstIndex(of: 0) {
      let place = line + newlines(bytes[..<zero])
      throw ArticleError(.binary(byteOffset: byteOffset + zero), source: source, line: place)
    }
    if let text = String(validating: body, as: UTF8.self) { return text }
    let bad = firstInvalidOffset(bytes) ?? 0
    throw ArticleError(
      .invalidUTF8(byteOffset: byteOffset + bad), source: source, line: line + newlines(bytes[..<bad]))
  }

  private static func newlines(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  /// Where the first sequence begins that is no UTF-8 (Unicode 16, table 3-7).
  static func firstInvalidOffset(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      guard let length = sequenceLength(bytes, at: index) else { return index }
      index += length
    }
    return nil
  }

  private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if bytes[index] == 0xE0 { second = 0xA0...0xBF }
      if bytes[index] == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if bytes[index] == 0xF0 { second = 0x90...0xBF }
      if bytes[index] == 0xF4 { second = 0x80...0x8F }
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
