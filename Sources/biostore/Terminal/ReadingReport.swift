import BioStore

/// What each stage of the Reader made of a text, for people to read.
struct ReadingReport {
  let reading: Reading
  let style: TextStyle

  /// All stages in order, sentence by sentence, then entities and facts.
  var text: String {
    var text = ""
    for index in reading.sentences.indices { text += sentence(index) }
    text += entities + facts
    return text
  }

  private func sentence(_ index: Int) -> String {
    let sentence = reading.sentences[index]
    var text = style.heading("Sentence \(index + 1)") + "  " + words(sentence.tokens) + "\n\n"
    var rows = RowSet(columns: ["", "tree", "lemma", "tag", "penn", "relation"])
    for (branch, number) in TreeDrawing(tokens: reading.tokens, sentence: sentence.tokens).rows() {
      let token = reading.tokens[number]
      rows.rows.append([
        Cell(number - sentence.tokens.lowerBound + 1), .text(branch + token.form), .text(token.lemma),
        .text(token.tag.label), .text(token.pennTag.label), .text(token.relation.label),
      ])
    }
    text += table(rows)
    text += table("Names", names(in: sentence))
    text += table("Dates", dates(in: sentence))
    text += table("Mentions", mentions(in: sentence))
    return text + "\n"
  }

  private func names(in sentence: Sentence) -> RowSet {
    let found = reading.names.filter { $0.tokens.overlaps(sentence.tokens) }
    return RowSet(
      columns: ["name", "kind", "confidence"],
      rows: found.map { name in
        [
          .text(words(name.tokens)), Cell(name.kind?.rawValue ?? "other"),
          .text(Self.percent(name.confidence)),
        ]
      })
  }

  private func dates(in sentence: Sentence) -> RowSet {
    let found = reading.dates.filter { $0.tokens.overlaps(sentence.tokens) }
    return RowSet(
      columns: ["date", "start", "end", "precision"],
      rows: found.map { date in
        [
          .text(words(date.tokens)), Cell(date.interval?.start?.description),
          Cell(date.interval?.end?.description),
          Cell(date.interval?.precision.rawValue ?? "not fixed"),
        ]
      })
  }

  private func mentions(in sentence: Sentence) -> RowSet {
    let found = reading.mentions.filter { $0.tokens.overlaps(sentence.tokens) }
    return RowSet(
      columns: ["mention", "form", "means", "step"],
      rows: found.map { mention in
        [
          .text(words(mention.tokens)), .text(mention.form.rawValue),
          .text(reading.entities[mention.entity].name), .text(mention.step),
        ]
      })
  }

  private var entities: String {
    let rows = reading.entities.map { entity -> [Cell] in
      [
        .text(entity.name), .text(entity.kind.rawValue), Cell(entity.gender?.rawValue),
        Cell(entity.aliases.isEmpty ? nil : entity.aliases.joined(separator: ", ")),
      ]
    }
    return table("Entities", RowSet(columns: ["entity", "kind", "gender", "also"], rows: rows))
  }

  private var facts: String {
    guard !reading.facts.isEmpty else { return "\nNo rule fired: no facts.\n" }
    let rows = reading.facts.map { fact -> [Cell] in
      [
        .text(fact.type.rawValue), .text(name(fact.subject) ?? ""), Cell(name(fact.object)), Cell(fact.value),
        Cell(name(fact.place)), Cell(fact.interval?.start?.description),
        Cell(fact.interval?.end?.description),
        .text(Self.percent(fact.confidence)),
        .text(fact.evidence.map { "\($0.rule) (\($0.sentence + 1))" }.joined(separator: ", ")),
      ]
    }
    let columns = ["fact", "subject", "object", "value", "place", "start", "end", "sure", "rule (sentence)"]
    return table("Facts", RowSet(columns: columns, rows: rows))
  }

  private func name(_ entity: Int?) -> String? { entity.map { reading.entities[$0].name } }

  /// The words as they stand in the text.
  private func words(_ tokens: Range<Int>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    let range = reading.tokens[first].range.lowerBound..<reading.tokens[last].range.upperBound
    return ScalarText(reading.article.text)[range]
  }

  private func table(_ title: String, _ rows: RowSet) -> String {
    rows.rows.isEmpty ? "" : "\n" + style.heading(title) + "\n" + table(rows)
  }

  private func table(_ rows: RowSet) -> String {
    RowPrinter(format: .table, width: nil, style: style).text(rows)
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
