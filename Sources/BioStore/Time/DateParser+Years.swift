/// Years, and the numbers that are none.
extension DateParser {
  /// The year that begins at `index`: "1937", "44 BC", "AD 60"; where it ends and its number.
  func year(at index: Int, isBehindMonth: Bool = false) -> (Int, Int)? {
    if case .era(let sign) = self[index], case .number(let value, _) = self[index + 1], value > 0 {
      // "BC 44" is rare, but nothing else.
      return (index + 2, sign * value)
    }
    guard case .number(let value, let digits) = self[index], value > 0 else { return nil }
    if case .era(let sign) = self[index + 1] { return (index + 2, sign * value) }
    if let sign = eraOfSpan(behind: index) { return (index + 1, sign * value) }
    if isBehindMonth { return isYearBehindMonth(value, at: index) ? (index + 1, value) : nil }
    guard isPlausible(value, digits: digits, at: index) else { return nil }
    return (index + 1, value)
  }

  private func isYearBehindMonth(_ value: Int, at index: Int) -> Bool {
    let isCounted = self[index - 1] == .comma && self[index + 1] == .counted
    return value <= PartialDate.latestYear && !isCounted
  }

  /// "BC" behind "100–44 BC" holds for both years.
  private func eraOfSpan(behind index: Int) -> Int? {
    guard isRangeSign(self[index + 1]), case .number = self[index + 2], case .era(let sign) = self[index + 3]
    else { return nil }
    return sign
  }

  private func isPlausible(_ value: Int, digits: Int, at index: Int) -> Bool {
    if isLabelled(index) || isCounted(from: index) { return false }
    switch digits {
    case 4: return value >= 1000 && value <= PartialDate.latestYear && !isAddress(at: index)
    case 2, 3: return isShortYear(value, digits: digits, at: index)
    default: return false
    }
  }

  /// "No. 1905", "more than 1500"; but "until at least 1950", "no later than 1950".
  private func isLabelled(_ index: Int) -> Bool {
    guard self[index - 1] == .label else { return false }
    switch self[index - 2] {
    case .later, .earlier: return false
    case .at: return !isLimit(self[index - 3])
    default: return true
    }
  }

  private func isLimit(_ word: TimeWord) -> Bool {
    word == .until || word == .since || word == .from
  }

  /// Whether a noun of people, things or measures is what the number counts; "the 1936 games" is none.
  private func isCounted(from index: Int) -> Bool {
    var next = index + 1
    if isRangeSign(self[next]), case .number(_, digits: 3...4) = self[next + 1] { next += 2 }
    if self[next] == .dash { next += 1 }
    // "1963 children's book" counts no children.
    return self[next] == .counted && !["'s", "’s", "'", "’"].contains(forms(next + 1))
  }

  /// "at 1600 Pennsylvania Avenue"
  private func isAddress(at index: Int) -> Bool {
    guard self[index - 1] == .at || self[index - 1] == .to else { return false }
    return forms(index + 1).startsUppercase
  }

  /// Two or three digits are a year only behind a preposition of time and before a mark, or in the span of a life
  /// or a reign.
  private func isShortYear(_ value: Int, digits: Int, at index: Int) -> Bool {
    if case .number(let last, digits: 3...4) = self[index + 2], isRangeSign(self[index + 1]) {
      return last > value && opensLife(index - 1) && isPhraseEnd(self[index + 3], forms(index + 3))
    }
    if case .number(let first, digits: 2...3) = self[index - 2], isRangeSign(self[index - 1]) {
      return digits == 3 && value > first && opensLife(index - 3)
        && isPhraseEnd(self[index + 1], forms(index + 1))
    }
    guard digits == 3, value >= 100 else { return false }
    switch self[index - 1] {
    case .unit(.year, isPlural: false): return true
    // "about 500" counts something, "c. 500" is a year.
    case .circa where forms(index - 1).first != "c": return false
    case .in, .since, .until, .by, .circa, .before, .after, .during:
      return isPhraseEnd(self[index + 1], forms(index + 1)) || isRangeSign(self[index + 1])
        || self[index + 1] == .and
    default: return false
    }
  }

  private func opensLife(_ index: Int) -> Bool {
    switch self[index] {
    // "Otto (53–117)", but "pages (110–125)".
    case .open: forms(index - 1).startsUppercase
    case .born, .reign, .circa: true
    // "ruled from 768 to 814", but "grew from 110 to 150".
    case .from, .between: self[index - 1] == .reign
    default: false
    }
  }

  func isPhraseEnd(_ word: TimeWord, _ form: String) -> Bool {
    switch word {
    case .comma, .close, .open, .and, .in, .at, .by, .to, .on, .from, .after, .before: return true
    default: return form.isEmpty || [".", ";", ":", "!", "?"].contains(form)
    }
  }
}
