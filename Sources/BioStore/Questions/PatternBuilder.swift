/// Makes fact patterns of a parsed question, the likeliest first.
struct PatternBuilder {
  typealias Slot = QuestionLexicon.Slot

  let lexicon: QuestionLexicon
  let parsed: ParsedQuestion
  let resolver: PhraseResolver
  /// The entities that the question names.
  var named: [Int64] = []

  private static let longestChain = 4

  func patterns() throws -> [FactPattern] { try patterns(of: drafts()) }

  /// What the Reader's parser and rules make of the question as a statement.
  func readPatterns() throws -> [FactPattern] {
    try patterns(of: StatementReader(lexicon: lexicon, parsed: parsed).drafts())
  }

  private func patterns(of drafts: [PatternDraft]) throws -> [FactPattern] {
    let patterns = try drafts.compactMap(pattern)
    return patterns + patterns.compactMap(Self.relaxed)
  }

  /// The same with a body that the fact need not have as its object, if its sentence speaks of it.
  private static func relaxed(_ pattern: FactPattern) -> FactPattern? {
    guard let clause = pattern.clauses.first, case .entities = clause.object else { return nil }
    var relaxed = pattern
    relaxed.clauses[0].attached.append(clause.object)
    relaxed.clauses[0].object = .any
    if pattern.clauses.count > 1, pattern.clauses[1].object == clause.object {
      relaxed.clauses[0].object = .variable(90)
      relaxed.clauses[1].object = .variable(90)
    }
    relaxed.confidence *= 0.6
    relaxed.preferences.needsHint = true
    return relaxed
  }

  // MARK: - Drafts

  private func drafts() -> [PatternDraft] {
    var result: [PatternDraft] = []
    result += deedDrafts()
    if parsed.isCopular { result += NominalMatcher(lexicon: lexicon, parsed: parsed).drafts() }
    let verbs = TriggerMatcher(lexicon: lexicon, parsed: parsed).drafts()
    let nouns = NominalMatcher(lexicon: lexicon, parsed: parsed).holeDrafts()
    let isLight = parsed.chunks.contains {
      if case .verb(let lemmas, _) = $0 { lemmas.contains { lexicon.isWord($0, "light") } } else { false }
    }
    let isSpecific = verbs.first.map { _ in bestTriggerLength > 1 } ?? false
    result += isLight && !isSpecific ? nouns + verbs : verbs + nouns
    return result
  }

  /// "What did X do in 1925?": whatever has that date, deeds before states.
  private func deedDrafts() -> [PatternDraft] {
    guard parsed.hole.kind == .what, parsed.hole.noun == nil, !parsed.times.isEmpty,
      let subject = parsed.subject, !subject.isHole,
      case .verb(let lemmas, _)? = parsed.chunks.first, lemmas == ["do"]
    else { return [] }
    var draft = PatternDraft(types: Self.deeds, answer: .object)
    draft.fillers.append((.subject, subject))
    draft.verbs = Array(lexicon.words(in: "change").prefix(1))
    return [draft]
  }

  private static let deeds: [FactType] = [
    .participatedIn, .created, .founded, .position, .movedTo, .memberOf, .employedBy, .educatedAt, .received,
    .left,
    .supported, .opposed, .spouse, .residedIn,
  ]

  private var bestTriggerLength: Int {
    TriggerMatcher(lexicon: lexicon, parsed: parsed).longestTrigger
  }

  // MARK: - From draft to pattern

