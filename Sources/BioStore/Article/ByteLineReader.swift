import Foundation

/// The lines of a file or of standard input, one at a time, in bounded memory.
struct ByteLineReader {
  /// A line with its line break, as bytes.
  struct Line {
    var bytes: [UInt8]
    /// From the start of the file.
    var byteOffset: Int
    /// From 1.
    var number: Int

    var isBlank: Bool {
      bytes[textStart...].allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
    }

    /// Behind the byte-order mark, if there is one.
    private var textStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// Whether the line has the form `= Title =`, decided on its bytes; cheap for all other lines.
    var isTitle: Bool {
      guard let first = bytes[textStart...].first(where: { $0 != 0x20 && $0 != 0x09 }),
        first == UInt8(ascii: "=")
      else { return false }
      let text = ScalarText(String(decoding: bytes[textStart...], as: UTF8.self))
      return ArticleLine(0..<text.count, in: text).isTitle
    }
  }

  /// Why the file could not be opened.
  private(set) var openingError: ArticleError?
  /// Why reading stopped before the end.
  private(set) var readingError: ArticleError?

  private let path: String
  private var handle: FileHandle?
  private var buffer: [UInt8] = []
  private var position = 0
  private var offset = 0
  private var number = 0
  private static let chunk = 1 << 20

  init(path: String) {
    self.path = path
    if path == "-" {
      handle = .standardInput
      return
    }
    var isDirectory: ObjCBool = false
    if !FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) {
      openingError = ArticleError(.notFound, source: path)
    } else if isDirectory.boolValue {
      openingError = ArticleError(.unreadable("a directory"), source: path)
    } else {
      handle = FileHandle(forReadingAtPath: path)
      if handle == nil {
        openingError = ArticleError(.unreadable("permission denied"), source: path)
      }
    }
  }

  /// The first byte that is not white space nor part of a byte-order mark, without consuming anything.
  var firstByte: UInt8? {
    mutating get {
      while true {
        let skipped: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
        if let byte = buffer[position...].first(where: { !skipped.contains($0) }) { return byte }
        if !fill() { return nil }
      }
    }
  }

  mutating func next() -> Line? {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) { return take(upTo: end + 1) }
      let unread = buffer.count - position
      if !fill() { return unread > 0 ? take(upTo: buffer.count) : nil }
      searched = position + unread
    }
  }

  private mutating func take(upTo end: Int) -> Line {
    number += 1
    defer {
      offset += end - position
      position = end
    }
    return Line(bytes: Array(buffer[position..<end]), byteOffset: offset, number: number)
  }

  /// Reads another chunk behind what is still unread; false at the end.
  private mutating func fill() -> Bool {
    guard let handle else { return false }
    do {
      guard let data = try handle.read(upToCount: Self.chunk), !data.isEmpty else { return false }
      buffer.removeSubrange(..<position)
      position = 0
      buffer.append(contentsOf: data)
      return true
    } catch {
      readingError = ArticleError(.unreadable(error.localizedDescription), source: path)
      return false
    }
  }
}
