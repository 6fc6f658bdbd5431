import ArgumentParser
import BioStore
import Foundation

/// Prints what the Reader makes of articles, each fact with the signs that its confidence is worked out from.
struct SignsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signs",
    abstract:
      "Prints entities and facts with the signs of their confidence, for Scripts/train_fact_confidence.py.",
    discussion: """
      Example: TrainReader signs lives/*.txt > signs.jsonl
      The lines are those of `biostore export --format jsonl`; facts have the fields rule, declared, attachment, steps,
      name, purpose and confidence besides. Entities of different articles are never joined.
      """)

  @Argument(help: "Articles, as .txt or .jsonl.")
  var files: [String]

  func run() throws {
    let reader = Reader()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var article = 0
    var firstEntity = 0
    for file in files {
      for result in ArticleSource(path: file) {
        let reading = reader.read(try result.get())
        article += 1
        for record in SignsRecord.records(of: reading, article: article, firstEntity: firstEntity) {
          print(String(decoding: try encoder.encode(record), as: UTF8.self))
        }
        firstEntity += reading.entities.count
      }
    }
  }
}

/// A line of `TrainReader signs`; fields that do not belong to the kind of record are left out.
struct SignsRecord: Encodable {
  struct Span: Encodable { var start: Int, end: Int, text: String }

  var record: String
  var id: Int?
  var title: String?
  var article: Int?
  var kind: String?
  var name: String?
  var aliases: [String]?
  var entity: Int?
  var text: String?
  var form: String?
  var type: String?
  var subject: Int?
  var object: Int?
  var value: String?
  var place: Int?
  var start: String?
  var end: String?
  var sentence: Span?
  var rule: String?
  var declared: Double?
  var attachment: Double?
  var steps: [String]?
  var nameConfidence: Double?
  var purpose: Bool?
  var confidence: Double?

  static func records(of reading: Reading, article: Int, firstEntity: Int) -> [SignsRecord] {
    var records = [SignsRecord(record: "article", id: article, title: reading.article.title)]
    for (index, entity) in reading.entities.enumerated() {
      records.append(
        SignsRecord(
          record: "entity", id: firstEntity + index, kind: entity.kind.rawValue, name: entity.name,
          aliases: entity.aliases))
    }
    let text = ScalarText(reading.article.text)
    for mention in reading.mentions {
      records.append(
        SignsRecord(
          record: "mention", article: article, entity: firstEntity + mention.entity,
          text: text[mention.range], form: mention.form.rawValue))
    }
    return records + reading.facts.map { record(of: $0, in: reading, text, article, firstEntity) }
  }

  private static func record(
    of fact: Fact, in reading: Reading, _ text: ScalarText, _ article: Int, _ firstEntity: Int
  ) -> SignsRecord {
    let range = reading.sentences[fact.evidence[0].sentence].range
    let span = Span(start: range.lowerBound, end: range.upperBound, text: text[range])
    return SignsRecord(
      record: "fact", article: article, type: fact.type.rawValue, subject: firstEntity + fact.subject,
      object: fact.object.map { firstEntity + $0 }, value: fact.value,
      place: fact.place.map { firstEntity + $0 },
      start: fact.interval?.start?.description, end: fact.interval?.end?.description, sentence: span,
      rule: fact.signs?.rule, declared: fact.signs?.declared, attachment: fact.signs?.attachment,
      steps: fact.signs?.steps, nameConfidence: fact.signs?.name, purpose: fact.signs?.isPurpose,
      confidence: fact.confidence)
  }
}
