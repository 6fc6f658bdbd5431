import BioStore

/// Facts as lines for people: when, what, and below it the sentence that says so.
struct FactLines {
  /// The terminal's columns; `nil` where text is not wrapped.
  let width: Int?
  let style: TextStyle

  static let dateWidth = 24

  /// - Parameter entity: whose card it is; its name is left out where it is the subject.
  func text(_ fact: FactRecord, from entity: Int64? = nil) -> String {
    text(
      date: FactPhrase.date(fact), words: FactPhrase.standard.text(fact, from: entity) + Self.doubt(fact),
      [fact])
  }

  /// A line of any words, with the best sentence of each fact.
  func text(date: String, words: String, _ facts: [FactRecord]) -> String {
    let lead = date + String(repeating: " ", count: max(1, Self.dateWidth - date.count))
    var text = wrapped(lead + words)
    var seen: Set<Int64> = []
    for fact in facts {
      guard let evidence = fact.evidence.first, seen.insert(evidence.sentenceID).inserted else { continue }
      let indentation = String(repeating: " ", count: Self.dateWidth)
      text += style.faint(wrapped(indentation + EvidenceText(evidence).text(more: fact.evidence.count - 1)))
    }
    return text
  }

  /// How sure the fact is, where that is worth a word.
  private static func doubt(_ fact: FactRecord) -> String {
    var notes: [String] = []
    if fact.isInferred { notes.append("inferred") }
    if fact.confidence < Doubt.shown { notes.append("\(Int((fact.confidence * 100).rounded())) %") }
    return notes.isEmpty ? "" : "  [" + notes.joined(separator: ", ") + "]"
  }

  private func wrapped(_ text: String) -> String {
    guard let width, width > Self.dateWidth + 20 else { return text + "\n" }
    return ParagraphWrapper(width: width, indentation: Self.dateWidth).text(text)
  }
}
