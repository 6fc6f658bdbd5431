extension QuestionParser {
  // MARK: - The hole

  mutating func findHole() -> Bool {
    if isAuxiliary, !phrases.isWord(index, "modal"), phrases.folded(1) != "there" {
      parsed.hole = QuestionHole(kind: .whether)
      return true
    }
    let limit = min(8, items.count)
    guard let place = (0..<limit).first(where: { phrases.isWord($0, "wh") && isHole($0) }) else {
      return findRequest()
    }
    if place > 0, let word = items[place - 1].folded, lexicon.isWord(word, "preposition") { fronted = word }
    // A question set into a statement keeps what stands before it: "tell me where".
    if place > 1 || place == 1 && fronted == nil {
      let lead = items[..<(fronted == nil ? place : place - 1)]
      let isIdle = lead.allSatisfy {
        $0.folded.map {
          lexicon.isSmall($0) || lexicon.isWord($0, "ask")
            || ["know", "want", "like", "you", "i"].contains($0)
        } ?? false
      }
      guard isIdle else { return findInPlace(place) }
    }
    index = place
    return takeHole()
  }

  func isHole(_ place: Int) -> Bool {
    guard let word = items[place].folded else { return false }
    // "people who …": a relative pronoun after a request is no hole.
    if place > 0, let first = items[0].folded, lexicon.isWord(first, "ask"), place > 2, word != "when",
      word != "where"
    {
      return false
    }
    return true
  }

  /// "X was born where?"
  mutating func findInPlace(_ place: Int) -> Bool {
    var moved = items
    let hole = moved[place...]
    moved.removeSubrange(place...)
    replace(Array(hole) + moved)
    index = 0
    guard takeHole() else { return false }
    return true
  }

  /// "Name the people who lived with X", "List X's children".
  mutating func findRequest() -> Bool {
    guard let first = items.first?.folded, lexicon.isWord(first, "ask") else { return false }
    index = 1
    while phrases.isWord(index, "filler") || phrases.isWord(index, "determiner") {
      if phrases.isWord(index, "filler"), ["people", "names"].contains(items[index].folded ?? ""),
        phrases.isWord(index + 1, "relative")
      {
        break
      }
      index += 1
    }
    if phrases.isWord(index, "people"), phrases.isWord(index + 1, "relative") {
      parsed.hole = QuestionHole(kind: .who, isPlural: true)
      index += 2
      return true
    }
    guard let (phrase, next) = phrases.phrase(at: index, before: .nothing) else { return false }
    parsed.hole = QuestionHole(
      kind: .which, nouns: phrase.nouns, modifiers: phrase.modifiers, names: phrase.names, isPlural: true)
    index = next
    if phrases.isWord(next, "relative") {
      index = next + 1
    } else if next >= items.count || !phrase.possessor.isEmpty {
      parsed.isCopular = true
      parsed.hole = QuestionHole(kind: .what, isPlural: true)
      parsed.chunks = [.phrase(phrase)]
    }
    return true
  }

  mutating func takeHole() -> Bool {
    guard let word = items[index].folded else { return false }
    index += 1
    switch word {
    case "who", "whom":
      parsed.hole = QuestionHole(kind: .who)
      takeElse()
    case "where":
      parsed.hole = QuestionHole(kind: .whereabouts)
      takeElse()
      takeSurroundings()
    case "when":
      parsed.hole = QuestionHole(kind: .when)
      takeSpan()
    case "why": parsed.hole = QuestionHole(kind: .why)
    case "how": return takeHow()
    case "whose":
      parsed.hole = QuestionHole(kind: .whose)
      takeNouns()
    default:
      parsed.hole = QuestionHole(kind: word == "which" ? .which : .what)
      if !isAuxiliary, !(word == "what" && phrases.isVerb(index, .finiteVerb)) { takeNouns() }
      takeSpan()
      takeAge()
    }
    return true
  }

  /// "from when to when", "from which year to which year", "between which years".
  mutating func takeSpan() {
    guard let fronted, lexicon.isWord(fronted, "opening") else { return }
    let isDate = parsed.hole.noun.map { lexicon.classes[$0]?.contains(.date) ?? false } ?? true
    guard isDate else { return }
    if phrases.isWord(index, "closing"), phrases.isWord(index + 1, "wh") {
      parsed.isSpan = true
      index += 2
      if !isAuxiliary { index += 1 }
    } else {
      parsed.isSpan = parsed.hole.isPlural
    }
  }

  /// "At what age did X marry?": how old was X when X married?
  mutating func takeAge() {
    guard let noun = parsed.hole.noun, lexicon.isWord(noun, "age"), isAuxiliary else { return }
    let when = QuestionItem.word(QuestionWord(text: "when", folded: "when", name: "when"))
    let clause = [when] + items[index...]
    var parser = QuestionParser(lexicon: lexicon, items: clause)
    guard let subject = parser.parse()?.subject else { return }
    parsed.hole = QuestionHole(kind: .howOld)
    parsed.clause = clause
    parsed.subject = subject
    parsed.isCopular = true
    index = items.count
  }

  /// "who else", "where else": what the question names already is no answer, whatever the words.
  mutating func takeElse() {
    guard phrases.folded(index) == "else" else { return }
    parsed.hole.modifiers.append("other")
    index += 1
  }

  /// "where in Canada": the place around the answer.
  mutating func takeSurroundings() {
    guard phrases.isWord(index, "preposition"), index + 2 < items.count, phrases.isAuxiliary(index + 2) else {
      return
    }
    if case .name(let name) = items[index + 1] { parsed.hole.attached.append(name) }
    index += 2
  }

  mutating func takeHow() -> Bool {
    switch items.indices.contains(index) ? items[index].folded : nil {
    case "many", "much":
      index += 1
      parsed.hole = QuestionHole(kind: .howMany)
      if !isAuxiliary { takeNouns() }
    case "often":
      index += 1
      parsed.hole = QuestionHole(kind: .howMany, nouns: ["time"])
    case "long":
      index += 1
      parsed.hole = QuestionHole(kind: .howLong)
    case "old":
      index += 1
      parsed.hole = QuestionHole(kind: .howOld)
    default: parsed.hole = QuestionHole(kind: .how)
    }
    return true
  }

  /// The nouns after "which", up to the auxiliary or the verb.
  mutating func takeNouns() {
    if let word = phrases.folded(index), word == "of" { index += 1 }
    // "what kind of X"
    if let word = phrases.folded(index), ["kind", "sort", "type"].contains(word),
      phrases.folded(index + 1) == "of"
    {
      parsed.hole.modifiers.append("kind")
      index += 2
    }
    let hasDo = (index..<items.count).contains { phrases.isWord($0, "do") && $0 > index }
    let limit =
      (index..<items.count).first { phrases.isAuxiliary($0) && (!hasDo || phrases.isWord($0, "do")) }
      ?? items.count
    var end = limit
    if !hasDo {
      for place in stride(from: index + 1, to: limit, by: 1)
      where phrases.isVerb(place, .finiteVerb) || isPlainVerb(place) {
        end = place
        break
      }
    }
    let inner = PhraseParser(lexicon: lexicon, items: Array(items[..<end]))
    guard let (phrase, next) = inner.phrase(at: index, before: .participle) else { return }
    parsed.hole.isPlural = phrase.isPlural
    parsed.hole.names = phrase.names
    parsed.hole.modifiers += phrase.modifiers
    parsed.hole.nouns = phrase.nouns
    parsed.hole.possessor = phrase.possessor
    if case .name(let name) = phrase.head {
      parsed.hole.names.append(name)
      parsed.hole.nouns = phrase.modifiers.last.map { [$0] } ?? []
    }
    parsed.rank = phrase.modifiers.compactMap(lexicon.rank).first
    // What stands between the noun and the verb: "building in China", "films featuring X".
    for place in next..<max(next, end) {
      if case .name(let name) = items[place] { parsed.hole.attached.append(name) }
    }
    index = end
  }

  /// A verb in its plain form after a plural: "which players work for".
  func isPlainVerb(_ place: Int) -> Bool {
    guard let word = phrases.folded(place), let before = phrases.folded(place - 1) else { return false }
    return lexicon.isPlural(before) && lexicon.verbLemmas(word).contains(word)
      && lexicon.nouns[word] == nil && lexicon.classes[word] == nil
  }
}
