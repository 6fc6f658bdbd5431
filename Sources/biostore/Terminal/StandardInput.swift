import Foundation

/// What is piped into the tool.
enum StandardInput {
  /// All of it, as text.
  ///
  /// - Throws: `ToolError` if it is no UTF-8.
  static func text() throws -> String {
    try decoded(FileHandle.standardInput.readDataToEndOfFile(), place: "standard input")
  }

  /// The text of a file.
  ///
  /// - Throws: `ToolError` if it cannot be read or is no UTF-8.
  static func text(ofFile path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ToolError(
        code: ExitCodes.noInput, place: path, what: "cannot be read",
        advice: "check the path and the file's permissions")
    }
    return try decoded(data, place: path)
  }

  private static func decoded(_ data: Data, place: String) throws -> String {
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ToolError(
        code: ExitCodes.badInput, place: place, what: "not UTF-8",
        advice: "convert it, for example with iconv -f LATIN1 -t UTF-8")
    }
    return text
  }
}
