/// Runs a pattern's query and makes answers of the rows that fit best.
struct PatternRunner {
  let store: Store
  let lexicon: QuestionLexicon
  let minimumConfidence: Double

  func items(
    of pattern: FactPattern, query: PatternQuery, parsed: ParsedQuestion, resolver: PhraseResolver
  ) throws -> [Answer.Item] {
    let rows = try store.database.rows(query.sql, query.parameters)
    if pattern.negated != nil { return try absentItems(rows) }
    let candidates = try self.candidates(rows)
    let ranker = try self.ranker(pattern, candidates)
    var best = ranker.best(candidates)
    if best.rows.count > 1, let time = try timeOfClause(parsed, resolver) {
      let fitting = best.rows.filter { time.admits($0.fact) }
      if !fitting.isEmpty { best.rows = fitting }
    }
    let sureness = best.confidence * pattern.confidence
    switch pattern.aggregate {
    case .list: return try list(pattern, best.rows, sureness)
    case .most: return most(try list(pattern, best.rows, sureness))
    case .count: return try count(pattern, best.rows, sureness)
    case .occurrences: return occurrences(best.rows, sureness)
    case .duration:
      return duration(
        best.rows, sureness, isLife: pattern.clauses[0].types.first == .residedIn && parsed.chunks.count == 1)
    case .age(let ids): return try age(ids, best.rows, parsed, resolver, sureness)
    }
  }

  // MARK: - Rows

  private func candidates(_ rows: [Row]) throws -> [AnswerCandidate] {
    var facts: [Int64: FactRecord] = [:]
    func fact(_ id: Int64) throws -> FactRecord? {
      if let known = facts[id] { return known }
      let record = try store.fact(id: id)
      facts[id] = record
      return record
    }
    return try rows.compactMap { row in
      let ids = (1..<row.values.count).map { row[$0] as Int64 }
      guard let first = try fact(ids[0]), first.confidence >= minimumConfidence else { return nil }
      let support = try ids.dropFirst().compactMap { try fact($0) }
      guard support.allSatisfy({ $0.confidence >= minimumConfidence }) else { return nil }
      let sentence = first.evidence.map { " " + NameFolding.fold($0.sentence) + " " }.joined()
      return AnswerCandidate(entity: row[0], fact: first, support: support, sentence: sentence)
    }
  }

  private func ranker(_ pattern: FactPattern, _ candidates: [AnswerCandidate]) throws -> AnswerRanker {
    var attached: [Int64] = []
    for clause in pattern.clauses {
      for case .entities(let ids, _) in clause.attached { attached += ids }
    }
    var within: [Int64: Set<Int64>] = [:]
    for id in attached { within[id] = try placesWithin(id) }
    var genders: [Int64: Entity.Gender] = [:]
    var entityNames: [Int64: [String]] = [:]
    var people: Set<Int64> = []
    for candidate in candidates {
      for fact in [candidate.fact] + candidate.support {
        people.insert(fact.subject.id)
        if let object = fact.object { people.insert(object.id) }
        if let place = fact.place { people.insert(place.id) }
      }
    }
    var unnamed: Set<Int64> = []
    var traits: [Int64: [String]] = [:]
    for id in people {
      guard let entity = try store.uncountedEntity(id: id) else { continue }
      entityNames[id] = [entity.name] + entity.aliases
      if !entity.isNamed { unnamed.insert(id) }
      if pattern.clauses.contains(where: { $0.gender != nil }) { genders[id] = try gender(entity) }
    }
    if pattern.preferences.traits.isEmpty == false {
      for id in candidates.compactMap(\.entity) where traits[id] == nil { traits[id] = try self.traits(id) }
    }
    return AnswerRanker(
      pattern: pattern, lexicon: lexicon,
      names: try Dictionary(
        uniqueKeysWithValues: Set(attached).map { ($0, try names($0).map { NameFolding.fold($0) }) }),
      within: within, genders: genders, entityNames: entityNames, unnamed: unnamed,
      traits: traits,
      mentioned: try mentions(of: attached, candidates))
  }

