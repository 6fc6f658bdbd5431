/// Words that point back into the narrative: "the same day", "the following spring", "three weeks later".
extension DateParser {
  /// "the same day", "that year", "the following spring", "the previous year", "that March", "later that year".
  func pointer(at index: Int) -> DateMatch? {
    var next = index
    if self[next] == .the { next += 1 }
    // "that same month"
    if self[next] == .same, self[next + 1] == .same { next += 1 }
    if self[next] == .this { return this(at: next) }
    switch self[next] {
    case .same: return same(from: index, at: next + 1)
    case .next: return adjacent(from: index, at: next + 1, step: 1)
    case .previous: return adjacent(from: index, at: next + 1, step: -1)
    case .unit(let unit, isPlural: false): return unitPointer(from: index, unit, at: next)
    default: return nil
    }
  }

  /// "in this year"; "to this day" is no date.
  private func this(at index: Int) -> DateMatch? {
    guard self[index - 1] == .in || self[index - 1] == .during,
      case .unit(let unit, isPlural: false) = self[index + 1],
      unit == .year || unit == .month
    else { return nil }
    return DateMatch(tokens: index..<index + 2, reference: .same(unit))
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
      guard self[index] == .the || unit == .day || forms(next - 1).lowercased() != "next" else { return nil }
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

  /// "three weeks later", "a year earlier", "twenty-one years afterwards".
  func shifted(at index: Int) -> DateMatch? {
    let amount: Int
    var next = index + 1
    if self[index] == .article {
      amount = 1
    } else if let (end, number) = number(at: index) {
      (next, amount) = (end, number)
    } else {
      return nil
    }
    guard case .unit(let unit, _) = self[next] else { return nil }
    let sign: Int
    switch self[next + 1] {
    case .later: sign = 1
    case .earlier: sign = -1
    case .after where isPhraseEnd(self[next + 2], forms(next + 2)): sign = 1
    case .before where isPhraseEnd(self[next + 2], forms(next + 2)): sign = -1
    default: return nil
    }
    let isRough = unit == .decade || unit == .century || amount == 0
    let reference: DateReference = isRough ? .vague : .shifted(sign * amount, unit)
    return DateMatch(tokens: index..<next + 2, reference: reference)
  }

  /// A number below a hundred, in digits or in words: "15", "fifteen", "twenty-one"; 0 for "several".
  private func number(at index: Int) -> (Int, Int)? {
    switch self[index] {
    case .number(let value, digits: 1...2): return (index + 1, value)
    case .cardinal(let tens):
      if tens >= 20, self[index + 1] == .dash, case .cardinal(let ones) = self[index + 2],
        (1...9).contains(ones)
      {
        return (index + 3, tens + ones)
      }
      return (index + 1, tens)
    default: return nil
    }
  }

  /// "at the age of 15", "aged fifteen", "at 15,", "when she was fifteen", "15 years old".
  func age(at index: Int) -> DateMatch? {
    var next = index
    if self[next] == .the { next += 1 }
    guard self[next] == .age else { return bareAge(at: index) }
    next += 1
    if self[next] == .of { next += 1 }
    guard let (end, age) = number(at: next), age > 0 else { return nil }
    return DateMatch(tokens: index..<end, reference: .age(age))
  }

  private func bareAge(at index: Int) -> DateMatch? {
    guard let (end, age) = number(at: index), age > 0 else { return nil }
    let match = DateMatch(tokens: index..<end, reference: .age(age))
    let isWhen = self[index - 1] == .was && self[index - 2] == .pronoun && self[index - 3] == .when
    if case .unit(.year, isPlural: true) = self[end], self[end + 1] == .old, isWhen || self[index - 1] == .at
    {
      return DateMatch(tokens: index..<end + 2, reference: .age(age))
    }
    let isFree = self[end] == .comma || [".", ";"].contains(forms(end))
    if isWhen { return isFree || self[end] == .pronoun ? match : nil }
    return self[index - 1] == .at && isFree && age >= 5 ? match : nil
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
