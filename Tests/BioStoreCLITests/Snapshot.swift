import Foundation
import Testing

/// Long output that is compared with a file; `RECORD_SNAPSHOTS=1` writes the file anew.
enum Snapshot {
  static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil }

  /// Compares `text` with the file called `path` below the package's folder.
  static func expect(
    _ text: String, isFile path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = Tool.root.appending(path: path)
    if isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect(
      text == expected, "\(path) is out of date; `make docs` writes it anew: \(difference(expected, text))",
      sourceLocation: sourceLocation)
  }

  /// The first line that differs.
  static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.components(separatedBy: "\n")
    let new = actual.components(separatedBy: "\n")
    for index in 0..<max(old.count, new.count) {
      let before = index < old.count ? old[index] : "(end)"
      let after = index < new.count ? new[index] : "(end)"
      if before != after { return "line \(index + 1) was “\(before)” and is now “\(after)”" }
    }
    return "no line differs"
  }
}
