/// When and where a named event took place, as the words next to its name tell: "the 2010 Zadar Games", "the Battle of
/// Bukovac in 1660", "the Zadar Congress, held in Split".
struct EventNameReader {
  let reading: Reading

  func facts(sentenceOf: (Int) -> Int) -> [Fact] {
    var places: [Int: Int] = [:]
    for mention in reading.mentions
    where mention.form == .name && reading.entities[mention.entity].kind == .place {
      places[mention.tokens.lowerBound] = mention.entity
    }
    var dates: [Int: DateInterval] = [:]
    for date in reading.dates { dates[date.tokens.lowerBound] = date.interval }
    return reading.mentions.compactMap { mention in
      guard mention.form == .name, reading.entities[mention.entity].kind == .event else { return nil }
      let behind = behind(mention.tokens.upperBound)
      let place = places[behind.content].flatMap { behind.isLocative ? $0 : nil }
      let stated = behind.isDating ? dates[behind.content] : nil
      let interval = Self.year(of: reading.entities[mention.entity].name) ?? stated
      guard interval != nil || place != nil else { return nil }
      return Fact(
        type: .happened, subject: mention.entity, place: place, interval: interval,
        evidence: [Fact.Evidence(sentence: sentenceOf(mention.head), rule: "event-by-name")],
        confidence: 0.85)
    }
  }

  /// Steps over ", held", and a preposition or bracket; says what may follow.
  private func behind(_ end: Int) -> (content: Int, isLocative: Bool, isDating: Bool) {
    var index = end
    let forms = reading.tokens
    if index < forms.count, forms[index].form == "," { index += 1 }
    if index < forms.count, Self.held.contains(forms[index].form) { index += 1 }
    guard index < forms.count else { return (index, false, false) }
    var next = index + 1
    if next < forms.count, forms[next].form == "the" { next += 1 }
    switch forms[index].form {
    case "in", "at": return (next, true, forms[index].form == "in")
    case "of", "on": return (next, false, true)
    case "(": return (index + 1, true, true)
    default: return (index, false, false)
    }
  }

  private static let held: Set<String> = ["held", "staged", "hosted", "convened", "fought"]

  /// The year in an event's name; a season has no one date.
  static func year(of name: String) -> DateInterval? {
    guard !name.lowercased().hasSuffix("season") else { return nil }
    for word in name.split(separator: " ") where word.count == 4 {
      if let year = Int(word), (1000...2100).contains(year) {
        return DateInterval(start: PartialDate(year: year), words: String(word))
      }
    }
    return nil
  }
}
