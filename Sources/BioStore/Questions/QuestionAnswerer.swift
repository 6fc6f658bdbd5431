/// Answers questions in English from a database.
///
///     let answerer = QuestionAnswerer(store: try Store(path: "lives.db"))
///     let answer = try answerer.ask("Who lived with Anna Weber?")
///     answer.answers                            // ["Karl Brandt"]
///     answer.items[0].facts[0].evidence[0].sentence
///
/// A question is a clause with a hole; it becomes a pattern of facts, and the pattern becomes SQL. A question that is
/// not understood is answered by saying so, never by a guess. Not for use by two threads at once.
public struct QuestionAnswerer {
  /// How many words a question may have.
  public static let longestQuestion = 60

  /// How many bytes of UTF-8 a question may have.
  public static let longestText = 2000

  let store: Store
  let lexicon = QuestionLexicon.standard

  public init(store: Store) {
    self.store = store
  }

  /// The answer to a question, with the sentences behind it.
  ///
  /// - Parameter minimumConfidence: Facts below it do not count.
  /// - Throws: `StoreError` if the database cannot be read.
  public func ask(_ question: String, minimumConfidence: Double = 0) throws -> Answer {
    try store.translatingErrors {
      try store.database.snapshot { try answer(question, minimumConfidence) }
    }
  }

  private func answer(_ question: String, _ minimum: Double) throws -> Answer {
    guard question.utf8.count <= Self.longestText else {
      return notUnderstood(
        question, part: "a question of \(question.utf8.count) bytes (at most \(Self.longestText))")
    }
    let words = QuestionWord.words(of: question)
    guard !words.isEmpty else { return notUnderstood(question, part: question) }
    guard words.count <= Self.longestQuestion else {
      return notUnderstood(
        question, part: "a question of \(words.count) words (at most \(Self.longestQuestion))")
    }
    let linked = try NameLinker(database: store.database, lexicon: lexicon).link(words)
    let items = TimeConditionParser(lexicon: lexicon).parse(linked.items)
    var parser = QuestionParser(lexicon: lexicon, items: items)
    guard let parsed = parser.parse(), parsed.hole.kind != .why else {
      var answer = notUnderstood(question, part: question)
      answer.notes = linked.notes
      return answer
    }
    var answer = try resolve(question, parsed, items, minimum)
    answer.notes = linked.notes + answer.notes
    return answer
  }

  // MARK: - Names that may mean several

  private func resolve(
    _ question: String, _ parsed: ParsedQuestion, _ items: [QuestionItem], _ minimum: Double
  ) throws -> Answer {
    let ambiguous = items.compactMap {
      if case .name(let match) = $0, match.isAmbiguous { match } else { nil }
    }.first
    guard let ambiguous else {
      let answer = try run(question, parsed, items, [:], minimum)
      let mayBeWider = items.contains {
        if case .name(let match) = $0 { !match.wider.isEmpty } else { false }
      }
      guard answer.outcome != .answered, mayBeWider else { return answer }
      let wider = try run(question, parsed, items, [:], minimum, isWide: true)
      return wider.outcome == .answered ? wider : answer
    }
    let people = ambiguous.candidates.prefix(6)
    var answered: [(Answer, NameMatch.Candidate)] = []
    var last: Answer?
    for (index, candidate) in people.enumerated() {
      let answer = try run(question, parsed, items, [ambiguous.words: index], minimum)
      if answer.outcome == .answered { answered.append((answer, candidate)) } else { last = last ?? answer }
    }
    if let (answer, candidate) = answered.first,
      answered.count == 1 || Set(answered.map(\.0.answers)).count == 1
    {
      var answer = answer
      if answered.count == 1 { answer.notes.append("took '\(ambiguous.words)' for \(candidate.name)") }
      return answer
    }
    guard !answered.isEmpty else { return last ?? notUnderstood(question, part: question) }
    let choices = answered.map { EntityReference(id: $0.1.id, kind: $0.1.kind, name: $0.1.name) }
    var answer = Answer(question: question, outcome: .ambiguousName(name: ambiguous.words, choices: choices))
    answer.interpretation = answered[0].0.interpretation
    return answer
  }

  // MARK: - Patterns

  private func run(
    _ question: String, _ parsed: ParsedQuestion, _ items: [QuestionItem], _ choice: [String: Int],
    _ minimum: Double, isWide: Bool = false
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
    let context = Context(question: question, parsed: parsed, resolver: resolver, minimum: minimum)
    var patterns = try builder.patterns()
    if let answer = try answer(to: context, by: patterns) { return answer }
    // The parser costs more than all else, so it is asked only where the tables have no answer.
    let read = try builder.readPatterns().filter { !patterns.contains($0) }
    if let answer = try answer(to: context, by: read) { return answer }
    patterns += read
    let nearest = try NearestFact(store: store, lexicon: lexicon, minimumConfidence: minimum)
      .answer(question, parsed, items, named)
    if let nearest { return nearest }
    guard let first = patterns.first else { return notUnderstood(question, part: part(parsed), parsed) }
    return Self.answer(question, .nothingFound, [], by: first, PatternQuery(first))
  }

  /// A question on its way to an answer.
  private struct Context {
    var question: String
    var parsed: ParsedQuestion
    var resolver: PhraseResolver
    var minimum: Double
  }

  /// The answer of the first pattern that has one.
  private func answer(to context: Context, by patterns: [FactPattern]) throws -> Answer? {
    let runner = PatternRunner(store: store, lexicon: lexicon, minimumConfidence: context.minimum)
    for (index, pattern) in patterns.enumerated() where !patterns[..<index].contains(pattern) {
      let query = PatternQuery(pattern)
      let items = try runner.items(
        of: pattern, query: query, parsed: context.parsed, resolver: context.resolver)
      if !items.isEmpty { return Self.answer(context.question, .answered, items, by: pattern, query) }
    }
    return nil
  }

  private static func answer(
    _ question: String, _ outcome: Answer.Outcome, _ items: [Answer.Item], by pattern: FactPattern,
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

  private func notUnderstood(_ question: String, part: String, _ parsed: ParsedQuestion? = nil) -> Answer {
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
