/// The last resort: the stored fact of a named entity whose sentence says most of the question's words.
///
/// It answers only if one sentence stands out and has a fact with a filler of the kind asked for; the confidence is low.
struct NearestFact {
  let store: Store
  let lexicon: QuestionLexicon
  let minimumConfidence: Double

  private static let confidence = 0.4
  /// Of the question's words, at least this share and this many must be said. Measured on the development articles:
  /// half the words gave three wrong answers for each right one.
  private static let leastShare = 0.75
  private static let leastWords = 3
  /// Facts that every article is full of; questions for them are understood by their words.
  private static let common: Set<FactType> = [
    .born, .died, .occupation, .nationality, .memberOf, .movedTo, .residedIn, .locatedIn,
  ]

  func answer(
    _ question: String, _ parsed: ParsedQuestion, _ items: [QuestionItem], _ named: [Int64]
  ) throws -> Answer? {
    guard !parsed.isNegated, ![.howMany, .howLong, .howOld, .why].contains(parsed.hole.kind) else {
      return nil
    }
    let words = contentWords(items, parsed)
    guard words.count >= Self.leastWords, !named.isEmpty else { return nil }
    var best: [(fact: FactRecord, score: Double)] = []
    for fact in try facts(named) where !Self.common.contains(fact.type) {
      let score = score(fact, words, items)
      if score > (best.first?.score ?? 0) { best = [] }
      if score > 0, score >= (best.first?.score ?? 0), !fillers(fact, parsed, named).isEmpty {
        best.append((fact, score))
      }
    }
    guard let top = best.first, top.score >= Self.leastShare else { return nil }
    let type = top.fact.type
    var texts: [String: Answer.Item] = [:]
    for (fact, _) in best where fact.type == type {
      for filler in fillers(fact, parsed, named) {
        texts[filler.text] = Answer.Item(
          text: filler.text, entity: filler.entity, facts: [fact],
          confidence: fact.confidence * Self.confidence)
      }
    }
    // Several facts of several kinds in the sentence: it does not stand out.
    guard texts.count == 1 || parsed.hole.isPlural else { return nil }
    var answer = Answer(
      question: question, outcome: .answered, items: texts.values.sorted { $0.text < $1.text })
    answer.interpretation =
      "nearest stored fact: \(type.rawValue), by the words \(words.sorted().joined(separator: ", "))"
    answer.notes = ["not fully understood; this is the nearest fact"]
    return answer
  }

  private func contentWords(_ items: [QuestionItem], _ parsed: ParsedQuestion) -> Set<String> {
    var words: Set<String> = []
    for item in items {
      guard let word = item.word, !lexicon.isSmall(word.folded), !word.isNumber else { continue }
      words.insert(word.folded)
    }
    for time in parsed.times { words.insert(String(time.year)) }
    return words
  }

  /// The facts of the entities, and those of the sentences that mention them.
  private func facts(_ named: [Int64]) throws -> [FactRecord] {
    var seen: Set<Int64> = []
    var result: [FactRecord] = []
    for id in named.prefix(4) {
      let rows = try store.database.rows(
        """
        SELECT id FROM (SELECT id FROM facts WHERE subject_id = ?1 LIMIT 300) UNION
        SELECT id FROM (SELECT id FROM facts WHERE object_id = ?1 LIMIT 300) UNION
        SELECT id FROM (SELECT e.fact_id AS id FROM appearances AS p JOIN mentions AS m ON m.appearance_id = p.id
          JOIN evidence AS e ON e.sentence_id = m.sentence_id WHERE p.entity_id = ?1 LIMIT 300)
        """, id)
      for row in rows where seen.insert(row[0]).inserted {
        if let fact = try store.fact(id: row[0]), fact.confidence >= minimumConfidence { result.append(fact) }
      }
    }
    return result
  }

  /// The share of the question's words that the sentence and the fact say.
  private func score(_ fact: FactRecord, _ words: Set<String>, _ items: [QuestionItem]) -> Double {
    let said =
      " " + fact.evidence.map { NameFolding.fold($0.sentence) }.joined(separator: " ")
      + " " + NameFolding.fold(fact.value ?? "") + " " + NameFolding.fold(fact.object?.name ?? "")
    let hits = words.filter { word in
      AnswerRanker.contains(said, lexicon.nounLemma(word)) || AnswerRanker.sharesStem(word, said)
        || lexicon.verbLemmas(word).contains { lemma in
          lexicon.triggers[lemma]?.contains { $0.words.count == 1 && $0.types.contains(fact.type) } ?? false
        }
    }
    return hits.count < Self.leastWords ? 0 : Double(hits.count) / Double(words.count)
  }

  private func fillers(_ fact: FactRecord, _ parsed: ParsedQuestion, _ named: [Int64]) -> [AnswerFiller
    .Filler]
  {
    let kinds = AnswerKinds(lexicon: lexicon, hole: parsed.hole)
    let entities = [fact.subject, fact.object, fact.place].compactMap { $0 }.filter { !named.contains($0.id) }
    switch parsed.hole.kind {
    case .when: return fact.start.map { [.init(text: $0)] } ?? []
    case .how: return []
    default: break
    }
    if let noun = parsed.hole.noun, lexicon.classes[noun]?.contains(.date) == true {
      return fact.start.map { [.init(text: $0)] } ?? []
    }
    if kinds.isValue { return fact.value.map { [.init(text: $0)] } ?? [] }
    guard let allowed = parsed.hole.kind == .who ? [.person] : kinds.kinds else { return [] }
    return entities.filter { allowed.contains($0.kind) }.prefix(1).map { .init(text: $0.name, entity: $0) }
  }
}
