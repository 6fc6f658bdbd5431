import Foundation

@testable import BioStore

/// Readings of treebank biographies with the treebank's own trees and coreference, so that the rules can be looked at
/// apart from the stages before them. Present only where the shared data is.
enum GoldTrees {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data/treebank/").standardizedFileURL

  static var isPresent: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "gum-train.conllu").path)
  }

  /// The document called `name`, such as `GUM_bio_galois`.
  static func reading(_ name: String) throws -> Reading? {
    for file in ["gum-train.conllu", "gum-dev.conllu"] {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let sentences = try CoNLLU.parse(text).filter { $0.identifier?.hasPrefix(name + "-") ?? false }
      guard !sentences.isEmpty else { continue }
      var reading = Reading(conllu: sentences, title: name)
      addEntities(sentences, to: &reading)
      addYears(to: &reading)
      return reading
    }
    return nil
  }

  private static func addYears(to reading: inout Reading) {
    for (index, token) in reading.tokens.enumerated() {
      guard token.form.count == 4, let year = Int(token.form), (1000...2030).contains(year) else { continue }
      reading.dates.append(
        TemporalExpression(
          tokens: index..<(index + 1),
          interval: DateInterval(start: PartialDate(year: year), words: token.form)))
    }
  }

  private static func addEntities(_ sentences: [CoNLLUSentence], to reading: inout Reading) {
    var open: [String: [(start: Int, type: String)]] = [:]
    var spans: [(id: String, type: String, tokens: Range<Int>)] = []
    var index = 0
    for sentence in sentences {
      for word in sentence.words {
        for field in word.miscellaneous.split(separator: "|") where field.hasPrefix("Entity=") {
          read(String(field.dropFirst(7)), at: index, open: &open, spans: &spans)
        }
        index += 1
      }
    }
    add(spans, to: &reading)
  }

  private static func read(
    _ text: String, at index: Int, open: inout [String: [(start: Int, type: String)]],
    spans: inout [(id: String, type: String, tokens: Range<Int>)]
  ) {
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.first == "(" {
        rest = rest.dropFirst()
        let end = rest.firstIndex { $0 == "(" || $0 == ")" } ?? rest.endIndex
        let parts = rest[..<end].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        rest = rest[end...]
        let type = parts.count > 1 ? parts[1] : "abstract"
        if rest.first == ")" {
          spans.append((parts[0], type, index..<(index + 1)))
          rest = rest.dropFirst()
        } else {
          open[parts[0], default: []].append((index, type))
        }
      } else {
        let end = rest.firstIndex(of: ")") ?? rest.endIndex
        let id = String(rest[..<end])
        if let start = open[id]?.popLast() { spans.append((id, start.type, start.start..<(index + 1))) }
        rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
      }
    }
  }

  private static func add(
    _ spans: [(id: String, type: String, tokens: Range<Int>)], to reading: inout Reading
  ) {
    let kinds: [String: EntityKind] = [
      "person": .person, "place": .place, "organization": .organisation, "event": .event, "object": .work,
      "abstract": .work,
    ]
    let text = ScalarText(reading.article.text)
    var numbers: [String: Int] = [:]
    for span in spans.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
      guard let kind = kinds[span.type] else { continue }
      let head =
        span.tokens.first { reading.tokens[$0].head.map { !span.tokens.contains($0) } ?? true }
        ?? span.tokens.lowerBound
      let tag = reading.tokens[head].tag
      if kind == .work, tag != .propn { continue }
      let range =
        reading.tokens[span.tokens.lowerBound].range
        .lowerBound..<reading.tokens[span.tokens.upperBound - 1].range
        .upperBound
      let words = text[range]
      let number = numbers[span.id] ?? reading.entities.count
      if numbers[span.id] == nil {
        numbers[span.id] = number
        reading.entities.append(Entity(kind: kind, name: words, isNamed: tag == .propn))
      } else if tag == .propn, !reading.entities[number].isNamed {
        reading.entities[number].name = words
        reading.entities[number].isNamed = true
      }
      let form: Mention.Form = tag == .propn ? .name : tag == .pron ? .pronoun : .description
      reading.mentions.append(
        Mention(entity: number, tokens: span.tokens, head: head, range: range, form: form, step: "gold"))
    }
  }
}
