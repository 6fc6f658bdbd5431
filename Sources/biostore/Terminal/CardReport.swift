import BioStore

/// An entity's card: names, dates, and facts in order of time, each with its sentence.
struct CardReport {
  let card: EntityCard
  /// The terminal's columns; `nil` where text is not wrapped.
  let width: Int?
  let style: TextStyle

  var text: String {
    head + "\n"
      + card.facts.map { FactLines(width: width, style: style).text($0, from: card.entity.id) }.joined()
  }

  private var head: String {
    let kind = [card.entity.kind.rawValue, card.gender?.rawValue].compactMap { $0 }.joined(separator: ", ")
    var text = style.heading(card.entity.name) + "  (" + kind + ")\n"
    text += line("also", card.entity.aliases.joined(separator: "; "))
    text += line("born", Self.text(card.birth))
    text += line("died", Self.text(card.death))
    text += line("articles", card.articles.map(\.title).joined(separator: "; "))
    return text
  }

  private func line(_ label: String, _ value: String) -> String {
    guard !value.isEmpty else { return "" }
    let lead = label + String(repeating: " ", count: 10 - label.count)
    return wrapped(lead + value, indentation: 10)
  }

  private static func text(_ event: EntityCard.DatedPlace?) -> String {
    [event?.date, event?.place].compactMap { $0 }.joined(separator: ", ")
  }

  private func wrapped(_ text: String, indentation: Int) -> String {
    guard let width, width > indentation + 20 else { return text + "\n" }
    return ParagraphWrapper(width: width, indentation: indentation).text(text)
  }
}

/// A sentence as evidence: in quotation marks, on one line, with its article.
struct EvidenceText {
  let sentence: String
  let article: String

  init(_ evidence: FactRecord.Evidence) {
    self.init(sentence: evidence.sentence, article: evidence.article)
  }

  init(sentence: String, article: String) {
    self.sentence = sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.article = article
  }

  /// - Parameter more: how many other sentences say the same.
  func text(more: Int = 0) -> String {
    let others = more == 1 ? " (and 1 more)" : more > 1 ? " (and \(more) more)" : ""
    return "“\(sentence)” — \(article)\(others)"
  }
}
