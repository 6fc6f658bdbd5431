import Foundation
import Testing

@testable import BioStore

/// How well annotated names of Wikipedia leads are grouped into entities.
@Suite(.enabled(if: Shared.isPresent, "needs the annotated articles beside the repository"))
struct NameClusterAccuracyTests {
  private struct Document: Decodable {
    struct Entity: Decodable {
      let type: String
      let mentions: [Mention]
    }
    struct Mention: Decodable {
      let start: Int
      let end: Int
      let text: String
    }
    let title: String
    let text: String
    let entities: [Entity]
  }

  private static let kinds: [String: EntityKind] = ["PER": .person, "LOC": .place, "ORG": .organisation]

  /// Titles of the articles that are looked at for figures only.
  private static var keptApart: Set<String> {
    let folder = Shared.path("eval/leads")
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    return Set(
      files.filter { $0.hasSuffix(".txt") }.suffix(20).compactMap { name in
        (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)).map {
          $0.prefix { $0 != "\n" }.trimmingCharacters(in: CharacterSet(charactersIn: "= "))
        }
      })
  }

  @Test func namesOfLeads() throws {
    var total = CoreferenceScorer.Score()
    var entities = 0
    var whole = 0
    var errors: [String] = []
    let apart = Self.keptApart
    let text = try String(contentsOfFile: Shared.path("data/redocred/train.jsonl"), encoding: .utf8)
    // Every fourth article is enough for a test; all of them for the errors.
    let step = ProcessInfo.processInfo.environment["BIOSTORE_ERRORS"] == nil ? 4 : 1
    for (number, line) in text.split(separator: "\n").enumerated() where number % step == 0 {
      let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
      if apart.contains(document.title) { continue }
      let (reading, gold) = read(document)
      let found = mentionEntities(reading)
      let key = gold.filter { !$0.isEmpty }
      let spans = Set(key.flatMap { $0.keys })
      let numbers = Dictionary(uniqueKeysWithValues: spans.sorted { $0 < $1 }.enumerated().map { ($1, $0) })
      var response: [Int: Set<Int>] = [:]
      for span in spans {
        response[found[span] ?? -1 - (numbers[span] ?? 0), default: []].insert(numbers[span] ?? 0)
      }
      total +=
        CoreferenceScorer(
          key: key.map { Set($0.keys.compactMap { numbers[$0] }) },
          response: response.sorted { $0.key < $1.key }.map(\.value)
        ).bCubed
      var owner: [Int: String] = [:]
      for entity in key {
        let groups = Dictionary(grouping: entity.keys.sorted(), by: { found[$0] ?? -1 - $0 })
        entities += 1
        if groups.count == 1 { whole += 1 }
        let names = groups.sorted { $0.key < $1.key }.map {
          Set($0.value.compactMap { entity[$0] }).sorted().joined(separator: "/")
        }
        if groups.count > 1 { errors.append("split\t\(document.title)\t\(names.joined(separator: " | "))") }
        for group in groups.keys {
          if let other = owner[group] {
            errors.append("merged\t\(document.title)\t\(other) = \(names.joined(separator: "/"))")
          }
          owner[group] = names.joined(separator: "/")
        }
      }
    }
    if let path = ProcessInfo.processInfo.environment["BIOSTORE_ERRORS"] {
      try errors.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    print(
      String(
        format: "names of leads: B3 P %.3f R %.3f F1 %.3f, in one piece %d/%d (%.3f)", total.precisionRate,
        total.recallRate, total.f1, whole, entities, Double(whole) / Double(entities)))
    #expect(total.f1 >= 0.95)
  }

  /// The article with its annotated names, and for each entity the tokens at which its names begin, with the names.
  private func read(_ document: Document) -> (Reading, [[Int: String]]) {
    let article = ArticleParser().article(
      text: document.text, fallbackTitle: document.title, source: "leads")
    var reading = Reading(article: article)
    Segmenter().segment(&reading)
    SyntaxAnnotator().annotate(&reading)
    let starts = Dictionary(
      reading.tokens.enumerated().map { ($1.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    let ends = Dictionary(
      reading.tokens.enumerated().map { ($1.range.upperBound, $0) }, uniquingKeysWith: { first, _ in first })
    var gold: [[Int: String]] = []
    for entity in document.entities {
      guard let kind = Self.kinds[entity.type] else { continue }
      var tokens: [Int: String] = [:]
      for mention in entity.mentions {
        guard var first = starts[mention.start], let last = ends[mention.end], first <= last else { continue }
        if last > first, reading.tokens[first].form.lowercased() == "the" { first += 1 }
        guard tokens[first] == nil, !reading.names.contains(where: { $0.tokens.overlaps(first..<(last + 1)) })
        else { continue }
        reading.names.append(NameSpan(tokens: first..<(last + 1), kind: kind))
        tokens[first] = mention.text
      }
      gold.append(tokens)
    }
    reading.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    EntityResolver().resolve(&reading)
    return (reading, gold)
  }

  private func mentionEntities(_ reading: Reading) -> [Int: Int] {
    Dictionary(
      reading.mentions.filter { $0.form == .name }.map { ($0.tokens.lowerBound, $0.entity) },
      uniquingKeysWith: { first, _ in first })
  }
}
