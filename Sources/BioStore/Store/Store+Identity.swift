extension Store {
  /// The decisions on who is who across articles: those of the rules and those of the user, by name.
  ///
  /// - Parameter verdict: `nil` for both; `.different` lists what was compared and kept apart.
  public func identityDecisions(verdict: IdentityDecision.Verdict? = nil) throws -> [IdentityDecision] {
    try identityDecisions(where: "?1 IS NULL OR d.verdict = ?1", verdict?.rawValue)
  }

  func identityDecisions(ofEntity entity: Int64) throws -> [IdentityDecision] {
    // Two look-ups by index; OR over two tables would read every decision there is.
    try identityDecisions(
      where: """
        d.id IN (SELECT id FROM identity_decisions WHERE entity_id = ?1
          UNION SELECT own.id FROM appearances AS a JOIN identity_decisions AS own ON own.appearance_id = a.id
            WHERE a.entity_id = ?1)
        """, entity)
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
    guard let left = try entity(id: first), let right = try entity(id: second) else {
      throw StoreError.notFound(what: "entity \(try entity(id: first) == nil ? first : second)")
    }
    guard left.id != right.id else {
      throw StoreError.invalidRequest(reason: "\(left.name) is one entity already")
    }
    guard left.kind == right.kind else {
      throw StoreError.invalidRequest(
        reason: "\(left.name) is a \(left.kind.rawValue), \(right.name) a \(right.kind.rawValue)")
    }
    guard let one = try appearances(ofEntity: first).first,
      let other = try appearances(ofEntity: second).first
    else { return }
    try choose(one.id, other.id, verdict: .same)
  }

  /// Takes what two articles refer to for different entities from now on, also when the articles are imported again.
  ///
  /// - Parameters: rows of `appearances`, as `appearances(ofEntity:)` gives them.
  /// - Throws: `StoreError.notFound`, `.invalidRequest` if they are of different kinds or of one article.
  public func decideDifferent(appearance first: Int64, from second: Int64) throws {
    let rows = try translatingErrors {
      try [first, second].map { id in
        try database.rows(
          """
          SELECT p.article_id, e.kind FROM appearances AS p JOIN entities AS e ON e.id = p.entity_id WHERE p.id = ?
          """, id
        ).first
      }
    }
    guard let one = rows[0], let other = rows[1] else {
      throw StoreError.notFound(what: "appearance \(rows[0] == nil ? first : second)")
    }
    guard one[0] != other[0] else {
      throw StoreError.invalidRequest(reason: "both are of one article, which takes them for two already")
    }
    guard one[1] == other[1] else {
      throw StoreError.invalidRequest(reason: "they are of different kinds already")
    }
    try choose(first, second, verdict: .different)
  }

  private func choose(_ first: Int64, _ second: Int64, verdict: IdentityDecision.Verdict) throws {
    try translatingErrors {
      try database.transaction {
        let component = IdentityComponent(database: database, choices: try IdentityChoices(database))
        guard let one = try component.handle(of: first), let other = try component.handle(of: second) else {
          return
        }
        // The last word counts: an earlier one on the same two is withdrawn.
        try database.run(
          """
          DELETE FROM identity_choices
          WHERE kind = ?1 AND ((name, source, article) = (?2, ?3, ?4)
              AND (other_name, other_source, other_article) = (?5, ?6, ?7)
            OR (name, source, article) = (?5, ?6, ?7) AND (other_name, other_source, other_article) = (?2, ?3, ?4))
          """, one.kind, one.name, one.source, one.article, other.name, other.source, other.article)
        try database.run(
          """
          INSERT INTO identity_choices (kind, name, source, article, other_name, other_source, other_article, verdict)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """, one.kind, one.name, one.source, one.article, other.name, other.source, other.article,
          verdict.rawValue)
        try reconsider([one, other], component)
      }
    }
  }

  /// Decides anew about the entities that have these appearances.
  private func reconsider(_ handles: [IdentityChoices.Handle], _ component: IdentityComponent) throws {
    var entities: Set<Int64> = []
    for row in try handles.flatMap({ try component.appearances(of: $0) }) {
      if let entity: Int64 = try database.value("SELECT entity_id FROM appearances WHERE id = ?", row) {
        entities.insert(entity)
      }
    }
    let linker = EntityLinker(database: database, facts: FactTable(database: database))
    try linker.reconsider(entities)
    try linker.finish()
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
    let choices = try identityChoices()
    guard let choice = id == nil ? choices.last : choices.first(where: { $0.id == id }) else {
      throw StoreError.notFound(
        what: id.map { "a decision of yours with the number \($0)" } ?? "undo: no decision of yours is left")
    }
    try translatingErrors {
      try database.transaction {
        let row = try database.rows(
          "SELECT source, article, other_source, other_article FROM identity_choices WHERE id = ?", choice.id)[
            0]
        let kind = choice.kind.rawValue
        let handles = [
          IdentityChoices.Handle(kind: kind, name: choice.name, source: row[0], article: row[1]),
          IdentityChoices.Handle(kind: kind, name: choice.otherName, source: row[2], article: row[3]),
        ]
        try database.run("DELETE FROM identity_choices WHERE id = ?", choice.id)
        try reconsider(handles, IdentityComponent(database: database, choices: try IdentityChoices(database)))
      }
    }
    return choice
  }
}
