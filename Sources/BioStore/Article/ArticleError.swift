/// Why an article could not be read: what is wrong, where, and what to do about it.
public struct ArticleError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// Nothing is at the path.
    case notFound
    /// The system refused to read it; the text is the system's reason.
    case unreadable(String)
    /// A directory that holds no file of articles.
    case noArticles
    /// A file or a text without a word.
    case empty
    /// Bytes that are no UTF-8, at this offset from the start of the file.
    case invalidUTF8(byteOffset: Int)
    /// A zero byte at this offset: no text file.
    case binary(byteOffset: Int)
    /// A line that is not a JSON object; the text is the reason.
    case invalidJSON(String)
    /// A JSON object whose field is missing or of the wrong type.
    case invalidField(String)
  }

  public var kind: Kind
  /// The file's path as given, or `-` for standard input.
  public var source: String
  /// The line in that file, from 1, where one line is to blame.
  public var line: Int?

  public init(_ kind: Kind, source: String, line: Int? = nil) {
    self.kind = kind
    self.source = source
    self.line = line
  }

  /// One line in the form `file:line: what is wrong; what to do`.
  public var description: String {
    let name = source == "-" ? "standard input" : source
    let place = line.map { "\(name):\($0)" } ?? name
    return "\(place): \(problem)"
  }

  private var problem: String {
    switch kind {
    case .notFound:
      "no such file or directory; check the path"
    case .unreadable(let reason):
      "cannot be read (\(reason)); check its permissions"
    case .noArticles:
      "holds no articles; give a directory with .txt or .jsonl files"
    case .empty:
      "holds no text; give an article with at least one sentence"
    case .invalidUTF8(let offset):
      "not UTF-8 at byte \(offset); convert the file, for example with iconv -f LATIN1 -t UTF-8"
    case .binary(let offset):
      "zero byte at byte \(offset); this is no text file"
    case .invalidJSON(let reason):
      "not a JSON object (\(reason)); write one object a line, such as {\"title\": \"…\", \"text\": \"…\"}"
    case .invalidField(let field):
      "field \"\(field)\" is missing or not a text; each object needs \"title\" and \"text\""
    }
  }
}
