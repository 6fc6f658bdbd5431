/// A bar on standard error that shows how far an import has come; only where people watch.
struct ProgressBar {
  /// `nil` if nobody knows how much there is.
  private let total: Int?
  private let terminal: Terminal
  private var last = -1

  init(total: Int?, terminal: Terminal = .error) {
    self.total = total
    self.terminal = terminal
  }

  /// Draws the bar again when another hundredth is done.
  mutating func update(done: Int, label: String) {
    guard terminal.isInteractive, let total, total > 1 else { return }
    let share = done * 100 / total
    guard share != last else { return }
    last = share
    let width = terminal.width ?? 80
    terminal.write("\r" + Self.bar(done: done, total: total, label: label, width: width) + "\u{1B}[K")
  }

  /// Takes the bar away.
  mutating func finish() {
    guard terminal.isInteractive, last >= 0 else { return }
    last = -1
    terminal.write("\r\u{1B}[K")
  }

  /// One line that is narrower than `width`.
  static func bar(done: Int, total: Int, label: String, width: Int) -> String {
    let numbers = "\(done)/\(total)"
    let length = max(4, min(40, width / 3))
    let filled = total == 0 ? length : done * length / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: length - filled)
    let line = "\(bar) \(numbers)"
    let room = width - DisplayWidth.of(line) - 2
    guard room > 8 else { return line }
    return line + " " + (TextWrapper(width: room).lines(of: label).first ?? "")
  }
}
