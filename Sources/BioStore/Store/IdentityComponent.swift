/// Finds the appearances that must be looked at together: those that are linked by keys or by the user's choices.
struct IdentityComponent {
  let database: Database
  let choices: IdentityChoices
  private let names: PersonNameCache

  init(database: Database, choices: IdentityChoices, names: PersonNameCache = PersonNameCache()) {
    self.database = database
    self.choices = choices
    self.names = names
  }

  /// The rows of all appearances that are linked with these; those that exist no more are left out. Cost grows with
  /// what is found, not with the database.
  func rows(from seed: Int64) throws -> Set<Int64> {
    var found: Set<Int64> = []
    var seenKeys: Set<String> = []
    var frontier = [seed]
    while let row = frontier.popLast() {
      guard !found.contains(row) else { continue }
      let keys = try keys(of: row)
      // What has keys is there; where the user has decided nothing, more need not be known of it.
      let handle = keys.isEmpty || !choices.isEmpty ? try handle(of: row) : nil
      guard handle != nil || !keys.isEmpty else { continue }
      found.insert(row)
      for key in keys where seenKeys.insert(key).inserted {
        frontier += try appearances(withKey: key).filter { !found.contains($0) }
      }
      for partner in handle.map(choices.partners) ?? [] {
        frontier += try appearances(of: partner)
      }
    }
    return found
  }

  private func keys(of row: Int64) throws -> [String] {
    try database.rows("SELECT key FROM identity_keys WHERE appearance_id = ?", row).map { $0[0] }
  }

  private func appearances(withKey key: String) throws -> [Int64] {
    let statement = try database.cached("SELECT appearance_id FROM identity_keys WHERE key = ?")
    try statement.bind(key)
    defer { statement.reset() }
    var rows: [Int64] = []
    while try statement.step() { rows.append(statement.int64(at: 0)) }
    return rows
  }

  func handle(of row: Int64) throws -> IdentityChoices.Handle? {
    try database.rows(
      """
      SELECT e.kind, p.name, a.source, ifnull(a.identifier, a.title)
      FROM appearances AS p JOIN entities AS e ON e.id = p.entity_id JOIN articles AS a ON a.id = p.article_id
      WHERE p.id = ?
      """, row
    ).first.map { IdentityChoices.Handle(kind: $0[0], name: $0[1], source: $0[2], article: $0[3]) }
  }

  func appearances(of handle: IdentityChoices.Handle) throws -> [Int64] {
    try database.rows(
      """
      SELECT p.id FROM articles AS a JOIN appearances AS p ON p.article_id = a.id
      JOIN entities AS e ON e.id = p.entity_id
      WHERE a.source = ? AND ifnull(a.identifier, a.title) = ? AND p.name = ? AND e.kind = ?
      """, handle.source, handle.article, handle.name, handle.kind
    ).map { $0[0] }
  }

  /// The appearances as they are compared, in the order of `IdentityAppearance.precedes`.
  func load(_ rows: Set<Int64>, arePeople: Bool) throws -> [IdentityAppearance] {
    try rows.sorted().compactMap { try load($0, arePeople: arePeople) }.sorted(
      by: IdentityAppearance.precedes)
  }

  private func load(_ id: Int64, arePeople: Bool) throws -> IdentityAppearance? {
    guard
      let row = try database.rows(
        """
        SELECT p.entity_id, p.article_id, p.ordinal, p.name, p.is_subject, p.qualifier, p.gender, p.birth_date,
          p.death_date, p.first_year, p.last_year, a.title, a.source, ifnull(a.identifier, a.title), a.text_hash,
          p.aliases, (SELECT group_concat(key, char(31)) FROM identity_keys WHERE appearance_id = p.id)
        FROM appearances AS p JOIN articles AS a ON a.id = p.article_id WHERE p.id = ?
        """, id
      ).first
    else { return nil }
    let name: String = row[3]
    var names: [PersonName] = []
    if arePeople {
      let json: String = row[15]
      let aliases =
        json == "[]" ? [] : try database.rows("SELECT value FROM json_each(?)", json).map { $0[0] as String }
      names =
        [self.names.parts(of: name)] + IdentityKeys.aliases(name: name, aliases: aliases, names: self.names)
    }
    return IdentityAppearance(
      row: id, entity: row[0], article: row[1], ordinal: row[2], name: name, names: names,
      keys: Set((row[16] as String? ?? "").split(separator: "\u{1f}").map(String.init)), isSubject: row[4],
      qualifier: row[5], gender: row[6], birthDate: row[7],
      deathDate: row[8], firstYear: row[9], lastYear: row[10], title: row[11], source: row[12],
      articleName: row[13], textHash: row[14])
  }

  /// What the article says of the person, by type and by what it is about.
  func marks(of row: Int64) throws -> Set<IdentityMark> {
    let rows = try database.rows(
      """
      SELECT f.type, coalesce(o.name, f.value) AS object
      FROM evidence AS e JOIN facts AS f ON f.id = e.fact_id
      LEFT JOIN appearances AS o ON o.id = e.object_appearance_id
      WHERE e.subject_appearance_id = ?1 AND coalesce(o.name, f.value) IS NOT NULL
      UNION
      SELECT f.type, s.name
      FROM evidence AS e JOIN facts AS f ON f.id = e.fact_id JOIN fact_types AS t ON t.name = f.type
      JOIN appearances AS s ON s.id = e.subject_appearance_id
      WHERE e.object_appearance_id = ?1 AND t.is_symmetric = 1
      """, row)
    return Set(
      rows.compactMap { row in
        FactType(rawValue: row[0]).map { IdentityMark(type: $0, object: NameFolding.fold(row[1] as String)) }
      })
  }
}
