/// Keeps `facts` and `evidence` in step: the same claim is one row, a claim without evidence is none.
final class FactTable {
  /// What a fact says, apart from whom it is about.
  struct Claim: Hashable {
    var type: FactType
    var value: String?
    var start: String?
    var end: String?
    var precision: DateInterval.Precision
  }

  struct NewEvidence {
    var sentenceID: Int64
    var rule: String
    var rank: Int
    var confidence: Double
    var isInferred: Bool
    var dateWords: String?
    /// Rows of `appearances`.
    var subject: Int64
    var object: Int64?
    var place: Int64?
  }

  private let database: Database
  /// Facts that may have lost evidence since the last `sweep`.
  private var suspects: Set<Int64> = []
  /// Entities whose facts have moved since the last `takeTouchedEntities`.
  private var touched: Set<Int64> = []

  init(database: Database) {
    self.database = database
  }

  /// Adds a piece of evidence, to the fact that claims the same if there is one.
  func add(_ claim: Claim, evidence: NewEvidence) throws {
    let fact = try factID(
      claim, subject: entity(of: evidence.subject), object: evidence.object.map { try entity(of: $0) },
      place: evidence.place.map { try entity(of: $0) })
    try database.run(
      """
      INSERT INTO evidence (fact_id, sentence_id, rule, rank, confidence, is_inferred, date_words,
        subject_appearance_id, object_appearance_id, place_appearance_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, fact, evidence.sentenceID, evidence.rule, evidence.rank, evidence.confidence, evidence.isInferred,
      evidence.dateWords, evidence.subject, evidence.object, evidence.place)
    try strengthen(fact, confidence: evidence.confidence, isInferred: evidence.isInferred)
  }

  /// Moves the evidence of these appearances to the facts of the entities that they now belong to.
  func follow(_ appearances: [Int64]) throws {
    var moved: Set<Int64> = []
    for appearance in appearances {
      for row in try database.rows(
        """
        SELECT e.id, e.fact_id, f.type, f.value, f.start, f."end", f.precision, e.confidence, e.is_inferred,
          e.subject_appearance_id, e.object_appearance_id, e.place_appearance_id
        FROM evidence AS e JOIN facts AS f ON f.id = e.fact_id
        WHERE e.id IN (
          SELECT id FROM evidence WHERE subject_appearance_id = ?1
          UNION SELECT id FROM evidence WHERE object_appearance_id = ?1
          UNION SELECT id FROM evidence WHERE place_appearance_id = ?1)
        """, appearance) where moved.insert(row["id"]).inserted
      {
        try moveEvidence(row)
      }
    }
  }

  private func moveEvidence(_ row: Row) throws {
    guard let type = FactType(rawValue: row["type"]),
      let precision = DateInterval.Precision(rawValue: row["precision"])
    else { return }
    let old: Int64 = row["fact_id"]
    let object: Int64? = row["object_appearance_id"]
    let place: Int64? = row["place_appearance_id"]
    let new = try factID(
      Claim(type: type, value: row["value"], start: row["start"], end: row["end"], precision: precision),
      subject: entity(of: row["subject_appearance_id"]), object: object.map { try entity(of: $0) },
      place: place.map { try entity(of: $0) })
    guard new != old else { return }
    for fact in [old, new] {
      for row in try database.rows("SELECT subject_id, object_id, place_id FROM facts WHERE id = ?", fact) {
        touched.formUnion((0..<3).compactMap { row[$0] as Int64? })
      }
    }
    let id: Int64 = row["id"]
    try database.run("UPDATE evidence SET fact_id = ? WHERE id = ?", new, id)
    let isInferred: Bool = row["is_inferred"]
    let confidence: Double = row["confidence"]
    try strengthen(new, confidence: confidence, isInferred: isInferred)
    suspects.insert(old)
  }

  /// The entities whose facts have moved since this was last asked.
  func takeTouchedEntities() -> Set<Int64> {
    defer { touched.removeAll() }
    return touched
  }

  /// Notes facts whose evidence is about to be taken away.
  func suspect(factsOf article: Int64) throws {
    for row in try database.rows(
      """
      SELECT DISTINCT e.fact_id FROM evidence AS e JOIN sentences AS s ON s.id = e.sentence_id
      WHERE s.article_id = ?
      """, article)
    {
      suspects.insert(row[0])
    }
  }

  /// Deletes the facts that are left without evidence, and sets the others' confidence anew.
  func sweep() throws {
    for fact in suspects.sorted() {
      try database.run(
        "DELETE FROM facts WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM evidence WHERE fact_id = ?1)", fact)
      guard database.changedRowCount == 0 else { continue }
      try database.run(
        """
        UPDATE facts SET (confidence, is_inferred) =
          (SELECT max(confidence), min(is_inferred) FROM evidence WHERE fact_id = ?1)
        WHERE id = ?1
        """, fact)
    }
    suspects.removeAll()
  }

  private func strengthen(_ fact: Int64, confidence: Double, isInferred: Bool) throws {
    try database.run(
      """
      UPDATE facts SET confidence = max(confidence, ?2), is_inferred = min(is_inferred, ?3)
      WHERE id = ?1 AND (confidence < ?2 OR is_inferred > ?3)
      """, fact, confidence, isInferred)
  }

  private func entity(of appearance: Int64) throws -> Int64 {
    let statement = try database.cached("SELECT entity_id FROM appearances WHERE id = ?")
    try statement.bind(appearance)
    defer { statement.reset() }
    _ = try statement.step()
    return statement.int64(at: 0)
  }

  /// The row of the fact that says this; made if there is none, as a claim that nothing supports yet.
  private func factID(_ claim: Claim, subject: Int64, object: Int64?, place: Int64?) throws -> Int64 {
    var (subject, object) = (subject, object)
    if claim.type.isSymmetric, let other = object, other < subject { (subject, object) = (other, subject) }
    let known: Int64? = try database.value(
      """
      SELECT id FROM facts
      WHERE subject_id = ? AND type = ? AND ifnull(object_id, 0) = ? AND ifnull(value, '') = ?
        AND ifnull(place_id, 0) = ? AND ifnull(start, '') = ? AND ifnull("end", '') = ? AND precision = ?
      """, subject, claim.type.rawValue, object ?? 0, claim.value ?? "", place ?? 0, claim.start ?? "",
      claim.end ?? "", claim.precision.rawValue)
    if let known { return known }
    try database.run(
      """
      INSERT INTO facts (type, subject_id, object_id, value, place_id, start, "end", precision, confidence, is_inferred)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 1)
      """, claim.type.rawValue, subject, object, claim.value, place, claim.start, claim.end,
      claim.precision.rawValue)
    return database.lastInsertedID
  }
}
