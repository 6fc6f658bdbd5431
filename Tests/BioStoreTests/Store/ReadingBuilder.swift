import Foundation

@testable import BioStore

/// Builds readings by hand: one sentence a fact, entities by name.
struct ReadingBuilder {
  private(set) var reading: Reading
  private var scalarCount: Int
  private var entityIndex: [String: Int] = [:]

  init(title: String, source: String = "made-up.txt", identifier: String? = nil) {
    let text = "= \(title) =\n"
    reading = Reading(article: Article(title: title, text: text, source: source, identifier: identifier))
    scalarCount = text.unicodeScalars.count
    reading.article.sections = [Section(heading: nil, level: 1, range: 0..<scalarCount, paragraphs: [])]
  }

  /// The entity of this name, added if it is new.
  @discardableResult
  mutating func entity(
    _ name: String, _ kind: EntityKind = .person, aliases: [String] = [], isNamed: Bool = true
  ) -> Int {
    let key = "\(kind):\(name)"
    if let index = entityIndex[key] { return index }
    reading.entities.append(Entity(kind: kind, name: name, aliases: aliases, isNamed: isNamed))
    entityIndex[key] = reading.entities.count - 1
    return reading.entities.count - 1
  }

  /// Adds a sentence and returns its index; mentions are found by the entities' names.
  @discardableResult
  mutating func sentence(_ text: String) -> Int {
    let start = scalarCount
    reading.article.text += text + "\n"
    scalarCount += text.unicodeScalars.count + 1
    let range = start..<(scalarCount - 1)
    reading.sentences.append(Sentence(range: range, tokens: 0..<0, section: 0, paragraph: 0))
    reading.article.sections[0].range = 0..<scalarCount
    for (index, entity) in reading.entities.enumerated() {
      for name in [entity.name] + entity.aliases {
        guard let found = text.range(of: name) else { continue }
        let lower = start + text.unicodeScalars.distance(from: text.startIndex, to: found.lowerBound)
        let span = lower..<(lower + name.unicodeScalars.count)
        reading.mentions.append(
          Mention(
            entity: index, tokens: 0..<0, head: 0, range: span, form: entity.isNamed ? .name : .description,
            step: "exact-name"))
        break
      }
    }
    return reading.sentences.count - 1
  }

  mutating func fact(
    _ type: FactType, _ subject: Int, _ object: Int? = nil, value: String? = nil, place: Int? = nil,
    start: PartialDate? = nil, end: PartialDate? = nil, says text: String, confidence: Double = 1
  ) {
    let sentence = sentence(text)
    let interval = start == nil && end == nil ? nil : DateInterval(start: start, end: end, words: "then")
    reading.facts.append(
      Fact(
        type: type, subject: subject, object: object, value: value, place: place, interval: interval,
        evidence: [Fact.Evidence(sentence: sentence, rule: "test")], confidence: confidence))
  }
}