  private func pattern(of draft: PatternDraft) throws -> FactPattern? {
    var clause = FactPattern.Clause(types: draft.types, valueWords: draft.valueWords)
    clause.noun = draft.noun
    clause.gender = draft.gender
    var build = PhraseResolver.Build()
    // What the question names is no answer to it.
    var excluded = named
    for (slot, phrase) in draft.fillers {
      guard try fill(&clause, slot, phrase, &build) else { return nil }
    }
    for phrase in draft.attached { try attach(&clause, phrase, &build) }
    for name in parsed.hole.attached { clause.attached.append(resolver.term(name)) }
    clause.time = parsed.times.first
    try addMoments(draft, &clause, &build)
    for phrase in parsed.excluded {
      if case .entities(let ids, _) = try resolver.term(phrase, &build) { excluded += ids }
    }
    if parsed.hole.modifiers.contains("other"), case .entities(let ids, _) = try resolver.subject(nil) {
      excluded += ids
    }
    joinOwnFact(&clause, &build)
    guard let answer = answer(draft, &clause, &build) else { return nil }
    try addOwners(draft, answer, &clause, &build)
    var pattern = FactPattern(clauses: [clause] + build.clauses, answer: answer)
    try joinCompanions(draft, &pattern, &build)
    pattern.kinds = build.kinds
    pattern.excluded += excluded + build.excluded
    pattern.preferences = preferences(draft, build)
    pattern.confidence = draft.confidence
    // Each clause that can be read both ways doubles the query.
    guard pattern.clauses.count <= Self.longestChain else { return nil }
    return finish(pattern, clause)
  }

  /// "When did X's memoir come out?": that X wrote it and that it came out is one fact.
  private func joinOwnFact(_ clause: inout FactPattern.Clause, _ build: inout PhraseResolver.Build) {
    guard dateAnswer(clause) != nil, clause.subject == .any, clause.object.isVariable else { return }
    let object = clause.object
    let types = clause.types
    guard
      let own = build.clauses.firstIndex(where: {
        $0.object == object && $0.types.first == types.first
      })
    else { return }
    let owner = build.clauses.remove(at: own)
    clause.subject = owner.subject
    build.softWords += [owner.noun].compactMap { $0 }
  }

  /// "Which of X's brothers", "which wife of X": the answer is a brother of X besides.
  private func addOwners(
    _ draft: PatternDraft, _ answer: FactPattern.Answer, _ clause: inout FactPattern.Clause,
    _ build: inout PhraseResolver.Build
  ) throws {
    for owner in parsed.hole.possessor {
      if case .variable = answer, let noun = parsed.hole.noun, draft.noun != noun,
        let entry = lexicon.nouns[noun]?.first, [.subject, .object].contains(entry.answer),
        [.subject, .object].contains(entry.possessor)
      {
        let term = try resolver.term(owner, &build)
        guard term != .any, case .variable(let number) = answer else { continue }
        var own = FactPattern.Clause(types: entry.types, noun: noun, gender: entry.gender)
        (own.subject, own.object) =
          entry.possessor == .subject ? (term, .variable(number)) : (.variable(number), term)
        build.clauses.append(own)
      } else if !draft.fillers.contains(where: { $0.phrase.isSame(as: owner) }) {
        try attach(&clause, owner, &build)
      }
    }
  }

  private func fill(
    _ clause: inout FactPattern.Clause, _ slot: Slot, _ phrase: NounPhrase,
    _ build: inout PhraseResolver.Build
  ) throws -> Bool {
    if slot == .value {
      // A value may also be stored as an object: an award, a degree, a role.
      clause.valueWords += phrase.isName ? [] : phrase.words
      if phrase.isName { try attach(&clause, phrase, &build) }
      for owner in phrase.possessor where !owner.isPronoun { try attach(&clause, owner, &build) }
      for name in phrase.names { clause.attached.append(resolver.term(name)) }
      return true
    }
    if slot == .object, let noun = phrase.nouns.first, let entry = lexicon.nouns[noun]?.first,
      entry.answer == .object,
      !phrase.possessor.isEmpty, !Set(entry.types).isDisjoint(with: clause.types)
    {
      // "his work on equations" is the object itself, not another fact.
      build.softWords += phrase.words
      return true
    }
    let term = try resolver.term(phrase, &build)
    guard term != .any else {
      // A noun without an entity: the fact should at least speak of it.
      if slot == .place {
        build.softWords += phrase.words
        return true
      }
      clause.valueWords += phrase.words.filter { $0 != "only" }
      for owner in phrase.possessor where !owner.isPronoun { try attach(&clause, owner, &build) }
      return slot == .object || slot == .place || slot == .either
    }
    switch slot {
    case .subject: clause.subject = term
    case .object where clause.object != .any, .none, .value, .date, .near: clause.attached.append(term)
    case .object: clause.object = term
    case .place: clause.attached.append(term)
    case .either:
      clause.eitherWay = true
      if clause.subject == .any { clause.subject = term } else { clause.object = term }
    }
    return true
  }

