/// A table of the lexicons: lines of tab-separated columns, sorted by the bytes of the first.
///
/// Nothing is parsed at start: a look-up is a binary search over the embedded bytes, so that a lexicon of a megabyte
/// costs neither time nor memory until it is asked. Lines that begin with `#` stand at the top and are not searched.
struct SortedTable: Sendable {
  /// The bytes of an embedded file, which live as long as the process and never change.
  private nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
  /// Where the searched lines begin.
  private let start: Int

  /// The embedded file called `name`; an empty table if the binary holds no such file.
  init(resource name: String) {
    guard let raw = Resource.bytes(name) else {
      bytes = UnsafeBufferPointer(start: nil, count: 0)
      start = 0
      return
    }
    bytes = raw.bindMemory(to: UInt8.self)
    var position = 0
    while position < bytes.count, bytes[position] == UInt8(ascii: "#") {
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      position += 1
    }
    start = min(position, bytes.count)
  }

  /// The lines that begin with `#`, without it and the tab that follows.
  var header: [String] {
    String(decoding: bytes[..<start], as: UTF8.self).split(separator: "\n").map { String($0.dropFirst(2)) }
  }

  /// The columns after the key of the line whose key is `key`, as bytes without the line's end.
  ///
  /// Logarithmic in the size of the table; allocates nothing.
  func value(_ key: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>>? {
    let line = lowerBound(key)
    guard case .key(let end) = match(key, at: line) else { return nil }
    return bytes[end..<endOfLine(end)]
  }

  /// The columns after the key of the line whose key is `key`.
  func value(_ key: [UInt8]) -> Slice<UnsafeBufferPointer<UInt8>>? {
    key.withUnsafeBufferPointer { value($0) }
  }

  /// The columns after the key of the line whose key is `key`.
  func value(_ key: String) -> Slice<UnsafeBufferPointer<UInt8>>? {
    var key = key
    return key.withUTF8 { value($0) }
  }

  /// Whether a key begins with `prefix`.
  func hasKey(beginningWith prefix: [UInt8]) -> Bool {
    prefix.withUnsafeBufferPointer { match($0, at: lowerBound($0)) != .none }
  }

  /// How a line begins: with the key itself (which ends at the offset given), with the key and more, or otherwise.
  private enum Match: Equatable {
    case none
    case prefix
    case key(end: Int)
  }

  private func match(_ key: UnsafeBufferPointer<UInt8>, at line: Int) -> Match {
    var position = line
    for byte in key {
      guard position < bytes.count, bytes[position] == byte else { return .none }
      position += 1
    }
    guard position < bytes.count else { return .none }
    return bytes[position] == UInt8(ascii: "\t") ? .key(end: position + 1) : .prefix
  }

  /// Where the first line begins whose key is not before `key`.
  private func lowerBound(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    var low = start
    var high = bytes.count
    while low < high {
      let middle = (low &+ high) &>> 1
      let line = startOfLine(middle, from: low)
      if precedes(line, key) {
        low = endOfLine(middle) &+ 1
      } else {
        high = line
      }
    }
    return min(low, bytes.count)
  }

  /// Whether the key of the line at `line` is before `key`.
  private func precedes(_ line: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = line
    for byte in key {
      let own = position < bytes.count ? bytes[position] : 0
      if own != byte { return own < byte }
      position &+= 1
    }
    return false
  }

  private func startOfLine(_ position: Int, from low: Int) -> Int {
    var position = position
    while position > low, bytes[position &- 1] != UInt8(ascii: "\n") { position &-= 1 }
    return position
  }

  private func endOfLine(_ position: Int) -> Int {
    var position = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position &+= 1 }
    return position
  }
}
