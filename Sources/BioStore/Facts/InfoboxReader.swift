/// Reads lines of an infobox: "Born: 3 May 1901, Zadar", "| birth_place = Zadar".
///
/// The labels are those of `lexicons/infobox-keys.tsv`; what they say is said of the article's subject.
struct InfoboxReader {
  private enum Content: String { case dates, values, person, organisation, place, event, work }

  private let reading: Reading
  private let keys: [String: (type: FactType, content: Content)]

  init(_ reading: Reading) {
    self.reading = reading
    var keys: [String: (type: FactType, content: Content)] = [:]
    for row in PredicateLexicon.rows("infobox-keys.tsv", columns: 3) {
      guard let type = FactType(rawValue: row[1]), let content = Content(rawValue: row[2]) else { continue }
      keys[row[0]] = (type, content)
    }
    self.keys = keys
  }

  func facts(subject: Int?, sentenceOf: (Int) -> Int) -> [Fact] {
    guard let subject else { return [] }
    return reading.sentences.flatMap { sentence -> [Fact] in
      guard let sign = sign(in: sentence.tokens), let key = keys[label(sentence.tokens.lowerBound..<sign)]
      else { return [] }
      let content = (sign + 1)..<sentence.tokens.upperBound
      let evidence = [Fact.Evidence(sentence: sentenceOf(sign), rule: "infobox-line")]
      return facts(key.type, key.content, in: content).map { fact in
        var fact = fact
        fact.subject = subject
        fact.evidence = evidence
        return fact
      }.filter { $0.object != subject }
    }
  }

  /// The colon or equals sign behind a label of at most three words.
  private func sign(in tokens: Range<Int>) -> Int? {
    tokens.prefix(6).first { reading.tokens[$0].form == ":" || reading.tokens[$0].form == "=" }
  }

  private func label(_ tokens: Range<Int>) -> String {
    let words = reading.tokens[tokens].map { $0.form.lowercased() }.filter { $0 != "|" }
    return words.joined(separator: " ").replacing(" _ ", with: " ").replacing("_", with: " ")
  }

  private func facts(_ type: FactType, _ content: Content, in tokens: Range<Int>) -> [Fact] {
    switch content {
    case .dates: return [date(type, in: tokens)].compactMap { $0 }
    case .values:
      return values(in: tokens).map { Fact(type: type, subject: 0, value: $0, evidence: [], confidence: 0.9) }
    default:
      guard let kind = EntityKind(rawValue: content.rawValue) else { return [] }
      return entities(kind, in: tokens).map {
        Fact(type: type, subject: 0, object: $0, evidence: [], confidence: 0.9)
      }
    }
  }

  private func date(_ type: FactType, in tokens: Range<Int>) -> Fact? {
    let date = reading.dates.first { tokens.contains($0.tokens.lowerBound) && $0.interval?.start != nil }
    let place = entities(.place, in: tokens).first
    guard date != nil || place != nil else { return nil }
    return Fact(
      type: type, subject: 0, place: place, interval: date?.interval, evidence: [], confidence: 0.95)
  }

  /// What stands between commas, without brackets.
  private func values(in tokens: Range<Int>) -> [String] {
    var values: [[String]] = [[]]
    var depth = 0
    for index in tokens {
      let form = reading.tokens[index].form
      switch form {
      case "(": depth += 1
      case ")": depth -= 1
      case ",", ";", "•", "|", "and": values.append([])
      case ".": continue
      default: if depth == 0 { values[values.count - 1].append(form) }
      }
    }
    return values.filter { !$0.isEmpty && $0.count < 6 }.map { $0.joined(separator: " ") }
  }

  private func entities(_ kind: EntityKind, in tokens: Range<Int>) -> [Int] {
    var found: [Int] = []
    for mention in reading.mentions
    where mention.form == .name && tokens.contains(mention.tokens.lowerBound)
      && reading.entities[mention.entity].kind == kind && !found.contains(mention.entity)
    {
      found.append(mention.entity)
    }
    return found
  }
}