  /// What an entity is said to be, folded: trades, titles, nations, beliefs.
  private func traits(_ id: Int64) throws -> [String] {
    try store.database.rows(
      """
      SELECT value FROM facts WHERE subject_id = ? AND value IS NOT NULL
      AND type IN ('occupation', 'position', 'nationality', 'religion') LIMIT 200
      """, id
    ).map { NameFolding.fold($0[0] as String) }
  }

  /// By the database, by the noun of an unnamed entity ("mother"), or by the given name.
  private func gender(_ entity: EntityRecord) throws -> Entity.Gender? {
    if let known: String = try store.database.value("SELECT gender FROM people WHERE id = ?", entity.id) {
      return Entity.Gender(rawValue: known)
    }
    guard entity.isNamed else {
      let classes = WordClasses(of: lexicon.nounLemma(String(entity.name.split(separator: " ").last ?? "")))
      return classes.contains(.female) ? .female : classes.contains(.male) ? .male : nil
    }
    return entity.name.split(separator: " ").first.flatMap { Gazetteer.gender(ofGivenName: $0) }
  }

  /// For each fact, which of the entities its sentences mention.
  private func mentions(of entities: [Int64], _ candidates: [AnswerCandidate]) throws -> [Int64: Set<Int64>] {
    guard !entities.isEmpty else { return [:] }
    var result: [Int64: Set<Int64>] = [:]
    let wanted = Set(entities)
    for fact in candidates.prefix(500).map(\.fact) where result[fact.id] == nil {
      var found: Set<Int64> = []
      for sentence in fact.evidence.map(\.sentenceID) {
        let rows = try store.database.rows(
          "SELECT DISTINCT p.entity_id FROM mentions AS m JOIN appearances AS p ON p.id = m.appearance_id WHERE m.sentence_id = ?",
          sentence)
        found.formUnion(rows.map { $0[0] as Int64 }.filter(wanted.contains))
      }
      result[fact.id] = found
    }
    return result
  }

  private func names(_ id: Int64) throws -> [String] {
    try store.database.rows(
      "SELECT name FROM names WHERE entity_id = ?1 UNION SELECT name FROM entities WHERE id = ?1", id
    )
    .map { $0[0] }
  }

  /// The places and bodies that lie within a place, a few steps deep.
  private func placesWithin(_ id: Int64) throws -> Set<Int64> {
    let rows = try store.database.rows(
      """
      WITH RECURSIVE inner_places (id, depth) AS (
        SELECT ?, 0 UNION SELECT f.subject_id, p.depth + 1 FROM inner_places AS p
        JOIN facts AS f ON f.object_id = p.id AND f.type = 'located_in' WHERE p.depth < 4)
      SELECT id FROM inner_places LIMIT 5000
      """, id)
    return Set(rows.map { $0[0] })
  }

  private func absentItems(_ rows: [Row]) throws -> [Answer.Item] {
    try rows.compactMap { row in
      guard let entity = try store.uncountedEntity(id: row[1]) else { return nil }
      return Answer.Item(
        text: entity.name, entity: EntityReference(id: entity.id, kind: entity.kind, name: entity.name),
        facts: [], confidence: 0.5)
    }
  }

  /// The entities of the rows that have no proper name.
  private func unnamed(_ rows: [AnswerCandidate]) throws -> Set<Int64> {
    var ids: Set<Int64> = []
    for row in rows {
      ids.formUnion([row.entity, row.fact.object?.id, row.fact.place?.id].compactMap { $0 })
    }
    return try ids.filter { try store.database.value("SELECT is_named FROM entities WHERE id = ?", $0) == 0 }
  }

  // MARK: - Answers

