/// The work of the date stage on one reading.
struct DateFinder {
  private let reading: Reading
  private let words: [TimeWord]
  /// Tokens whose name makes a date within it part of the name.
  private var isNamed: [Bool]
  private var isBracketed: [Bool]
  /// The matches of each sentence.
  private var matches: [[DateMatch]] = []
  private(set) var dates: [TemporalExpression] = []
  private let titleWords: Set<String>
  /// By sentence.
  private let personNames: [[Range<Int>]]
  private let eventNames: [[Range<Int>]]

  init(_ reading: Reading, lexicon: TimeLexicon) {
    self.reading = reading
    words = reading.tokens.map { lexicon.classify($0.form) }
    isNamed = [Bool](repeating: false, count: reading.tokens.count)
    isBracketed = isNamed
    titleWords = Set(reading.article.title.split(separator: " ").map(String.init))
    personNames = Self.names(of: .person, reading)
    eventNames = Self.names(of: .event, reading)
    for name in reading.names where name.kind != .place {
      for token in name.tokens.dropFirst(isDatedEvent(name) ? 1 : 0) { isNamed[token] = true }
    }
  }

  /// "in the 1988–89 season": the year dates what happened in it. Other names hold no dates.
  private func isDatedEvent(_ name: NameSpan) -> Bool {
    guard name.kind == .event else { return false }
    var before = name.tokens.lowerBound - 1
    if before > 0, words[before] == .the { before -= 1 }
    guard before >= 0 else { return false }
    let isTime = [.in, .at, .during, .after, .since, .until, .from, .to].contains(words[before])
    guard isTime || reading.tokens[before].form == "for" else { return false }
    switch words[name.tokens.lowerBound] {
    case .number(_, digits: 4), .yearPair: return true
    default: return false
    }
  }

  /// The names of one kind, sentence by sentence.
  private static func names(of kind: EntityKind, _ reading: Reading) -> [[Range<Int>]] {
    var names = reading.names.filter { $0.kind == kind }.map(\.tokens)[...]
    return reading.sentences.map { sentence in
      let own = names.prefix { $0.upperBound <= sentence.tokens.upperBound }
      names = names.dropFirst(own.count)
      return Array(own)
    }
  }

  // MARK: Finding

