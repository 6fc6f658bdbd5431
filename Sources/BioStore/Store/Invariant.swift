/// Something that holds in every sound database and that the schema's constraints cannot say.
struct Invariant: Sendable {
  let table: String
  /// What is wrong with a row that breaks it.
  let breach: String
  /// Selects the ids of the rows that break it.
  let offenders: String

  static let all: [Invariant] = [
    Invariant(
      table: "facts", breach: "has no evidence",
      offenders: "SELECT id FROM facts WHERE id NOT IN (SELECT fact_id FROM evidence)"),
    Invariant(
      table: "facts", breach: "is not as sure as its best evidence",
      offenders: """
        SELECT f.id FROM facts AS f JOIN evidence AS e ON e.fact_id = f.id
        GROUP BY f.id HAVING f.confidence <> max(e.confidence) OR f.is_inferred <> min(e.is_inferred)
        """),
    Invariant(
      table: "facts", breach: "is symmetric but has the greater id first",
      offenders: """
        SELECT f.id FROM facts AS f JOIN fact_types AS t ON t.name = f.type
        WHERE t.is_symmetric = 1 AND f.object_id < f.subject_id
        """),
    Invariant(
      table: "evidence", breach: "refers to appearances of another entity than its fact",
      offenders: """
        SELECT e.id FROM evidence AS e JOIN facts AS f ON f.id = e.fact_id
        JOIN appearances AS s ON s.id = e.subject_appearance_id
        LEFT JOIN appearances AS o ON o.id = e.object_appearance_id
        LEFT JOIN appearances AS p ON p.id = e.place_appearance_id
        WHERE p.entity_id IS NOT f.place_id
          OR NOT (s.entity_id = f.subject_id AND o.entity_id IS f.object_id
            OR s.entity_id = f.object_id AND o.entity_id = f.subject_id)
        """),
    Invariant(
      table: "evidence", breach: "refers to a sentence of one article and to an appearance of another",
      offenders: """
        SELECT e.id FROM evidence AS e JOIN sentences AS s ON s.id = e.sentence_id
        JOIN appearances AS p ON p.id = e.subject_appearance_id WHERE p.article_id <> s.article_id
        """),
    Invariant(
      table: "entities", breach: "is referred to by no article",
      offenders: "SELECT id FROM entities WHERE id NOT IN (SELECT entity_id FROM appearances)"),
    Invariant(
      table: "entities", breach: "has no row of its kind, or has one of another kind, or another name there",
      offenders: """
        SELECT e.id FROM entities AS e
        LEFT JOIN (
          SELECT id, name, 'person' AS kind FROM people UNION ALL SELECT id, name, 'place' FROM places
          UNION ALL SELECT id, name, 'organisation' FROM organisations
          UNION ALL SELECT id, name, 'event' FROM events UNION ALL SELECT id, name, 'work' FROM works
        ) AS k ON k.id = e.id
        WHERE k.kind IS NOT e.kind OR k.name IS NOT e.name
        """),
    Invariant(
      table: "entities", breach: "is named but has not exactly one primary name, which is its name",
      offenders: """
        SELECT e.id FROM entities AS e LEFT JOIN names AS n ON n.entity_id = e.id AND n.is_primary = 1
        WHERE e.is_named = 1 GROUP BY e.id HAVING count(n.id) <> 1 OR max(n.name) <> e.name
        """),
    Invariant(
      table: "sentences", breach: "is not the passage of its article that its offsets say",
      offenders: """
        SELECT s.id FROM sentences AS s JOIN articles AS a ON a.id = s.article_id
        WHERE s.text <> substr(a.text, s.start_offset + 1, s.end_offset - s.start_offset)
        """),
    Invariant(
      table: "mentions", breach: "lies outside its sentence, or in one of another article",
      offenders: """
        SELECT m.id FROM mentions AS m JOIN sentences AS s ON s.id = m.sentence_id
        JOIN appearances AS p ON p.id = m.appearance_id
        WHERE p.article_id <> s.article_id OR m.start_offset NOT BETWEEN s.start_offset AND s.end_offset - 1
        """),
    Invariant(
      table: "mentions", breach: "is not the passage of its article that its offsets say",
      offenders: """
        SELECT m.id FROM mentions AS m JOIN sentences AS s ON s.id = m.sentence_id
        WHERE m.end_offset <= s.end_offset
          AND m.text <> substr(s.text, m.start_offset - s.start_offset + 1, m.end_offset - m.start_offset)
        """),
  ]
}
