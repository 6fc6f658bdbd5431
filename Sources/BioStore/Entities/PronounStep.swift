/// Third-person pronouns: the most salient entity mentioned before that agrees in gender and number and that the
/// syntax allows.
struct PronounStep {
  static let name = "pronoun"

  static func resolve(_ phrase: Int, history: History, in discourse: Discourse) -> [Int]? {
    guard let pronoun = discourse.phrases[phrase].pronoun else { return nil }
    switch (pronoun.use, pronoun.number, pronoun.gender) {
    case (.relative, _, _): return RelativePronounStep.resolve(phrase, in: discourse)
    case (.reflexive, _, _):
      return clauseSubject(of: phrase, in: discourse) ?? person(phrase, history: history, in: discourse)
    case (_, .plural, _): return GroupStep.resolve(phrase, history: history, in: discourse)
    case (_, _, .neuter): return thing(phrase, history: history, in: discourse)
    default: return person(phrase, history: history, in: discourse)
    }
  }

  // MARK: He and she

  private static func person(_ phrase: Int, history: History, in discourse: Discourse) -> [Int]? {
    if let person = coordinatedPerson(phrase, in: discourse) { return [person] }
    let candidates = AntecedentCandidates.find(for: phrase, history: history, in: discourse)
    let weights = discourse.lexicon.salience
    var best: (entity: Int, score: Int)?
    // Of two that are worth the same, the one mentioned last; candidates come with the last one first.
    for candidate in candidates {
      let score = weights.score(candidate.features)
      if score > best?.score ?? Int.min { best = (candidate.entity, score) }
    }
    return (best?.entity ?? lastFitting(phrase, history: history, in: discourse)).map { [$0] }
  }

  /// "Ivan Marin and his wife": the possessor of what is coordinated with a named person is that person.
  private static func coordinatedPerson(_ phrase: Int, in discourse: Discourse) -> Int? {
    let words = discourse.phrases[phrase]
    let tokens = discourse.reading.tokens
    guard words.role == .possessor, var noun = tokens[words.head].head else { return nil }
    // "his wife Marija", with the name as the head
    if [.nmodDesc, .compound].contains(tokens[noun].relation), let name = tokens[noun].head { noun = name }
    guard tokens[noun].relation == .conj, var first = tokens[noun].head else { return nil }
    // "Ivan Marin, a merchant, and his wife", with the merchant as the first member
    if tokens[first].relation == .appos, let name = tokens[first].head { first = name }
    guard tokens[first].tag == .propn else { return nil }
    let referents = discourse.referents(at: first)
    guard referents.count == 1 else { return nil }
    let entity = discourse.root(referents[0])
    let draft = discourse.entities[entity]
    guard draft.kind == .person, draft.isNamed, draft.number != .plural,
      draft.gender == nil || draft.gender == words.gender
    else { return nil }
    return entity
  }

  /// Where nobody is within reach: the last named person before of that gender.
  private static func lastFitting(_ phrase: Int, history: History, in discourse: Discourse) -> Int? {
    for occurrence in history.occurrences.suffix(3 * History.limit).reversed()
    where occurrence.entities.count == 1 {
      let entity = discourse.root(occurrence.entities[0])
      let draft = discourse.entities[entity]
      guard draft.kind == .person, draft.isNamed, draft.number != .plural else { continue }
      if draft.gender == nil || draft.gender == discourse.phrases[phrase].gender { return entity }
    }
    return nil
  }

  // MARK: Syntax

  /// Whether syntax keeps a pronoun from meaning what an earlier phrase of its own clause means.
  static func isForbidden(
    _ occurrence: History.Occurrence, for phrase: Int, in discourse: Discourse
  ) -> Bool {
    let words = discourse.phrases[phrase]
    let earlier = discourse.phrases[occurrence.phrase]
    guard occurrence.sentence == words.sentence else { return false }
    let forest = discourse.forest
    // "John, his brother": the possessor is not the one whom the noun describes.
    if words.role == .possessor, let noun = discourse.reading.tokens[words.head].head,
      discourse.reading.tokens[noun].relation == .appos, discourse.reading.tokens[noun].head == earlier.head
    {
      return true
    }
    // "the man's view of him", "John saw him": two of one clause are two people, possessors aside.
    guard words.role != .possessor, earlier.role != .possessor else { return false }
    guard words.role == .object || words.role == .oblique || words.role == .subject else { return false }
    // "She had her dog with her", "he left behind him a diary": places beside oneself.
    if words.role == .oblique, let preposition = forest.preposition(of: words.head),
      discourse.lexicon.isBesidePreposition(preposition)
    {
      return false
    }
    guard earlier.role == .subject || earlier.role == .object || earlier.role == .oblique else {
      return false
    }
    return PhraseGeometry.clause(of: words.head, in: forest)
      == PhraseGeometry.clause(of: earlier.head, in: forest)
  }

  private static func clauseSubject(of phrase: Int, in discourse: Discourse) -> [Int]? {
    var clause = PhraseGeometry.clause(of: discourse.phrases[phrase].head, in: discourse.forest)
    for _ in 0..<4 {
      if let subject = discourse.forest.child(of: clause, .nsubj, .nsubjPass) {
        return referents(of: subject, isPlural: discourse.phrases[phrase].number == .plural, in: discourse)
      }
      guard let next = discourse.reading.tokens[clause].head else { return nil }
      clause = next
    }
    return nil
  }

  /// The entities of a subject, for a plural with those coordinated with it.
  private static func referents(of subject: Int, isPlural: Bool, in discourse: Discourse) -> [Int]? {
    guard isPlural, let first = discourse.phrase(at: subject) else {
      let referents = discourse.referents(at: subject)
      return referents.isEmpty ? nil : referents
    }
    var members: [Int] = []
    for phrase in Coordination.members(startingAt: first, in: discourse) {
      for entity in discourse.referents(of: phrase) where !members.contains(entity) { members.append(entity) }
    }
    return members.isEmpty ? nil : members
  }

  // MARK: It

  /// "It" mostly means what no entity is, so only the subject of this clause or of the one before is taken.
  private static func thing(_ phrase: Int, history: History, in discourse: Discourse) -> [Int]? {
    let words = discourse.phrases[phrase]
    for occurrence in history.recent(before: words.sentence) where words.sentence - occurrence.sentence < 2 {
      guard occurrence.role == .subject, occurrence.entities.count == 1 else { continue }
      let entity = discourse.root(occurrence.entities[0])
      let draft = discourse.entities[entity]
      if draft.kind != .person, draft.number != .plural, !isForbidden(occurrence, for: phrase, in: discourse)
      {
        return [entity]
      }
    }
    return nil
  }
}
