/// What two people had in common at the same time: a home, a body, a school or an event.
public struct Tie: Sendable, Hashable {
  /// What they shared.
  public enum Kind: String, Sendable, CaseIterable {
    case home, body, event
  }

  public let kind: Kind
  public let first: EntityReference
  public let second: EntityReference
  /// The home, the body or the event; a home may be unknown.
  public let what: EntityReference?
  /// Since when and until when both are known to have been there; `nil` where the articles do not fix it.
  public let start: String?
  public let end: String?
  /// What says so of the first, and of the second where that is another fact.
  public let facts: [FactRecord]
}

extension Store {
  /// Belonging to a body, as teacher, pupil, member or officer.
  private static let bodyTypes: Set<FactType> = [.memberOf, .employedBy, .position, .educatedAt, .founded]

  /// What people shared at the same time. Dates that contradict rule a tie out; unknown dates do not.
  ///
  /// - Parameters:
  ///   - first: One of the two; `nil` for everyone.
  ///   - second: The other; `nil` for everyone.
  ///   - limit: At most so many ties.
  public func ties(of first: Int64? = nil, and second: Int64? = nil, limit: Int = 1000) throws -> [Tie] {
    try translatingErrors {
      try database.snapshot {
        let homes = try homes(first, second, limit)
        let others = try commonObjects(first, second, limit - homes.count)
        return homes + others
      }
    }
  }

  private func homes(_ first: Int64?, _ second: Int64?, _ limit: Int) throws -> [Tie] {
    let rows = try database.rows(
      """
      SELECT id FROM facts WHERE type = 'shared_residence'
        AND \(Self.ofPerson("?1", first)) AND \(Self.ofPerson("?2", second))
      ORDER BY start_order IS NULL, start_order, id LIMIT ?3
      """, first, second, limit)
    return try rows.compactMap { row in
      guard let fact = try fact(id: row[0]), let object = fact.object else { return nil }
      let isTurned = object.id == first || (first == nil && fact.subject.id == second)
      return Tie(
        kind: .home, first: isTurned ? object : fact.subject, second: isTurned ? fact.subject : object,
        what: fact.place, start: fact.start, end: fact.end, facts: [fact])
    }
  }

  /// The condition that a symmetric fact is the person's; always true for nobody.
  private static func ofPerson(_ parameter: String, _ person: Int64?) -> String {
    person == nil
      ? "\(parameter) IS NULL"
      : """
      id IN (SELECT id FROM facts WHERE subject_id = \(parameter) AND type = 'shared_residence'
        UNION ALL SELECT id FROM facts WHERE object_id = \(parameter) AND type = 'shared_residence')
      """
  }

  private func commonObjects(_ first: Int64?, _ second: Int64?, _ limit: Int) throws -> [Tie] {
    let types = JSONText.array((Self.bodyTypes.map(\.rawValue) + [FactType.participatedIn.rawValue]).sorted())
    // Only what is asked for stands in the SQL, so that its indexes are used.
    let people =
      first == nil && second == nil
      ? "f.subject_id < g.subject_id"
      : (first == nil ? "f.subject_id <> g.subject_id" : "f.subject_id = ?2 AND g.subject_id <> ?2")
        + (second == nil ? "" : " AND g.subject_id = ?3")
    let rows = try database.rows(
      """
      SELECT min(f.id), g.id
      FROM facts AS f JOIN facts AS g ON g.object_id = f.object_id
      JOIN entities AS o ON o.id = f.object_id
      JOIN entities AS s ON s.id = f.subject_id JOIN entities AS t ON t.id = g.subject_id
      WHERE f.type IN (SELECT value FROM json_each(?1)) AND g.type IN (SELECT value FROM json_each(?1))
        AND o.kind IN ('organisation', 'event') AND s.kind = 'person' AND t.kind = 'person' AND \(people)
        AND NOT ifnull(f.end_order < g.start_order, 0) AND NOT ifnull(g.end_order < f.start_order, 0)
      GROUP BY f.subject_id, g.subject_id, f.object_id
      ORDER BY max(ifnull(f.start_order, 0), ifnull(g.start_order, 0)), f.subject_id, g.subject_id, f.object_id
      LIMIT ?4
      """, types, first, second, max(0, limit))
    return try rows.compactMap { row in
      guard let one = try fact(id: row[0]), let other = try fact(id: row[1]) else { return nil }
      return Tie(
        kind: one.object?.kind == .event ? .event : .body, first: one.subject, second: other.subject,
        what: one.object,
        start: Self.later(one.start, other.start), end: Self.earlier(one.end, other.end), facts: [one, other])
    }
  }

  /// The later of two dates; `nil` if one is unknown.
  private static func later(_ one: String?, _ other: String?) -> String? {
    guard let one, let other else { return nil }
    return DateOrder.precedes(one, other) ? other : one
  }

  private static func earlier(_ one: String?, _ other: String?) -> String? {
    guard let one, let other else { return one ?? other }
    return DateOrder.precedes(one, other) ? one : other
  }
}

/// Compares dates as the database writes them.
private enum DateOrder {
  static func precedes(_ one: String, _ other: String) -> Bool {
    parts(one).lexicographicallyPrecedes(parts(other))
  }

  private static func parts(_ date: String) -> [Int] {
    let isBeforeChrist = date.hasPrefix("-")
    var numbers = date.split(separator: "-").compactMap { Int($0) }
    if isBeforeChrist, let year = numbers.first { numbers[0] = -year }
    return numbers
  }
}
