/// Words that point back into the narrative: "the same day", "the following spring", "three weeks later".
extension DateParser {
  /// "the same day", "that year", "the following spring", "the previous year", "that March", "later that year".
  func pointer(at index: Int) -> DateMatch? {
    var next = index
    if self[next] == .the { next += 1 }
    // "that same month"
    if self[next] == .same, self[next + 1] == .same { next += 1 }
    switch self[next] {
    case .same: return same(from: index, at: next + 1)
    case .next: return adjacent(from: index, at: next + 1, step: 1)
    case .previous: return adjacent(from: index, at: next + 1, step: -1)
    case .unit(let unit, isPlural: false): return unitPointer(from: index, unit, at: next)
    default: return nil
    }
  }

  private func same(from index: Int, at next: Int) -> DateMatch? {
    switch self[next] {
    case .unit(let unit, isPlural: false) where unit == .day || unit == .month || unit == .year:
      return DateMatch(tokens: index..<next + 1, reference: .same(unit))
    case .season(let month):
      let part = DateReference.YearPart(month: month, isSeason: true)
      return DateMatch(tokens: index..<next + 1, reference: .yearless(part, nil, .same))
    case .month(let month):
      let part = DateReference.YearPart(month: month)
      return DateMatch(tokens: index..<next + 1, reference: .yearless(part, nil, .forward))
    default: return nil
    }
  }

  private func adjacent(from index: Int, at next: Int, step: Int) -> DateMatch? {
    let direction: DateReference.Direction = step > 0 ? .next : .previous
    switch self[next] {
    case .unit(let unit, isPlural: false):
      // "next year" without "the" is seen from the writer's desk.
      guard self[index] == .the || forms(next - 1).lowercased() != "next" else { return nil }
      return DateMatch(tokens: index..<next + 1, reference: .shifted(step, unit))
    case .season(let month):
      let part = DateReference.YearPart(month: month, isSeason: true)
      return DateMatch(tokens: index..<next + 1, reference: .yearless(part, nil, direction))
    case .month(let month):
      var point = Point(month: month)
      var end = next + 1
      if case .number(let day, digits: 1...2) = self[end], (1...31).contains(day) {
        point.day = day
        end += 1
      }
      return DateMatch(tokens: index..<end, reference: .yearless(point.yearPart, nil, direction))
    default: return nil
    }
  }

  /// "the year" in "later in the year", "the end of the year"; "the day before", "the year after".
  private func unitPointer(from index: Int, _ unit: TimeWord.Unit, at next: Int) -> DateMatch? {
    guard self[index] == .the else { return nil }
    let behind = self[next + 1]
    if behind == .before || behind == .after || behind == .earlier || behind == .later,
      isPhraseEnd(self[next + 2], forms(next + 2))
    {
      let step = behind == .before || behind == .earlier ? -1 : 1
      return DateMatch(tokens: index..<next + 2, reference: .shifted(step, unit))
    }
    guard unit == .year || unit == .month, isPhraseEnd(behind, forms(next + 1)) else { return nil }
    let isLater = self[index - 1] == .in && (self[index - 2] == .later || self[index - 2] == .earlier)
    let isPart = self[index - 1] == .of && self[index - 2] == .portion
    return isLater || isPart ? DateMatch(tokens: index..<next + 1, reference: .same(unit)) : nil
  }

  /// "three weeks later", "a year earlier", "two years afterwards".
  func shifted(at index: Int) -> DateMatch? {
    let amount: Int
    switch self[index] {
    case .cardinal(let value): amount = value
    case .number(let value, digits: 1...2): amount = value
    case .article: amount = 1
    default: return nil
    }
    guard case .unit(let unit, _) = self[index + 1] else { return nil }
    let sign: Int
    switch self[index + 2] {
    case .later: sign = 1
    case .earlier: sign = -1
    case .after where isPhraseEnd(self[index + 3], forms(index + 3)): sign = 1
    case .before where isPhraseEnd(self[index + 3], forms(index + 3)): sign = -1
    default: return nil
    }
    let isRough = unit == .decade || unit == .century || amount == 0
    let reference: DateReference = isRough ? .vague : .shifted(sign * amount, unit)
    return DateMatch(tokens: index..<index + 3, reference: reference)
  }

  /// "at the age of 15", "aged fifteen", "at 15,".
  func age(at index: Int) -> DateMatch? {
    var next = index
    if self[next] == .the { next += 1 }
    guard self[next] == .age else { return bareAge(at: index) }
    next += 1
    if self[next] == .of { next += 1 }
    guard let age = ageNumber(self[next]) else { return nil }
    return DateMatch(tokens: index..<next + 1, reference: .age(age))
  }

  private func bareAge(at index: Int) -> DateMatch? {
    guard self[index - 1] == .at, let age = ageNumber(self[index]), age >= 5 else { return nil }
    guard self[index + 1] == .comma || [".", ";"].contains(forms(index + 1)) else { return nil }
    return DateMatch(tokens: index..<index + 1, reference: .age(age))
  }

  private func ageNumber(_ word: TimeWord) -> Int? {
    switch word {
    case .number(let value, digits: 1...2) where value > 0: value
    case .cardinal(let value) where value > 0: value
    default: nil
    }
  }

  /// Decades and centuries are no dates.
  func vague(at index: Int) -> DateMatch? {
    if self[index] == .decadeName { return DateMatch(tokens: index..<index + 1, reference: .vague) }
    guard case .ordinal = self[index] else { return nil }
    var next = index + 1
    if self[next] == .dash { next += 1 }
    guard case .unit(.century, _) = self[next] else { return nil }
    next += 1
    if case .era = self[next] { next += 1 }
    return DateMatch(tokens: index..<next, reference: .vague)
  }
}
