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
    var scores: [Int: Double] = [:]
    var order: [Int] = []
    for occurrence in history.recent(before: discourse.phrases[phrase].sentence) {
      guard occurrence.entities.count == 1,
        let entity = occurrence.entities.first.map({ discourse.root($0) }),
        isPossible(entity, for: phrase, in: discourse),
        !isForbidden(occurrence, for: phrase, in: discourse)
      else { continue }
      let score = score(occurrence, entity: entity, phrase: phrase, in: discourse)
      if let best = scores[entity] {
        scores[entity] = max(best, score) + discourse.lexicon.salience["repeated"]
      } else {
        scores[entity] = score
        order.append(entity)
      }
    }
    if let subject = discourse.subject.map({ discourse.root($0) }), scores[subject] == nil,
      isPossible(subject, for: phrase, in: discourse)
    {
      scores[subject] = discourse.lexicon.salience["article-subject"] + discourse.lexicon.salience["far"]
      order.append(subject)
    }
    // Of two that are worth the same, the one mentioned last.
    let best = order.max { first, second in
      (scores[first] ?? 0, -(order.firstIndex(of: first) ?? 0))
        < (scores[second] ?? 0, -(order.firstIndex(of: second) ?? 0))
    }
    return best.map { [$0] }
  }

  private static func isPossible(_ entity: Int, for phrase: Int, in discourse: Discourse) -> Bool {
    let draft = discourse.entities[entity]
    guard draft.kind == .person, draft.number != .plural else { return false }
    guard let gender = discourse.phrases[phrase].gender, let other = draft.gender else { return true }
    return gender == other
  }

  private static func score(
    _ occurrence: History.Occurrence, entity: Int, phrase: Int, in discourse: Discourse
  ) -> Double {
    let weights = discourse.lexicon.salience
    let words = discourse.phrases[phrase]
    let distance = words.sentence - occurrence.sentence
    var score = weights["distance"] * Double(distance) + weights[roleName(occurrence.role)]
    if entity == discourse.subject.map({ discourse.root($0) }) { score += weights["article-subject"] }
    if discourse.entities[entity].gender == nil { score += weights["unknown-gender"] }
    if !discourse.entities[entity].isNamed { score += weights["unnamed"] }
    if words.role == .subject && occurrence.role == .subject { score += weights["parallel-subject"] }
    if distance == 0, isClauseSubject(occurrence.phrase, of: phrase, in: discourse) {
      score += weights["clause-subject"]
    }
    return score
  }

  private static func roleName(_ role: Phrase.Role) -> String {
    switch role {
    case .subject: "role-subject"
    case .object: "role-object"
    case .oblique: "role-oblique"
    case .possessor: "role-possessor"
    case .attribute: "role-attribute"
    case .predicate: "role-predicate"
    case .other: "role-other"
    }
  }

  // MARK: Syntax

  /// Whether syntax keeps a pronoun from meaning what an earlier phrase of its own clause means.
  private static func isForbidden(
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
        let referents = discourse.referents(at: subject)
        return referents.isEmpty ? nil : referents
      }
      guard let next = discourse.reading.tokens[clause].head else { return nil }
      clause = next
    }
    return nil
  }

  private static func isClauseSubject(_ earlier: Int, of phrase: Int, in discourse: Discourse) -> Bool {
    guard discourse.phrases[earlier].role == .subject else { return false }
    let clause = PhraseGeometry.clause(of: discourse.phrases[phrase].head, in: discourse.forest)
    let other = PhraseGeometry.clause(of: discourse.phrases[earlier].head, in: discourse.forest)
    return clause == other || discourse.reading.tokens[clause].head == other
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

/// "who", "which", "whose": what the relative clause belongs to.
struct RelativePronounStep {
  static let name = "relative-pronoun"

  static func resolve(_ phrase: Int, in discourse: Discourse) -> [Int]? {
    let token = discourse.phrases[phrase].head
    guard let head = PhraseGeometry.antecedentHead(of: token, in: discourse.forest) else { return nil }
    let referents = discourse.referents(at: head)
    return referents.isEmpty ? nil : referents
  }
}
