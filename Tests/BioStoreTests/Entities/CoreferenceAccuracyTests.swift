import Foundation
import Testing

@testable import BioStore

/// What coreference is worth on annotated documents; prints the figures of `docs/accuracy.md`.
@Suite(.enabled(if: Shared.isPresent, "needs the annotated treebanks beside the repository"))
struct CoreferenceAccuracyTests {
  /// Documents of biographies that are looked at for figures only.
  static let keptApart: Set<String> = ["byron", "theodorus"]

  static func biographies() throws -> [AnnotatedDocument] {
    try ["train", "dev"].flatMap {
      try AnnotatedDocument.documents(of: Shared.path("data/treebank/gum-\($0).conllu"))
    }.filter { $0.identifier.contains("_bio_") }
  }

  @Test func peopleOfBiographies() throws {
    var seen = CoreferenceFigures()
    var apart = CoreferenceFigures()
    for document in try Self.biographies() {
      var document = document
      document.useAnnotatedNames()
      EntityResolver().resolve(&document.reading)
      let name = String(document.identifier.split(separator: "_").last ?? "")
      let figures = CoreferenceFigures(document, showsErrors: !Self.keptApart.contains(name))
      print(name, figures.summary)
      if Self.keptApart.contains(name) { apart += figures } else { seen += figures }
    }
    print("biographies", seen.summary)
    print("kept apart", apart.summary)
    #expect(seen.pronounAccuracy >= 0.85)
  }
}

/// The scores of one document or of several, people only.
struct CoreferenceFigures {
  var muc = CoreferenceScorer.Score()
  var bCubed = CoreferenceScorer.Score()
  var ceaf = CoreferenceScorer.Score()
  var pronouns = 0
  var pronounsRight = 0

  var pronounAccuracy: Double { pronouns == 0 ? 1 : Double(pronounsRight) / Double(pronouns) }

  init() {}

  init(_ document: AnnotatedDocument, showsErrors: Bool = false) {
    let reading = document.reading
    let people = Dictionary(grouping: document.mentions.filter { $0.type == "person" }, by: \.entity)
      .filter { $0.value.count > 1 }
    let annotated = people.mapValues { Set($0.map(\.head)) }
    let referring = reading.mentions.filter { reading.entities[$0.entity].kind == .person }
    let found = Dictionary(grouping: referring, by: \.entity).mapValues { Set($0.map(\.head)) }
      .filter { $0.value.count > 1 }
    let scorer = CoreferenceScorer(
      key: annotated.sorted { $0.key < $1.key }.map(\.value),
      response: found.sorted { $0.key < $1.key }.map(\.value))
    muc = scorer.muc
    bCubed = scorer.bCubed
    ceaf = scorer.ceafEntities
    scorePronouns(document, annotated: annotated, showsErrors: showsErrors)
  }

  /// A pronoun is right if most of the names and nouns of the entity found are the annotated one's.
  private mutating func scorePronouns(
    _ document: AnnotatedDocument, annotated: [String: Set<Int>], showsErrors: Bool
  ) {
    let reading = document.reading
    let entityOfHead = Dictionary(
      document.mentions.filter { $0.type == "person" }.map { ($0.head, $0.entity) },
      uniquingKeysWith: { first, _ in first })
    var votes: [Int: [String: Int]] = [:]
    for mention in reading.mentions where mention.form == .name {
      if let entity = entityOfHead[mention.head] {
        votes[mention.entity, default: [:]][entity, default: 0] += 1
      }
    }
    for mention in reading.mentions where mention.form == .description && votes[mention.entity] == nil {
      if let entity = entityOfHead[mention.head] {
        votes[mention.entity, default: [:]][entity, default: 0] += 1
      }
    }
    let meaning = votes.mapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    for mention in document.mentions where mention.type == "person" && isPersonal(mention, in: reading) {
      pronouns += 1
      let answers = reading.mentions.filter { $0.head == mention.head }
      let isRight = answers.contains { meaning[$0.entity] == mention.entity }
      if isRight { pronounsRight += 1 }
      if showsErrors && !isRight {
        let sentence = Int(SyntaxForest(reading).sentenceOfToken[mention.head])
        let words = reading.sentences[sentence].tokens.map {
          $0 == mention.head ? "[[\(reading.tokens[$0].form)]]" : reading.tokens[$0].form
        }
        print(
          "  pronoun → \(answers.map { reading.entities[$0.entity].name }):", words.joined(separator: " "))
      }
    }
  }

  private func isPersonal(_ mention: AnnotatedDocument.Mention, in reading: Reading) -> Bool {
    let form = reading.tokens[mention.head].form.lowercased()
    guard mention.tokens.count == 1, let pronoun = EntityLexicon.standard.pronouns[form] else { return false }
    return pronoun.use != .relative && pronoun.gender != .neuter
  }

  static func += (first: inout Self, second: Self) {
    first.muc += second.muc
    first.bCubed += second.bCubed
    first.ceaf += second.ceaf
    first.pronouns += second.pronouns
    first.pronounsRight += second.pronounsRight
  }

  var summary: String {
    let mean = (muc.f1 + bCubed.f1 + ceaf.f1) / 3
    func show(_ name: String, _ score: CoreferenceScorer.Score) -> String {
      String(format: "%@ P %.3f R %.3f F1 %.3f", name, score.precisionRate, score.recallRate, score.f1)
    }
    return [show("MUC", muc), show("B3", bCubed), show("CEAF", ceaf), String(format: "mean %.3f", mean)]
      .joined(separator: "  ")
      + String(format: "  pronouns %.3f (%d/%d)", pronounAccuracy, pronounsRight, pronouns)
  }
}
