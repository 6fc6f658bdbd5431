/// Finds titles of works by the words before them, whatever the labels took them for: "directed The Salt Road", "her
/// novels include Late Rains, Monsoon and The Reed Door", "the soap opera Harbour Lights".
///
/// A title may be made of any words, so its own words tell little; the verb or noun that it follows tells much. Reads
/// the text from left to right without the tree, which titles derail.
struct WorkContext {
  let reading: Reading
  let evidence: NameEvidence
  let cues = WorkCues.standard
  /// Index of the name that covers each token, or -1.
  let nameOfToken: [Int]
  let names: [NameSpan]

  init(_ names: [NameSpan], reading: Reading, evidence: NameEvidence) {
    self.names = names
    self.reading = reading
    self.evidence = evidence
    var nameOfToken = [Int](repeating: -1, count: reading.tokens.count)
    for (index, name) in names.enumerated() { for token in name.tokens { nameOfToken[token] = index } }
    self.nameOfToken = nameOfToken
  }

  /// What a cue lets follow.
  private struct Opening {
    var position: Int
    /// Whether several titles may follow.
    var isList: Bool
    /// Whether the cue says that a work follows, whoever has the same name.
    var isSure: Bool
  }

  /// The names with the titles that cues show. Linear in the number of tokens.
  func mended() -> [NameSpan] {
    var titles: [NameSpan] = []
    for sentence in reading.sentences {
      var position = sentence.tokens.lowerBound
      while position < sentence.tokens.upperBound {
        if let title = title(before: position, in: sentence.tokens) {
          if !titles.contains(where: { $0.tokens.overlaps(title) }) {
            titles.append(NameSpan(tokens: title, kind: .work, confidence: 0.7))
          }
          position += 1
        } else if let title = title(withArticle: position, in: sentence.tokens) {
          if !titles.contains(where: { $0.tokens.overlaps(title) }) {
            titles.append(NameSpan(tokens: title, kind: .work, confidence: 0.7))
          }
          position += 1
        } else if let opening = opening(at: position, in: sentence.tokens) {
          let found = self.titles(from: opening, in: sentence.tokens)
          titles += found.map { NameSpan(tokens: $0, kind: .work, confidence: 0.8) }
          position = max(position + 1, found.last?.upperBound ?? 0)
        } else {
          position += 1
        }
      }
      for title in titlesByForm(in: sentence.tokens)
      where !titles.contains(where: { $0.tokens.overlaps(title) }) {
        titles.append(NameSpan(tokens: title, kind: .work, confidence: 0.7))
      }
    }
    for line in WorkLines(reading).lines() where !titles.contains(where: { $0.tokens.overlaps(line.title) }) {
      titles.append(NameSpan(tokens: line.title, kind: .work, confidence: 0.9))
    }
    guard !titles.isEmpty else { return names }
    titles += repeated(titles)
    return names.filter { name in !titles.contains { $0.tokens.overlaps(name.tokens) } } + titles
  }

  /// The same titles of several words where no cue stands before them.
  private func repeated(_ titles: [NameSpan]) -> [NameSpan] {
    var known: [String: [Range<Int>]] = [:]
    var isTaken = [Bool](repeating: false, count: reading.tokens.count)
    for title in titles {
      for token in title.tokens { isTaken[token] = true }
      if title.tokens.count > 1 {
        known[reading.tokens[title.tokens.lowerBound].form, default: []].append(title.tokens)
      }
    }
    var found: [NameSpan] = []
    for index in reading.tokens.indices where !isTaken[index] {
      guard let candidates = known[reading.tokens[index].form] else { continue }
      for title in candidates {
        let span = index..<(index + title.count)
        guard span.upperBound <= reading.tokens.count, !span.contains(where: { isTaken[$0] }),
          zip(span, title).allSatisfy({ reading.tokens[$0].form == reading.tokens[$1].form }),
          span.upperBound == reading.tokens.count || !isCapital(span.upperBound)
        else { continue }
        for token in span { isTaken[token] = true }
        found.append(NameSpan(tokens: span, kind: .work, confidence: 0.7))
        break
      }
    }
    return found
  }

  // MARK: Cues

