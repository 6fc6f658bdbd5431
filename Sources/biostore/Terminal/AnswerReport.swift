import BioStore

/// An answer as the tool prints it: each member of the set with the sentences that say so.
struct AnswerReport {
  let answer: Answer
  /// The terminal's columns; `nil` where text is not wrapped.
  let width: Int?
  let style: TextStyle

  /// Sentences that are shown for one answer.
  private static let sentences = 3

  var text: String {
    answer.items.map { item in
      style.heading(item.text) + Self.doubt(item) + "\n" + evidence(item)
    }.joined()
  }

  private func evidence(_ item: Answer.Item) -> String {
    var seen: Set<String> = []
    let quotations = item.facts.flatMap(\.evidence).map { EvidenceText($0).text() }.filter {
      seen.insert($0).inserted
    }
    var lines = quotations.prefix(Self.sentences).map { "  " + $0 }
    if quotations.count > Self.sentences { lines.append("  and \(quotations.count - Self.sentences) more") }
    return lines.map { style.faint(wrapped($0)) }.joined()
  }

  private func wrapped(_ line: String) -> String {
    guard let width else { return line + "\n" }
    return ParagraphWrapper(width: width, indentation: 2).text(line)
  }

  private static func doubt(_ item: Answer.Item) -> String {
    item.confidence < Doubt.shown ? "  [\(Int((item.confidence * 100).rounded())) %]" : ""
  }

  /// What goes to standard error: how names were understood, and why there is no answer.
  var remarks: String {
    var lines = answer.notes
    switch answer.outcome {
    case .answered: break
    case .nothingFound: lines.append("nothing found: no sentence that was read says so")
    case .ambiguousName(let name, let choices):
      let people = choices.prefix(8).map { "\($0.name) (\($0.kind.rawValue))" }.joined(separator: ", ")
      lines.append("“\(name)” may be any of these: \(people); ask again with the full name")
    case .notUnderstood(let part, let suggestions):
      lines.append("not understood: \(part)")
      if !suggestions.isEmpty { lines.append("try: " + suggestions.joined(separator: " · ")) }
    }
    return lines.map { "biostore: \($0)\n" }.joined()
  }

  /// The pattern and the SQL.
  var explanation: String {
    guard !answer.sql.isEmpty else { return "" }
    var text = "\n" + style.heading("Understood as") + "\n  \(answer.interpretation)\n"
    text += "\n" + style.heading("SQL") + "\n"
    text += answer.sql.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined()
    if !answer.parameters.isEmpty {
      let values = answer.parameters.enumerated().map { "?\($0 + 1) = \(Cell($1).text)" }
      text += "  -- " + values.joined(separator: ", ") + "\n"
    }
    return text
  }

  /// One row for each answer and fact.
  var rows: RowSet {
    var rows = RowSet(columns: ["answer", "kind", "start", "end", "confidence", "sentence", "article"])
    for item in answer.items {
      if item.facts.isEmpty {
        rows.rows.append([
          .text(item.text), Cell(item.entity?.kind.rawValue), .null, .null, .real(item.confidence), .null,
          .null,
        ])
      }
      for fact in item.facts {
        rows.rows.append([
          .text(item.text), Cell(item.entity?.kind.rawValue), Cell(fact.start), Cell(fact.end),
          .real(fact.confidence),
          Cell(fact.evidence.first?.sentence), Cell(fact.evidence.first?.article),
        ])
      }
    }
    return rows
  }

  /// `question` and `answers` are what other programs need; the rest is the evidence.
  func json(explain: Bool) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(name: "question", value: .string(answer.question)),
      .init(name: "answers", value: .array(answer.answers.map(JSONValue.string))),
      .init(name: "outcome", value: .string(outcome)),
      .init(name: "items", value: .array(answer.items.map(Self.json))),
      .init(name: "notes", value: .array(answer.notes.map(JSONValue.string))),
    ]
    if explain {
      members.append(.init(name: "understood", value: .string(answer.interpretation)))
      members.append(.init(name: "sql", value: .string(answer.sql)))
      members.append(.init(name: "parameters", value: .array(answer.parameters.map { Cell($0).json })))
    }
    return .object(members)
  }

  private var outcome: String {
    switch answer.outcome {
    case .answered: "answered"
    case .nothingFound: "nothing found"
    case .ambiguousName: "ambiguous name"
    case .notUnderstood: "not understood"
    }
  }

  private static func json(_ item: Answer.Item) -> JSONValue {
    .object([
      "text": .string(item.text), "kind": JSONValue(item.entity?.kind.rawValue),
      "confidence": .real(item.confidence),
      "facts": .array(item.facts.map(json)),
    ])
  }

  private static func json(_ fact: FactRecord) -> JSONValue {
    .object([
      "type": .string(fact.type.rawValue), "subject": .string(fact.subject.name),
      "object": JSONValue(fact.object?.name), "value": JSONValue(fact.value),
      "place": JSONValue(fact.place?.name),
      "start": JSONValue(fact.start), "end": JSONValue(fact.end), "confidence": .real(fact.confidence),
      "sentences": .array(
        fact.evidence.map {
          .object([
            "text": .string($0.sentence), "article": .string($0.article),
            "start": JSONValue($0.range.lowerBound),
            "end": JSONValue($0.range.upperBound), "rule": .string($0.rule),
          ])
        }),
    ])
  }
}