  mutating func findMatches() {
    matches = reading.sentences.map { sentence in
      markBrackets(in: sentence.tokens)
      let parser = parser(for: sentence.tokens)
      var found: [DateMatch] = []
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        if let match = parser.match(at: index) {
          if !match.tokens.allSatisfy({ isNamed[$0] }) { found.append(qualified(match, parser)) }
          index = match.tokens.upperBound
        } else {
          index += 1
        }
      }
      shareYears(&found)
      return found
    }
  }

  private func parser(for tokens: Range<Int>) -> DateParser {
    DateParser(words: words, tokens: reading.tokens, sentence: tokens)
  }

  private mutating func markBrackets(in tokens: Range<Int>) {
    var depth = 0
    for index in tokens {
      if words[index] == .close { depth = max(0, depth - 1) }
      isBracketed[index] = depth > 0
      if words[index] == .open { depth += 1 }
    }
  }

  /// Adds what the words around say: brackets, prepositions, a noun behind.
  private func qualified(_ match: DateMatch, _ parser: DateParser) -> DateMatch {
    var match = match
    var before = match.tokens.lowerBound - 1
    while isSkipped(parser[before]) { before -= 1 }
    switch parser[before] {
    case .until: match.bound = isDenied(before) ? .none : .end
    case .since: match.bound = .start
    case .before, .previous: match.bound = .before
    case .after: match.bound = .after
    // "influenced by the 1972 game" has another "by".
    case .by where before == match.tokens.lowerBound - 1: match.bound = .before
    case .to where parser[before - 1] == .previous: match.bound = .before
    case .to where parser[before - 1] == .up: match.bound = .end
    default: break
    }
    // "earlier, in March"
    if case .yearless(let start, let end, .forward) = match.reference, parser[before] == .in,
      parser[before - 1] == .earlier || parser[before - 2] == .earlier
    {
      match.reference = .yearless(start, end, .same)
    }
    let isBackground = isDating(before, parser) || match.bound == .before && parser[before] != .by
    match.movesNarrative =
      !isAge(match) && !isBracketed[match.tokens.lowerBound] && !isBackground && !isAttributive(match, parser)
    return match
  }

  /// "not … until 1937"
  private func isDenied(_ until: Int) -> Bool {
    let longestClause = 12
    var index = until - 1
    while index >= 0, until - index <= longestClause, !isSentenceEnd(index) {
      if words[index] == .negation { return true }
      index -= 1
    }
    return false
  }

  private func isSentenceEnd(_ index: Int) -> Bool {
    let form = reading.tokens[index].form
    return form == "." || form == ";"
  }

  /// What may stand between a preposition and its date.
  private func isSkipped(_ word: TimeWord) -> Bool {
    switch word {
    case .the, .circa, .part, .portion, .of, .weekday, .label, .at: true
    default: false
    }
  }

  /// "papers dating back to 1926"
  private func isDating(_ before: Int, _ parser: DateParser) -> Bool {
    guard parser[before] == .to || parser[before] == .from else { return false }
    return parser[before - 1] == .back || parser[before - 1] == .dating
  }

  /// "his 1929 novel": the year says of what kind the noun is.
  private func isAttributive(_ match: DateMatch, _ parser: DateParser) -> Bool {
    guard case .fixed = match.reference, match.tokens.count == 1 else { return false }
    let behind = match.tokens.upperBound
    guard behind < reading.tokens.count, parser[behind] == .other else { return false }
    switch parser[match.tokens.lowerBound - 1] {
    case .the, .article: return reading.tokens[behind].form.first?.isLetter == true
    case .other:
      let previous = match.tokens.lowerBound - 1
      guard previous >= 0, previous < reading.tokens.count else { return false }
      let form = reading.tokens[previous].form
      return ["his", "her", "their", "its", "'s", "’s"].contains(form)
    default: return false
    }
  }

  /// "16 January and 3 March 1937": the first takes the year of the second.
  private func shareYears(_ found: inout [DateMatch]) {
    for index in found.indices.dropLast().reversed() {
      guard case .yearless(let part, nil, .forward) = found[index].reference,
        case .fixed(let date, _, _) = found[index + 1].reference, !part.isSeason, date.month != nil,
        isJoined(found[index].tokens.upperBound, found[index + 1].tokens.lowerBound)
      else { continue }
      let start = PartialDate(year: date.year, month: part.month, day: part.day)
      guard start.isValid, start <= date else { continue }
      found[index].reference = .fixed(start, nil, isCirca: false)
    }
  }

  private func isJoined(_ start: Int, _ end: Int) -> Bool {
    end - start <= 2
      && (start..<end).allSatisfy { isConjunction(words[$0]) || words[$0] == .comma || words[$0] == .part }
  }

  private func isConjunction(_ word: TimeWord) -> Bool { word == .and || word == .or }

  // MARK: Resolving

  mutating func resolve() {
    var clock = NarrativeClock()
    dates.removeAll(keepingCapacity: true)
    for index in reading.sentences.indices {
      clock.beginSentence()
      if isBodyStart(index) || hasUndatedEvent(index) { clock.forget() }
      for match in matches[index] {
        let isOthersAge = isAge(match) && !isSubjectsAge(match, sentence: index)
        let interval =
          isOthersAge ? nil : clock.resolve(match.reference, words: wordsOf(match.tokens))
        if let interval {
          if clock.birth == nil, isBirth(match, sentence: index) { clock.birth = interval.start }
          if match.movesNarrative { clock.move(to: interval) }
        }
        dates.append(
          TemporalExpression(tokens: match.tokens, interval: interval.map { bounded($0, match.bound) }))
      }
    }
  }

  /// The lead sums a life up; behind it the narrative begins anew.
  private func isBodyStart(_ sentence: Int) -> Bool {
    guard sentence > 0 else { return false }
    let section = reading.sentences[sentence].section
    return section == 1 && reading.sentences[sentence - 1].section == 0
  }

  /// "At the time of the revolution" in a sentence without a date: when that was the article does not say.
  private func hasUndatedEvent(_ sentence: Int) -> Bool {
    guard matches[sentence].isEmpty else { return false }
    return eventNames[sentence].contains { name in
      var before = name.lowerBound - 1
      if before >= 0, words[before] == .the { before -= 1 }
      guard before >= 0 else { return false }
      switch words[before] {
      case .during, .after, .before, .next: return true
      case .of: return before > 0 && reading.tokens[before - 1].form == "time"
      default: return false
      }
    }
  }

  private func wordsOf(_ tokens: Range<Int>) -> String {
    var result = ""
    for index in tokens {
      if index > tokens.lowerBound,
        reading.tokens[index].range.lowerBound > reading.tokens[index - 1].range.upperBound
      {
        result += " "
      }
      result += reading.tokens[index].form
    }
    return result
  }

  private func bounded(_ interval: DateInterval, _ bound: DateBound) -> DateInterval {
    var interval = interval
    switch bound {
    case .none, .start: break
    case .end:
      if interval.end == nil {
        interval.end = interval.start
        interval.start = nil
      }
    case .before: interval.precision = .before
    case .after: interval.precision = .after
    }
    return interval
  }

  /// In the lead: "born 3 May 1960", or the first bracket with a span of years.
  private func isBirth(_ match: DateMatch, sentence: Int) -> Bool {
    guard sentence < 3 else { return false }
    let start = match.tokens.lowerBound
    let lowest = max(reading.sentences[sentence].tokens.lowerBound, start - 4)
    if words[lowest..<start].contains(.born) { return true }
    guard sentence == 0, isBracketed[start], let first = matches[0].first, first == match else {
      return false
    }
    if case .fixed(_, .some, _) = match.reference { return true }
    return matches[0].count > 1 && isBracketed[matches[0][1].tokens.lowerBound]
  }

  // MARK: Ages

  private func isAge(_ match: DateMatch) -> Bool {
    if case .age = match.reference { return true }
    return false
  }

  /// An age dates a sentence that has no date of its own and names nobody but the article's subject.
  private func isSubjectsAge(_ match: DateMatch, sentence: Int) -> Bool {
    let hasDate = matches[sentence].contains { other in
      if case .fixed = other.reference { return !isBracketed[other.tokens.lowerBound] }
      return false
    }
    if hasDate { return false }
    let start = reading.sentences[sentence].tokens.lowerBound
    let end = match.tokens.lowerBound
    return !personNames[sentence].contains { name in
      name.lowerBound >= start && name.upperBound <= end && !isSubject(name)
    }
  }

  /// Whether the name shares a word with the article's title.
  private func isSubject(_ name: Range<Int>) -> Bool {
    name.contains { titleWords.contains(reading.tokens[$0].form) }
  }

  // MARK: Events

  /// Adds matches for events that the article dates elsewhere; false if there are none.
  mutating func learnEventDates() -> Bool {
    let events = EventDates(reading, words: words, dates: dates)
    if events.isEmpty { return false }
    var added = events.matches()[...]
    if added.isEmpty { return false }
    for (index, sentence) in reading.sentences.enumerated() {
      let own = added.prefix { $0.tokens.upperBound <= sentence.tokens.upperBound }
      added = added.dropFirst(own.count)
      let free = own.filter { match in !matches[index].contains { $0.tokens.overlaps(match.tokens) } }
      if free.isEmpty { continue }
      matches[index] = (matches[index] + free).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
    return true
  }
}
