import Foundation

/// The corpora that stand beside the repository on a developer's machine; tests that need them run only there.
enum SharedData {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")

  static var isPresent: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("data").path)
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }
}
