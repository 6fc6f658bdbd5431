/// Turns a fact that a rule reads off a question's statement into a draft of a pattern.
struct StatementDraft {
  typealias Slot = QuestionLexicon.Slot

  let candidate: FactCandidate
  let words: [QuestionStatement.Word]
  let tokens: [Token]
  let parsed: ParsedQuestion
  let lexicon: QuestionLexicon

  /// `nil` if the fact says nothing of what is asked.
  func draft() -> PatternDraft? {
    var draft = PatternDraft(types: [candidate.type])
    draft.confidence = 0.9
    place(candidate.subject, in: .subject, of: &draft)
    if let object = candidate.object { place(object, in: .object, of: &draft) }
    if let place = candidate.place { self.place(place, in: .place, of: &draft) }
    if let token = candidate.valueToken {
      if words[token].isHole {
        draft.answer = draft.answer ?? .value
      } else {
        draft.valueWords = valueWords(token)
      }
    }
    if asksForTime { draft.answer = .date }
    guard draft.answer != nil, !draft.fillers.isEmpty else { return nil }
    let used = Set(draft.fillers.compactMap { name(of: $0.phrase) })
    for word in words {
      guard let name = word.name, !used.contains(name.words) else { continue }
      draft.attached.append(NounPhrase(head: .name(name)))
    }
    return draft
  }

  /// How much of the question the draft explains.
  func score(of draft: PatternDraft) -> Int {
    draft.fillers.filter { $0.phrase.isName }.count * 3 + draft.fillers.count
      + (draft.answer == .value ? 0 : 1)
  }

  private var asksForTime: Bool {
    switch parsed.hole.kind {
    case .when, .howLong, .howOld: true
    case .howMany: parsed.hole.noun == "year"
    default: parsed.hole.noun.map { lexicon.classes[$0]?.contains(.date) ?? false } ?? false
    }
  }

  private func name(of phrase: NounPhrase) -> String? {
    if case .name(let match) = phrase.head { return match.words }
    return phrase.possessor.first.flatMap(name)
  }

  private func place(_ binding: RuleMatch.Binding, in slot: Slot, of draft: inout PatternDraft) {
    guard binding.token >= 0 else { return }
    if case .variable(StatementFillers.hole)? = binding.filler?.referent {
      draft.answer = slot
    } else if binding.filler == nil, words[binding.token].isHole {
      draft.answer = .value
    } else {
      draft.fillers.append((slot, phrase(binding)))
    }
  }

  /// The phrase that fills a part.
  private func phrase(_ binding: RuleMatch.Binding) -> NounPhrase {
    var token = binding.token
    switch binding.filler?.referent {
    case .entity(let index): token = index
    case .variable(let number): token = number - 1
    case nil: break
    }
    return phrase(token, depth: 0)
  }

  private func phrase(_ token: Int, depth: Int) -> NounPhrase {
    if let name = words[token].name { return NounPhrase(head: .name(name)) }
    let form = tokens[token].form.lowercased()
    if lexicon.isWord(form, "male") { return NounPhrase(head: .pronoun(.male)) }
    if lexicon.isWord(form, "female") { return NounPhrase(head: .pronoun(.female)) }
    var phrase = NounPhrase(head: .nouns([lexicon.nounLemma(form)]))
    guard depth < 3 else { return phrase }
    for index in tokens.indices where tokens[index].head == token {
      switch tokens[index].relation {
      case .amod, .compound: phrase.modifiers.append(tokens[index].form.lowercased())
      case .nmodPoss: phrase.possessor = [self.phrase(index, depth: depth + 1)]
      case .nmod where hasOf(index): phrase.possessor = [self.phrase(index, depth: depth + 1)]
      default: break
      }
    }
    return phrase
  }

  private func hasOf(_ token: Int) -> Bool {
    tokens.contains { $0.head == token && $0.relation == .case && $0.lemma == "of" }
  }

  private func valueWords(_ token: Int) -> [String] {
    let phrase = phrase(token, depth: 3)
    guard !phrase.isName else { return [] }
    let modifiers = tokens.indices.filter {
      tokens[$0].head == token && [.amod, .compound].contains(tokens[$0].relation) && words[$0].name == nil
    }
    return modifiers.map { tokens[$0].form.lowercased() } + phrase.nouns
  }
}

extension PatternDraft {
  /// Whether two drafts differ in nothing but the type of the fact.
  func asksTheSame(as other: Self) -> Bool {
    answer == other.answer && valueWords == other.valueWords && fillers.count == other.fillers.count
      && zip(fillers, other.fillers).allSatisfy { $0.slot == $1.slot && $0.phrase.words == $1.phrase.words }
      && zip(fillers, other.fillers).allSatisfy { one, two in
        if case .name(let first) = one.phrase.head, case .name(let second) = two.phrase.head {
          return first == second
        }
        return one.phrase.isName == two.phrase.isName
      }
  }
}
