extension Store {
  /// The entities of a kind (or of all), by name.
  ///
  /// - Parameters:
  ///   - kind: `nil` for all kinds.
  ///   - includesUnnamed: Whether to list entities known by a description only ("apartment").
  ///   - limit: At most so many; `nil` for all.
  public func entities(
    kind: EntityKind? = nil, includesUnnamed: Bool = false, limit: Int? = nil
  ) throws -> [EntityRecord] {
    try translatingErrors {
      try entityRecords(
        where: "(?1 IS NULL OR e.kind = ?1) AND (e.is_named = 1 OR ?2) ORDER BY e.name, e.id LIMIT ?3",
        kind?.rawValue, includesUnnamed, limit ?? -1)
    }
  }

  /// The entity of this row; `nil` if there is none.
  public func entity(id: Int64) throws -> EntityRecord? {
    try translatingErrors { try entityRecords(where: "e.id = ?1", id).first }
  }

  /// The named entities that one of the names fits: first those that have exactly this name (letter case, diacritics and
  /// punctuation ignored); if there are none, those of whose names each word begins with a word given ("hallo" finds
  /// Halloran). Those with the most facts come first.
  public func entities(named name: String, kind: EntityKind? = nil, limit: Int = 100) throws -> [EntityRecord]
  {
    try translatingErrors {
      let order = "ORDER BY fact_count DESC, e.name, e.id LIMIT ?3"
      let exact = try entityRecords(
        where: """
          e.id IN (SELECT entity_id FROM names WHERE folded = ?1) AND (?2 IS NULL OR e.kind = ?2) \(order)
          """, NameFolding.fold(name), kind?.rawValue, limit)
      guard exact.isEmpty, let expression = SearchExpression.prefixes(of: name) else { return exact }
      return try entityRecords(
        where: """
          e.id IN (SELECT n.entity_id FROM search_names AS s JOIN names AS n ON n.id = s.rowid
            WHERE search_names MATCH ?1) AND (?2 IS NULL OR e.kind = ?2) \(order)
          """, expression, kind?.rawValue, limit)
    }
  }

  /// The same without the counts, which would take long for a city where a hundred thousand were born: they are 0.
  func uncountedEntity(id: Int64) throws -> EntityRecord? {
    let rows = try database.rows("SELECT kind, name, is_named FROM entities WHERE id = ?", id)
    return try rows.first.map { row in
      EntityRecord(
        id: id, kind: Self.kind(row[0]), name: row[1], isNamed: row[2], aliases: try aliases(id),
        articleCount: 0, factCount: 0)
    }
  }

  private func aliases(_ id: Int64) throws -> [String] {
    try database.rows("SELECT name FROM names WHERE entity_id = ? AND is_primary = 0 ORDER BY name", id)
      .map { $0[0] }
  }

  func entityRecords(where condition: String, _ values: any DatabaseConvertible...) throws -> [EntityRecord] {
    try database.rows(
      """
      SELECT e.id, e.kind, e.name, e.is_named,
        (SELECT count(DISTINCT article_id) FROM appearances WHERE entity_id = e.id) AS article_count,
        (SELECT count(*) FROM facts WHERE subject_id = e.id)
          + (SELECT count(*) FROM facts WHERE object_id = e.id AND subject_id <> e.id)
          + (SELECT count(*) FROM facts WHERE place_id = e.id AND subject_id <> e.id AND object_id IS NOT e.id)
          AS fact_count
      FROM entities AS e WHERE \(condition)
      """, values
    ).map { row in
      let id: Int64 = row[0]
      return EntityRecord(
        id: id, kind: Self.kind(row[1]), name: row[2], isNamed: row[3], aliases: try aliases(id),
        articleCount: row[4], factCount: row[5])
    }
  }

  /// The schema's CHECK admits these kinds only.
  static func kind(_ name: String) -> EntityKind {
    guard let kind = EntityKind(rawValue: name) else { preconditionFailure("unknown kind \(name)") }
    return kind
  }
}
