/// Finds the words of a question that say when, and takes them out: "in 1925", "before May 1917", "from 1922 to 1925".
struct TimeConditionParser {
  let lexicon: QuestionLexicon

  /// The items with each expression of time put together.
  func parse(_ items: [QuestionItem]) -> [QuestionItem] {
    var result: [QuestionItem] = []
    var index = 0
    while index < items.count {
      if let (condition, next) = condition(items, at: index) {
        result.append(.time(condition))
        index = next
      } else {
        result.append(items[index])
        index += 1
      }
    }
    return result
  }

  private struct Day {
    var year: Int
    var month: Int?
    var day: Int?
    var lastYear: Int?

    var first: Int { year * 10000 + (month ?? 0) * 100 + (day ?? 0) }
    var last: Int { (lastYear ?? year) * 10000 + (month ?? 99) * 100 + (day ?? 99) }
  }

  private func condition(_ items: [QuestionItem], at start: Int) -> (TimeCondition, Int)? {
    var index = start
    var relation = TimeCondition.Relation.during
    var needsSecond = false
    if let word = items[index].folded {
      switch word {
      case "in", "on", "during", "around", "about", "at", "of":
        index += 1
        if let next = folded(items, index),
          ["early", "late", "mid", "about", "around", "the", "year", "month"].contains(next)
        {
          index += 1
        }
        if let next = folded(items, index), ["early", "late", "mid", "year", "the"].contains(next) {
          index += 1
        }
      case "before", "by": (relation, index) = (.before, index + 1)
      case "after": (relation, index) = (.after, index + 1)
      case "since": (relation, index) = (.since, index + 1)
      case "until", "till": (relation, index) = (.until, index + 1)
      case "from", "between": (needsSecond, index) = (true, index + 1)
      default: break
      }
    }
    guard let (day, next) = day(items, at: index) else { return nil }
    let isBare = index == start
    var end = next
    var last = day
    if let word = folded(items, next), ["to", "and", "until", "till", "through"].contains(word),
      let (second, after) = self.day(items, at: next + 1)
    {
      (last, end) = (second, after)
    } else if needsSecond {
      relation = .since
    }
    // A bare number may be anything unless it reads as a year or a date.
    if isBare, day.month == nil, day.lastYear == nil, !(1000...2100).contains(day.year) { return nil }
    let words = items[index..<end].compactMap { $0.word?.text }.joined(separator: " ")
    return (
      TimeCondition(relation: relation, first: day.first, last: last.last, words: words, year: day.year), end
    )
  }

  private func folded(_ items: [QuestionItem], _ index: Int) -> String? {
    index < items.count ? items[index].folded : nil
  }

  /// A day, month, year or decade.
  private func day(_ items: [QuestionItem], at start: Int) -> (Day, Int)? {
    guard let first = folded(items, start) else { return nil }
    // 8 December 1934
    if let number = number(first), (1...31).contains(number), let month = month(items, start + 1) {
      if let year = folded(items, start + 2).flatMap(year) {
        return (Day(year: year, month: month, day: number), start + 3)
      }
      if folded(items, start + 2) == "of", let year = folded(items, start + 3).flatMap(year) {
        return (Day(year: year, month: month, day: number), start + 4)
      }
    }
    // December 8 1934, December 1934, December of 1934
    if let month = month(items, start) {
      if let number = folded(items, start + 1).flatMap(number), (1...31).contains(number),
        let year = folded(items, start + 2).flatMap(year)
      {
        return (Day(year: year, month: month, day: number), start + 3)
      }
      let offset = folded(items, start + 1) == "of" ? 2 : 1
      if let year = folded(items, start + offset).flatMap(year) {
        return (Day(year: year, month: month), start + offset + 1)
      }
    }
    // the 1930s
    let offset = first == "the" ? 1 : 0
    if let decade = folded(items, start + offset), decade.count == 5, decade.hasSuffix("0s"),
      let year = Int(decade.dropLast())
    {
      return (Day(year: year, lastYear: year + 9), start + offset + 1)
    }
    if first.count == 10 || first.count == 7, let date = iso(items[start].word?.text ?? "") {
      return (date, start + 1)
    }
    if let year = year(first) {
      if let era = folded(items, start + 1), ["bc", "bce"].contains(era) {
        return (Day(year: -year), start + 2)
      }
      if let era = folded(items, start + 1), ["ad", "ce"].contains(era) {
        return (Day(year: year), start + 2)
      }
      if let bare = items[start].word?.text, bare.count >= 3 { return (Day(year: year), start + 1) }
    }
    return nil
  }

  private func iso(_ text: String) -> Day? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count > 1, parts[0] ?? 0 > 99, let year = parts[0], let month = parts[1],
      (1...12).contains(month)
    else { return nil }
    return Day(year: year, month: month, day: parts.count > 2 ? parts[2] : nil)
  }

  private func year(_ word: String) -> Int? {
    guard word.count <= 4, let year = Int(word), year > 0 else { return nil }
    return year
  }

  /// "8", "8th".
  private func number(_ word: String) -> Int? {
    for suffix in ["st", "nd", "rd", "th"] where word.hasSuffix(suffix) { return Int(word.dropLast(2)) }
    return Int(word)
  }

  private func month(_ items: [QuestionItem], _ index: Int) -> Int? {
    guard let word = folded(items, index), word.count >= 3 else { return nil }
    return lexicon.months.firstIndex { $0 == word || word.count < 5 && $0.hasPrefix(word) && word != "mar" }
      .map { $0 + 1 }
  }
}
