/// Decides which appearances are one entity, and keeps `entities` and what is derived from it up to date.
final class EntityLinker {
  private let database: Database
  private let facts: FactTable
  /// Entities whose names, dates or existence must be looked at anew before the batch ends.
  private var touched: Set<Int64> = []

  init(database: Database, facts: FactTable) {
    self.database = database
    self.facts = facts
  }

  /// Writes the article's appearances, each with an entity: one that other articles know by the same key, or a new one.
  ///
  /// - Returns: The rows of `appearances`, in the order of the profiles.
  func insert(_ profiles: [AppearanceProfile], articleID: Int64) throws -> [Int64] {
    var taken: Set<Int64> = []
    return try profiles.enumerated().map { ordinal, profile in
      let keys = profile.keys
      var entity: Int64?
      for key in keys where entity == nil {
        let candidates = try database.rows(
          """
          SELECT DISTINCT a.entity_id FROM identity_keys AS k JOIN appearances AS a ON a.id = k.appearance_id
          WHERE k.key = ? ORDER BY a.entity_id
          """, key)
        entity = candidates.map { $0[0] as Int64 }.first { !taken.contains($0) }
      }
      let entityID = try entity ?? newEntity(profile)
      taken.insert(entityID)
      touched.insert(entityID)
      let appearance = try write(profile, ordinal: ordinal, articleID: articleID, entityID: entityID)
      for key in Set(keys).sorted() {
        try database.run("INSERT INTO identity_keys (key, appearance_id) VALUES (?, ?)", key, appearance)
      }
      return appearance
    }
  }

  private func newEntity(_ profile: AppearanceProfile) throws -> Int64 {
    try database.run(
      "INSERT INTO entities (kind, name, is_named) VALUES (?, ?, ?)", profile.kind.rawValue, profile.name,
      profile.isNamed)
    return database.lastInsertedID
  }

  private func write(
    _ profile: AppearanceProfile, ordinal: Int, articleID: Int64, entityID: Int64
  ) throws -> Int64 {
    try database.run(
      """
      INSERT INTO appearances (article_id, ordinal, entity_id, name, aliases, is_named, is_subject, qualifier, gender,
        birth_date, death_date, first_year, last_year)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, articleID, ordinal, entityID, profile.name, JSONText.array(profile.aliases), profile.isNamed,
      profile.isSubject, profile.qualifier, profile.gender?.rawValue, profile.birthDate, profile.deathDate,
      profile.firstYear, profile.lastYear)
    return database.lastInsertedID
  }

  /// Compares the appearances with those of other articles; called when the article's facts are in.
  func link(_ appearances: [Int64]) throws {}

  /// Notes the entities of an article whose appearances are about to be deleted.
  func noteRemoval(of article: Int64) throws {
    for row in try database.rows("SELECT DISTINCT entity_id FROM appearances WHERE article_id = ?", article) {
      touched.insert(row[0])
    }
  }

  /// Brings names, people, places and the other derived rows of the touched entities up to date.
  func finish() throws {
    try facts.sweep()
    let refresher = EntityRefresher(database: database)
    for entity in touched.sorted() {
      try refresher.refresh(entity)
    }
    touched.removeAll()
  }
}
