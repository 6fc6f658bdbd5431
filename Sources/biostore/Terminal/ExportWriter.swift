import BioStore

/// Writes the records of an export as they come; memory does not grow with the database, names aside.
struct ExportWriter {
  private let isCSV: Bool
  private let terminal: Terminal
  private var buffer = ""
  /// For CSV, where names stand in place of numbers.
  private var entityNames: [Int: String] = [:]
  private var articleTitles: [Int: String] = [:]

  private static let bufferSize = 1 << 16

  init(isCSV: Bool, terminal: Terminal = .output) {
    self.isCSV = isCSV
    self.terminal = terminal
    if isCSV { buffer = RowPrinter(format: .csv).text(RowSet(columns: Self.columns)) }
  }

  mutating func write(_ record: ExportRecord) {
    if isCSV { writeCSV(record) } else { buffer += Self.json(record).line + "\n" }
    if buffer.utf8.count >= Self.bufferSize { finish() }
  }

  /// Hands out what is left.
  mutating func finish() {
    terminal.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  // MARK: CSV

  private static let columns = [
    "article", "type", "subject", "object", "value", "place", "start", "end", "precision", "confidence",
    "sentence",
    "rule",
  ]

  private mutating func writeCSV(_ record: ExportRecord) {
    switch record {
    case .article(let article): articleTitles[article.id] = article.title
    case .entity(let entity): entityNames[entity.id] = entity.name
    case .mention: break
    case .fact(let fact):
      let row: [Cell] = [
        Cell(articleTitles[fact.article]), .text(fact.type.rawValue), Cell(name(fact.subject)),
        Cell(name(fact.object)),
        Cell(fact.value), Cell(name(fact.place)), Cell(fact.start), Cell(fact.end),
        .text(fact.precision.rawValue),
        .real(fact.confidence), .text(fact.sentence.text), .text(fact.rule),
      ]
      let text = RowPrinter(format: .csv).text(RowSet(columns: Self.columns, rows: [row]))
      // The header stands once, at the top.
      buffer += text.dropFirst(Self.columns.joined(separator: ",").count + 1)
    }
  }

  private func name(_ entity: Int?) -> String? { entity.flatMap { entityNames[$0] } }

  // MARK: JSON Lines

  static func json(_ record: ExportRecord) -> JSONValue {
    switch record {
    case .article(let article): json(article)
    case .entity(let entity): json(entity)
    case .mention(let mention): json(mention)
    case .fact(let fact): json(fact)
    }
  }

  private static func json(_ article: ExportRecord.Article) -> JSONValue {
    .object([
      "record": .string("article"), "id": JSONValue(article.id), "title": .string(article.title),
      "source": .string(article.source), "identifier": JSONValue(article.identifier),
      "url": JSONValue(article.url),
    ])
  }

  private static func json(_ entity: ExportRecord.Entity) -> JSONValue {
    .object([
      "record": .string("entity"), "id": JSONValue(entity.id), "kind": .string(entity.kind.rawValue),
      "name": .string(entity.name), "aliases": .array(entity.aliases.map(JSONValue.string)),
      "named": .bool(entity.isNamed), "gender": JSONValue(entity.gender?.rawValue),
    ])
  }

  private static func json(_ mention: ExportRecord.Mention) -> JSONValue {
    .object([
      "record": .string("mention"), "article": JSONValue(mention.article),
      "entity": JSONValue(mention.entity),
      "start": JSONValue(mention.range.lowerBound), "end": JSONValue(mention.range.upperBound),
      "text": .string(mention.text), "form": .string(mention.form.rawValue), "step": .string(mention.step),
    ])
  }

  private static func json(_ fact: ExportRecord.Fact) -> JSONValue {
    .object([
      "record": .string("fact"), "id": JSONValue(fact.id), "article": JSONValue(fact.article),
      "type": .string(fact.type.rawValue), "subject": JSONValue(fact.subject),
      "object": JSONValue(fact.object),
      "value": JSONValue(fact.value), "place": JSONValue(fact.place), "start": JSONValue(fact.start),
      "end": JSONValue(fact.end), "precision": .string(fact.precision.rawValue),
      "date": JSONValue(fact.dateWords),
      "confidence": .real(fact.confidence), "inferred": .bool(fact.isInferred), "rule": .string(fact.rule),
      "sentence": json(fact.sentence), "others": .array(fact.otherSentences.map(json)),
    ])
  }

  private static func json(_ sentence: ExportRecord.Sentence) -> JSONValue {
    .object([
      "start": JSONValue(sentence.range.lowerBound), "end": JSONValue(sentence.range.upperBound),
      "text": .string(sentence.text),
    ])
  }
}
