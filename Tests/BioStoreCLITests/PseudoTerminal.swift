import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs the tool before a terminal of the given width, as people see it.
struct PseudoTerminal {
  let columns: UInt16

  struct Unavailable: Error {}

  /// Everything that appears on the terminal: standard output and standard error.
  func run(_ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]) throws
    -> String
  {
    var main: Int32 = -1
    var other: Int32 = -1
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&main, &other, nil, nil, &size) == 0 else { throw Unavailable() }
    defer { close(main) }
    let process = Process()
    process.executableURL = Tool.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
    let handle = FileHandle(fileDescriptor: other, closeOnDealloc: false)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    close(other)
    let text = readAll(main)
    process.waitUntilExit()
    return text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
  }

  /// Reads until the tool has gone; the last read fails then.
  private func readAll(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
