import BioStore
import Foundation

/// Scores the recogniser on articles of Re-DocRED as `score.py mentions` does: exact spans of people, places and
/// organisations from raw text, demonyms left aside.
struct NameEvaluation: ~Copyable {
  private let file: ModelFile
  private var pipeline: SyntaxPipeline

  init(_ file: ModelFile) throws {
    self.file = file
    pipeline = try SyntaxPipeline(file)
  }

  mutating func run(_ url: URL, errors: Bool) throws {
    var score = NameScore()
    var seconds = 0.0
    var tokens = 0
    let recognizer = NameRecognizer(model: file)
    for line in try Data(contentsOf: url).split(separator: UInt8(ascii: "\n")) {
      let document = try JSONDecoder().decode(RedocredDocument.self, from: line)
      var reading = Reading(article: Article(title: document.title, text: document.text, source: url.path))
      Segmenter().segment(&reading)
      for sentence in reading.sentences { pipeline.annotate(sentence, of: &reading) }
      let start = Date()
      recognizer.recognize(&reading)
      seconds += Date().timeIntervalSince(start)
      tokens += reading.tokens.count
      add(reading, document, to: &score, errors: errors)
    }
    for kind in [EntityKind.person, .place, .organisation] { print("\(kind): \(score.line([kind]))") }
    print("all: \(score.line([.person, .place, .organisation]))")
    log("\(Int(Double(tokens) / seconds)) tokens/s")
  }

  private func add(_ reading: Reading, _ document: RedocredDocument, to score: inout NameScore, errors: Bool)
  {
    let text = ScalarText(document.text)
    let types: [String: EntityKind] = ["PER": .person, "LOC": .place, "ORG": .organisation]
    var gold: [EntityKind: Set<Range<Int>>] = [:]
    for entity in document.entities {
      guard let kind = types[entity.type] else { continue }
      for mention in entity.mentions {
        gold[kind, default: []].insert(trimmed(mention.start..<mention.end, text))
      }
    }
    var found: [EntityKind: Set<Range<Int>>] = [:]
    for name in reading.names {
      guard let kind = name.kind, types.values.contains(kind) else { continue }
      let range =
        reading.tokens[name.tokens.lowerBound].range
        .lowerBound..<reading.tokens[name.tokens.upperBound - 1].range.upperBound
      found[kind, default: []].insert(trimmed(range, text))
    }
    let free = Set((gold[.place] ?? []).union(found[.place] ?? []).filter { isDemonym(text[$0]) })
    score.add(found: found, gold: gold, free: free)
    guard errors else { return }
    for kind in types.values {
      let missed = (gold[kind] ?? []).subtracting(found[kind] ?? []).subtracting(free).map { ("missed", $0) }
      let wrong = (found[kind] ?? []).subtracting(gold[kind] ?? []).subtracting(free).map { ("wrong", $0) }
      for (what, range) in (missed + wrong).sorted(by: { $0.1.lowerBound < $1.1.lowerBound }) {
        let before = text[max(0, range.lowerBound - 40)..<range.lowerBound]
        let after = text[range.upperBound..<min(text.count, range.upperBound + 40)]
        print("\(what)\t\(kind)\t\(before)[\(text[range])]\(after)")
      }
    }
  }

  private func trimmed(_ range: Range<Int>, _ text: ScalarText) -> Range<Int> {
    let start = range.lowerBound
    let hasArticle = range.count > 4 && text[start..<(start + 4)].lowercased() == "the "
    return (hasArticle ? start + 4 : start)..<range.upperBound
  }

  /// The words that `score.py mentions` takes for demonyms.
  private func isDemonym(_ words: String) -> Bool {
    let endings = ["an", "ish", "ese", "ic", "ch", "eek", "iss"]
    guard words.first?.isUppercase == true, words.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else {
      return false
    }
    return endings.contains { words.hasSuffix($0) && words.count > $0.count + 1 } && !words.hasSuffix("stan")
      && !Self.placesLikeDemonyms.contains(words)
  }

  private static let placesLikeDemonyms: Set<String> = [
    "Japan", "Iran", "Oman", "Sudan", "Milan", "Jordan", "Taiwan", "Bhutan", "Ghent", "Michigan",
    "Saskatchewan",
    "Yerevan", "Wuhan", "Durban", "Dublin", "Berlin", "Greenwich", "Ipswich", "Norwich", "Munich", "Zurich",
    "Norwalk",
    "Scotch", "Yucatan", "Oran", "Aswan", "Astrakhan", "Dagestan", "Ramadan", "Meridian", "Mali", "Haiti",
    "Fiji",
    "Delhi", "Miami", "Hawaii", "Missouri",
  ]
}
