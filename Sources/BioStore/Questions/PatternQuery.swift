/// A fact pattern as SQL: every constant is a parameter, none is spliced into the text.
struct PatternQuery: Sendable {
  /// The statement; `?` for each parameter.
  let sql: String
  let parameters: [DatabaseValue]

  static let rowLimit = 2000

  /// One SELECT for each way round that a symmetric fact can be read, joined by UNION ALL.
  init(_ pattern: FactPattern) {
    var parts: [String] = []
    var parameters: [DatabaseValue] = []
    if pattern.clauses.isEmpty {
      (sql, self.parameters) = Self.absence(pattern)
      return
    }
    for directions in Self.directions(pattern.clauses) {
      var builder = Select(pattern: pattern, directions: directions)
      parts.append(builder.build())
      parameters += builder.parameters
    }
    sql = parts.joined(separator: "\nUNION ALL\n") + "\nLIMIT \(Self.rowLimit)"
    self.parameters = parameters
  }

  /// Which clauses are read from object to subject, for each SELECT.
  private static func directions(_ clauses: [FactPattern.Clause]) -> [[Bool]] {
    clauses.reduce([[]]) { result, clause in
      let both = clause.eitherWay || clause.types.contains(where: \.isSymmetric)
      return result.flatMap { both ? [$0 + [false], $0 + [true]] : [$0 + [false]] }
    }
  }

  /// The entities of the answer's kinds for which no fact fits the negated clause.
  private static func absence(_ pattern: FactPattern) -> (String, [DatabaseValue]) {
    guard let clause = pattern.negated else { return ("SELECT NULL WHERE 0", []) }
    // "Who" may be a body, but "who was never …" asks for people.
    let asked = pattern.kinds.values.first ?? [.person]
    let kinds = asked.contains(.person) ? [.person] : asked
    var select = Select(pattern: FactPattern(clauses: [clause], answer: pattern.answer), directions: [false])
    let inner = select.conditions(0)
    let sql = """
      SELECT NULL, e.id FROM entities AS e
      WHERE e.kind IN (\(kinds.map { _ in "?" }.joined(separator: ", "))) AND e.is_named = 1 AND NOT EXISTS (
        SELECT 1 FROM facts AS f0 WHERE f0.subject_id = e.id AND \(inner.joined(separator: " AND ")))
      ORDER BY e.name LIMIT \(rowLimit)
      """
    return (sql, kinds.map(\.rawValue).sorted().map(DatabaseValue.text) + select.parameters)
  }
}

/// One SELECT over the facts of a pattern.
private struct Select {
  let pattern: FactPattern
  let directions: [Bool]
  var parameters: [DatabaseValue] = []
  /// The first column in which a variable stands; later ones are compared with it.
  private var columns: [Int: String] = [:]

  init(pattern: FactPattern, directions: [Bool]) {
    self.pattern = pattern
    self.directions = directions
  }

  mutating func build() -> String {
    let tables = pattern.clauses.indices.map { "facts AS f\($0)" }.joined(separator: " CROSS JOIN ")
    var conditions: [String] = []
    // The clause with a constant comes first, so that SQLite starts there.
    for index in pattern.clauses.indices { conditions += self.conditions(index) }
    for (number, column) in columns.sorted(by: { $0.key < $1.key }) {
      if let kinds = pattern.kinds[number] {
        let marks = kinds.map(\.rawValue).sorted().map { bind(.text($0)) }.joined(separator: ", ")
        conditions.append("(SELECT kind FROM entities WHERE id = \(column)) IN (\(marks))")
      }
    }
    if case .variable(let number) = pattern.answer, let column = columns[number], !pattern.excluded.isEmpty {
      conditions.append("\(column) NOT IN (\(list(pattern.excluded)))")
    }
    let facts = pattern.clauses.indices.map { "f\($0).id" }
    return "SELECT \(answer), \(facts.joined(separator: ", ")) FROM \(from(tables)) WHERE "
      + conditions.joined(separator: " AND ")
  }

  private func from(_ tables: String) -> String {
    pattern.clauses.indices.map { "facts AS f\($0)" }.joined(separator: ", ")
  }

  /// The column of the answer's entity, or NULL where the answer is a value or a date.
  private var answer: String {
    switch pattern.answer {
    case .variable(let number): columns[number] ?? "NULL"
    default: "NULL"
    }
  }

  private func column(_ index: Int, subject: Bool) -> String {
    subject != directions[index] ? "f\(index).subject_id" : "f\(index).object_id"
  }

  mutating func conditions(_ index: Int) -> [String] {
    let clause = pattern.clauses[index]
    let types = directions[index] && !clause.eitherWay ? clause.types.filter(\.isSymmetric) : clause.types
    let marks = types.map { bind(.text($0.rawValue)) }.joined(separator: ", ")
    var result = ["f\(index).type IN (\(marks))"]
    let alias = "f\(index)"
    condition(clause.subject, column(index, subject: true), &result)
    condition(clause.object, column(index, subject: false), &result)
    condition(clause.place, "\(alias).place_id", &result)
    let isAnchored = [clause.subject, clause.object, clause.place].contains {
      if case .entities = $0 { true } else { false }
    }
    if !isAnchored, pattern.clauses.count == 1 {
      for case .entities(let ids, _) in clause.attached { result.append(near(alias, ids)) }
    }
    if let time = clause.time {
      let condition = time.sql(alias) { number in bind(.integer(Int64(number))) }
      result.append("(\(condition) OR \(alias).start_order IS NULL AND \(alias).end_order IS NULL)")
    }
    return result
  }

  /// The fact names one of the entities, or its sentence mentions one.
  private mutating func near(_ alias: String, _ ids: [Int64]) -> String {
    let facts = ["subject_id", "object_id", "place_id"].map { "\(alias).\($0) IN (\(list(ids)))" }
    return """
      (\(facts.joined(separator: " OR ")) OR \(alias).id IN (
        SELECT e.fact_id FROM appearances AS p JOIN mentions AS m ON m.appearance_id = p.id
        JOIN evidence AS e ON e.sentence_id = m.sentence_id WHERE p.entity_id IN (\(list(ids)))))
      """
  }

  private mutating func condition(_ term: FactPattern.Term, _ column: String, _ result: inout [String]) {
    switch term {
    case .any: break
    case .entities(let ids, _): result.append("\(column) IN (\(list(ids)))")
    case .variable(let number):
      if let known = columns[number] {
        result.append("\(column) = \(known)")
      } else {
        columns[number] = column
        result.append("\(column) IS NOT NULL")
      }
    }
  }

  private mutating func list(_ ids: [Int64]) -> String {
    ids.map { bind(.integer($0)) }.joined(separator: ", ")
  }

  private mutating func bind(_ value: DatabaseValue) -> String {
    parameters.append(value)
    return "?"
  }
}