  private func attach(
    _ clause: inout FactPattern.Clause, _ phrase: NounPhrase, _ build: inout PhraseResolver.Build
  ) throws {
    if phrase.isHole { return }
    let term = try resolver.term(phrase, &build)
    if term != .any { clause.attached.append(term) } else { build.softWords += phrase.words }
    for name in phrase.names { clause.attached.append(resolver.term(name)) }
  }

  /// Which filler answers the question.
  private func answer(
    _ draft: PatternDraft, _ clause: inout FactPattern.Clause, _ build: inout PhraseResolver.Build
  ) -> FactPattern.Answer? {
    let hole = parsed.hole
    if hole.kind == .whether || asksHowOften { return .existence(clause: 0) }
    if let date = dateAnswer(clause) { return date }
    if isWhere { return .placeOrObject(clause: 0) }
    var slot = draft.answer
    if slot == nil || slot == Slot.none { slot = openSlot(clause) }
    let kinds = AnswerKinds(lexicon: lexicon, hole: hole).kinds
    guard let slot else { return nil }
    switch slot {
    case .subject, .either:
      guard clause.subject == .any || slot == .either else { return nil }
      let people = whoKinds(kinds, draft.types, Self.bodiesAct)
      if slot == .either, clause.subject != .any { return variable(&clause.object, people, &build) }
      return variable(&clause.subject, people, &build)
    case .object:
      guard clause.object == .any else { return nil }
      if AnswerKinds(lexicon: lexicon, hole: hole).isValue { return .valueOrObject(clause: 0) }
      if kinds == [.place], Self.makes.contains(draft.types.first ?? .born) {
        // A building is a work as well.
        return variable(&clause.object, [.place, .work], &build)
      }
      if kinds == [.place] { return .placeOrObject(clause: 0) }
      if hole.kind == .what || hole.kind == .which && kinds == nil { return .objectOrValue(clause: 0) }
      return variable(&clause.object, whoKinds(kinds, draft.types, Self.bodiesSuffer), &build)
    case .value:
      if hole.kind == .who, draft.types.first != .arrested { return variable(&clause.object, kinds, &build) }
      return .valueOrObject(clause: 0)
    case .place: return .placeOrObject(clause: 0)
    case .date: return .start(clause: 0)
    case .none, .near: return nil
    }
  }

  private static let withoutObject: Set<FactType> = [
    .arrested, .tried, .convicted, .imprisoned, .released, .rehabilitated, .exiled, .died, .injured, .born,
  ]
  private static let makes: Set<FactType> = [.created, .founded]

  /// Facts of which a body can be the subject, or the object, where the question asks "who".
  private static let bodiesAct: Set<FactType> = [
    .founded, .opposed, .participatedIn, .killed, .supported, .partOf,
  ]
  private static let bodiesSuffer: Set<FactType> = [
    .employedBy, .memberOf, .opposed, .supported, .tried, .convicted, .received, .partOf, .expelledFrom,
    .left, .founded,
  ]

  /// "Who" asks for people, and for bodies only where these do such things.
  private func whoKinds(_ kinds: Set<EntityKind>?, _ types: [FactType], _ bodies: Set<FactType>) -> Set<
    EntityKind
  >? {
    guard parsed.hole.kind == .who, let first = types.first, !bodies.contains(first) else { return kinds }
    return [.person]
  }

