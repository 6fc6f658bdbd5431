/// Turns the items of a question into a clause with a hole.
struct QuestionParser {
  let lexicon: QuestionLexicon
  private var items: [QuestionItem]
  private var phrases: PhraseParser
  private var index = 0
  private var parsed = ParsedQuestion(hole: QuestionHole(kind: .what))
  private var fronted: String?

  init(lexicon: QuestionLexicon, items: [QuestionItem]) {
    self.lexicon = lexicon
    self.items = items
    phrases = PhraseParser(lexicon: lexicon, items: items)
  }

  /// The clause, or `nil` if the words do not have the form of a question.
  mutating func parse() -> ParsedQuestion? {
    cutClauses()
    takeTimes()
    guard findHole() else { return nil }
    if parsed.hole.kind == .howOld || isAuxiliary { parseAfterAuxiliary() } else { parsePlain() }
    takeExceptions()
    parsed.layout.items = items
    parsed.layout.fronted = fronted
    return parsed
  }

  private var isAuxiliary: Bool { phrases.isAuxiliary(index) }

  private mutating func replace(_ new: [QuestionItem]) {
    items = new
    phrases = PhraseParser(lexicon: lexicon, items: new)
  }

  // MARK: - What stands around the clause

  /// Cuts off "when he died", "after returning from exile", "before the attack": they only tell answers apart.
  private mutating func cutClauses() {
    guard items.count > 3 else { return }
    for place in 2..<items.count {
      guard let word = items[place].folded, lexicon.isWord(word, "subordinator"),
        word != "as" || isClause(place + 1)
      else { continue }
      // "In the year that …" and a hole after a preposition stay.
      let head = items[..<place]
      guard
        head.contains(where: { $0.folded.map { lexicon.isWord($0, "wh") } ?? false })
      else { continue }
      if place + 1 >= items.count { continue }
      parsed.clause = Array(items[place...])
      parsed.context += parsed.clause.flatMap(contextWords)
      replace(Array(head))
      return
    }
  }

  /// Whether a subject and a verb follow.
  private func isClause(_ start: Int) -> Bool {
    guard let (_, next) = phrases.phrase(at: start, before: .finiteVerb) else { return false }
    return phrases.isAuxiliary(next) || phrases.isVerb(next, .finiteVerb)
  }

  private func contextWords(_ item: QuestionItem) -> [String] {
    switch item {
    case .word(let word): lexicon.isSmall(word.folded) ? [] : [word.folded]
    case .name(let match): [NameFolding.fold(match.words)]
    case .time(let time): [String(time.year)]
    }
  }

  private mutating func takeTimes() {
    var rest: [QuestionItem] = []
    for item in items {
      if case .time(let time) = item { parsed.times.append(time) } else { rest.append(item) }
    }
    replace(rest)
  }

  /// "besides X", "other than X".
  private mutating func takeExceptions() {
    var chunks: [ParsedQuestion.Chunk] = []
    var isException = false
    for chunk in parsed.chunks {
      if case .preposition(let word) = chunk, lexicon.isWord(word, "except") {
        isException = true
        continue
      }
      if isException, case .phrase(let phrase) = chunk {
        parsed.excluded.append(phrase)
        isException = false
        continue
      }
      chunks.append(chunk)
    }
    parsed.chunks = chunks
  }

  // MARK: - The hole

