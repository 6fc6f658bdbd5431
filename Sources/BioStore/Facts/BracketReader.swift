/// Reads what no parser reads: the dates and places of a life in brackets behind a name.
///
///     Ana Kovač (Split, 3 May 1887 – 9 June 1937) … (born 1887; died 1937) … (1887–1937)
struct BracketReader {
  private let reading: Reading
  private let words: BracketWords
  /// For each token, the mention of a place that begins there.
  private let places: [Int: Int]
  /// For each token, the date that begins there.
  private let dates: [Int: Int]

  init(_ reading: Reading) {
    self.reading = reading
    words = BracketWords()
    var places: [Int: Int] = [:]
    for (index, mention) in reading.mentions.enumerated()
    where mention.form == .name && reading.entities[mention.entity].kind == .place {
      places[mention.tokens.lowerBound] = index
    }
    var dates: [Int: Int] = [:]
    for (index, date) in reading.dates.enumerated() where date.interval != nil {
      dates[date.tokens.lowerBound] = index
    }
    self.places = places
    self.dates = dates
  }

  /// Births and deaths of the people whose names stand before brackets.
  func facts(sentenceOf: (Int) -> Int) -> [Fact] {
    var facts: [Fact] = []
    for mention in reading.mentions where mention.form == .name {
      guard reading.entities[mention.entity].kind == .person else { continue }
      for bracket in brackets(behind: mention.tokens.upperBound) {
        facts += life(of: mention.entity, in: bracket, sentence: sentenceOf(mention.head))
      }
    }
    return facts
  }

  /// The insides of the brackets that follow one another behind a name.
  private func brackets(behind end: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = end
    let tokens = reading.tokens
    while position < tokens.count,
      tokens[position].form == "," || AsideLexicon.shared.letters.contains(tokens[position].form)
    {
      position += 1
    }
    if position > end { position = behindTitle(position) }
    // "Ivan Marin of Zadar (": the bracket is about the person.
    if position + 1 < tokens.count, tokens[position].form == "of", let place = places[position + 1] {
      position = reading.mentions[place].tokens.upperBound
    }
    while position < tokens.count, tokens[position].form == "(" {
      guard let close = (position..<min(position + 80, tokens.count)).first(where: { tokens[$0].form == ")" })
      else {
        break
      }
      found.append((position + 1)..<close)
      position = close + 1
    }
    return found
  }

  /// "Ivan Marin, 1st Baronet (", "Marija, Countess of Split (": the position behind a title, or that of its first word.
  private func behindTitle(_ start: Int) -> Int {
    let tokens = reading.tokens
    let longest = 6
    var hasTitle = false
    for position in start..<min(start + longest + 1, tokens.count) {
      switch tokens[position].tag {
      case .noun, .propn:
        hasTitle = hasTitle || WordClasses(of: tokens[position].form.lowercased()).contains(.nobility)
      case .adj, .num, .det, .adp: break
      default: return tokens[position].form == "(" && hasTitle ? position : start
      }
    }
    return start
  }

  /// What a bracket says so far about one end of a life.
  private struct End {
    var date: PartialDate?
    var precision: DateInterval.Precision = .exact
    var words = ""
    var place: Int?
    var isStated = false
  }

  private func life(of person: Int, in bracket: Range<Int>, sentence: Int) -> [Fact] {
    var birth = End()
    var death = End()
    var isDeath = false
    var hasDash = false
    var position = bracket.lowerBound
    while position < bracket.upperBound {
      let form = reading.tokens[position].form.lowercased()
      if words.isReign(form) { return [] }
      if words.isBirth(form) {
        isDeath = false
        birth.isStated = true
      } else if words.isDeath(form) {
        isDeath = true
        death.isStated = true
      } else if words.isDash(form) || form == ";" && birth.date != nil {
        hasDash = hasDash || words.isDash(form)
        isDeath = isDeath || birth.date != nil || position == bracket.lowerBound
      }
      position = take(position, birth: &birth, death: &death, isDeath: &isDeath, hasDash: &hasDash)
    }
    let isLife = hasDash || birth.isStated || death.isStated
    guard isLife else { return [] }
    return [fact(.born, person, birth, sentence), fact(.died, person, death, sentence)].compactMap { $0 }
  }

  /// Reads a date or place at a token; returns the position behind it.
  private func take(
    _ position: Int, birth: inout End, death: inout End, isDeath: inout Bool, hasDash: inout Bool
  ) -> Int {
    if let index = dates[position], let interval = reading.dates[index].interval {
      let date = reading.dates[index]
      if let start = interval.start, let end = interval.end, birth.date == nil, !isDeath {
        birth.date = start
        death.date = end
        birth.words = interval.words
        death.words = interval.words
        birth.precision = interval.precision
        hasDash = true
        isDeath = true
      } else if isDeath {
        death.date = death.date ?? interval.end ?? interval.start
        death.words = interval.words
        death.precision = interval.precision
      } else {
        birth.date = birth.date ?? interval.start
        birth.words = interval.words
        birth.precision = interval.precision
      }
      return date.tokens.upperBound
    }
    if let index = places[position] {
      let mention = reading.mentions[index]
      if isDeath {
        death.place = death.place ?? mention.entity
      } else {
        birth.place = birth.place ?? mention.entity
      }
      return mention.tokens.upperBound
    }
    return position + 1
  }

  private func fact(_ type: FactType, _ person: Int, _ end: End, _ sentence: Int) -> Fact? {
    guard end.date != nil || end.isStated && end.place != nil else { return nil }
    return Fact(
      type: type, subject: person, place: end.place,
      interval: end.date.map { DateInterval(start: $0, precision: end.precision, words: end.words) },
      evidence: [Fact.Evidence(sentence: sentence, rule: "life-in-brackets")], confidence: 0.97)
  }
}

/// The words and marks that structure such brackets.
struct BracketWords {
  private var kinds: [String: String] = [:]

  init() {
    for row in PredicateLexicon.rows("bracket-words.tsv", columns: 2) { kinds[row[0]] = row[1] }
  }

  func isBirth(_ form: String) -> Bool { kinds[form] == "birth" }
  func isDeath(_ form: String) -> Bool { kinds[form] == "death" }
  func isDash(_ form: String) -> Bool { kinds[form] == "dash" }
  func isReign(_ form: String) -> Bool { kinds[form] == "reign" }
}
