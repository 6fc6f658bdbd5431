/// Finds the triggers of a question's clause and puts its phrases into the slots of their facts.
struct TriggerMatcher {
  typealias Slot = QuestionLexicon.Slot
  typealias Chunk = ParsedQuestion.Chunk

  let lexicon: QuestionLexicon
  let parsed: ParsedQuestion

  /// A trigger and the chunks that its words took.
  private struct Match {
    var trigger: QuestionLexicon.Trigger
    var chunks: [Int]
    var nounsTaken: Set<Int>
  }

  /// The drafts of all triggers that match, those with more words first.
  func drafts() -> [PatternDraft] {
    var matches: [(match: Match, score: Double)] = []
    for (index, chunk) in parsed.chunks.enumerated() {
      guard case .verb(let lemmas, _) = chunk else { continue }
      for (rank, lemma) in lemmas.enumerated() {
        for trigger in lexicon.triggers[lemma] ?? [] {
          guard let match = match(trigger, from: index) else { continue }
          let score =
            Double(trigger.words.count * 10) - Double(rank) + Double(index) * 0.5
            - (trigger.isSynonym ? 3 : 0)
            - Double((match.chunks.last ?? index) - index) * 0.1
          matches.append((match, score))
        }
      }
    }
    dropLight(&matches)
    let order = matches.indices.sorted { (-matches[$0].score, $0) < (-matches[$1].score, $1) }
    return order.map { draft(matches[$0].match) }
  }

  /// "was in prison with X": "be with" leaves out the prison, which a longer trigger explains.
  private func dropLight(_ matches: inout [(match: Match, score: Double)]) {
    guard let nouns = matches.map(\.match.nounsTaken).max(by: { $0.count < $1.count }), !nouns.isEmpty else {
      return
    }
    matches.removeAll { match, _ in
      match.trigger.words.count > 1 && match.trigger.words[0].contains { lexicon.isWord($0, "be") }
        && match.nounsTaken.isDisjoint(with: nouns)
    }
  }

  /// The number of words of the longest trigger that matches; 0 if none does.
  var longestTrigger: Int {
    var longest = 0
    for (index, chunk) in parsed.chunks.enumerated() {
      guard case .verb(let lemmas, _) = chunk else { continue }
      for trigger in lemmas.flatMap({ lexicon.triggers[$0] ?? [] }) where trigger.words.count > longest {
        if match(trigger, from: index) != nil { longest = trigger.words.count }
      }
    }
    return longest
  }

  // MARK: - Matching

  private func words(_ index: Int) -> [String] {
    switch parsed.chunks[index] {
    case .verb(let lemmas, _): lemmas
    case .preposition(let word), .word(let word): [word]
    case .phrase(let phrase):
      if let hole = phrase.hole {
        hole.nouns
      } else if case .name(let match) = phrase.head {
        nameWords(match)
      } else {
        phrase.words
      }
    }
  }

  /// The last word of a name tells what it names: "the Ruritanian army".
  private func nameWords(_ match: NameMatch) -> [String] {
    NameFolding.fold(match.words).split(separator: " ").suffix(1).map { lexicon.nounLemma(String($0)) }
  }

  private func match(_ trigger: QuestionLexicon.Trigger, from start: Int) -> Match? {
    var match = Match(trigger: trigger, chunks: [start], nounsTaken: [])
    var place = start + 1
    for (offset, alternatives) in trigger.words.enumerated().dropFirst() {
      let isLast = offset == trigger.words.count - 1
      guard
        let found = (place..<max(place, parsed.chunks.count)).first(where: { index in
          if isLast && trigger.endsInPreposition, case .preposition = parsed.chunks[index] {
          } else if isLast && trigger.endsInPreposition {
            return false
          }
          return words(index).contains(where: alternatives.contains)
        })
      else { return nil }
      match.chunks.append(found)
      if case .phrase = parsed.chunks[found] { match.nounsTaken.insert(found) }
      place = found + 1
    }
    return match
  }

  // MARK: - Slots

