import Foundation

/// One line of a JSON Lines file: an object with `title` and `text`, and perhaps `id` and `url`.
struct JSONArticle {
  private let title: String?
  private let text: String
  private let identifier: String?
  private let url: String?
  private let source: String
  private let line: Int

  init(_ line: ByteLineReader.Line, source: String) throws(ArticleError) {
    // Decoded first, since JSON readers differ in what they make of broken UTF-8.
    let json = try UTF8Text.decode(
      line.bytes, source: source, byteOffset: line.byteOffset, line: line.number)
    let object: [String: Any]
    do {
      let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
      guard let fields = value as? [String: Any] else {
        throw ArticleError(.invalidJSON("another kind of value"), source: source, line: line.number)
      }
      object = fields
    } catch let error as ArticleError {
      throw error
    } catch {
      throw ArticleError(.invalidJSON(Self.reason(error)), source: source, line: line.number)
    }
    guard let text = object["text"] as? String else {
      throw ArticleError(.invalidField("text"), source: source, line: line.number)
    }
    if let title = object["title"], !(title is String) {
      throw ArticleError(.invalidField("title"), source: source, line: line.number)
    }
    self.text = text
    title = object["title"] as? String
    identifier = Self.string(object["id"])
    url = object["url"] as? String
    self.source = source
    self.line = line.number
  }

  /// The article; the `title` field comes before a title line in the text.
  func article(_ parser: ArticleParser) throws(ArticleError) -> Article {
    var article = parser.article(
      text: text, fallbackTitle: title ?? "", source: source, identifier: identifier, url: url)
    if let title, !title.isEmpty { article.title = title }
    if article.title.isEmpty { throw ArticleError(.invalidField("title"), source: source, line: line) }
    if article.sections.isEmpty { throw ArticleError(.empty, source: source, line: line) }
    return article
  }

  private static func string(_ value: Any?) -> String? {
    if let text = value as? String { return text }
    return (value as? NSNumber)?.stringValue
  }

  private static func reason(_ error: any Error) -> String {
    let details = (error as NSError).userInfo["NSDebugDescription"] as? String
    let reason = details ?? "malformed"
    return reason.hasSuffix(".") ? String(reason.dropLast()) : reason
  }
}
