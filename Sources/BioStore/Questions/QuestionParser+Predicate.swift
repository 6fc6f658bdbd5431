extension QuestionParser {
  // MARK: - The predicate

  /// The verb and what follows it.
  mutating func parsePredicate(isPassive: Bool, expectsVerb: Bool = true) {
    var expectsVerb = expectsVerb
    while index < items.count {
      if let word = phrases.folded(index) {
        if lexicon.isWord(word, "negation") {
          parsed.isNegated = true
          index += 1
          continue
        }
        if takeVerb(word, expected: expectsVerb) {
          expectsVerb = false
          continue
        }
        if lexicon.isWord(word, "preposition") || lexicon.isWord(word, "particle")
          || lexicon.isWord(word, "except")
        {
          parsed.chunks.append(.preposition(word))
          index += 1
          continue
        }
        if lexicon.isWord(word, "relative")
          || lexicon.isWord(word, "conjunction") && phrases.isVerb(index + 1, .finiteVerb)
        {
          parsed.context += items[index...].flatMap(contextWords)
          index = items.count
          continue
        }
        if lexicon.isWord(word, "adverb") {
          if let rank = lexicon.rank(word) { parsed.rank = rank }
          parsed.chunks.append(.word(word))
          index += 1
          continue
        }
      }
      if let (phrase, next) = phrases.phrase(at: index, before: .participle) {
        parsed.chunks.append(.phrase(phrase))
        index = next
      } else {
        if let word = phrases.folded(index) { parsed.chunks.append(.word(word)) }
        index += 1
      }
    }
  }

  mutating func takeVerb(_ word: String, expected: Bool) -> Bool {
    // "out" and "like" are verbs too, but not in a question.
    if lexicon.isWord(word, "preposition") || lexicon.isWord(word, "particle") { return false }
    var lemmas = lexicon.verbLemmas(word)
    let isMain = ["do", "be", "have"].contains { lexicon.isWord(word, $0) }
    if expected {
      if lemmas.isEmpty { lemmas = [word] }
    } else {
      let afterTo =
        index > 0 && items[index - 1].folded == "to" && lemmas.contains(word)
        && (index + 1 < items.count || !isNounHere(index))
      let isParticiple = phrases.isVerb(index, .participle) && !isNounHere(index)
      let isBare = lemmas.contains(word) && followsVerb && !isNounHere(index)
      guard afterTo || isParticiple && !lemmas.isEmpty || isBare || isMain else { return false }
    }
    // "Which paper did she found?": behind "did" stands the dictionary form, which is no past tense of "find".
    if lemmas.contains(word), items[..<index].contains(where: { lexicon.isWord($0.folded ?? "", "do") }) {
      lemmas = [word]
    }
    if isMain {
      lemmas = lexicon.isWord(word, "do") ? ["do"] : lexicon.isWord(word, "be") ? ["be"] : ["have"]
    }
    parsed.chunks.append(.verb(lemmas, isParticiple: phrases.isVerb(index, .participle)))
    index += 1
    return true
  }

  var followsVerb: Bool {
    if case .verb = parsed.chunks.last { return true }
    return false
  }

  // MARK: - Putting the hole in its place

  /// "When", "in which year", "for how many years", "how often": the hole is no phrase of the clause.
  private var asksForTime: Bool {
    switch parsed.hole.kind {
    case .when, .howLong, .howOld, .whether: true
    case .what, .which, .howMany:
      parsed.hole.noun.map { lexicon.classes[$0]?.contains(.date) ?? false } ?? false
    default: false
    }
  }

  mutating func placeHole() {
    let hole = ParsedQuestion.Chunk.phrase(NounPhrase(head: .hole(parsed.hole)))
    if asksForTime {
      parsed.isEnd = fronted.map { ["until", "till"].contains($0) } ?? false
      parsed.place = .adverb
      if parsed.hole.kind == .what || parsed.hole.kind == .which { parsed.hole.kind = .when }
      return
    }
    if let fronted {
      parsed.place = .preposition
      parsed.chunks += [.preposition(fronted), hole]
      return
    }
    guard [.who, .what, .which, .whose, .howMany].contains(parsed.hole.kind) else {
      parsed.place = .adverb
      return
    }
    if case .preposition(let word) = parsed.chunks.last, !lexicon.isStrandedParticle(word) {
      parsed.place = .preposition
      parsed.chunks.append(hole)
      return
    }
    // "the film that X …": a stranded preposition inside.
    for place in parsed.chunks.indices.dropLast() {
      if case .preposition(let word) = parsed.chunks[place], !lexicon.isWord(word, "particle"),
        case .preposition = parsed.chunks[place + 1]
      {
        parsed.place = .preposition
        parsed.chunks.insert(hole, at: place + 1)
        return
      }
    }
    parsed.place = .object
    let verb = parsed.chunks.lastIndex { if case .verb = $0 { true } else { false } }
    parsed.chunks.insert(hole, at: verb.map { $0 + 1 } ?? 0)
  }
}
