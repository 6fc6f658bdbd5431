/// Derives an entity's name, its names and its row in `people`, `places`, `organisations`, `events` or `works` from its
/// appearances and facts. The result depends on what the articles say, not on the order in which they came.
struct EntityRefresher {
  let database: Database
  let names: PersonNameCache

  /// Brings the entity up to date; deletes it if no article refers to it any more.
  func refresh(_ entity: Int64) throws {
    let appearances = try database.rows(
      """
      SELECT p.name, p.aliases, p.is_named, p.is_subject, p.gender, count(*) AS uses
      FROM appearances AS p WHERE p.entity_id = ? GROUP BY 1, 2, 3, 4, 5
      """, entity)
    guard !appearances.isEmpty else { return try delete(entity) }
    guard let kind: String = try database.value("SELECT kind FROM entities WHERE id = ?", entity) else {
      return
    }
    let name = usualName(appearances)
    let isNamed = appearances.contains { $0["is_named"] == 1 }
    try database.run(
      "UPDATE entities SET name = ?2, is_named = ?3 WHERE id = ?1 AND (name <> ?2 OR is_named <> ?3)", entity,
      name,
      isNamed)
    try refreshNames(of: entity, primary: name, isNamed: isNamed)
    switch kind {
    case "person": try refreshPerson(entity, name: name, isNamed: isNamed, gender: gender(appearances))
    case "place": try refreshPlace(entity, name: name)
    case "organisation": try refreshOrganisation(entity, name: name)
    case "event": try refreshEvent(entity, name: name)
    default: try refreshWork(entity, name: name)
    }
  }

  private func delete(_ entity: Int64) throws {
    try removeNamesFromSearch("entity_id = ?", entity)
    try database.run("DELETE FROM entities WHERE id = ?", entity)
  }

  /// The name that its own article uses; else the one that most articles use; else the longest.
  private func usualName(_ appearances: [Row]) -> String {
    var uses: [String: (own: Int, all: Int)] = [:]
    for row in appearances {
      let count: Int = row["uses"]
      let name: String = row["name"]
      uses[name, default: (0, 0)].all += count
      if row["is_subject"] == 1 { uses[name, default: (0, 0)].own += count }
    }
    let best = uses.min { first, second in
      if first.value.own != second.value.own { return first.value.own > second.value.own }
      if first.value.all != second.value.all { return first.value.all > second.value.all }
      let (firstLength, secondLength) = (first.key.unicodeScalars.count, second.key.unicodeScalars.count)
      return firstLength != secondLength ? firstLength > secondLength : first.key < second.key
    }
    return best?.key ?? ""
  }

  private func gender(_ appearances: [Row]) -> String? {
    let genders = Set(appearances.compactMap { $0["gender"] as String? })
    return genders.count == 1 ? genders.first : nil
  }

  // MARK: Names

  private func refreshNames(of entity: Int64, primary: String, isNamed: Bool) throws {
    var wanted: Set<String> = []
    if isNamed {
      let rows = try database.rows(
        """
        SELECT name FROM appearances WHERE entity_id = ?1 AND is_named = 1
        UNION SELECT j.value FROM appearances AS a, json_each(a.aliases) AS j WHERE a.entity_id = ?1
        """, entity)
      wanted = Set(rows.map { $0[0] as String }.filter { !$0.isEmpty })
    }
    for row in try database.rows("SELECT id, name, is_primary FROM names WHERE entity_id = ?", entity) {
      let id: Int64 = row["id"]
      let name: String = row["name"]
      if wanted.remove(name) == nil {
        try removeNamesFromSearch("id = ?", id)
        try database.run("DELETE FROM names WHERE id = ?", id)
      } else if row["is_primary"] != (name == primary) {
        try database.run("UPDATE names SET is_primary = ? WHERE id = ?", name == primary, id)
      }
    }
    for name in wanted.sorted() {
      try database.run(
        "INSERT INTO names (entity_id, name, folded, is_primary) VALUES (?, ?, ?, ?)", entity, name,
        NameFolding.fold(name), name == primary)
      try database.run("INSERT INTO search_names (rowid, name) VALUES (?, ?)", database.lastInsertedID, name)
    }
  }

