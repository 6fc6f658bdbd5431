/// A mistake in a rule file, shown with its line and a caret.
public struct RuleError: Error, Sendable, CustomStringConvertible {
  /// The file's name.
  public var file: String
  /// From 1.
  public var line: Int
  /// From 1, in scalars.
  public var column: Int
  /// The line as it stands in the file.
  public var source: String
  /// What is wrong, and what to write instead.
  public var problem: String

  public var description: String {
    let margin = String(repeating: " ", count: max(column - 1, 0))
    return "\(file):\(line):\(column): \(problem)\n\(source)\n\(margin)^"
  }
}
