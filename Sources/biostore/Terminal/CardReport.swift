import BioStore

/// An entity's card: names, dates, and facts in order of time, each with its sentence.
struct CardReport {
  let card: EntityCard
  /// The terminal's columns; `nil` where text is not wrapped.
  let width: Int?
  let style: TextStyle

  private static let dateWidth = 24

  var text: String {
    head + "\n" + card.facts.map(fact).joined()
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

  private func fact(_ fact: FactRecord) -> String {
    let date = FactPhrase.date(fact)
    let lead = date + String(repeating: " ", count: max(1, Self.dateWidth - date.count))
    let phrase = FactPhrase.standard.text(fact, from: card.entity.id)
    var text = wrapped(lead + phrase + Self.doubt(fact), indentation: Self.dateWidth)
    if let evidence = fact.evidence.first {
      let indentation = String(repeating: " ", count: Self.dateWidth)
      let quotation = EvidenceText(evidence).text(more: fact.evidence.count - 1)
      text += style.faint(wrapped(indentation + quotation, indentation: Self.dateWidth))
    }
    return text
  }

  /// How sure the fact is, where that is worth a word.
  private static func doubt(_ fact: FactRecord) -> String {
    var notes: [String] = []
    if fact.isInferred { notes.append("inferred") }
    if fact.confidence < 0.995 { notes.append("\(Int((fact.confidence * 100).rounded())) %") }
    return notes.isEmpty ? "" : "  [" + notes.joined(separator: ", ") + "]"
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