  private mutating func findHole() -> Bool {
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

  private func isHole(_ place: Int) -> Bool {
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
  private mutating func findInPlace(_ place: Int) -> Bool {
    var moved = items
    let hole = moved[place...]
    moved.removeSubrange(place...)
    replace(Array(hole) + moved)
    index = 0
    guard takeHole() else { return false }
    return true
  }

  /// "Name the people who lived with X", "List X's children".
  private mutating func findRequest() -> Bool {
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

  private mutating func takeHole() -> Bool {
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
    case "when": parsed.hole = QuestionHole(kind: .when)
    case "why": parsed.hole = QuestionHole(kind: .why)
    case "how": return takeHow()
    case "whose":
      parsed.hole = QuestionHole(kind: .whose)
      takeNouns()
    default:
      parsed.hole = QuestionHole(kind: word == "which" ? .which : .what)
      if !isAuxiliary, !(word == "what" && phrases.isVerb(index, .finiteVerb)) { takeNouns() }
    }
    return true
  }

  /// "who else", "where else": what the question names already is no answer, whatever the words.
  private mutating func takeElse() {
    guard phrases.folded(index) == "else" else { return }
    parsed.hole.modifiers.append("other")
    index += 1
  }

  /// "where in Canada": the place around the answer.
  private mutating func takeSurroundings() {
    guard phrases.isWord(index, "preposition"), index + 2 < items.count, phrases.isAuxiliary(index + 2) else {
      return
    }
    if case .name(let name) = items[index + 1] { parsed.hole.attached.append(name) }
    index += 2
  }

  private mutating func takeHow() -> Bool {
    switch items.indices.contains(index) ? items[index].folded : nil {
    case "many", "much":
      index += 1
      parsed.hole = QuestionHole(kind: .howMany)
      if !isAuxiliary { takeNouns() }
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
  private mutating func takeNouns() {
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
  private func isPlainVerb(_ place: Int) -> Bool {
    guard let word = phrases.folded(place), let before = phrases.folded(place - 1) else { return false }
    return lexicon.isPlural(before) && lexicon.verbLemmas(word).contains(word)
      && lexicon.nouns[word] == nil && lexicon.classes[word] == nil
  }

  // MARK: - The clause

  private mutating func parseAfterAuxiliary() {
    let isBe = phrases.isWord(index, "be")
    let isHave = phrases.isWord(index, "have")
    let isDo = phrases.isWord(index, "do")
    parsed.layout.auxiliary = index
    index += 1
    skipAdverbs()
    parsed.layout.rest = index
    if isHave, phrases.folded(index) == "been" {
      index += 1
      return parseBe(holeFirst: true)
    }
    if isBe { return parseBe(holeFirst: false) }
    // "Who has written …": the hole is the subject.
    if isHave || !isDo, phrases.isVerb(index, isHave ? .participle : .baseVerb) {
      parsed.place = .subject
      parsed.subject = NounPhrase(head: .hole(parsed.hole))
      return parsePredicate(isPassive: false)
    }
    guard
      let (subject, next) = phrases.phrase(
        at: index, before: isDo || !isHave ? .baseVerb : .participle, leadsWithName: true)
    else {
      parsed.place = .subject
      parsed.subject = NounPhrase(head: .hole(parsed.hole))
      return parsePredicate(isPassive: false)
    }
    // "Which city had X as its bishop": "have" is the verb itself.
    if isHave, next >= items.count || !phrases.isVerb(next, .participle) && !phrases.isWord(next, "be") {
      parsed.place = .subject
      parsed.subject = NounPhrase(head: .hole(parsed.hole))
      parsed.chunks = [.verb(["have"], isParticiple: false), .phrase(subject)]
      index = next
      return parsePredicate(isPassive: false, expectsVerb: false)
    }
    parsed.subject = subject
    parsed.layout.subject = index..<next
    parsed.layout.rest = next
    index = next
    skipAdverbs()
    if phrases.folded(index) == "been" {
      index += 1
      if phrases.isVerb(index, .participle), !(phrases.folded(index)?.hasSuffix("ing") ?? false) {
        parsed.isPassive = true
      } else if !phrases.isVerb(index, .participle),
        let (complement, next) = phrases.phrase(
          at: index, before: .nothing)
      {
        // "Since when has X been a member of Y?"
        parsed.isCopular = true
        parsed.chunks = [.phrase(complement)]
        index = next
        parsePredicate(isPassive: false, expectsVerb: false)
        return placeHole()
      }
    }
    parsePredicate(isPassive: parsed.isPassive)
    placeHole()
  }

  /// After a form of "be".
  private mutating func parseBe(holeFirst: Bool) {
    let isAdverbial =
      [.whereabouts, .when, .how, .howLong, .howOld, .why].contains(parsed.hole.kind) || fronted != nil
    if phrases.isVerb(index, .participle), !isAdverbial, !isNounHere(index) {
      // "Who was arrested"; "who was leading".
      parsed.place = .subject
      parsed.subject = NounPhrase(head: .hole(parsed.hole))
      parsed.isPassive = !(phrases.folded(index)?.hasSuffix("ing") ?? false)
      return parsePredicate(isPassive: parsed.isPassive)
    }
    guard let (phrase, next) = phrases.phrase(at: index, before: .participle, leadsWithName: true) else {
      parsed.place = .subject
      parsed.subject = NounPhrase(head: .hole(parsed.hole))
      parsed.chunks = [.verb(["be"], isParticiple: false)]
      return parsePredicate(isPassive: false, expectsVerb: false)
    }
    let start = index
    index = next
    skipAdverbs()
    if phrases.isVerb(index, .participle), !isNounHere(index) {
      parsed.subject = phrase
      setSubject(start..<next)
      parsed.isPassive = !(phrases.folded(index)?.hasSuffix("ing") ?? false)
      parsePredicate(isPassive: parsed.isPassive)
      return placeHole()
    }
    parsed.isCopular = true
    // "In which region was X secretary": a subject and a complement.
    if let (complement, after) = phrases.phrase(at: index, before: .nothing) {
      parsed.subject = phrase
      setSubject(start..<next)
      parsed.chunks = [.phrase(complement)]
      index = after
      parsePredicate(isPassive: false, expectsVerb: false)
      return placeHole()
    }
    if phrases.isWord(index, "relative"), case .nouns = phrase.head, !isAdverbial {
      return parseRelative(phrase)
    }
    if isAdverbial || holeFirst == false && phrase.isName {
      parsed.subject = phrase
      setSubject(start..<next)
      parsed.chunks = index < items.count ? [.verb(["be"], isParticiple: false)] : []
    } else {
      parsed.chunks = [.phrase(phrase)]
    }
    parsePredicate(isPassive: false, expectsVerb: false)
    if isAdverbial || parsed.subject != nil && parsed.chunks.count > 1 { placeHole() }
  }

  /// "Who was the friend that X wrote a memoir about?": which friend did X write a memoir about?
  private mutating func parseRelative(_ phrase: NounPhrase) {
    index += 1
    parsed.isCopular = false
    parsed.hole = QuestionHole(
      kind: parsed.hole.kind == .who ? .who : .which, nouns: phrase.nouns, modifiers: phrase.modifiers,
      names: phrase.names,
      possessor: phrase.possessor, isPlural: phrase.isPlural)
    parsePlain()
  }

  /// A statement's order: "HOLE wrote X", "X wrote HOLE" in a relative clause.
  private mutating func parsePlain() {
    if parsed.isCopular { return parsePredicate(isPassive: false, expectsVerb: false) }
    skipAdverbs()
    let startsWithVerb =
      phrases.isAuxiliary(index) || phrases.isVerb(index, .finiteVerb)
      || index < items.count && !(phrases.folded(index).map { lexicon.verbLemmas($0).isEmpty } ?? true)
    if !startsWithVerb, let (subject, next) = phrases.phrase(at: index, before: .finiteVerb),
      next < items.count
    {
      parsed.subject = subject
      setSubject(index..<next)
      index = next
      if phrases.isWord(index, "be") {
        index += 1
        parsed.isPassive = phrases.isVerb(index, .participle)
        if !parsed.isPassive { parsed.isCopular = true }
      } else if isAuxiliary {
        index += 1
      }
      parsePredicate(isPassive: parsed.isPassive, expectsVerb: !parsed.isCopular)
      return placeHole()
    }
    parsed.place = .subject
    parsed.subject = NounPhrase(head: .hole(parsed.hole))
    parsed.layout.rest = index
    if phrases.isWord(index, "be") {
      index += 1
      parsed.isPassive = phrases.isVerb(index, .participle)
      if !parsed.isPassive { parsed.chunks = [.verb(["be"], isParticiple: false)] }
      return parsePredicate(isPassive: parsed.isPassive, expectsVerb: parsed.isPassive)
    }
    parsePredicate(isPassive: false)
  }

  /// Notes where the subject stands; what follows it comes after the auxiliary, if there is one before it.
  private mutating func setSubject(_ range: Range<Int>) {
    parsed.layout.subject = range
    parsed.layout.rest = range.upperBound
  }

  /// Whether a word that looks like a participle stands as a noun here.
  private func isNounHere(_ place: Int) -> Bool {
    guard let word = phrases.folded(place) else { return false }
    return lexicon.nouns[word] != nil || lexicon.classes[word] != nil
  }

  private mutating func skipAdverbs() {
    while let word = phrases.folded(index), lexicon.isWord(word, "adverb") || lexicon.isWord(word, "negation")
    {
      if lexicon.isWord(word, "negation") { parsed.isNegated = true }
      if let rank = lexicon.rank(word) { parsed.rank = rank }
      if word == "together" { return }
      index += 1
    }
  }

  /// The verb and what follows it.
  private mutating func parsePredicate(isPassive: Bool, expectsVerb: Bool = true) {
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

  private mutating func takeVerb(_ word: String, expected: Bool) -> Bool {
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

  private var followsVerb: Bool {
    if case .verb = parsed.chunks.last { return true }
    return false
  }

  // MARK: - Putting the hole in its place

  private mutating func placeHole() {
    let hole = ParsedQuestion.Chunk.phrase(NounPhrase(head: .hole(parsed.hole)))
    if let fronted, parsed.hole.kind == .when {
      parsed.isEnd = ["until", "till"].contains(fronted)
      parsed.place = .adverb
      return
    }
    if let fronted {
      parsed.place = .preposition
      parsed.chunks += [.preposition(fronted), hole]
      return
    }
    let isYears = parsed.hole.kind == .howMany && parsed.hole.noun == "year"
    guard [.who, .what, .which, .whose, .howMany].contains(parsed.hole.kind), !isYears else {
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