  private func draft(_ match: Match) -> PatternDraft {
    var trigger = match.trigger
    var draft = PatternDraft(types: trigger.types, hints: trigger.hints)
    draft.gender = trigger.gender
    if case .verb(let lemmas, _) = parsed.chunks[match.chunks[0]] { draft.verbs = lemmas }
    if trigger.isSynonym { draft.confidence = 0.8 }
    let swaps =
      parsed.isPassive && trigger.subject != .none
      || parsed.isPassive && trigger.object != .none && !trigger.endsInPreposition
    // In the passive the grammatical subject fills the slot of the object, and "by X" that of the subject.
    var (subjectSlot, objectSlot) = (trigger.subject, trigger.object)
    if swaps, !(trigger.endsInPreposition && trigger.subject != .none && isActiveParticiple(trigger)) {
      (subjectSlot, objectSlot) = (trigger.object, trigger.subject)
    }
    if trigger.endsInPreposition, parsed.isPassive {
      // "was expelled from X", "was married to X": the noun after the preposition keeps its slot.
      subjectSlot = trigger.subject == .none ? .subject : trigger.subject
      objectSlot = trigger.object
    }
    trigger.object = objectSlot
    if let subject = parsed.subject {
      fill(&draft, subjectSlot, subject)
      // "When did X and Y marry": the other of the two, or one who shares the fact.
      draft.companions += subject.conjuncts
    }
    if parsed.place == .subject, draft.answer == .subject, draft.types.contains(.died),
      !AnswerKinds(lexicon: lexicon, hole: parsed.hole).mayBePerson
    {
      // "What killed X?" asks for the cause.
      draft.types = [.died, .injured]
      draft.answer = .value
      return asCause(draft)
    }
    place(&draft, match, objectSlot: objectSlot, agentSlot: parsed.isPassive ? match.trigger.subject : .none)
    return draft
  }

  private func asCause(_ draft: PatternDraft) -> PatternDraft {
    var draft = draft
    for phrase in parsed.phrases
    where !phrase.isHole && !draft.fillers.contains(where: { $0.slot == .subject }) {
      draft.fillers.append((.subject, phrase))
    }
    return draft
  }

  private func isActiveParticiple(_ trigger: QuestionLexicon.Trigger) -> Bool { true }

  /// Puts the phrases after the verb into their slots.
  private func place(_ draft: inout PatternDraft, _ match: Match, objectSlot: Slot, agentSlot: Slot) {
    let verb = match.chunks[0]
    let ending = match.trigger.endsInPreposition ? match.chunks[match.chunks.count - 1] : nil
    var preposition: String?
    var objectTaken = false
    for (index, chunk) in parsed.chunks.enumerated() {
      switch chunk {
      case .preposition(let word):
        preposition = match.chunks.contains(index) && index != ending && word != "as" ? nil : word
      case .word, .verb: if index > verb { preposition = nil }
      case .phrase(let phrase):
        defer { preposition = nil }
        if match.nounsTaken.contains(index) {
          takeOwner(&draft, phrase, objectSlot: objectSlot, &objectTaken)
        } else if let ending, index > ending, !objectTaken, preposition != nil,
          lastPreposition(before: index) == ending
        {
          objectTaken = true
          fill(&draft, objectSlot, phrase)
        } else if preposition == nil, index > verb, ending == nil, !objectTaken, !isPassiveObject {
          objectTaken = true
          fillObject(&draft, objectSlot, phrase)
        } else if preposition == "by", agentSlot != .none {
          fill(&draft, agentSlot, phrase)
        } else {
          attach(&draft, phrase, preposition)
        }
      }
    }
  }

  /// A passive clause has no object, except with verbs that take two.
  private var isPassiveObject: Bool { false }

  private func lastPreposition(before index: Int) -> Int? {
    (0..<index).last { if case .preposition = parsed.chunks[$0] { true } else { false } }
  }

