/// Decides which appearances are one entity, and keeps `entities` and what is derived from it up to date.
///
/// Appearances that share no key with others are entities of their own. Others are compared at the end of the batch, in
/// components, so that the result does not depend on the order in which the articles came.
final class EntityLinker {
  private let database: Database
  private let facts: FactTable
  private var choices: IdentityChoices?
  private let names = PersonNameCache()
  /// Entities whose names, dates or existence must be looked at anew before the batch ends.
  private var touched: Set<Int64> = []
  /// Appearances whose components must be compared anew before the batch ends.
  private var undecided: Set<Int64> = []

  init(database: Database, facts: FactTable) {
    self.database = database
    self.facts = facts
  }

  // MARK: An article's appearances

  /// Writes the article's appearances, each with an entity for the time being: one that another article's appearance of
  /// the same key has, or a new one.
  ///
  /// - Returns: The rows of `appearances`, in the order of the profiles.
  func insert(_ profiles: [AppearanceProfile], articleID: Int64) throws -> [Int64] {
    var taken: Set<Int64> = []
    return try profiles.enumerated().map { ordinal, profile in
      let keys = IdentityKeys.keys(of: profile, names: names)
      let candidates = try entities(withKeys: keys)
      let entity = try candidates.first { !taken.contains($0) } ?? newEntity(profile)
      taken.insert(entity)
      touched.insert(entity)
      let row = try write(profile, ordinal: ordinal, articleID: articleID, entityID: entity)
      for key in keys {
        try database.run("INSERT INTO identity_keys (key, appearance_id) VALUES (?, ?)", key, row)
      }
      try decide(row, profile: profile, candidates: candidates, entity: entity)
      return row
    }
  }

  /// Most places and bodies are the one entity of their name: no comparison is needed.
  private func decide(_ row: Int64, profile: AppearanceProfile, candidates: [Int64], entity: Int64) throws {
    if try userChoices().concern(kind: profile.kind.rawValue) {
      undecided.insert(row)
    } else if candidates.isEmpty {
      return
    } else if profile.kind != .person, candidates == [entity] {
      try note(
        row, entity: entity, isSame: true, score: IdentityLexicon.standard.weight("same-name"),
        reason: "same name", isUsers: false)
    } else {
      undecided.insert(row)
    }
  }

  private func entities(withKeys keys: [String]) throws -> [Int64] {
    var found: Set<Int64> = []
    for key in keys {
      for row in try database.rows(
        """
        SELECT DISTINCT p.entity_id FROM identity_keys AS k JOIN appearances AS p ON p.id = k.appearance_id
        WHERE k.key = ?
        """, key)
      {
        found.insert(row[0])
      }
    }
    return found.sorted()
  }

  private func newEntity(_ profile: AppearanceProfile) throws -> Int64 {
    try newEntity(kind: profile.kind.rawValue, name: profile.name, isNamed: profile.isNamed)
  }

