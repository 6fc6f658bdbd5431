extension Store {
  /// Which facts to read.
  public struct FactFilter: Sendable, Hashable {
    /// Facts of which it is the subject, the object or the place.
    public var entity: Int64?
    public var types: Set<FactType>?
    /// Facts that this article asserts.
    public var article: Int64?
    public var minimumConfidence: Double
    public var limit: Int?
    /// Facts with a date only, of these years as far as they are bounded.
    public var years: Years?

    /// Years, both inclusive; 44 BC is -44.
    public struct Years: Sendable, Hashable {
      public var first: Int?
      public var last: Int?

      public init(from first: Int? = nil, to last: Int? = nil) {
        self.first = first
        self.last = last
      }
    }

    public init(
      entity: Int64? = nil, types: Set<FactType>? = nil, article: Int64? = nil, minimumConfidence: Double = 0,
      limit: Int? = nil, years: Years? = nil
    ) {
      self.years = years
      self.entity = entity
      self.types = types
      self.article = article
      self.minimumConfidence = minimumConfidence
      self.limit = limit
    }
  }

  /// The facts that the filter lets pass, with their evidence, in order of time; those without a date last.
  public func facts(_ filter: FactFilter = FactFilter()) throws -> [FactRecord] {
    try translatingErrors {
      let types = filter.types.map { JSONText.array($0.map(\.rawValue).sorted()) }
      let rows = try database.rows(
        """
        SELECT f.id FROM \(Self.source(of: filter))
        WHERE (?2 IS NULL OR f.type IN (SELECT value FROM json_each(?2))) AND f.confidence >= ?4
          AND (?6 = 0 OR (f.start IS NOT NULL OR f."end" IS NOT NULL)
            AND (?7 IS NULL OR ifnull(f.end_order, f.start_order) >= ?7)
            AND (?8 IS NULL OR ifnull(f.start_order, f.end_order) < ?8))
        ORDER BY ifnull(f.start_order, f.end_order) IS NULL, ifnull(f.start_order, f.end_order), f.end_order,
          (SELECT min(sentence_id) FROM evidence WHERE fact_id = f.id), f.id
        LIMIT ?5
        """, filter.entity, types, filter.article, filter.minimumConfidence, filter.limit ?? -1,
        filter.years != nil, filter.years?.first.map { $0 * 10_000 },
        filter.years?.last.map { ($0 + 1) * 10_000 })
      return try rows.compactMap { try fact(id: $0[0]) }
    }
  }

  /// The facts of an entity or an article are found by their indexes: "?1 IS NULL OR …" would read all facts there are.
  private static func source(of filter: FactFilter) -> String {
    let ofEntity = """
      (SELECT id FROM facts WHERE subject_id = ?1 UNION SELECT id FROM facts WHERE object_id = ?1
        UNION SELECT id FROM facts WHERE place_id = ?1) AS own JOIN facts AS f ON f.id = own.id
      """
    let ofArticle = """
      (SELECT DISTINCT e.fact_id AS id FROM sentences AS s JOIN evidence AS e ON e.sentence_id = s.id
        WHERE s.article_id = ?3) AS said
      """
    return switch (filter.entity, filter.article) {
    case (nil, nil): "facts AS f"
    case (_, nil): ofEntity
    case (nil, _): ofArticle + " JOIN facts AS f ON f.id = said.id"
    case (_, _): ofEntity + " JOIN " + ofArticle + " ON said.id = f.id"
    }
  }

  /// The fact of this row with its evidence; `nil` if there is none.
  public func fact(id: Int64) throws -> FactRecord? {
    try translatingErrors {
      let rows = try database.rows(
        """
        SELECT f.type, f.value, f.start, f."end", f.precision, f.confidence, f.is_inferred,
          s.id, s.kind, s.name, o.id, o.kind, o.name, p.id, p.kind, p.name
        FROM facts AS f JOIN entities AS s ON s.id = f.subject_id
        LEFT JOIN entities AS o ON o.id = f.object_id LEFT JOIN entities AS p ON p.id = f.place_id
        WHERE f.id = ?
        """, id)
      guard let row = rows.first, let type = FactType(rawValue: row[0]),
        let precision = DateInterval.Precision(rawValue: row[4])
      else { return nil }
      let subject = EntityReference(id: row[7], kind: Self.kind(row[8]), name: row[9])
      return FactRecord(
        id: id, type: type, subject: subject, object: Self.reference(row, at: 10), value: row[1],
        place: Self.reference(row, at: 13), start: row[2], end: row[3], precision: precision,
        confidence: row[5],
        isInferred: row[6], evidence: try evidence(ofFact: id))
    }
  }

  private static func reference(_ row: Row, at column: Int) -> EntityReference? {
    let id: Int64? = row[column]
    return id.map { EntityReference(id: $0, kind: kind(row[column + 1]), name: row[column + 2]) }
  }

  private func evidence(ofFact id: Int64) throws -> [FactRecord.Evidence] {
    try database.rows(
      """
      SELECT a.id, a.title, s.id, s.text, s.start_offset, s.end_offset, e.rule, e.date_words, e.confidence,
        e.is_inferred
      FROM evidence AS e JOIN sentences AS s ON s.id = e.sentence_id JOIN articles AS a ON a.id = s.article_id
      WHERE e.fact_id = ? ORDER BY e.rank, e.confidence DESC, a.title, a.source, s.ordinal, e.rule
      """, id
    ).map { row in
      let start: Int = row[4]
      let end: Int = row[5]
      return FactRecord.Evidence(
        articleID: row[0], article: row[1], sentenceID: row[2], sentence: row[3], range: start..<end,
        rule: row[6],
        dateWords: row[7], confidence: row[8], isInferred: row[9])
    }
  }

  /// All that is known of an entity.
  ///
  /// - Throws: `StoreError.notFound` if there is no such row.
  public func card(of entity: Int64, minimumConfidence: Double = 0) throws -> EntityCard {
    guard let record = try self.entity(id: entity) else {
      throw StoreError.notFound(what: "entity \(entity)")
    }
    return try translatingErrors {
      let person = try database.rows(
        """
        SELECT p.gender, p.birth_date, b.name AS birth_place, p.death_date, d.name AS death_place
        FROM people AS p LEFT JOIN entities AS b ON b.id = p.birth_place_id
        LEFT JOIN entities AS d ON d.id = p.death_place_id WHERE p.id = ?
        """, entity
      ).first
      let articleIDs = try database.rows(
        """
        SELECT DISTINCT a.id FROM appearances AS p JOIN articles AS a ON a.id = p.article_id
        WHERE p.entity_id = ? ORDER BY a.title, a.source, a.id
        """, entity)
      let gender: String? = person?["gender"]
      return EntityCard(
        entity: record, gender: gender.flatMap(Entity.Gender.init(rawValue:)),
        birth: person.flatMap { Self.datedPlace($0["birth_date"], $0["birth_place"]) },
        death: person.flatMap { Self.datedPlace($0["death_date"], $0["death_place"]) },
        facts: try facts(FactFilter(entity: entity, minimumConfidence: minimumConfidence)),
        articles: try articleIDs.compactMap { try article(id: $0[0]) },
        identityDecisions: try identityDecisions(ofEntity: entity))
    }
  }

  private static func datedPlace(_ date: String?, _ place: String?) -> EntityCard.DatedPlace? {
    date == nil && place == nil ? nil : EntityCard.DatedPlace(date: date, place: place)
  }
}
