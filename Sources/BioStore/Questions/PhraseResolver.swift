/// Turns the noun phrases of a question into entities, variables and further clauses.
struct PhraseResolver {
  /// What resolving adds to a pattern.
  struct Build {
    var clauses: [FactPattern.Clause] = []
    var kinds: [Int: Set<EntityKind>] = [:]
    var softWords: [String] = []
    var rank: Int?
    var excluded: [Int64] = []
    private var count = 0

    mutating func next() -> Int {
      defer { count += 1 }
      return count
    }
  }

  let database: Database
  let lexicon: QuestionLexicon
  /// Of the names that may mean several people, the one to take: its place among the candidates.
  var choice: [String: Int] = [:]
  /// Whether people of fuller names count as the one named.
  var isWide = false
  /// The first person that the question names, for the pronouns after it.
  var antecedent: NameMatch?

  func term(_ match: NameMatch) -> FactPattern.Term {
    let chosen = match.candidates[min(choice[match.words] ?? 0, match.candidates.count - 1)]
    if chosen.kind == .person {
      return .entities([chosen.id] + (isWide ? match.wider : []), name: chosen.name)
    }
    // A body and a work of one name, or a place under two rows: any of them.
    let same = match.candidates.filter { $0.kind != .person }.map(\.id)
    return .entities(same.isEmpty ? [chosen.id] : same, name: chosen.name)
  }

  /// The entity or variable that a phrase stands for; `.any` if it names nothing that the database knows.
  func term(_ phrase: NounPhrase, _ build: inout Build) throws -> FactPattern.Term {
    switch phrase.head {
    case .name(let match): return term(match)
    case .hole: return .any
    case .pronoun(let gender): return try subject(gender)
    case .nouns(let nouns):
      guard let noun = nouns.first else { return .any }
      if let owner = phrase.possessor.first, let entry = lexicon.nouns[noun]?.first,
        [.subject, .object].contains(entry.answer), [.subject, .object].contains(entry.possessor)
      {
        let known = try described(phrase)
        if known != .any, owner.isHole { return known }
        return try related(phrase, noun, entry, owner, &build)
      }
      return try described(phrase)
    }
  }

  /// "X's father": a variable that is the object of a `parent` fact of X.
  private func related(
    _ phrase: NounPhrase, _ noun: String, _ entry: QuestionLexicon.AttributeNoun, _ owner: NounPhrase,
    _ build: inout Build
  ) throws -> FactPattern.Term {
    let ownerTerm = try term(owner, &build)
    guard ownerTerm != .any else { return try described(phrase) }
    let variable = FactPattern.Term.variable(build.next())
    var clause = FactPattern.Clause(types: entry.types)
    clause.noun = noun
    clause.gender = entry.gender
    clause.rank = phrase.modifiers.compactMap(lexicon.rank).first
    clause.subject = entry.possessor == .subject ? ownerTerm : variable
    clause.object = entry.possessor == .subject ? variable : ownerTerm
    build.clauses.append(clause)
    return variable
  }

  /// The one that the articles are about, for "he" and "she".
  func subject(_ gender: Entity.Gender?) throws -> FactPattern.Term {
    if let antecedent { return term(antecedent) }
    let rows = try database.rows(
      """
      SELECT DISTINCT e.id, e.name, p.gender FROM appearances AS a JOIN entities AS e ON e.id = a.entity_id
      LEFT JOIN people AS p ON p.id = e.id WHERE a.is_subject = 1 LIMIT 50
      """)
    let fitting = rows.filter { row in
      guard let gender, let known: String = row[2] else { return true }
      return known == gender.rawValue
    }
    let certain = fitting.filter { row in
      let known: String? = row[2]
      return gender != nil && known == gender?.rawValue
    }
    guard let row = fitting.count == 1 ? fitting.first : certain.count == 1 ? certain.first : nil else {
      return .any
    }
    return .entities([row[0]], name: row[1])
  }

  /// When an event was, or when the subject's ties with a body or place began, as a condition.
  func time(
    of ids: [Int64], name: String, _ preposition: String, subject: FactPattern.Term
  ) throws -> TimeCondition? {
    guard let relation = TimeCondition.Relation(rawValue: preposition) else { return nil }
    for id in ids {
      let rows = try database.rows(
        "SELECT start_order, end_order, start FROM facts WHERE subject_id = ? AND type = 'happened' AND start IS NOT NULL",
        id)
      guard let row = rows.first else { continue }
      let start: String = row[2]
      return TimeCondition(
        relation: relation, first: row[0], last: row[1] ?? TimeCondition.last(of: start), words: name,
        year: DateText(start)?.year ?? 0)
    }
    guard case .entities(let people, _) = subject else { return nil }
    for (person, id) in people.flatMap({ person in ids.map { (person, $0) } }) {
      let rows = try database.rows(
        """
        SELECT start FROM facts WHERE subject_id = ? AND ? IN (object_id, place_id) AND start IS NOT NULL
        ORDER BY start_order LIMIT 1
        """, person, id)
      guard let start = rows.first.map({ $0[0] as String }), let date = DateText(start) else { continue }
      let first = date.year * 10000 + (date.month ?? 0) * 100 + (date.day ?? 0)
      return TimeCondition(
        relation: relation, first: first, last: TimeCondition.last(of: start), words: name, year: date.year)
    }
    return nil
  }

  /// An entity without a proper name: "the apartment".
  private func described(_ phrase: NounPhrase) throws -> FactPattern.Term {
    guard let noun = phrase.nouns.first, phrase.nouns.count == 1 else { return .any }
    let full = (phrase.modifiers + [noun]).joined(separator: " ")
    for words in full == noun ? [noun] : [full, noun] {
      let rows = try database.rows(
        """
        SELECT id, name FROM entities WHERE kind IN ('person', 'place', 'organisation', 'event', 'work')
        AND name IN (?, ?) LIMIT 20
        """, words, words.prefix(1).uppercased() + words.dropFirst())
      if let first = rows.first { return .entities(rows.map { $0[0] }, name: first[1]) }
    }
    return .any
  }
}