  private func newEntity(kind: String, name: String, isNamed: Bool) throws -> Int64 {
    try database.run("INSERT INTO entities (kind, name, is_named) VALUES (?, ?, ?)", kind, name, isNamed)
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

  private func userChoices() throws -> IdentityChoices {
    if let choices { return choices }
    let loaded = try IdentityChoices(database)
    choices = loaded
    return loaded
  }

  // MARK: Changes from outside

  /// Notes the entities of an article whose appearances are about to be deleted, and what they held together.
  func noteRemoval(of article: Int64) throws {
    for row in try database.rows("SELECT DISTINCT entity_id FROM appearances WHERE article_id = ?", article) {
      touched.insert(row[0])
    }
    // People: everyone with a key in common. Other kinds: only those with several keys can hold others together.
    for row in try database.rows(
      """
      SELECT DISTINCT other.appearance_id
      FROM appearances AS p
      JOIN entities AS e ON e.id = p.entity_id
      JOIN identity_keys AS own ON own.appearance_id = p.id
      JOIN identity_keys AS other ON other.key = own.key AND other.appearance_id <> p.id
      WHERE p.article_id = ?
        AND (e.kind = 'person' OR (SELECT count(*) FROM identity_keys WHERE appearance_id = p.id) > 1)
      """, article)
    {
      undecided.insert(row[0])
    }
    guard try !userChoices().isEmpty else { return }
    for row in try database.rows(
      """
      SELECT other.id FROM appearances AS p JOIN appearances AS other ON other.entity_id = p.entity_id
      WHERE p.article_id = ? AND other.article_id <> p.article_id
      """, article)
    {
      undecided.insert(row[0])
    }
  }

  /// Has all appearances of these entities compared anew, by the user's choices as they are now.
  func reconsider(_ entities: Set<Int64>) throws {
    choices = nil
    for entity in entities {
      for row in try database.rows("SELECT id FROM appearances WHERE entity_id = ?", entity) {
        undecided.insert(row[0])
      }
    }
  }

  // MARK: The end of the batch

  /// Compares what is undecided, and brings names, people, places and the other derived rows up to date.
  func finish() throws {
    let component = IdentityComponent(database: database, choices: try userChoices(), names: names)
    while let seed = undecided.min() {
      let rows = try component.rows(from: seed)
      undecided.subtract(rows)
      undecided.remove(seed)
      if !rows.isEmpty { try decide(rows, component: component) }
    }
    try facts.sweep()
    touched.formUnion(facts.takeTouchedEntities())
    let refresher = EntityRefresher(database: database, names: names)
    for entity in touched.sorted() {
      try refresher.refresh(entity)
    }
    touched.removeAll()
  }

  private func decide(_ rows: Set<Int64>, component: IdentityComponent) throws {
    guard let first = rows.min(), let kind = try component.handle(of: first)?.kind else { return }
    let arePeople = kind == EntityKind.person.rawValue
    let appearances = try component.load(rows, arePeople: arePeople)
    let handles = appearances.map {
      IdentityChoices.Handle(kind: kind, name: $0.name, source: $0.source, article: $0.articleName)
    }
    let clustering = try IdentityClustering(
      appearances, arePeople: arePeople, choices: component.choices.among(handles)
    ) { try component.marks(of: $0) }
    let entities = try assign(clustering.clusters, appearances, kind: kind)
    try move(clustering.clusters, appearances, to: entities)
    try note(clustering, appearances, entities: entities)
  }

  /// The entity of each cluster: the one that most of its appearances have already, if no larger cluster has it and no
  /// appearance outside the component.
  private func assign(
    _ clusters: [IdentityCluster], _ appearances: [IdentityAppearance], kind: String
  ) throws -> [Int64] {
    var entities = [Int64](repeating: 0, count: clusters.count)
    var taken = try entitiesOutside(appearances)
    for number in clusters.indices.sorted(by: { clusters[$0].members.count > clusters[$1].members.count }) {
      var uses: [Int64: Int] = [:]
      for member in clusters[number].members { uses[appearances[member].entity, default: 0] += 1 }
      let free = uses.filter { !taken.contains($0.key) }
      let best = free.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
      let leader = appearances[clusters[number].members[0]]
      entities[number] = try best ?? newEntity(kind: kind, name: leader.name, isNamed: true)
      taken.insert(entities[number])
    }
    return entities
  }

  /// The entities that appearances other than these have as well.
  private func entitiesOutside(_ appearances: [IdentityAppearance]) throws -> Set<Int64> {
    let uses = Dictionary(grouping: appearances, by: \.entity).mapValues(\.count)
    var shared: Set<Int64> = []
    for (entity, count) in uses {
      let all: Int = try database.value("SELECT count(*) FROM appearances WHERE entity_id = ?", entity) ?? 0
      if all != count { shared.insert(entity) }
    }
    return shared
  }

  private func move(
    _ clusters: [IdentityCluster], _ appearances: [IdentityAppearance], to entities: [Int64]
  ) throws {
    var moved: [Int64] = []
    for (number, cluster) in clusters.enumerated() {
      for member in cluster.members where appearances[member].entity != entities[number] {
        touched.insert(appearances[member].entity)
        touched.insert(entities[number])
        moved.append(appearances[member].row)
        try database.run(
          "UPDATE appearances SET entity_id = ? WHERE id = ?", entities[number], appearances[member].row)
      }
    }
    try facts.follow(moved)
  }

  /// Writes down why each appearance is where it is.
  private func note(
    _ clustering: IdentityClustering, _ appearances: [IdentityAppearance], entities: [Int64]
  ) throws {
    var clusterOf = [Int](repeating: 0, count: appearances.count)
    for (number, cluster) in clustering.clusters.enumerated() {
      for member in cluster.members { clusterOf[member] = number }
    }
    for appearance in appearances {
      try database.run("DELETE FROM identity_decisions WHERE appearance_id = ?", appearance.row)
    }
    for decision in clustering.decisions {
      let isSame = clusterOf[decision.appearance] == clusterOf[decision.other]
      // What was joined later by way of a third is no longer a difference.
      guard isSame == decision.isSame else { continue }
      try note(
        appearances[decision.appearance].row, entity: entities[clusterOf[decision.other]], isSame: isSame,
        score: decision.score, reason: decision.reason, isUsers: decision.isUsers)
    }
  }

  private func note(
    _ row: Int64, entity: Int64, isSame: Bool, score: Double, reason: String, isUsers: Bool
  ) throws {
    try database.run(
      """
      INSERT INTO identity_decisions (appearance_id, entity_id, verdict, score, reason, decided_by)
      VALUES (?, ?, ?, ?, ?, ?)
      """, row, entity, isSame ? "same" : "different", score, reason, isUsers ? "user" : "rule")
  }
}
