import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output or standard error: whether people read there, how wide it is, and writing to it.
struct Terminal: Sendable {
  static let output = Terminal(descriptor: 1)
  static let error = Terminal(descriptor: 2)

  private let descriptor: Int32
  /// False for a pipe or a file.
  let isInteractive: Bool
  /// Colour is for terminals only, and never where NO_COLOR is set (<https://no-color.org>).
  let style: TextStyle

  private init(descriptor: Int32) {
    self.descriptor = descriptor
    isInteractive = isatty(descriptor) == 1
    let environment = ProcessInfo.processInfo.environment
    let refusesColour = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    style = TextStyle(isEnabled: isInteractive && !refusesColour)
  }

  /// The columns to which text is wrapped; `nil` where no terminal reads.
  var width: Int? {
    guard isInteractive else { return nil }
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
  }

  /// Writes all of `text`. A reader that has gone away (`biostore list people | head -1`) ends the tool quietly.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = systemWrite(descriptor, rest.baseAddress, rest.count)
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        } else if errno != EINTR && errno != EAGAIN {
          if descriptor == 1 { exit(errno == EPIPE ? ExitCodes.success : ExitCodes.output) }
          return
        }
      }
    }
  }

  /// Lets a closed pipe show as an error of `write` rather than as a signal, so that an import is not cut off.
  static func ignoreClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
  }
}

/// `write(2)`, under a name that the method above does not hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