  private func variable(
    _ term: inout FactPattern.Term, _ kinds: Set<EntityKind>?, _ build: inout PhraseResolver.Build
  ) -> FactPattern.Answer {
    let number = build.next()
    term = .variable(number)
    if let kinds { build.kinds[number] = kinds }
    return .variable(number)
  }

  private func openSlot(_ clause: FactPattern.Clause) -> Slot? {
    if clause.subject == .any { return .subject }
    if clause.object == .any { return .object }
    return nil
  }

  private func dateAnswer(_ clause: FactPattern.Clause) -> FactPattern.Answer? {
    switch parsed.hole.kind {
    case .when where parsed.isEnd: return .end(clause: 0)
    case .when where parsed.isSpan: return .span(clause: 0)
    case .when, .howLong, .howOld: return .start(clause: 0)
    case .howMany where parsed.hole.noun == "year": return .start(clause: 0)
    case .how: return .value(clause: 0)
    default:
      guard let noun = parsed.hole.noun, lexicon.classes[noun]?.contains(.date) == true else { return nil }
      return parsed.isEnd ? .end(clause: 0) : parsed.isSpan ? .span(clause: 0) : .start(clause: 0)
    }
  }

  /// "How often", "how many times".
  private var asksHowOften: Bool { parsed.hole.kind == .howMany && parsed.hole.noun == "time" }

  private var isWhere: Bool {
    if parsed.hole.kind == .whereabouts { return true }
    guard parsed.place == .preposition || parsed.place == .adverb else { return false }
    return AnswerKinds(lexicon: lexicon, hole: parsed.hole).kinds == [.place]
  }

  /// "led X together with Y": Y has the same fact with the same object.
  private func joinCompanions(
    _ draft: PatternDraft, _ pattern: inout FactPattern, _ build: inout PhraseResolver.Build
  ) throws {
    for companion in draft.companions {
      let term = try resolver.term(companion, &build)
      guard term != .any else { continue }
      if draft.types.first?.isSymmetric == true, pattern.clauses[0].object == .any {
        pattern.clauses[0].object = term
      } else if pattern.clauses[0].subject != .any,
        draft.answer != .object || pattern.clauses[0].object != .any
      {
        share(&pattern, with: term, &build)
      } else {
        pattern.clauses[0].attached.append(term)
      }
    }
  }

  /// Adds the same fact of another subject, with the same object.
  private func share(
    _ pattern: inout FactPattern, with term: FactPattern.Term, _ build: inout PhraseResolver.Build
  ) {
    if pattern.clauses[0].types.first.map(Self.withoutObject.contains) == true {
      // What both suffered has no object to share; one sentence speaks of both.
      pattern.clauses[0].attached.append(term)
      return
    }
    var shared = pattern.clauses[0]
    if shared.object == .any { shared.object = .variable(build.next()) }
    pattern.clauses[0].object = shared.object
    shared.subject = term
    shared.attached = []
    shared.valueWords = []
    pattern.clauses.append(shared)
    if case .entities(let ids, _) = term { pattern.excluded += ids }
  }

  /// "before the war": a condition of time if the database knows when that was.
  private func addMoments(
    _ draft: PatternDraft, _ clause: inout FactPattern.Clause, _ build: inout PhraseResolver.Build
  ) throws {
    for (preposition, phrase) in draft.moments {
      let term = try resolver.term(phrase, &build)
      if clause.time == nil, case .entities(let ids, let name) = term,
        let time = try resolver.time(of: ids, name: name, preposition, subject: clause.subject)
      {
        clause.time = time
        build.excluded += ids
      } else {
        build.softWords += phrase.words
        if case .entities(let ids, _) = term, preposition != "during" { build.excluded += ids }
        if preposition == "during", term != .any { clause.attached.append(term) }
      }
    }
  }

