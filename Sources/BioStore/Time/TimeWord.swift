/// What a token can be in a date, by its form alone.
enum TimeWord: Sendable, Equatable {
  enum Unit: String, Sendable { case day, week, fortnight, month, year, decade, century }

  case other
  /// Digits only, such as 1922, 8 or 25; with the number of digits.
  case number(Int, digits: Int)
  /// "1922/23"
  case yearPair(Int, Int)
  /// "18934" in "15 October 18934 April 1953", where a dash was lost: a year, then a day.
  case mergedYearAndDay(Int, Int)
  /// "1937-01-10"
  case fullDate(PartialDate)
  /// "1920s"; "twenties" is left alone.
  case decadeName
  case ordinal(Int)
  /// In words; 0 for "several".
  case cardinal(Int)
  case article
  case month(Int)
  /// The month in which the season begins.
  case season(Int)
  case feast(Int)
  case weekday
  case unit(Unit, isPlural: Bool)
  /// -1 before, 1 after the beginning of the era.
  case era(Int)
  case circa, part, portion
  case same, next, previous, later, earlier
  case until, since, from, between, to, and, or, before, after, by
  case negation, each, when, was, pronoun, old, this, up, reign
  case during, `in`, on, at, of, the, back, dating, born, age, present
  case label, counted
  case open, close, dash, comma, question
}

/// The table of date words, read from the embedded lexicon once.
struct TimeLexicon: Sendable {
  static let shared = TimeLexicon()

  private let words: [String: TimeWord]
  /// For each length the set of first bytes below 128 of the words, as bits; spares most words the look-up.
  private let initials: [(UInt64, UInt64)]

  init() {
    var words: [String: TimeWord] = [:]
    for row in LexiconFile.rows("lexicons/time-words.tsv") where row.count > 1 {
      let word = String(row[0])
      let value = row.count > 2 ? String(row[2]) : ""
      guard let timeWord = Self.timeWord(String(row[1]), value: value) else { continue }
      words[word] = timeWord
      // "C" is a letter, not "circa".
      if timeWord == .circa, word.utf8.count == 1 { continue }
      for form in [word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()] {
        words[form] = timeWord
      }
    }
    // A month begins with a capital: "may" and "march" are verbs.
    for (word, timeWord) in words {
      if case .month = timeWord, word.first?.isLowercase == true { words[word] = nil }
    }
    self.words = words
    initials = Self.initials(of: words.keys)
  }

  /// Classifies one token's form.
  func classify(_ form: String) -> TimeWord {
    let bytes = form.utf8
    guard let first = bytes.first else { return .other }
    if first >= 0x30, first <= 0x39 { return NumericTimeWord.classify(form) }
    if mayBeWord(first, length: bytes.count), let word = words[form] { return word }
    if first == UInt8(ascii: "m") || first == UInt8(ascii: "M"), bytes.count > 4 {
      return classifyMid(form)
    }
    return .other
  }

  private static func initials(of words: some Sequence<String>) -> [(UInt64, UInt64)] {
    var initials: [(UInt64, UInt64)] = []
    for word in words {
      let length = word.utf8.count
      while initials.count <= length { initials.append((0, 0)) }
      // Words that begin outside ASCII share the last bit.
      let first = min(word.utf8.first ?? 0, 127)
      if first < 64 {
        initials[length].0 |= 1 << UInt64(first)
      } else {
        initials[length].1 |= 1 << UInt64(first - 64)
      }
    }
    return initials
  }

  private func mayBeWord(_ first: UInt8, length: Int) -> Bool {
    guard length < initials.count else { return false }
    let first = min(first, 127)
    return first < 64
      ? initials[length].0 & (1 << UInt64(first)) != 0 : initials[length].1 & (1 << UInt64(first - 64)) != 0
  }

  /// "mid-1926" and "mid-August" stand for the year and the month.
  private func classifyMid(_ form: String) -> TimeWord {
    let prefix = form.prefix(4)
    guard prefix == "mid-" || prefix == "Mid-" else { return .other }
    switch classify(String(form.dropFirst(4))) {
    case .number(let value, digits: 4): return .number(value, digits: 4)
    case .month(let month): return .month(month)
    case .decadeName: return .decadeName
    default: return .other
    }
  }

