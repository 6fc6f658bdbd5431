#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system's libedit: editing of lines, history and completion at a prompt.
///
/// It is loaded when a prompt opens, not linked: SwiftPM has no way to link a library only where it is installed, and a
/// binary that is linked with it does not start where it is missing. Without it lines are read plainly.
/// Its functions are those of readline's interface (editline/readline.h), the same on Linux and macOS.
struct EditLibrary {
  typealias Line = UnsafeMutablePointer<CChar>
  /// The words for what stands before the cursor, as an array from `malloc` with `nil` at its end: what they have in
  /// common, then each of them.
  typealias Completer =
    @convention(c) (UnsafePointer<CChar>?, Int32, Int32) -> UnsafeMutablePointer<Line?>?
  private typealias ReadLine = @convention(c) (UnsafePointer<CChar>?) -> Line?
  private typealias WithText = @convention(c) (UnsafePointer<CChar>?) -> Int32
  private typealias WithNumber = @convention(c) (Int32) -> Void

  private static let names = ["libedit.so.2", "libedit.so.0", "libedit.so", "/usr/lib/libedit.3.dylib"]

  private let read: ReadLine
  private let add: WithText
  private let readHistory: WithText
  private let writeHistory: WithText
  private let limitHistory: WithNumber
  private let isCompletionOver: UnsafeMutablePointer<Int32>

  /// The library with its completion set; `nil` where it is not installed. It stays loaded until the tool ends.
  init?(completer: @escaping Completer) {
    guard let handle = Self.names.lazy.compactMap({ dlopen($0, RTLD_NOW) }).first,
      let read = dlsym(handle, "readline"), let add = dlsym(handle, "add_history"),
      let readHistory = dlsym(handle, "read_history"), let writeHistory = dlsym(handle, "write_history"),
      let limitHistory = dlsym(handle, "stifle_history"),
      let completion = dlsym(handle, "rl_attempted_completion_function"),
      let over = dlsym(handle, "rl_attempted_completion_over")
    else { return nil }
    // The types are those that editline/readline.h declares.
    self.read = unsafeBitCast(read, to: ReadLine.self)
    self.add = unsafeBitCast(add, to: WithText.self)
    self.readHistory = unsafeBitCast(readHistory, to: WithText.self)
    self.writeHistory = unsafeBitCast(writeHistory, to: WithText.self)
    self.limitHistory = unsafeBitCast(limitHistory, to: WithNumber.self)
    isCompletionOver = over.assumingMemoryBound(to: Int32.self)
    completion.assumingMemoryBound(to: Completer?.self).pointee = completer
    setlocale(LC_CTYPE, "")
  }

  /// The line that the user enters, without its end; `nil` at the end of the input.
  func line(prompt: String) -> String? {
    guard let line = read(prompt) else { return nil }
    defer { free(line) }
    return String(cString: line)
  }

  func remember(_ line: String) { _ = add(line) }

  func loadHistory(_ path: String) { _ = readHistory(path) }

  /// Writes the last lines into the file, which only its owner may read: questions can be private.
  func saveHistory(_ path: String, lines: Int32) {
    limitHistory(lines)
    let descriptor = open(path, O_CREAT | O_WRONLY | O_APPEND, 0o600)
    if descriptor >= 0 { close(descriptor) }
    _ = writeHistory(path)
  }

  /// Says that the completer's answer stands: no names of files.
  func endCompletion() { isCompletionOver.pointee = 1 }
}