  private func removeNamesFromSearch(_ condition: String, _ id: Int64) throws {
    try database.run(
      "INSERT INTO search_names (search_names, rowid, name) SELECT 'delete', id, name FROM names WHERE \(condition)",
      id)
  }

  // MARK: The five kinds

  private func refreshPerson(_ entity: Int64, name: String, isNamed: Bool, gender: String?) throws {
    let parts = isNamed ? names.parts(of: name) : nil
    let birth = try bestClaim(entity, type: .born)
    let death = try bestClaim(entity, type: .died)
    try database.run(
      """
      INSERT OR REPLACE INTO people
        (id, name, given_name, surname, gender, birth_date, birth_place_id, death_date, death_place_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, entity, name, parts?.givenName, parts?.surname, gender, birth.date, birth.place, death.date,
      death.place)
  }

  private func refreshPlace(_ entity: Int64, name: String) throws {
    try database.run(
      "INSERT OR REPLACE INTO places (id, name, located_in_id) VALUES (?, ?, ?)", entity, name,
      bestObject(entity, type: .locatedIn))
  }

  private func refreshOrganisation(_ entity: Int64, name: String) throws {
    try database.run(
      """
      INSERT OR REPLACE INTO organisations (id, name, founding_date, located_in_id, part_of_id)
      VALUES (?, ?, ?, ?, ?)
      """, entity, name, bestDateAsObject(entity, type: .founded), bestObject(entity, type: .locatedIn),
      bestObject(entity, type: .partOf))
  }

  private func refreshEvent(_ entity: Int64, name: String) throws {
    let claim = try bestClaim(entity, type: .happened)
    try database.run(
      "INSERT OR REPLACE INTO events (id, name, start_date, end_date, place_id) VALUES (?, ?, ?, ?, ?)",
      entity,
      name, claim.date, claim.end, claim.place)
  }

  private func refreshWork(_ entity: Int64, name: String) throws {
    try database.run(
      "INSERT OR REPLACE INTO works (id, name, creation_date) VALUES (?, ?, ?)", entity, name,
      bestDateAsObject(entity, type: .created))
  }

  /// The date and the place of the fact of this type that the most and surest evidence supports, each for itself.
  private func bestClaim(
    _ entity: Int64, type: FactType
  ) throws -> (date: String?, end: String?, place: Int64?) {
    let dates = try database.rows(
      """
      SELECT f.start, f."end" FROM facts AS f JOIN evidence AS e ON e.fact_id = f.id
      WHERE f.subject_id = ? AND f.type = ? AND f.start IS NOT NULL
      GROUP BY f.start, f."end"
      ORDER BY count(*) DESC, max(e.confidence) DESC, length(f.start) DESC, f.start, f."end" LIMIT 1
      """, entity, type.rawValue)
    let place: Int64? = try database.value(
      """
      SELECT p.id FROM facts AS f JOIN evidence AS e ON e.fact_id = f.id JOIN entities AS p ON p.id = f.place_id
      WHERE f.subject_id = ? AND f.type = ?
      GROUP BY p.id ORDER BY count(*) DESC, max(e.confidence) DESC, length(p.name), p.name LIMIT 1
      """, entity, type.rawValue)
    return (dates.first?["start"], dates.first?["end"], place)
  }

  /// The date that the most and surest evidence gives for facts of which the entity is the object.
  private func bestDateAsObject(_ entity: Int64, type: FactType) throws -> String? {
    try database.value(
      """
      SELECT f.start FROM facts AS f JOIN evidence AS e ON e.fact_id = f.id
      WHERE f.object_id = ? AND f.type = ? AND f.start IS NOT NULL
      GROUP BY f.start ORDER BY count(*) DESC, max(e.confidence) DESC, length(f.start) DESC, f.start LIMIT 1
      """, entity, type.rawValue)
  }

  private func bestObject(_ entity: Int64, type: FactType) throws -> Int64? {
    try database.value(
      """
      SELECT o.id FROM facts AS f JOIN evidence AS e ON e.fact_id = f.id JOIN entities AS o ON o.id = f.object_id
      WHERE f.subject_id = ? AND f.type = ?
      GROUP BY o.id ORDER BY count(*) DESC, max(e.confidence) DESC, o.name LIMIT 1
      """, entity, type.rawValue)
  }
}