  /// "take X's side", "demand X's dismissal": the owner of a noun that the trigger took is the object.
  private func takeOwner(
    _ draft: inout PatternDraft, _ phrase: NounPhrase, objectSlot: Slot, _ objectTaken: inout Bool
  ) {
    if asksForMost(phrase) {
      draft.asksForMost = true
      return
    }
    if let hole = phrase.hole {
      if objectSlot == .subject || objectSlot == .object, hole.kind == .whose {
        draft.answer = objectSlot
        objectTaken = true
        return
      }
      if draft.answer == nil { fill(&draft, objectSlot, phrase) }
      objectTaken = true
      return
    }
    if phrase.isName {
      objectTaken = true
      return fill(&draft, objectSlot, phrase)
    }
    let isKin = phrase.nouns.contains {
      lexicon.nouns[$0]?.first?.types.contains { [.parent, .sibling, .spouse].contains($0) } ?? false
    }
    if isKin, !phrase.possessor.isEmpty || parsed.subject != nil {
      // "X lost his mother": the mother.
      objectTaken = true
      var phrase = phrase
      if phrase.possessor.isEmpty, let subject = parsed.subject { phrase.possessor = [subject] }
      fill(&draft, objectSlot, phrase)
    } else if let owner = phrase.possessor.first, !objectTaken, !owner.isPronoun {
      objectTaken = true
      if case .name = owner.head {
        fill(&draft, objectSlot == .value ? .none : objectSlot, owner)
      } else {
        draft.attached.append(owner)
      }
      if objectSlot == .value { draft.attached.append(owner) }
    } else {
      // "share the apartment": the noun may be what the fact names, and tells facts apart.
      objectTaken = true
      if objectSlot == .place {
        fill(&draft, objectSlot, phrase)
      } else if objectSlot == .value {
        takeValue(&draft, phrase)
      }
    }
  }

  /// "the most positions".
  private func asksForMost(_ phrase: NounPhrase) -> Bool {
    phrase.modifiers.contains { lexicon.isWord($0, "superlative") }
  }

  /// "won the X Prize" must be that prize; "earned his degree" only tells facts apart.
  private func takeValue(_ draft: inout PatternDraft, _ phrase: NounPhrase) {
    let isAward = phrase.nouns.contains { WordClasses(of: $0).contains(.award) }
    if isAward, !phrase.modifiers.isEmpty {
      draft.valueWords += phrase.words
    } else {
      draft.context += phrase.words
    }
  }

  private func fillObject(_ draft: inout PatternDraft, _ slot: Slot, _ phrase: NounPhrase) {
    if asksForMost(phrase) {
      draft.asksForMost = true
      return
    }
    let taken = draft.fillers.contains { $0.slot == slot } || draft.answer == slot
    // "was made secretary", "elected her president": a common noun beside the person is the value.
    if case .nouns = phrase.head,
      draft.types.contains(.position) || draft.types.contains(.received) || draft.types.contains(.occupation),
      taken || slot == .subject || slot == .none
    {
      draft.valueWords += phrase.words
      draft.attached += phrase.possessor
      return
    }
    if taken { attach(&draft, phrase, nil) } else { fill(&draft, slot, phrase) }
  }

  func fill(_ draft: inout PatternDraft, _ slot: Slot, _ phrase: NounPhrase) {
    if phrase.isHole {
      draft.answer = slot == .near ? .subject : slot
    } else if slot == .none || slot == .near {
      attach(&draft, phrase, nil)
    } else {
      draft.fillers.append((slot, phrase))
    }
  }

  private func attach(_ draft: inout PatternDraft, _ phrase: NounPhrase, _ preposition: String?) {
    if phrase.isHole {
      if draft.answer == nil {
        draft.answer = hole(after: preposition, draft)
      }
      return
    }
    switch preposition {
    case "as":
      draft.valueWords += phrase.words
      draft.attached += phrase.possessor.filter { !$0.isPronoun }
    case "before", "after", "since", "until", "during": draft.moments.append((preposition ?? "", phrase))
    case "with", "alongside": draft.companions.append(phrase)
    case "to" where phrase.isCommon && draft.types.contains(.position):
      draft.valueWords += phrase.words
      draft.attached += phrase.possessor
    default: draft.attached.append(phrase)
    }
  }

  private func hole(after preposition: String?, _ draft: PatternDraft) -> Slot {
    switch preposition {
    case "by": .value
    case "with": .either
    case "of" where draft.types.contains(.died), "from" where draft.types.contains(.died): .value
    case "as": .value
    default: freeSlot(draft)
    }
  }

  /// Where a hole after a preposition goes: the object if it is free, else the place.
  private func freeSlot(_ draft: PatternDraft) -> Slot {
    draft.fillers.contains { $0.slot == .object }
      ? .place : draft.types.first == .born || draft.types.first == .died ? .place : .object
  }
}
