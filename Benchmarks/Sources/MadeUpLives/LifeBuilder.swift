import BioStore

/// Puts a reading together: a sentence and a fact at a time.
struct LifeBuilder {
  private(set) var reading: Reading
  private var length: Int

  init(title: String, identifier: String, isFemale: Bool) {
    let text = "= \(title) =\n"
    reading = Reading(article: Article(title: title, text: text, source: "made-up", identifier: identifier))
    length = text.unicodeScalars.count
    reading.article.sections = [Section(heading: nil, level: 1, range: length..<length, paragraphs: [])]
    reading.entities = [Entity(kind: .person, name: title, gender: isFemale ? .female : .male)]
    reading.subject = 0
  }

  /// Adds a sentence about the subject, and the fact that it says.
  mutating func say(
    _ words: String, _ name: String? = nil, _ kind: EntityKind = .place, as type: FactType,
    value: String? = nil,
    isPlace: Bool = false, date: PartialDate? = nil, year: Int? = nil
  ) {
    let title = reading.entities[0].name
    let date = date ?? year.map { PartialDate(year: $0) }
    let start = length
    var text = "\(title) \(words)"
    mention(0, title, at: start)
    var object: Int?
    if let name {
      let entity = entity(name, kind)
      mention(entity, name, at: start + text.unicodeScalars.count + 1)
      text += " \(name)"
      object = entity
    }
    if let date { text += " in \(date.year)" }
    text += "."
    append(text)
    reading.facts.append(
      Fact(
        type: type, subject: 0, object: isPlace ? nil : object, value: value, place: isPlace ? object : nil,
        interval: date.map { DateInterval(start: $0, words: "\($0.year)") },
        evidence: [Fact.Evidence(sentence: reading.sentences.count - 1, rule: "made-up")], confidence: 0.9))
  }

  private mutating func append(_ sentence: String) {
    let count = sentence.unicodeScalars.count
    reading.sentences.append(
      Sentence(range: length..<(length + count), tokens: 0..<0, section: 0, paragraph: 0))
    reading.article.text += sentence + "\n"
    length += count + 1
    reading.article.sections[0].range = reading.article.sections[0].range.lowerBound..<length
  }

  private mutating func entity(_ name: String, _ kind: EntityKind) -> Int {
    if let known = reading.entities.firstIndex(where: { $0.kind == kind && $0.name == name }) { return known }
    reading.entities.append(Entity(kind: kind, name: name))
    return reading.entities.count - 1
  }

  private mutating func mention(_ entity: Int, _ name: String, at start: Int) {
    reading.mentions.append(
      Mention(
        entity: entity, tokens: 0..<0, head: 0, range: start..<(start + name.unicodeScalars.count),
        form: .name,
        step: "exact-name"))
  }
}
