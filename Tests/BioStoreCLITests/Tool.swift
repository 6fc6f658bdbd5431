import Foundation

/// The built tool, run as a user runs it.
struct Tool: Sendable {
  struct Result: Sendable {
    let status: Int32
    let output: String
    let error: String
  }

  /// The package's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The binary that was built together with the running tests.
  static let binary: URL = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? ""
    var folder = URL(filePath: bundle).deletingLastPathComponent()
    while folder.path.count > 1 {
      let binary = folder.appending(path: "biostore")
      if FileManager.default.isExecutableFile(atPath: binary.path), !isDirectory(binary) { return binary }
      folder.deleteLastPathComponent()
    }
    return root.appending(path: ".build/debug/biostore")
  }()

  private static func isDirectory(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }

  /// Where the tool is started; each test has its own.
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Runs the tool and waits for it.
  @discardableResult
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) async throws -> Result {
    try await Self.run(
      Self.binary, arguments, input: Data(input.utf8), environment: environment, folder: folder)
  }

  /// Runs a shell command in which `$BIOSTORE` is the tool.
  func shell(_ command: String, environment: [String: String] = [:]) async throws -> Result {
    try await Self.run(
      URL(filePath: "/bin/sh"), ["-c", command], input: Data(),
      environment: environment.merging(["BIOSTORE": Self.binary.path]) { first, _ in first }, folder: folder)
  }

  /// Output goes through files, since a pipe that nobody empties would block the tool.
  private static func run(
    _ binary: URL, _ arguments: [String], input: Data, environment: [String: String], folder: TemporaryFolder
  ) async throws -> Result {
    let name = UUID().uuidString
    let files = ["in", "out", "err"].map { folder.url.appending(path: ".\(name).\($0)") }
    try input.write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
      .merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    let texts = try files.dropFirst().map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Result(status: status, output: texts[0], error: texts[1])
  }
}

/// A folder that goes away with the last user.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "biostore-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }
}
