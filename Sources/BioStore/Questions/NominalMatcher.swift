/// Reads questions whose predicate is a noun: "Who was X's teacher?", "In which region was X secretary?", and the noun
/// of the hole: "Which post did X hold?".
struct NominalMatcher {
  typealias Slot = QuestionLexicon.Slot

  let lexicon: QuestionLexicon
  let parsed: ParsedQuestion

  /// Drafts for a clause with a form of "be" and no other verb.
  func drafts() -> [PatternDraft] {
    guard case .phrase(let complement)? = parsed.chunks.first, !complement.isHole else {
      return subjectDrafts()
    }
    if let subject = parsed.subject, !subject.isHole { return classDrafts(subject, complement) }
    return complementDrafts(complement)
  }

  // MARK: - "Who was X's teacher?"

  private func complementDrafts(_ complement: NounPhrase, isNamed: Bool = false) -> [PatternDraft] {
    guard case .nouns(let nouns) = complement.head else { return [] }
    if let noun = nouns.first, lexicon.isWord(noun, "naming"), let inner = complement.possessor.first {
      // "the name of X's brother" is X's brother.
      if case .nouns = inner.head, !inner.possessor.isEmpty || !inner.nouns.isEmpty {
        return complementDrafts(inner, isNamed: true)
      }
    }
    if let facet = facetDrafts(complement) { return facet }
    let owners = complement.possessor.isEmpty ? adjuncts.prefix(1).map { $0 } : complement.possessor
    let others = complement.possessor.isEmpty ? Array(adjuncts.dropFirst()) : adjuncts
    var result: [PatternDraft] = []
    if !isNamed, parsed.hole.kind == .what, parsed.layout.auxiliary != nil, !complement.possessor.isEmpty,
      let noun = nouns.first, isPerson(noun),
      lexicon.nouns[noun]?.first.map({ Self.isEntity($0.answer) }) == true
    {
      // "What was X's father?" asks what he did.
      var draft = PatternDraft(types: [.occupation, .position], answer: .value)
      draft.fillers.append((.subject, complement))
      draft.attached = adjuncts.filter { !asksForOccupation($0) }
      result.append(draft)
    }
    for entry in nouns.compactMap({ lexicon.nouns[$0]?.first }).prefix(1) {
      result += attributeDraft(entry, nouns: nouns, complement, owners: owners, others: others, owner: nil)
    }
    for entry in (nouns.first.flatMap { lexicon.nouns[$0] } ?? []).dropFirst() {
      result += attributeDraft(entry, nouns: nouns, complement, owners: owners, others: others, owner: nil)
    }
    if let noun = nouns.first { result += roleDrafts(noun, complement, owners: owners, others: others) }
    return result
  }

  /// "the date of X's birth", "the cause of her death": a slot of the fact that the inner noun asks for.
  private func facetDrafts(_ complement: NounPhrase) -> [PatternDraft]? {
    guard let facet = complement.nouns.first, lexicon.isWord(facet, "facet"),
      let event = complement.possessor.first, let noun = event.nouns.first
    else { return nil }
    let classes = lexicon.classes[facet] ?? []
    let answer: Slot =
      classes.contains(.date) ? .date : classes.contains(.kind(.place)) ? .place : .value
    let entries = (lexicon.nouns[noun] ?? []).filter { [.date, .place, .value].contains($0.answer) }
    guard !entries.isEmpty else { return nil }
    return entries.map { entry in
      var draft = PatternDraft(types: entry.types, hints: entry.hints, answer: answer)
      draft.context = event.modifiers
      for owner in event.possessor + adjuncts { draft.fillers.append((entry.possessor, owner)) }
      return draft
    }
  }

  private func attributeDraft(
    _ entry: QuestionLexicon.AttributeNoun, nouns: [String], _ complement: NounPhrase, owners: [NounPhrase],
    others: [NounPhrase], owner: NounPhrase?
  ) -> [PatternDraft] {
    var draft = PatternDraft(types: entry.types, attached: others, hints: entry.hints, answer: entry.answer)
    // "mother and father": either gender.
    draft.gender = nouns.count == 1 ? entry.gender : nil
    draft.noun = nouns.count == 1 ? nouns.first : nil
    for owner in owners { draft.fillers.append((entry.possessor, unwrapped(owner))) }
    // "What was X's post at Y": the owner fills the subject, a body beside it the object.
    if !complement.names.isEmpty { draft.attached += complement.names.map { NounPhrase(head: .name($0)) } }
    draft.context = complement.modifiers
    draft.rank = complement.modifiers.compactMap(lexicon.rank).first
    if entry.possessor == .subject, entry.answer == .subject { return [] }
    return [draft]
  }

