/// Writes one reading into the tables; the caller holds the transaction.
final class ReadingWriter {
  struct Counts {
    var entities = 0
    var facts = 0
    var sentences = 0
    var rows = 0
  }

  private let database: Database
  private let facts: FactTable
  private let linker: EntityLinker
  private let remover: ArticleRemover

  init(database: Database) {
    self.database = database
    facts = FactTable(database: database)
    linker = EntityLinker(database: database, facts: facts)
    remover = ArticleRemover(database: database, facts: facts, linker: linker)
  }

  /// Writes the reading in place of what its article has said before.
  func write(
    _ reading: Reading, admission: ImportSession.Admission, readerVersion: String
  ) throws -> Counts {
    if let reason = ReadingValidator.problem(of: reading) {
      throw StoreError.invalidReading(article: reading.article.title, reason: reason)
    }
    let text = ScalarText(reading.article.text)
    let articleID = try writeArticle(reading.article, admission: admission, readerVersion: readerVersion)
    let sectionIDs = try writeSections(reading.article.sections, articleID: articleID)
    let sentenceIDs = try writeSentences(
      reading.sentences, text: text, articleID: articleID, sectionIDs: sectionIDs)
    let profiles = AppearanceProfile.all(of: reading)
    let appearances = try linker.insert(profiles, articleID: articleID)
    try writeMentions(reading, text: text, appearances: appearances, sentenceIDs: sentenceIDs)
    let evidenceCount = try writeFacts(reading, appearances: appearances, sentenceIDs: sentenceIDs)
    return Counts(
      entities: reading.entities.count, facts: reading.facts.count, sentences: sentenceIDs.count,
      rows: 1 + sectionIDs.count + sentenceIDs.count + 3 * appearances.count + reading.mentions.count
        + reading.facts.count + evidenceCount)
  }

  /// Brings up to date what is derived from the articles of the batch.
  func finishBatch() throws {
    try linker.finish()
  }

  private func writeArticle(
    _ article: Article, admission: ImportSession.Admission, readerVersion: String
  ) throws -> Int64 {
    let known: Int64? = try database.value(
      """
      SELECT id FROM articles WHERE source = ?1 AND ifnull(identifier, title) = ?2 AND occurrence = ?3
      UNION ALL SELECT id FROM articles WHERE text_hash = ?4 AND title = ?5 LIMIT 1
      """, article.source, article.identifier ?? article.title, admission.occurrence, admission.textHash,
      article.title)
    if let known {
      try remover.removeContent(of: known)
      try database.run(
        "UPDATE articles SET title = ?, url = ?, text = ?, text_hash = ?, reader_version = ? WHERE id = ?",
        article.title, article.url, article.text, admission.textHash, readerVersion, known)
      return known
    }
    try database.run(
      """
      INSERT INTO articles (title, source, identifier, url, occurrence, text, text_hash, reader_version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, article.title, article.source, article.identifier, article.url, admission.occurrence, article.text,
      admission.textHash, readerVersion)
    return database.lastInsertedID
  }

  private func writeSections(_ sections: [Section], articleID: Int64) throws -> [Int64] {
    try sections.enumerated().map { ordinal, section in
      try database.run(
        """
        INSERT INTO sections (article_id, ordinal, heading, level, start_offset, end_offset)
        VALUES (?, ?, ?, ?, ?, ?)
        """, articleID, ordinal, section.heading, section.level, section.range.lowerBound,
        section.range.upperBound)
      return database.lastInsertedID
    }
  }

  private func writeSentences(
    _ sentences: [Sentence], text: ScalarText, articleID: Int64, sectionIDs: [Int64]
  ) throws -> [Int64] {
    let ids = try sentences.enumerated().map { ordinal, sentence in
      let section = sectionIDs.indices.contains(sentence.section) ? sectionIDs[sentence.section] : nil
      try database.run(
        """
        INSERT INTO sentences (article_id, section_id, ordinal, paragraph, start_offset, end_offset, text)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """, articleID, section, ordinal, sentence.paragraph, sentence.range.lowerBound,
        sentence.range.upperBound,
        text[sentence.range])
      return database.lastInsertedID
    }
    try database.run(
      "INSERT INTO search_sentences (rowid, text) SELECT id, text FROM sentences WHERE article_id = ?",
      articleID)
    return ids
  }

  private func writeMentions(
    _ reading: Reading, text: ScalarText, appearances: [Int64], sentenceIDs: [Int64]
  ) throws {
    for mention in reading.mentions {
      let sentence = reading.sentence(at: mention.range.lowerBound).map { sentenceIDs[$0] }
      try database.run(
        """
        INSERT INTO mentions (appearance_id, sentence_id, start_offset, end_offset, text, form, step)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """, appearances[mention.entity], sentence, mention.range.lowerBound, mention.range.upperBound,
        text[mention.range], mention.form.rawValue, mention.step)
    }
  }

  /// - Returns: How many rows of evidence were written.
  private func writeFacts(_ reading: Reading, appearances: [Int64], sentenceIDs: [Int64]) throws -> Int {
    var count = 0
    for fact in reading.facts {
      for (rank, evidence) in fact.evidence.enumerated() {
        try facts.add(
          FactTable.Claim(
            type: fact.type, value: fact.value, start: fact.interval?.start?.databaseText,
            end: fact.interval?.end?.databaseText, precision: fact.interval?.precision ?? .exact),
          evidence: FactTable.NewEvidence(
            sentenceID: sentenceIDs[evidence.sentence], rule: evidence.rule, rank: rank,
            confidence: min(1, max(0, fact.confidence)), isInferred: fact.isInferred,
            dateWords: fact.interval?.words, subject: appearances[fact.subject],
            object: fact.object.map { appearances[$0] }, place: fact.place.map { appearances[$0] }))
        count += 1
      }
    }
    return count
  }
}

extension Reading {
  /// The index of the sentence that holds this scalar of the text; `nil` between sentences. Logarithmic.
  func sentence(at offset: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].range.contains(offset) ? low : nil
  }
}

extension PartialDate {
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `nil` for the year 0, which no calendar has. Months and days that no calendar
  /// has are left out.
  var databaseText: String? {
    guard year != 0 else { return nil }
    guard let month, (1...12).contains(month) else { return "\(year)" }
    let monthText = month < 10 ? "0\(month)" : "\(month)"
    guard let day, (1...31).contains(day) else { return "\(year)-\(monthText)" }
    return "\(year)-\(monthText)-\(day < 10 ? "0\(day)" : "\(day)")"
  }
}
