/// Turns the items of a question into a clause with a hole.
struct QuestionParser {
  let lexicon: QuestionLexicon
  var items: [QuestionItem]
  var phrases: PhraseParser
  var index = 0
  var parsed = ParsedQuestion(hole: QuestionHole(kind: .what))
  var fronted: String?

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
    if parsed.hole.kind == .howOld, parsed.isCopular { return parsed }
    if parsed.hole.kind == .howOld || isAuxiliary { parseAfterAuxiliary() } else { parsePlain() }
    takeExceptions()
    parsed.layout.items = items
    parsed.layout.fronted = fronted
    return parsed
  }

  var isAuxiliary: Bool { phrases.isAuxiliary(index) }

  mutating func replace(_ new: [QuestionItem]) {
    items = new
    phrases = PhraseParser(lexicon: lexicon, items: new)
  }

  // MARK: - What stands around the clause

  /// Cuts off "when he died", "after returning from exile", "before the attack": they only tell answers apart.
  mutating func cutClauses() {
    guard items.count > 3 else { return }
    for place in 2..<items.count {
      guard let word = items[place].folded, lexicon.isWord(word, "subordinator"),
        word != "as" || isClause(place + 1), !phrases.isWord(place - 1, "closing")
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
  func isClause(_ start: Int) -> Bool {
    guard let (_, next) = phrases.phrase(at: start, before: .finiteVerb) else { return false }
    return phrases.isAuxiliary(next) || phrases.isVerb(next, .finiteVerb)
  }

  func contextWords(_ item: QuestionItem) -> [String] {
    switch item {
    case .word(let word): lexicon.isSmall(word.folded) ? [] : [word.folded]
    case .name(let match): [NameFolding.fold(match.words)]
    case .time(let time): [String(time.year)]
    }
  }

  mutating func takeTimes() {
    var rest: [QuestionItem] = []
    for item in items {
      if case .time(let time) = item { parsed.times.append(time) } else { rest.append(item) }
    }
    replace(rest)
  }

  /// "besides X", "other than X".
  mutating func takeExceptions() {
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

  // MARK: - The clause

  mutating func parseAfterAuxiliary() {
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
      } else if phrases.isWord(index, "preposition") {
        // "Since when has X been with Y?"
        parsed.chunks = [.verb(["be"], isParticiple: false)]
        parsePredicate(isPassive: false, expectsVerb: false)
        return placeHole()
      }
    }
    parsePredicate(isPassive: parsed.isPassive)
    placeHole()
  }

  /// After a form of "be".
  mutating func parseBe(holeFirst: Bool) {
    let isAdverbial =
      [.whereabouts, .when, .how, .howLong, .howOld, .why, .whether].contains(parsed.hole.kind)
      || fronted != nil
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
  mutating func parseRelative(_ phrase: NounPhrase) {
    index += 1
    parsed.isCopular = false
    parsed.hole = QuestionHole(
      kind: parsed.hole.kind == .who ? .who : .which, nouns: phrase.nouns, modifiers: phrase.modifiers,
      names: phrase.names,
      possessor: phrase.possessor, isPlural: phrase.isPlural)
    parsePlain()
  }

  /// A statement's order: "HOLE wrote X", "X wrote HOLE" in a relative clause.
  mutating func parsePlain() {
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
  mutating func setSubject(_ range: Range<Int>) {
    parsed.layout.subject = range
    parsed.layout.rest = range.upperBound
  }

  /// Whether a word that looks like a participle stands as a noun here.
  func isNounHere(_ place: Int) -> Bool {
    guard let word = phrases.folded(place) else { return false }
    return lexicon.nouns[word] != nil || lexicon.classes[word] != nil
  }

  mutating func skipAdverbs() {
    while let word = phrases.folded(index), lexicon.isWord(word, "adverb") || lexicon.isWord(word, "negation")
    {
      if lexicon.isWord(word, "negation") { parsed.isNegated = true }
      if let rank = lexicon.rank(word) { parsed.rank = rank }
      if word == "together" { return }
      index += 1
    }
  }
}