  /// "the cause of X's death" is of X.
  private func unwrapped(_ phrase: NounPhrase) -> NounPhrase {
    guard let noun = phrase.nouns.first, let owner = phrase.possessor.first,
      lexicon.nouns[noun]?.contains(where: { $0.answer == .date }) == true
    else { return phrase }
    return owner
  }

  /// A noun that the table does not list: a position, an occupation, a tie between people.
  private func roleDrafts(
    _ noun: String, _ complement: NounPhrase, owners: [NounPhrase], others: [NounPhrase]
  ) -> [PatternDraft] {
    guard isPerson(noun) || !owners.isEmpty else { return [] }
    let words = complement.modifiers.filter { lexicon.rank($0) == nil && !lexicon.isSmall($0) } + [noun]
    var position = PatternDraft(types: [.position], attached: others, valueWords: words, answer: .subject)
    position.confidence = 0.9
    var tie = PatternDraft(
      types: [.associatedWith, .relative, .supported, .studentOf], attached: others, valueWords: words,
      answer: .either)
    tie.confidence = 0.8
    for owner in owners {
      position.fillers.append((.object, owner))
      tie.fillers.append((.either, owner))
    }
    let occupation = PatternDraft(
      types: [.occupation, .position], attached: owners + others, valueWords: words, answer: .subject)
    return owners.isEmpty ? [occupation] : [position, tie]
  }

  private static func isEntity(_ slot: Slot) -> Bool { [.subject, .object, .either].contains(slot) }

  private func isPerson(_ noun: String) -> Bool {
    lexicon.nouns[noun]?.first?.gender != nil || WordClasses(of: noun).contains(.person)
      || lexicon.classes[noun]?.contains(.kind(.person)) == true
  }

  /// "by profession"
  private func asksForOccupation(_ phrase: NounPhrase) -> Bool {
    phrase.nouns.contains { lexicon.nouns[$0]?.first?.types.first == .occupation }
  }

  /// Phrases after a preposition.
  private var adjuncts: [NounPhrase] { parsed.phrases.dropFirst().filter { !$0.isHole } }

  // MARK: - "In which region was X secretary?"

  private func classDrafts(_ subject: NounPhrase, _ complement: NounPhrase) -> [PatternDraft] {
    guard let noun = complement.nouns.first else { return [] }
    var result: [PatternDraft] = []
    let others = parsed.phrases.dropFirst().filter { !$0.isHole }
    for entry in lexicon.nouns[noun] ?? []
    where [.subject, .object].contains(entry.answer) && entry.possessor != entry.answer {
      var draft = PatternDraft(types: entry.types, attached: Array(others), hints: entry.hints)
      draft.fillers.append((entry.answer, subject))
      for owner in complement.possessor { draft.fillers.append((entry.possessor, owner)) }
      if parsed.place == .preposition { draft.answer = entry.possessor }
      result.append(draft)
    }
    let words = complement.modifiers.filter { lexicon.rank($0) == nil } + [noun]
    var draft = PatternDraft(
      types: [.position, .occupation, .employedBy, .participatedIn]
        + (parsed.hole.kind == .whether ? [.nationality, .religion] : []),
      attached: Array(others) + complement.possessor,
      valueWords: words)
    draft.fillers.append((.subject, subject))
    draft.answer = parsed.place == .preposition ? .object : nil
    // "Which war was X an officer in?" asks for no body.
    let asksForEvent = AnswerKinds(lexicon: lexicon, hole: parsed.hole).kinds?.contains(.event) ?? false
    let isFirst = lexicon.nouns[noun] == nil || !complement.modifiers.isEmpty || asksForEvent
    result.insert(draft, at: isFirst ? 0 : result.count)
    return result
  }

  // MARK: - "Where is X?", "What nationality was X?", "Who was X?"