  private func list(_ pattern: FactPattern, _ rows: [AnswerCandidate], _ sureness: Double) throws -> [Answer
    .Item]
  {
    var fillers: [(filler: AnswerFiller.Filler, row: AnswerCandidate)] = []
    let maker = AnswerFiller(store: store, pattern: pattern, unnamed: try unnamed(rows))
    let rows = Self.withFirstChoice(pattern, rows)
    for row in rows {
      for filler in try maker.fillers(row) { fillers.append((filler, row)) }
    }
    if pattern.preferences.prefersPeople, fillers.contains(where: { $0.filler.entity?.kind == .person }) {
      fillers = fillers.filter { $0.filler.entity?.kind == .person }
    }
    fillers = withoutDescriptions(fillers, pattern)
    fillers = fillers.filter { filler in
      !(filler.filler.entity.map { pattern.excluded.contains($0.id) } ?? false)
    }
    var items: [Answer.Item] = []
    var places: [String: Int] = [:]
    for (filler, row) in fillers {
      let key = filler.entity.map { "\($0.id)" } ?? NameFolding.fold(filler.text)
      let confidence = ([row.fact] + row.support).map(\.confidence).min() ?? 0
      if let place = places[key] {
        if !items[place].facts.contains(where: { $0.id == row.fact.id }) {
          items[place].facts.append(row.fact)
        }
        items[place].confidence = max(items[place].confidence, confidence * sureness)
      } else {
        places[key] = items.count
        items.append(
          Answer.Item(
            text: filler.text, entity: filler.entity, facts: [row.fact] + row.support,
            confidence: confidence * sureness))
      }
    }
    if case .start = pattern.answer { items = withoutCoarser(items) }
    if pattern.aggregate == .list { items = withoutShorterNames(items) }
    return items.sorted { ($0.text, $0.entity?.id ?? 0) < ($1.text, $1.entity?.id ?? 0) }
  }

  /// Where some facts have what is asked for and others only the second choice, the first alone.
  private static func withFirstChoice(_ pattern: FactPattern, _ rows: [AnswerCandidate]) -> [AnswerCandidate]
  {
    let fitting: [AnswerCandidate]
    switch pattern.answer {
    case .valueOrObject: fitting = rows.filter { $0.fact.value != nil }
    case .objectOrValue: fitting = rows.filter { $0.fact.object != nil }
    default: return rows
    }
    return fitting.isEmpty ? rows : fitting
  }

  /// "Friends", "works", "department" answer no question for a name; "a peasant" may be someone's father.
  private func withoutDescriptions(
    _ fillers: [(filler: AnswerFiller.Filler, row: AnswerCandidate)], _ pattern: FactPattern
  ) -> [(filler: AnswerFiller.Filler, row: AnswerCandidate)] {
    guard fillers.contains(where: { $0.filler.entity != nil }) else { return fillers }
    if fillers.contains(where: { $0.filler.isNamed }) {
      return fillers.filter { $0.filler.isNamed || $0.filler.entity == nil }
    }
    guard !pattern.answersPlace, !pattern.answersThing else { return fillers }
    return fillers.filter { filler in
      filler.filler.entity == nil || filler.filler.isNamed
        || [.parent, .spouse, .sibling, .occupation, .created].contains(filler.row.fact.type)
          && !isPluralNoun(filler.filler.text)
    }
  }

  private func isPluralNoun(_ text: String) -> Bool {
    text.split(separator: " ").last.map { lexicon.isPlural(String($0).lowercased()) } ?? false
  }

  /// Drops a year where a day of that year is known as well.
  private func withoutCoarser(_ items: [Answer.Item]) -> [Answer.Item] {
    items.filter { item in !items.contains { $0.text != item.text && $0.text.hasPrefix(item.text + "-") } }
  }

  /// Drops a given name or surname, and a name without the middle one, where a person of the full name answers as well:
  /// where the articles left open whether they are one, the answer need not name both.
  private func withoutShorterNames(_ items: [Answer.Item]) -> [Answer.Item] {
    let names = items.map {
      $0.entity?.kind == .person ? NameFolding.fold($0.text).split(separator: " ") : []
    }
    return zip(items, names).filter { _, name in
      name.isEmpty || !names.contains { NameLinker.isShort(name, for: $0) }
    }.map(\.0)
  }

  /// The answers with the most facts.
  private func most(_ items: [Answer.Item]) -> [Answer.Item] {
    let top = items.map(\.facts.count).max() ?? 0
    return items.filter { $0.facts.count == top }
  }

