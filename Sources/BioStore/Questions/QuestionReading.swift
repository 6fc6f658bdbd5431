/// One question on its way to an answer: names, clause, patterns, rows.
struct QuestionReading {
  let store: Store
  let lexicon: QuestionLexicon
  let question: String
  /// Facts that are less sure do not count.
  let minimum: Double

  func answer(_ words: [QuestionWord]) throws -> Answer {
    let linked = try NameLinker(database: store.database, lexicon: lexicon).link(words)
    let items = TimeConditionParser(lexicon: lexicon).parse(linked.items)
    var parser = QuestionParser(lexicon: lexicon, items: items)
    guard let parsed = parser.parse(), parsed.hole.kind != .why else {
      var answer = notUnderstood(part: question)
      answer.notes = linked.notes
      return answer
    }
    var answer = try resolve(parsed, items)
    answer.notes = linked.notes + answer.notes
    return answer
  }

  // MARK: - Names that may mean several

  private func resolve(
    _ parsed: ParsedQuestion, _ items: [QuestionItem]
  ) throws -> Answer {
    let ambiguous = items.compactMap {
      if case .name(let match) = $0, match.isAmbiguous { match } else { nil }
    }.first
    guard let ambiguous else {
      let answer = try run(parsed, items, [:])
      let mayBeWider = items.contains {
        if case .name(let match) = $0 { !match.wider.isEmpty } else { false }
      }
      guard answer.outcome != .answered, mayBeWider else { return answer }
      let wider = try run(parsed, items, [:], isWide: true)
      return wider.outcome == .answered ? wider : answer
    }
    let people = ambiguous.candidates.prefix(6)
    var answered: [(Answer, NameMatch.Candidate)] = []
    var last: Answer?
    for (index, candidate) in people.enumerated() {
      let answer = try run(parsed, items, [ambiguous.words: index])
      if answer.outcome == .answered { answered.append((answer, candidate)) } else { last = last ?? answer }
    }
    if let (answer, candidate) = answered.first,
      answered.count == 1 || Set(answered.map(\.0.answers)).count == 1
    {
      var answer = answer
      if answered.count == 1 { answer.notes.append("took '\(ambiguous.words)' for \(candidate.name)") }
      return answer
    }
    guard !answered.isEmpty else { return last ?? notUnderstood(part: question) }
    let choices = answered.map { EntityReference(id: $0.1.id, kind: $0.1.kind, name: $0.1.name) }
    var answer = Answer(question: question, outcome: .ambiguousName(name: ambiguous.words, choices: choices))
    answer.interpretation = answered[0].0.interpretation
    return answer
  }

  // MARK: - Patterns

  private func run(
    _ parsed: ParsedQuestion, _ items: [QuestionItem], _ choice: [String: Int], isWide: Bool = false
  ) throws -> Answer {
    var antecedent: NameMatch?
    for case .name(let match) in items where antecedent == nil && match.candidates[0].kind == .person {
      antecedent = match
    }
    let resolver = PhraseResolver(
      database: store.database, lexicon: lexicon, choice: choice, isWide: isWide, antecedent: antecedent)
    if let answer = try NameQuestion(store: store, lexicon: lexicon).answer(question, parsed, resolver) {
      return answer
    }
    let named = items.flatMap { item -> [Int64] in
      guard case .name(let match) = item, case .entities(let ids, _) = resolver.term(match) else { return [] }
      return ids
    }
    let builder = PatternBuilder(lexicon: lexicon, parsed: parsed, resolver: resolver, named: named)
    let context = Context(parsed: parsed, resolver: resolver)
    var patterns = try builder.patterns()
    if let answer = try answer(to: context, by: patterns) { return answer }
    // The parser costs more than all else, so it is asked only where the tables have no answer.
    let read = try builder.readPatterns().filter { !patterns.contains($0) }
    if let answer = try answer(to: context, by: read) { return answer }
    patterns += read
    let nearest = try NearestFact(store: store, lexicon: lexicon, minimumConfidence: minimum)
      .answer(question, parsed, items, named)
    if let nearest { return nearest }
    guard let first = patterns.first else { return notUnderstood(part: part(parsed), parsed) }
    return answer(.nothingFound, [], by: first, PatternQuery(first))
  }

  /// The question with its names resolved.
  private struct Context {
    var parsed: ParsedQuestion
    var resolver: PhraseResolver
  }

  /// The answer of the first pattern that has one.
  private func answer(to context: Context, by patterns: [FactPattern]) throws -> Answer? {
    let runner = PatternRunner(store: store, lexicon: lexicon, minimumConfidence: minimum)
    for (index, pattern) in patterns.enumerated() where !patterns[..<index].contains(pattern) {
      let query = PatternQuery(pattern)
      let items = try runner.items(
        of: pattern, query: query, parsed: context.parsed, resolver: context.resolver)
      if !items.isEmpty { return answer(.answered, items, by: pattern, query) }
    }
    return nil
  }

  private func answer(
    _ outcome: Answer.Outcome, _ items: [Answer.Item], by pattern: FactPattern,
    _ query: PatternQuery
  ) -> Answer {
    var answer = Answer(question: question, outcome: outcome, items: items)
    answer.interpretation = pattern.description
    answer.sql = query.sql
    answer.parameters = query.parameters
    return answer
  }

  // MARK: - Not understood

  /// The words that no trigger explains: the verb, or the noun.
  private func part(_ parsed: ParsedQuestion) -> String {
    for chunk in parsed.chunks {
      if case .verb(let lemmas, _) = chunk, let lemma = lemmas.first { return lemma }
    }
    return parsed.hole.noun ?? parsed.phrases.first?.words.joined(separator: " ") ?? ""
  }

  private func notUnderstood(part: String, _ parsed: ParsedQuestion? = nil) -> Answer {
    Answer(question: question, outcome: .notUnderstood(part: part, suggestions: suggestions(parsed)))
  }

  /// Questions of the form that can be asked, with the name of the question where it has one.
  private func suggestions(_ parsed: ParsedQuestion?) -> [String] {
    let names = ([parsed?.subject].compactMap { $0 } + (parsed?.phrases ?? [])).compactMap {
      if case .name(let match) = $0.head { match.candidates[0].name } else { String?.none }
    }
    let name = names.first ?? "…"
    return lexicon.suggestions.map { $0.replacing("NAME", with: name) }
  }
}

extension NameMatch {
  /// Whether two people fit equally well.
  var isAmbiguous: Bool {
    let people = candidates.filter { $0.kind == .person }
    guard people.count > 1 else { return false }
    return people.filter(\.isSubject).count != 1
  }
}