  private func preferences(_ draft: PatternDraft, _ build: PhraseResolver.Build) -> FactPattern.Preferences {
    var result = FactPattern.Preferences()
    result.hints = draft.hints
    if draft.types.first == .created { result.verbs = draft.verbs.filter(tellsRolesApart) }
    result.isPlural = parsed.hole.isPlural
    result.prefersPeople = parsed.hole.kind == .who
    result.isPlaceAsked =
      parsed.hole.kind != .whereabouts && AnswerKinds(lexicon: lexicon, hole: parsed.hole).kinds == [.place]
    result.classNouns =
      parsed.hole.kind == .whose
      ? []
      : parsed.hole.nouns.isEmpty ? [draft.noun].compactMap { $0 }.filter(isWork) : parsed.hole.nouns
    result.traits = traits
    result.asksForThing =
      parsed.hole.kind == .what
      && AnswerKinds(lexicon: lexicon, hole: parsed.hole).kinds?.contains(.person) != true
    result.isMost = draft.asksForMost
    result.isChange = draft.verbs.contains { lexicon.isWord($0, "change") }
    result.context =
      parsed.context + build.softWords + draft.context
      + parsed.hole.names.map { NameFolding.fold($0.words) }
      + parsed.hole.modifiers.filter { lexicon.rank($0) == nil && !lexicon.isSmall($0) && $0 != "kind" }
    result.rank = parsed.rank ?? draft.rank ?? build.rank
    return result
  }

  /// "How many years did X live?" is the age at death; of other facts, the time from start to end.
  private func duration(_ pattern: FactPattern, _ clause: FactPattern.Clause) -> FactPattern {
    var result = pattern
    result.aggregate = .duration
    let isLife =
      parsed.chunks.count == 1
      && parsed.chunks.contains {
        if case .verb(let lemmas, _) = $0 { lemmas.contains { lexicon.isWord($0, "life") } } else { false }
      }
    if isLife, case .entities(let ids, _) = clause.subject {
      result.clauses = [FactPattern.Clause(types: [.born], subject: clause.subject)]
      result.aggregate = .age(ids)
    }
    return result
  }

  /// "Which Italian composers": what their own facts should say.
  private var traits: [String] {
    let hole = parsed.hole
    guard let noun = hole.noun, let rules = lexicon.rules else { return [] }
    let isNation = { (word: String) in
      rules.words.isNationality(word.prefix(1).uppercased() + word.dropFirst())
    }
    let isPerson =
      WordClasses(of: noun).contains(.person) || lexicon.classes[noun]?.contains(.kind(.person)) == true
    let nouns = isNation(noun) || isPerson && !lexicon.isWord(noun, "generic") ? [noun] : []
    return hole.modifiers.filter(isNation) + nouns
  }

  /// Whether a verb says just what the maker of a work did; those of performers say it in many ways.
  private func tellsRolesApart(_ verb: String) -> Bool {
    !(lexicon.triggers[verb] ?? []).contains { $0.hints.contains { $0.utf8.first == UInt8(ascii: "!") } }
  }

  private func isWork(_ noun: String) -> Bool { lexicon.classes[noun]?.contains(.kind(.work)) ?? false }

  private func finish(_ pattern: FactPattern, _ clause: FactPattern.Clause) -> FactPattern? {
    var pattern = pattern
    switch parsed.hole.kind {
    case .howLong: pattern = duration(pattern, clause)
    case .howMany where parsed.hole.noun == "year": pattern = duration(pattern, clause)
    case .howMany: pattern.aggregate = asksHowOften ? .occurrences : .count
    case .howOld:
      guard case .entities(let ids, _) = clause.subject else { return nil }
      pattern.aggregate = .age(ids)
    default: break
    }
    if pattern.preferences.isMost { pattern.aggregate = .most }
    if parsed.isNegated, parsed.hole.kind != .whether {
      guard case .variable(let number) = pattern.answer else { return nil }
      pattern.negated = pattern.clauses.removeFirst()
      pattern.kinds[number] = pattern.kinds[number] ?? [.person]
    }
    // A clause without any anchor would return the whole database.
    return pattern
  }
}