  private func opening(at index: Int, in sentence: Range<Int>) -> Opening? {
    let token = reading.tokens[index]
    if token.tag == .verb || token.form.hasPrefix("co-"), let place = cues.verb(verbLemma(token)) {
      return behindVerb(index, place, in: sentence)
    }
    if token.form == "'s" || token.form == "’s", isArticle(index + 1) {
      return Opening(position: index + 1, isList: false, isSure: true)
    }
    guard let (place, isPlural) = genre(index) else { return nil }
    if place == .part {
      guard index + 2 < sentence.upperBound, ["for", "to", "of"].contains(reading.tokens[index + 1].form)
      else { return nil }
      return Opening(position: index + 2, isList: true, isSure: false)
    }
    if isPlural, let examples = examples(behind: index, in: sentence) {
      return Opening(position: examples, isList: true, isSure: true)
    }
    var next = index + 1
    // "her first novel was Late Rains"
    if next + 1 < sentence.upperBound, ["is", "was"].contains(reading.tokens[next].form) {
      return Opening(position: next + 1, isList: false, isSure: true)
    }
    guard place == .noun else { return nil }
    if next < sentence.upperBound, reading.tokens[next].form == ",", isArticle(next + 1) { next += 1 }
    return Opening(position: next, isList: isPlural, isSure: true)
  }

  /// What a noun says of the titles behind it, and whether it is a plural, whatever the tagger took it for: "plays" is no
  /// verb behind "the".
  private func genre(_ index: Int) -> (place: WorkCues.Place, isPlural: Bool)? {
    let token = reading.tokens[index]
    if isCapital(index), token.form.count > 2 { return nil }
    switch token.tag {
    // "in western Ruritania"
    case .adj where KindCues.standard[token.form] == .direction: return nil
    case .noun, .x, .adj, .propn: break
    case .verb:
      guard index > 0, [.det, .adj, .pron, .num].contains(reading.tokens[index - 1].tag),
        reading.tokens[index - 1].relation != .nsubj
      else { return nil }
    default: return nil
    }
    let form = token.form.lowercased()
    if let place = cues.noun(form) { return (place, false) }
    if let place = cues.noun(token.lemma) { return (place, form != token.lemma) }
    guard form.hasSuffix("s"), let place = cues.noun(String(form.dropLast())) else { return nil }
    return (place, true)
  }

  /// "co-wrote" has a lemma that is no form of "write" where the lemmatiser does not know it.
  private func verbLemma(_ token: Token) -> String {
    guard token.form.hasPrefix("co-") else { return token.lemma }
    return cues.base(ofForm: token.form) ?? token.lemma
  }

  private func behindVerb(_ verb: Int, _ place: WorkCues.Place, in sentence: Range<Int>) -> Opening? {
    var next = verb + 1
    if place == .within {
      guard
        let preposition = (next..<min(next + 8, sentence.upperBound)).first(where: {
          reading.tokens[$0].form == "in"
        }), isRole(next..<preposition) || !(next..<preposition).contains(where: isBarrier)
      else { return nil }
      next = behindEpisode(preposition + 1, in: sentence)
    }
    return Opening(position: next, isList: true, isSure: false)
  }

  /// The first token behind "include", "such as", "among them" and the like after a noun in the plural.
  private func examples(behind noun: Int, in sentence: Range<Int>) -> Int? {
    var index = noun + 1
    while index < min(noun + 9, sentence.upperBound) {
      let token = reading.tokens[index]
      if cues.opensExamples(token) {
        let isThem = index + 1 < sentence.upperBound && reading.tokens[index + 1].form == "them"
        if token.form.lowercased() == "among", !isThem { return nil }
        return index + (isThem ? 2 : 1)
      }
      if isCapital(index) || token.form == ";" || token.tag == .verb { return nil }
      index += 1
    }
    return nil
  }

  /// Behind "an episode of", "season four of": where the title of the whole begins.
  private func behindEpisode(_ start: Int, in sentence: Range<Int>) -> Int {
    let limit = min(start + 5, sentence.upperBound)
    guard start < limit, let of = (start..<limit).first(where: { reading.tokens[$0].form == "of" }),
      !(start..<of).contains(where: isCapital)
    else { return start }
    return of + 1
  }

  /// "Ophelia", "the title role", "herself", "as the father": what somebody plays.
  private func isRole(_ tokens: Range<Int>) -> Bool {
    if tokens.contains(where: { [.punct, .verb, .cconj].contains(reading.tokens[$0].tag) }) { return false }
    return tokens.contains { index in
      isCapital(index) || ["role", "part", "lead", "character", "as"].contains(reading.tokens[index].lemma)
    }
  }

  private func isBarrier(_ index: Int) -> Bool {
    [.punct, .verb, .noun, .propn, .adp].contains(reading.tokens[index].tag)
  }

  // MARK: Titles

