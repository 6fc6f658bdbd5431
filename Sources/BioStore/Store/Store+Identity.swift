extension Store {
  /// The decisions on who is who across articles: those of the rules and those of the user, by name.
  ///
  /// - Parameter verdict: `nil` for both; `.different` lists what was compared and kept apart.
  public func identityDecisions(verdict: IdentityDecision.Verdict? = nil) throws -> [IdentityDecision] {
    try identityDecisions(where: "?1 IS NULL OR d.verdict = ?1", verdict?.rawValue)
  }

  func identityDecisions(ofEntity entity: Int64) throws -> [IdentityDecision] {
    try identityDecisions(where: "d.entity_id = ?1 OR p.entity_id = ?1", entity)
  }

  private func identityDecisions(
    where condition: String, _ value: any DatabaseConvertible
  ) throws -> [IdentityDecision] {
    try translatingErrors {
      try database.rows(
        """
        SELECT e.kind, d.verdict, d.score, d.reason, d.decided_by, p.id, p.entity_id, p.name, a.id, a.title,
          e.id, e.name
        FROM identity_decisions AS d
        JOIN appearances AS p ON p.id = d.appearance_id JOIN articles AS a ON a.id = p.article_id
        JOIN entities AS e ON e.id = d.entity_id
        WHERE \(condition) ORDER BY e.name, e.id, d.verdict DESC, a.title, a.source, p.ordinal
        """, [value]
      ).map { row in
        let kind = Self.kind(row[0])
        return IdentityDecision(
          kind: kind, appearance: Self.appearance(row, at: 5),
          entity: EntityReference(id: row[10], kind: kind, name: row[11]),
          verdict: row[1] == "same" ? .same : .different, score: row[2], reason: row[3],
          author: row[4] == "user" ? .user : .rule)
      }
    }
  }

  private static func appearance(_ row: Row, at column: Int) -> IdentityDecision.Appearance {
    IdentityDecision.Appearance(
      id: row[column], entityID: row[column + 1], name: row[column + 2], articleID: row[column + 3],
      article: row[column + 4])
  }

  /// Each article's appearance of an entity: what `decide` can take apart.
  public func appearances(ofEntity entity: Int64) throws -> [IdentityDecision.Appearance] {
    try translatingErrors {
      try database.rows(
        """
        SELECT p.id, p.entity_id, p.name, a.id, a.title FROM appearances AS p JOIN articles AS a ON a.id = p.article_id
        WHERE p.entity_id = ? ORDER BY a.title, a.source, p.ordinal
        """, entity
      ).map { Self.appearance($0, at: 0) }
    }
  }

  /// Takes two entities for the same from now on, also when their articles are imported again.
  ///
  /// - Throws: `StoreError.notFound`, `.invalidRequest` if they are of different kinds or already one.
  public func decideSame(_ first: Int64, _ second: Int64) throws {
    throw StoreError.invalidRequest(reason: "identity decisions are not ready")
  }

  /// Takes what two articles refer to for different entities from now on, also when the articles are imported again.
  ///
  /// - Parameters: rows of `appearances`, as `appearances(ofEntity:)` gives them.
  /// - Throws: `StoreError.notFound`, `.invalidRequest` if they are of different kinds or of one article.
  public func decideDifferent(appearance first: Int64, from second: Int64) throws {
    throw StoreError.invalidRequest(reason: "identity decisions are not ready")
  }

  /// The user's decisions, oldest first.
  public func identityChoices() throws -> [IdentityChoice] {
    try translatingErrors {
      try database.rows(
        "SELECT id, kind, name, article, other_name, other_article, verdict FROM identity_choices ORDER BY id"
      )
      .map { row in
        IdentityChoice(
          id: row[0], kind: Self.kind(row[1]), name: row[2], article: row[3], otherName: row[4],
          otherArticle: row[5], verdict: row[6] == "same" ? .same : .different)
      }
    }
  }

  /// Takes back a decision of the user: the rules decide again. `nil` means the last one.
  ///
  /// - Returns: The decision that was taken back.
  /// - Throws: `StoreError.notFound` if there is none.
  @discardableResult
  public func undoIdentityChoice(id: Int64? = nil) throws -> IdentityChoice {
    throw StoreError.invalidRequest(reason: "identity decisions are not ready")
  }
}