  private func count(_ pattern: FactPattern, _ rows: [AnswerCandidate], _ sureness: Double) throws -> [Answer
    .Item]
  {
    let items = try list(pattern, rows, sureness)
    guard !items.isEmpty else { return [] }
    return [
      Answer.Item(
        text: String(items.count), entity: nil, facts: items.flatMap(\.facts),
        confidence: items.map(\.confidence).min() ?? 0)
    ]
  }

  private func occurrences(_ rows: [AnswerCandidate], _ sureness: Double) -> [Answer.Item] {
    var facts: [FactRecord] = []
    for row in rows where !facts.contains(where: { $0.id == row.fact.id }) { facts.append(row.fact) }
    guard let least = facts.map(\.confidence).min() else { return [] }
    return [
      Answer.Item(text: String(facts.count), entity: nil, facts: facts, confidence: least * sureness)
    ]
  }

  /// Years from start to end; a fact whose evidence gives no end is no answer.
  private func duration(_ rows: [AnswerCandidate], _ sureness: Double, isLife: Bool) -> [Answer.Item] {
    for row in rows {
      if let start = row.fact.start.flatMap(DateText.init), let end = row.fact.end.flatMap(DateText.init) {
        return [
          Answer.Item(
            text: String(end.years(since: start)), entity: nil, facts: [row.fact],
            confidence: row.fact.confidence * sureness)
        ]
      }
    }
    return []
  }

  /// How old someone was at the fact of the clause with "when", or at death.
  private func age(
    _ ids: [Int64], _ rows: [AnswerCandidate], _ parsed: ParsedQuestion, _ resolver: PhraseResolver,
    _ sureness: Double
  ) throws -> [Answer.Item] {
    guard let birth = rows.first(where: { $0.fact.type == .born })?.fact,
      let born = birth.start.flatMap(DateText.init),
      let event = try eventOfClause(ids, parsed, resolver), let date = event.start.flatMap(DateText.init)
    else { return [] }
    return [
      Answer.Item(
        text: String(date.years(since: born)), entity: nil, facts: [event, birth],
        confidence: min(event.confidence, birth.confidence) * sureness)
    ]
  }

  /// "after X died", "when he was mayor": the condition of time that the clause sets, if its fact has a date.
  private func timeOfClause(_ parsed: ParsedQuestion, _ resolver: PhraseResolver) throws -> TimeCondition? {
    guard parsed.clause.count > 1, let word = parsed.clause.first?.folded,
      let fact = try eventOfClause([], parsed, resolver),
      let start = fact.start, let date = DateText(start)
    else { return nil }
    let relation = TimeCondition.Relation(rawValue: word) ?? .during
    let last = TimeCondition.last(of: fact.end ?? start)
    return TimeCondition(
      relation: relation, first: date.year * 10000 + (date.month ?? 0) * 100 + (date.day ?? 0), last: last,
      words: start,
      year: date.year)
  }

  private func eventOfClause(_ ids: [Int64], _ parsed: ParsedQuestion, _ resolver: PhraseResolver) throws
    -> FactRecord?
  {
    guard parsed.clause.count > 1 else {
      guard let id = ids.first else { return nil }
      return try store.facts(.init(entity: id, types: [.died])).first {
        $0.subject.id == id && $0.start != nil
      }
    }
    // Whatever the conjunction, the clause is read as "when …".
    let when = QuestionItem.word(QuestionWord(text: "when", folded: "when", name: "when"))
    var parser = QuestionParser(lexicon: lexicon, items: [when] + parsed.clause.dropFirst())
    guard let clause = parser.parse() else { return nil }
    let patterns = try PatternBuilder(lexicon: lexicon, parsed: clause, resolver: resolver).patterns()
    for pattern in patterns {
      let candidates = try self.candidates(
        try store.database.rows(PatternQuery(pattern).sql, PatternQuery(pattern).parameters))
      let best = try ranker(pattern, candidates).best(candidates).rows
      if let fact = best.map(\.fact).first(where: { $0.start != nil }) { return fact }
    }
    return nil
  }
}