  private func titles(from opening: Opening, in sentence: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = opening.position
    while let title = title(at: start(from: position, in: sentence), opening, in: sentence) {
      found.append(title)
      guard opening.isList, let next = nextItem(behind: title.upperBound, in: sentence) else { break }
      position = next
    }
    return found
  }

  /// Where a title begins behind a cue: after "the" or "entitled", after a possessor ("Marin's The Salt Road").
  private func start(from position: Int, in sentence: Range<Int>) -> Int {
    let start = skippingLead(position, in: sentence)
    guard start < sentence.upperBound, nameOfToken[start] >= 0 else { return start }
    let name = names[nameOfToken[start]]
    let mark = name.tokens.upperBound
    if name.kind != nil, name.kind != .work, name.tokens.lowerBound == start, isPossessor(mark, in: sentence)
    {
      return mark + 1
    }
    // "Ivan Marin's Spring Thaw", "Marin's Spring Thaw" within one label.
    if !evidence.word(start).names.isDisjoint(with: .givenName),
      let mark = (start..<min(start + 4, sentence.upperBound)).first(where: { !isCapital($0) }),
      isPossessor(mark, in: sentence), mark - start > 1, mark + 1 < sentence.upperBound, isCapital(mark + 1)
    {
      return mark + 1
    }
    let isSurname = !evidence.word(start).names.isDisjoint(with: [.surname, .givenName])
    return isSurname && start + 2 < sentence.upperBound && isPossessor(start + 1, in: sentence)
      && isCapital(start + 2) ? start + 2 : start
  }

  /// "the short film", "the first of", "'s": small words between a cue and the title.
  private func skippingLead(_ start: Int, in sentence: Range<Int>) -> Int {
    var index = start
    while index < sentence.upperBound, index - start < 2, !isCapital(index), isLead(index) { index += 1 }
    return index
  }

  private func isLead(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    return token.tag == .det || token.form == ":" || token.lemma == "entitle" || token.lemma == "title"
      || token.lemma == "call" || token.form == "\"" || token.form == "“"
  }

  /// Behind a title, its year in brackets, a comma or "and": where the next title of a list begins.
  private func nextItem(behind end: Int, in sentence: Range<Int>) -> Int? {
    var index = end
    if index < sentence.upperBound, ["\"", "”", "''"].contains(reading.tokens[index].form) { index += 1 }
    if index < sentence.upperBound, reading.tokens[index].form == "(" {
      guard
        let close = (index..<min(index + 12, sentence.upperBound)).first(where: {
          reading.tokens[$0].form == ")"
        })
      else { return nil }
      index = close + 1
    }
    let start = index
    while index < sentence.upperBound, [",", "and", "&", ";"].contains(reading.tokens[index].form) {
      index += 1
    }
    return index > start ? index : nil
  }

  /// The title that begins at a token, unless the words there name something else.
  private func title(at start: Int, _ opening: Opening, in sentence: Range<Int>) -> Range<Int>? {
    guard start < sentence.upperBound, isCapital(start) else { return nil }
    if let quoted = quoted(start, in: sentence) { return quoted }
    // "her documentary Salt and Bone"
    let isPair = opening.isSure && !opening.isList
    let short = extent(
      from: start, joins: isPair ? Self.closeJoins.union(["and"]) : Self.closeJoins, in: sentence)
    let long = extent(from: start, joins: Self.looseJoins, in: sentence)
    var title = isYear(behind: long.upperBound, in: sentence) ? long : withLabels(short)
    if opening.isSure, let whole = untilYear(start, in: sentence) { title = whole }
    return isPlausible(title, opening, in: sentence) ? title : nil
  }

  /// "the telenovela Rosa sin espinas (1997)": a title in another language goes as far as its year.
  private func untilYear(_ start: Int, in sentence: Range<Int>) -> Range<Int>? {
    let limit = min(start + 9, sentence.upperBound)
    guard let open = (start..<limit).first(where: { !isTitleWord($0) }), open > start,
      isYear(behind: open, in: sentence)
    else { return nil }
    return start..<open
  }

  private func isTitleWord(_ index: Int) -> Bool {
    reading.tokens[index].tag != .punct || [":", "-", "'"].contains(reading.tokens[index].form)
  }

  /// What stands between quotation marks.
  private func quoted(_ start: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard start > sentence.lowerBound, ["\"", "“", "``"].contains(reading.tokens[start - 1].form),
      let close = (start..<min(start + 13, sentence.upperBound)).first(where: {
        ["\"", "”", "''"].contains(reading.tokens[$0].form)
      })
    else { return nil }
    return start..<close
  }