  private static func timeWord(_ name: String, value: String) -> TimeWord? {
    if let simple = simpleWords[name] { return simple }
    switch name {
    case "month": return Int(value).map { .month($0) }
    case "season": return Int(value).map { .season($0) }
    case "feast": return Int(value).map { .feast($0) }
    case "cardinal": return Int(value).map { .cardinal($0) }
    case "ordinal": return Int(value).map { .ordinal($0) }
    case "era": return Int(value).map { .era($0) }
    case "unit": return TimeWord.Unit(rawValue: value).map { .unit($0, isPlural: false) }
    case "units": return TimeWord.Unit(rawValue: value).map { .unit($0, isPlural: true) }
    default: return nil
    }
  }

  private static let simpleWords: [String: TimeWord] = [
    "article": .article, "weekday": .weekday, "circa": .circa, "part": .part, "portion": .portion,
    "same": .same, "next": .next, "previous": .previous, "later": .later, "earlier": .earlier,
    "until": .until, "since": .since, "from": .from, "between": .between, "to": .to, "and": .and,
    "or": .or, "before": .before, "after": .after, "by": .by, "during": .during, "in": .in,
    "on": .on, "at": .at, "of": .of, "the": .the, "back": .back, "dating": .dating, "born": .born,
    "age": .age, "present": .present, "label": .label, "counted": .counted, "open": .open,
    "close": .close, "dash": .dash, "comma": .comma, "question": .question,
    "negation": .negation, "when": .when, "was": .was, "pronoun": .pronoun, "old": .old, "up": .up,
    "reign": .reign, "this": .this,
    "each": .each,
  ]
}

/// Tokens that begin with a digit.
private enum NumericTimeWord {
  static func classify(_ form: String) -> TimeWord {
    let bytes = Array(form.utf8)
    let digits = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    if digits == bytes.count, digits == 5 || digits == 6 { return merged(form) }
    guard digits <= 4, let value = Int(form.prefix(digits)) else { return .other }
    if digits == bytes.count { return .number(value, digits: digits) }
    switch form.dropFirst(digits) {
    case "st", "nd", "rd", "th", "d": return digits <= 3 ? .ordinal(value) : .other
    case "s", "'s", "’s": return value % 10 == 0 && (digits == 4 || digits == 2) ? .decadeName : .other
    default: break
    }
    if digits <= 2 { return dayMonthYear(form, sign: bytes[digits]) }
    return digits == 4 && bytes.count > 5 ? yearPairOrDate(value, bytes[5...], sign: bytes[4]) : .other
  }

  private static func merged(_ form: String) -> TimeWord {
    guard let year = Int(form.prefix(4)), let day = Int(form.dropFirst(4)), (1...31).contains(day),
      year >= 1000, year <= PartialDate.latestYear
    else { return .other }
    return .mergedYearAndDay(year, day)
  }

  /// "3.5.1920" has the day first; "3/5/1920" may have either first, so where both fit only the year counts.
  private static func dayMonthYear(_ form: String, sign: UInt8) -> TimeWord {
    guard sign == UInt8(ascii: ".") || sign == UInt8(ascii: "/") else { return .other }
    let parts = form.utf8.split(separator: sign, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int(Substring($0)) }
    guard parts.count == 3, numbers.count == 3, parts[2].count == 4 else { return .other }
    let dayFirst = PartialDate(year: numbers[2], month: numbers[1], day: numbers[0])
    let monthFirst = PartialDate(year: numbers[2], month: numbers[0], day: numbers[1])
    if sign == UInt8(ascii: ".") { return dayFirst.isValid ? .fullDate(dayFirst) : .other }
    switch (dayFirst.isValid, monthFirst.isValid) {
    case (true, true): return .fullDate(dayFirst == monthFirst ? dayFirst : PartialDate(year: numbers[2]))
    case (true, false): return .fullDate(dayFirst)
    case (false, true): return .fullDate(monthFirst)
    case (false, false): return .other
    }
  }

  private static func yearPairOrDate(
    _ year: Int, _ rest: ArraySlice<UInt8>, sign: UInt8
  ) -> TimeWord {
    let parts = rest.split(separator: sign, omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    if sign == UInt8(ascii: "/"), parts.count == 1, let end = parts[0] {
      guard let last = PartialDate.expandedYear(end, digits: rest.count, after: year) else { return .other }
      return .yearPair(year, last)
    }
    if sign == UInt8(ascii: "-"), parts.count == 2, let month = parts[0], let day = parts[1] {
      let date = PartialDate(year: year, month: month, day: day)
      return date.isValid ? .fullDate(date) : .other
    }
    return .other
  }
}
