import ArgumentParser
import BioStore

/// Rules of the user's own.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "A file of rules to use beside those that come with biostore (docs/rules.md); may be given again.",
      valueName: "file"))
  var files: [String] = []

  /// The reader with these rules.
  ///
  /// - Throws: `ToolError` for a file that cannot be read, `RuleError` at the first mistake in one.
  func reader() throws -> Reader {
    guard !files.isEmpty else { return Reader() }
    return try Reader(additionalRules: files.map { (name: $0, text: try StandardInput.text(ofFile: $0)) })
  }
}
