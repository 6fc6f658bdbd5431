/// Writes out the database in an order of its own.
///
/// Articles are numbered by title, source, identifier and text; entities by kind, name and the article and place in it
/// where they first appear; facts in the order in which the articles first say them. Memory grows with the entities
/// and facts, not with the texts.
struct Exporter {
  let database: Database
  /// Rows to numbers.
  private var articles: [Int64: Int] = [:]
  private var entities: [Int64: Int] = [:]
  private var facts: [Int64: Int] = [:]
  private var articleOrder: [Int64] = []

  init(database: Database) {
    self.database = database
  }

  mutating func run(_ body: (ExportRecord) throws -> Void) throws {
    try exportArticles(body)
    try exportEntities(body)
    for article in articleOrder {
      try exportMentions(of: article, body)
    }
    for article in articleOrder {
      try exportFacts(of: article, body)
    }
  }

  private mutating func exportArticles(_ body: (ExportRecord) throws -> Void) throws {
    let statement = try database.prepare(
      """
      SELECT id, title, source, identifier, url FROM articles
      ORDER BY title, source, ifnull(identifier, ''), text_hash, occurrence
      """)
    while try statement.step() {
      let row = statement.int64(at: 0)
      articleOrder.append(row)
      articles[row] = articleOrder.count
      try body(
        .article(
          ExportRecord.Article(
            id: articleOrder.count, title: statement.string(at: 1), source: statement.string(at: 2),
            identifier: statement.optionalString(at: 3), url: statement.optionalString(at: 4))))
    }
  }

  private mutating func exportEntities(_ body: (ExportRecord) throws -> Void) throws {
    let ordered = try entitiesInOrder()
    let aliases = try database.prepare(
      "SELECT name FROM names WHERE entity_id = ? AND is_primary = 0 ORDER BY name")
    let gender = try database.prepare("SELECT gender FROM people WHERE id = ?")
    for (index, entity) in ordered.enumerated() {
      entities[entity.row] = index + 1
      try aliases.bind(entity.row)
      var names: [String] = []
      while try aliases.step() { names.append(aliases.string(at: 0)) }
      try gender.bind(entity.row)
      defer { gender.reset() }
      let genderName = try gender.step() ? gender.optionalString(at: 0) : nil
      try body(
        .entity(
          ExportRecord.Entity(
            id: index + 1, kind: Store.kind(entity.kind), name: entity.name, aliases: names,
            isNamed: entity.isNamed, gender: genderName.flatMap(Entity.Gender.init(rawValue:)))))
    }
  }

  private struct OrderedEntity {
    var row: Int64
    var kind: String
    var name: String
    var isNamed: Bool
    var article: Int
    var ordinal: Int
  }

  private func entitiesInOrder() throws -> [OrderedEntity] {
    var first: [Int64: (article: Int, ordinal: Int)] = [:]
    let appearances = try database.prepare("SELECT entity_id, article_id, ordinal FROM appearances")
    while try appearances.step() {
      let entity = appearances.int64(at: 0)
      let place = (articles[appearances.int64(at: 1)] ?? 0, appearances.int(at: 2))
      if let known = first[entity], known <= place { continue }
      first[entity] = place
    }
    var ordered: [OrderedEntity] = []
    let statement = try database.prepare("SELECT id, kind, name, is_named FROM entities")
    while try statement.step() {
      let row = statement.int64(at: 0)
      ordered.append(
        OrderedEntity(
          row: row, kind: statement.string(at: 1), name: statement.string(at: 2),
          isNamed: statement.int64(at: 3) != 0, article: first[row]?.article ?? 0,
          ordinal: first[row]?.ordinal ?? 0))
    }
    ordered.sort {
      ($0.kind, $0.name, $0.article, $0.ordinal) < ($1.kind, $1.name, $1.article, $1.ordinal)
    }
    return ordered
  }