  /// The short extent, or as far as a name that the labels saw goes beyond it.
  private func withLabels(_ short: Range<Int>) -> Range<Int> {
    let name = nameOfToken[short.upperBound - 1]
    guard name >= 0, names[name].tokens.upperBound > short.upperBound,
      !reading.tokens[short.upperBound..<names[name].tokens.upperBound].contains(where: {
        ["and", ",", "(", "as"].contains($0.form)
      })
    else { return short }
    return short.lowerBound..<names[name].tokens.upperBound
  }

  static let closeJoins: Set<String> = ["of", "the", "a", "an", "'s", "’s", "-", ":"]
  static let looseJoins = closeJoins.union([
    "in", "at", "on", "for", "to", "with", "from", "by", "and",
  ])

  /// The capitals from a token on, with the small words between them.
  func extent(from start: Int, joins: Set<String>, in sentence: Range<Int>) -> Range<Int> {
    var end = start + 1
    var index = end
    while index < sentence.upperBound, index - end < 3 {
      let form = reading.tokens[index].form
      if isCapital(index) || isNumber(index) && index == end {
        index += 1
        end = index
      } else if joins.contains(form) {
        index += 1
      } else {
        break
      }
    }
    return start..<end
  }

  private func isPlausible(_ title: Range<Int>, _ opening: Opening, in sentence: Range<Int>) -> Bool {
    if isYear(behind: title.upperBound, in: sentence) { return true }
    let first = title.lowerBound
    if isArticle(first), title.count > 1, reading.tokens[first].form != "the" { return true }
    let name = nameOfToken[first]
    let kind = name >= 0 ? names[name].kind : nil
    let isWhole = name >= 0 && names[name].tokens.upperBound >= title.upperBound
    let mayBePerson = kind == .person && isWhole && (title.count == 1 || hasPersonalWord(title))
    if mayBePerson || !evidence.word(first).names.isDisjoint(with: [.title, .month]) {
      return opening.isSure && !isPersonalName(title) && !isPossessor(title.upperBound, in: sentence)
    }
    if opening.isSure { return !isPossessor(title.upperBound, in: sentence) && !isNation(title) }
    guard !isNation(title), !isPossessor(title.upperBound, in: sentence) else { return false }
    // Behind a verb alone: what no gazetteer knows, and whose last word names no place, body or event.
    let words = reading.tokens[title].map(\.form).joined(separator: " ")
    if !Gazetteer.classes(of: words).isDisjoint(with: .anyPlace) { return false }
    let classes = evidence.word(title.upperBound - 1).names
      .union(evidence.word(headIndex(of: title)).names)
    return classes.isDisjoint(with: [.organisation, .event, .place, .award, .anyPlace])
      && (kind != nil || title.count > 1 || name >= 0)
  }

  /// The word before the first "of".
  private func headIndex(of title: Range<Int>) -> Int {
    (title.dropFirst().first { reading.tokens[$0].form == "of" } ?? title.upperBound) - 1
  }

  private func isPersonalName(_ title: Range<Int>) -> Bool {
    title.count > 1 && !evidence.word(title.lowerBound).names.isDisjoint(with: .givenName)
      || !evidence.word(title.lowerBound).names.isDisjoint(with: .title)
  }

  private func hasPersonalWord(_ title: Range<Int>) -> Bool {
    title.contains { !evidence.word($0).names.isDisjoint(with: [.givenName, .surname, .title]) }
  }

  private func isPossessor(_ next: Int, in sentence: Range<Int>) -> Bool {
    next < sentence.upperBound && ["'s", "’s", "'", "’"].contains(reading.tokens[next].form)
  }

  private func isNation(_ title: Range<Int>) -> Bool {
    title.count == 1
      && !evidence.word(title.lowerBound).names.isDisjoint(with: [.demonym, .people, .country])
  }

  // MARK: Words

  func isCapital(_ index: Int) -> Bool {
    reading.tokens[index].form.startsUppercase
  }

  private func isNumber(_ index: Int) -> Bool {
    reading.tokens[index].form.allSatisfy(\.isNumber)
  }

  func isArticle(_ index: Int) -> Bool {
    index < reading.tokens.count && ["The", "A", "An"].contains(reading.tokens[index].form)
  }

  private func isYear(behind end: Int, in sentence: Range<Int>) -> Bool {
    guard end + 2 < sentence.upperBound, reading.tokens[end].form == "(" else { return false }
    let year = reading.tokens[end + 1].form
    return year.count == 4 && year.allSatisfy(\.isNumber)
      && [")", ",", ";", "–", "-"].contains(reading.tokens[end + 2].form)
  }
}
