/// Finds names of events by their form: "1988 Olympics", "World Championships 1991", "siege of Zadar".
struct EventTitles {
  private let reading: Reading
  private let names: [NameSpan]

  init(_ names: [NameSpan], reading: Reading) {
    self.names = names
    self.reading = reading
  }

  /// The names with those of events added; a name within a longer one gives way. Linear in the number of tokens.
  func added() -> [NameSpan] {
    var found: [Range<Int>] = []
    for sentence in reading.sentences {
      for index in sentence.tokens {
        if Self.heads.contains(form(index)), let span = dated(head: index, in: sentence.tokens) {
          found.append(span)
        } else if Self.fights.contains(form(index)), let span = fight(index, in: sentence.tokens) {
          found.append(span)
        }
      }
    }
    let events = found.filter { span in
      !names.contains { $0.kind == .event && $0.tokens.overlaps(span) && $0.tokens.count >= span.count }
    }
    guard !events.isEmpty else { return names }
    return names.filter { name in !events.contains { $0.overlaps(name.tokens) } }
      + events.map { NameSpan(tokens: $0, kind: .event, confidence: 0.8) }
  }

  private func form(_ index: Int) -> String { reading.tokens[index].form }

  /// Capitals before a head word, with a year before or behind them.
  private func dated(head: Int, in sentence: Range<Int>) -> Range<Int>? {
    var start = head
    while start > sentence.lowerBound, isNamePart(start - 1), head - start < 7 { start -= 1 }
    var end = head + 1
    var hasYear = false
    if start > sentence.lowerBound, isYear(start - 1) {
      start -= 1
      hasYear = true
      // "1988–89 …"
    } else if end < sentence.upperBound, isYear(end) {
      end += 1
      hasYear = true
    }
    return hasYear ? start..<end : nil
  }

  private func isNamePart(_ index: Int) -> Bool {
    let word = form(index)
    guard word.startsUppercase else { return ["-", "'s", "’s", "&"].contains(word) }
    return !["The", "At", "In", "During"].contains(word)
  }

  private func isYear(_ index: Int) -> Bool {
    let digits = form(index).prefix { $0.isNumber }
    guard digits.count == 4, let year = Int(digits) else { return false }
    return (1700...2100).contains(year)
  }

  /// "siege of Zadar", "battle of the River Bosut".
  private func fight(_ index: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard index + 2 < sentence.upperBound, form(index + 1) == "of" else { return nil }
    var end = index + 2
    if form(end) == "the" { end += 1 }
    let first = end
    while end < sentence.upperBound, form(end).startsUppercase { end += 1 }
    return end > first ? index..<end : nil
  }

  private static let heads = LexiconFile.words("lexicons/event-heads.txt")
  private static let fights: Set<String> = ["battle", "siege", "Battle", "Siege"]
}