  private func exportMentions(of article: Int64, _ body: (ExportRecord) throws -> Void) throws {
    let statement = try database.cached(
      """
      SELECT p.entity_id, m.start_offset, m.end_offset, m.text, m.form, m.step
      FROM appearances AS p JOIN mentions AS m ON m.appearance_id = p.id
      WHERE p.article_id = ? ORDER BY m.start_offset, m.end_offset, p.ordinal
      """)
    try statement.bind(article)
    defer { statement.reset() }
    while try statement.step() {
      guard let form = Mention.Form(rawValue: statement.string(at: 4)) else { continue }
      try body(
        .mention(
          ExportRecord.Mention(
            article: articles[article] ?? 0, entity: entities[statement.int64(at: 0)] ?? 0,
            range: statement.int(at: 1)..<statement.int(at: 2), text: statement.string(at: 3), form: form,
            step: statement.string(at: 5))))
    }
  }

  /// The facts of one article, in the order of its best sentences for them.
  private mutating func exportFacts(of article: Int64, _ body: (ExportRecord) throws -> Void) throws {
    var pending: [(key: [String], row: Int64, fact: ExportRecord.Fact)] = []
    var indices: [Int64: Int] = [:]
    for row in try evidenceRows(of: article) {
      let fact: Int64 = row["fact_id"]
      let sentence = sentence(row)
      if let index = indices[fact] {
        pending[index].fact = adding(sentence, to: pending[index].fact)
        continue
      }
      guard let record = factRecord(row, article: article, sentence: sentence) else { continue }
      indices[fact] = pending.count
      let offset = String(sentence.range.lowerBound)
      let key = [
        String(repeating: "0", count: max(0, 10 - offset.count)) + offset, record.type.rawValue,
        String(record.subject), String(record.object ?? 0), record.value ?? "", String(record.place ?? 0),
        record.start ?? "", record.end ?? "", record.precision.rawValue,
      ]
      pending.append((key, fact, record))
    }
    pending.sort { $0.key.lexicographicallyPrecedes($1.key) }
    for entry in pending {
      let number = facts[entry.row] ?? facts.count + 1
      facts[entry.row] = number
      try body(.fact(entry.fact.numbered(number)))
    }
  }

  private func evidenceRows(of article: Int64) throws -> [Row] {
    try database.rows(
      """
      SELECT f.id AS fact_id, f.type, f.value, f.start, f."end", f.precision, e.rule, e.date_words, e.confidence,
        e.is_inferred, s.start_offset, s.end_offset, s.text, subject.entity_id AS subject,
        object.entity_id AS object, place.entity_id AS place
      FROM sentences AS s JOIN evidence AS e ON e.sentence_id = s.id JOIN facts AS f ON f.id = e.fact_id
      JOIN appearances AS subject ON subject.id = e.subject_appearance_id
      LEFT JOIN appearances AS object ON object.id = e.object_appearance_id
      LEFT JOIN appearances AS place ON place.id = e.place_appearance_id
      WHERE s.article_id = ? ORDER BY e.rank, e.confidence DESC, s.ordinal, e.rule, subject.ordinal, object.ordinal
      """, article)
  }

  private func sentence(_ row: Row) -> ExportRecord.Sentence {
    let start: Int = row["start_offset"]
    let end: Int = row["end_offset"]
    return ExportRecord.Sentence(range: start..<end, text: row["text"])
  }

  private func adding(_ sentence: ExportRecord.Sentence, to fact: ExportRecord.Fact) -> ExportRecord.Fact {
    guard sentence != fact.sentence, !fact.otherSentences.contains(sentence) else { return fact }
    var fact = fact
    fact.otherSentences.append(sentence)
    return fact
  }

  private func factRecord(
    _ row: Row, article: Int64, sentence: ExportRecord.Sentence
  ) -> ExportRecord.Fact? {
    guard let type = FactType(rawValue: row["type"]),
      let precision = DateInterval.Precision(rawValue: row["precision"])
    else { return nil }
    let object: Int64? = row["object"]
    let place: Int64? = row["place"]
    return ExportRecord.Fact(
      id: 0, article: articles[article] ?? 0, type: type, subject: entities[row["subject"]] ?? 0,
      object: object.flatMap { entities[$0] }, value: row["value"], place: place.flatMap { entities[$0] },
      start: row["start"], end: row["end"], precision: precision, dateWords: row["date_words"],
      confidence: row["confidence"], isInferred: row["is_inferred"], sentence: sentence, rule: row["rule"],
      otherSentences: [])
  }
}

extension ExportRecord.Fact {
  fileprivate func numbered(_ id: Int) -> Self {
    var fact = self
    fact.id = id
    return fact
  }
}
