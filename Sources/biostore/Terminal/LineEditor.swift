import Foundation

#if canImport(Musl)
  import Musl
#endif

/// Reads lines at a prompt: with editing, history and completion where a terminal and libedit are there, else plainly.
struct LineEditor {
  /// The whole words that a word may be the beginning of.
  typealias Completion = (_ word: String) -> [String]

  private static let linesKept: Int32 = 1000
  private let library: EditLibrary?
  private let isWatched: Bool
  /// Where lines are kept for the next time: BIOSTORE_HISTORY, else a file of the home folder; empty for nowhere.
  private let history: String

  init(completion: @escaping Completion) {
    let environment = ProcessInfo.processInfo.environment
    isWatched = Terminal.output.isInteractive
    history = environment["BIOSTORE_HISTORY"] ?? NSHomeDirectory() + "/.biostore_history"
    let canEdit = isWatched && isatty(0) == 1 && environment["TERM"] != "dumb"
    PendingCompletion.completion = completion
    library = canEdit ? EditLibrary(completer: PendingCompletion.answer) : nil
    PendingCompletion.library = library
    if !history.isEmpty { library?.loadHistory(history) }
  }

  /// The next line; `nil` at the end of the input.
  func line(prompt: String) -> String? {
    guard let library else {
      if isWatched { Terminal.output.write(prompt) }
      return readLine()
    }
    guard let line = library.line(prompt: prompt) else {
      Terminal.output.write("\n")
      return nil
    }
    if line.contains(where: { !$0.isWhitespace }) {
      library.remember(line)
      // At once, so that a tool that is killed has forgotten nothing.
      if !history.isEmpty { library.saveHistory(history, lines: Self.linesKept) }
    }
    return line
  }
}

/// What libedit calls back for completion. It takes a C function, which cannot carry state of its own.
///
/// `nonisolated(unsafe)` is safe here: libedit calls back within its call of `readline`, on the thread that made it, and
/// there is one editor a process, made before the first line is read.
private enum PendingCompletion {
  nonisolated(unsafe) static var completion: LineEditor.Completion = { _ in [] }
  nonisolated(unsafe) static var library: EditLibrary?

  static let answer: EditLibrary.Completer = { text, _, _ in
    library?.endCompletion()
    guard let text else { return nil }
    let word = String(cString: text)
    let words = completion(word)
    guard let first = words.first else { return nil }
    let common = words.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let all = words.count == 1 ? [first] : [common.count < word.count ? word : common] + words
    let array = malloc((all.count + 1) * MemoryLayout<EditLibrary.Line?>.stride)
    guard let list = array?.bindMemory(to: EditLibrary.Line?.self, capacity: all.count + 1) else {
      return nil
    }
    for (index, word) in all.enumerated() { (list + index).initialize(to: strdup(word)) }
    (list + all.count).initialize(to: nil)
    return list
  }
}
