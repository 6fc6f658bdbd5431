import Foundation

/// A file of articles, or standard input, read one article at a time.
///
///     for result in ArticleSource(path: "lives.jsonl") {
///       switch result {
///       case .success(let article): …
///       case .failure(let error): print(error)   // one bad line; the others go on
///       }
///     }
///
/// Memory is bounded by the largest article, not by the file.
public struct ArticleSource: Sequence, Sendable {
  /// The path as given; `-` stands for standard input.
  public let path: String

  public init(path: String) {
    self.path = path
  }

  public func makeIterator() -> ArticleIterator {
    ArticleIterator(path: path)
  }

  /// The files that `path` stands for: itself, or for a directory all `.txt`, `.jsonl` and `.ndjson` files
  /// below it, in the order of their paths. Hidden files are left out.
  ///
  /// - Throws: `ArticleError` if nothing is at `path` or a directory holds no such file.
  public static func sources(at path: String) throws(ArticleError) -> [ArticleSource] {
    if path == "-" { return [ArticleSource(path: path)] }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw ArticleError(.notFound, source: path)
    }
    guard isDirectory.boolValue else { return [ArticleSource(path: path)] }
    guard let paths = FileManager.default.enumerator(atPath: path) else {
      throw ArticleError(.unreadable("directory"), source: path)
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    var found: [String] = []
    for case let name as String in paths where isArticleFile(name) {
      var isFolder: ObjCBool = false
      let file = folder + name
      if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue {
        found.append(file)
      }
    }
    if found.isEmpty { throw ArticleError(.noArticles, source: path) }
    return found.sorted().map { ArticleSource(path: $0) }
  }

  private static func isArticleFile(_ path: String) -> Bool {
    let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
    let ending = (path as NSString).pathExtension.lowercased()
    return !isHidden && ["txt", "jsonl", "ndjson"].contains(ending)
  }
}

/// Gives the articles of one file in order; a bad article is a failure in its place.
public struct ArticleIterator: IteratorProtocol {
  private enum Format { case unknown, text, jsonLines }

  private let path: String
  private let parser = ArticleParser()
  private var lines: ByteLineReader
  private var format = Format.unknown
  private var pending: [Article] = []
  private var title: ByteLineReader.Line?
  private var hasGivenAny = false
  private var isFinished = false

  init(path: String) {
    self.path = path
    lines = ByteLineReader(path: path)
  }

  public mutating func next() -> Result<Article, ArticleError>? {
    if isFinished { return nil }
    if let error = lines.openingError { return finish(error) }
    if format == .unknown { format = detectFormat() }
    guard let result = format == .jsonLines ? nextJSONLine() : nextText() else {
      isFinished = true
      return hasGivenAny ? nil : .failure(ArticleError(.empty, source: path))
    }
    hasGivenAny = true
    return result
  }

  private mutating func finish(_ error: ArticleError) -> Result<Article, ArticleError> {
    isFinished = true
    return .failure(error)
  }

  /// By the file's ending, or by the first byte where that says nothing.
  private mutating func detectFormat() -> Format {
    switch (path as NSString).pathExtension.lowercased() {
    case "jsonl", "ndjson": .jsonLines
    case "txt": .text
    default: lines.firstByte == UInt8(ascii: "{") ? .jsonLines : .text
    }
  }

  private var fallbackTitle: String {
    if path == "-" { return "Untitled" }
    let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    return name.isEmpty ? "Untitled" : name
  }

  // MARK: Text

  /// Collects lines up to the next title line.
  private mutating func nextText() -> Result<Article, ArticleError>? {
    var bytes = title?.bytes ?? []
    var offset = title?.byteOffset ?? 0
    var firstLine = title?.number ?? 1
    var hasTitle = title != nil
    title = nil
    var isBlank = true
    while let line = lines.next() {
      if line.isTitle {
        if hasTitle || !isBlank {
          title = line
          break
        }
        hasTitle = true
      }
      if bytes.isEmpty {
        offset = line.byteOffset
        firstLine = line.number
      }
      isBlank = isBlank && line.isBlank
      bytes += line.bytes
    }
    if let error = lines.readingError { return finish(error) }
    if isBlank && !hasTitle { return nil }
    do throws(ArticleError) {
      let text = try UTF8Text.decode(bytes, source: path, byteOffset: offset, line: firstLine)
      let article = parser.article(text: text, fallbackTitle: fallbackTitle, source: path)
      if article.sections.isEmpty { throw ArticleError(.empty, source: path, line: firstLine) }
      return .success(article)
    } catch {
      return .failure(error)
    }
  }

  // MARK: JSON Lines

  private mutating func nextJSONLine() -> Result<Article, ArticleError>? {
    while let line = lines.next() {
      if line.isBlank { continue }
      do throws(ArticleError) {
        return .success(try JSONArticle(line, source: path).article(parser))
      } catch {
        return .failure(error)
      }
    }
    return lines.readingError.map { finish($0) }
  }
}
