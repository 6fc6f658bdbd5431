/// The part of a command's help that every command must have: examples, and the exit statuses of its own.
struct HelpText {
  /// What the abstract does not say; may be empty.
  var discussion = ""
  /// Commands that a user can type as they stand.
  var examples: [String]
  /// The exit statuses beside 0 and 64 that users of the command should know.
  var codes: [Int32] = []

  /// The text for `CommandConfiguration.discussion`.
  var text: String {
    var text = discussion.isEmpty ? "" : discussion + "\n\n"
    text += examples.count == 1 ? "Example:\n" : "Examples:\n"
    text += examples.map { "  \($0)\n" }.joined()
    let rows = ExitCodes.table.filter { codes.contains($0.code) }
    if !rows.isEmpty {
      text += "\nExit status beside 0 and 64:\n"
      text += rows.map { "  \($0.code)  \($0.meaning)\n" }.joined()
    }
    text.removeLast()
    return text
  }
}