  private func subjectDrafts() -> [PatternDraft] {
    guard let subject = parsed.subject, !subject.isHole else { return [] }
    switch parsed.hole.kind {
    case .whereabouts:
      return [
        simple([.locatedIn, .born], subject, .object), simple([.happened], subject, .place),
        simple([.residedIn, .died, .born], subject, .object),
      ] + eventDrafts(subject)
    case .when, .howLong:
      return eventDrafts(subject) + [
        simple([.happened], subject, .date), simple([.participatedIn, .born], subject, .date),
      ]
    case .howOld: return [simple([.born], subject, .date)]
    case .which where parsed.place == .preposition && !asksForValue,
      .what where parsed.place == .preposition && !asksForValue:
      return [simple([.locatedIn, .partOf], subject, .object), simple([.happened], subject, .place)]
        + eventDrafts(subject)
    default: break
    }
    if parsed.hole.kind == .whose { return whoseDrafts(subject) }
    if let noun = parsed.hole.noun {
      var result = (lexicon.nouns[noun] ?? []).filter { [.value, .object].contains($0.answer) }.map { entry in
        var draft = simple(entry.types, subject, entry.answer)
        draft.hints = entry.hints
        return draft
      }
      result.append(simple([.occupation, .position], subject, .value))
      return result
    }
    return [simple([.occupation, .position, .nationality], subject, .value)]
  }

  /// "Of what nationality was X?"
  private var asksForValue: Bool {
    parsed.hole.noun.flatMap { lexicon.nouns[$0]?.first }?.answer == .value
  }

  /// "Whose daughter was X?": X is the daughter, and the possessor is asked for.
  private func whoseDrafts(_ subject: NounPhrase) -> [PatternDraft] {
    guard let noun = parsed.hole.noun else { return [] }
    let others = parsed.phrases.filter { !$0.isHole }
    var result = (lexicon.nouns[noun] ?? []).filter {
      Self.isEntity($0.possessor) && Self.isEntity($0.answer)
    }.map {
      var draft = PatternDraft(types: $0.types, attached: others, hints: $0.hints, answer: $0.possessor)
      draft.fillers.append(($0.answer, subject))
      draft.context = parsed.hole.modifiers
      return draft
    }
    var tie = PatternDraft(
      types: [.associatedWith, .relative, .supported, .studentOf], attached: others, valueWords: [noun],
      answer: .either)
    tie.fillers.append((.either, subject))
    tie.confidence = 0.8
    result.append(tie)
    return result
  }

  /// "When was X's duel", "Where was the trial of X".
  private func eventDrafts(_ subject: NounPhrase) -> [PatternDraft] {
    guard let noun = subject.nouns.first else { return [] }
    var result: [PatternDraft] = []
    for entry in lexicon.nouns[noun] ?? [] where entry.answer == .date || entry.answer == .place {
      var draft = PatternDraft(
        types: entry.types, hints: entry.hints, answer: parsed.hole.kind == .whereabouts ? .place : .date)
      for owner in subject.possessor { draft.fillers.append((entry.possessor, owner)) }
      result.append(draft)
    }
    for owner in subject.possessor {
      var draft = PatternDraft(
        types: [.participatedIn, .created, .founded, .happened], valueWords: subject.modifiers + [noun])
      draft.fillers.append((.subject, owner))
      draft.answer = parsed.hole.kind == .whereabouts ? .place : .date
      result.append(draft)
    }
    return result
  }

  private func simple(_ types: [FactType], _ subject: NounPhrase, _ answer: Slot) -> PatternDraft {
    let others = parsed.phrases.filter { !$0.isHole && !asksForOccupation($0) }
    var draft = PatternDraft(types: types, attached: others, answer: answer)
    draft.fillers.append((.subject, subject))
    return draft
  }

  // MARK: - "Which post did X hold?"

  /// Drafts from the noun of the hole, whatever the verb.
  func holeDrafts() -> [PatternDraft] {
    guard let noun = parsed.hole.noun, !parsed.isCopular else { return [] }
    var result: [PatternDraft] = []
    for entry in lexicon.nouns[noun] ?? [] where entry.answer != .date {
      var draft = PatternDraft(types: entry.types, hints: entry.hints, answer: entry.answer)
      draft.gender = entry.gender
      draft.noun = noun
      draft.confidence = 0.85
      var others = parsed.phrases.filter { !$0.isHole }
      if let subject = parsed.subject, !subject.isHole {
        draft.fillers.append((entry.possessor, subject))
      } else if let owner = parsed.hole.possessor.first {
        draft.fillers.append((entry.possessor, owner))
      } else if let index = others.firstIndex(where: \.isName), entry.answer != .value {
        draft.fillers.append((entry.possessor, others.remove(at: index)))
      } else {
        continue
      }
      draft.attached = others.filter { $0.isName || !$0.possessor.isEmpty }
      draft.context = others.flatMap(\.words)
      result.append(draft)
    }
    return result
  }
}
