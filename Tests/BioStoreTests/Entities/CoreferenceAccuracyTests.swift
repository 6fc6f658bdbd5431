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

  @Test func peopleOfBiographiesWithAnnotatedTreesAndNames() throws {
    let (seen, apart) = try figures("annotated trees and names") { $0.useAnnotatedNames() }
    #expect(seen.pronounAccuracy >= 0.85)
    #expect(apart.pronounAccuracy >= 0.80)
  }

  @Test(.enabled(if: Resource.bytes("model/reader.model") != nil, "needs the trained model"))
  func peopleOfBiographiesWithOwnTreesAndNames() throws {
    _ = try figures("own trees and names") {
      SyntaxAnnotator().annotate(&$0.reading)
      NameRecognizer().recognize(&$0.reading)
    }
  }

  private func figures(
    _ title: String, prepare: (inout AnnotatedDocument) -> Void
  ) throws -> (CoreferenceFigures, CoreferenceFigures) {
    var seen = CoreferenceFigures()
    var apart = CoreferenceFigures()
    for document in try Self.biographies() {
      var document = document
      prepare(&document)
      EntityResolver().resolve(&document.reading)
      let name = String(document.identifier.split(separator: "_").last ?? "")
      let isApart = Self.keptApart.contains(name)
      let figures = CoreferenceFigures(document, showsErrors: !isApart && Self.showsErrors)
      print(title, name, figures.summary)
      if isApart { apart += figures } else { seen += figures }
    }
    print(title, "biographies", seen.summary)
    print(title, "kept apart", apart.summary)
    return (seen, apart)
  }

  private static let showsErrors = ProcessInfo.processInfo.environment["BIOSTORE_ERRORS"] != nil
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

  /// Mentions are told apart by their annotated heads, groups such as "A and B" by a number of their own.
  init(_ document: AnnotatedDocument, showsErrors: Bool = false) {
    let reading = document.reading
    let people = document.mentions.filter { $0.type == "person" }
    var annotated: [String: Set<Int>] = [:]
    for mention in people {
      let isGroup = people.contains {
        $0.head == mention.head && $0.entity != mention.entity && $0.tokens.count < mention.tokens.count
      }
      annotated[mention.entity, default: []].insert(mention.head + (isGroup ? Self.groupOffset : 0))
    }
    var found: [Int: Set<Int>] = [:]
    // Relative pronouns are no mentions in the annotation; who is one of a group is no mention of one alone.
    let lexicon = EntityLexicon.standard
    var groups: [[Int]: Int] = [:]
    let byPhrase = Dictionary(grouping: reading.mentions, by: { [$0.head, $0.tokens.lowerBound] })
    for mentions in byPhrase.values.sorted(by: { $0[0].head < $1[0].head }) {
      let first = mentions[0]
      guard reading.entities[first.entity].kind == .person,
        lexicon.pronouns[reading.tokens[first.head].form.lowercased()]?.use != .relative
      else { continue }
      let members = mentions.map(\.entity).sorted()
      let entity =
        members.count == 1 ? members[0] : groups[members, default: reading.entities.count + groups.count]
      if members.count > 1 { groups[members] = entity }
      found[entity, default: []].insert(document.head(of: first.tokens))
    }
    let scorer = CoreferenceScorer(
      key: annotated.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value),
      response: found.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value))
    muc = scorer.muc
    bCubed = scorer.bCubed
    ceaf = scorer.ceafEntities
    scorePronouns(document, people: people, showsErrors: showsErrors)
    if showsErrors { printMixtures(document, annotated: annotated, found: found) }
  }

  private static let groupOffset = 1_000_000

  private func printMixtures(
    _ document: AnnotatedDocument, annotated: [String: Set<Int>], found: [Int: Set<Int>]
  ) {
    let reading = document.reading
    var owner: [Int: String] = [:]
    for (entity, heads) in annotated { for head in heads { owner[head] = entity } }
    for (entity, heads) in found.sorted(by: { $0.key < $1.key }) where heads.count > 1 {
      let groups = Dictionary(grouping: heads.sorted(), by: { owner[$0] ?? "-" })
      guard groups.count > 1 else { continue }
      let words = groups.sorted { $0.value.count > $1.value.count }.map { key, heads in
        "\(key)×\(heads.count): "
          + Set(
            heads.map { head in
              let step =
                reading.mentions.first { $0.entity == entity && document.head(of: $0.tokens) == head }?.step
                ?? ""
              return reading.tokens[head].form + "/" + step + "@\(head)"
            }
          ).sorted().prefix(6).joined(separator: ", ")
      }
      print(
        "  mixed \(entity < reading.entities.count ? reading.entities[entity].name : "group"):",
        words.joined(separator: " | "))
    }
    for (entity, heads) in annotated.sorted(by: { $0.key < $1.key }) where heads.count > 1 {
      let groups = Dictionary(
        grouping: heads.sorted(), by: { head in found.first { $0.value.contains(head) }?.key ?? -1 })
      guard groups.count > 1 else { continue }
      let words = groups.sorted { $0.value.count > $1.value.count }.map { key, heads in
        (key < 0 ? "none" : key < reading.entities.count ? reading.entities[key].name : "group")
          + "×\(heads.count): "
          + heads.prefix(8).map { $0 < Self.groupOffset ? reading.tokens[$0].form + "@\($0)" : "group" }
          .joined(separator: ", ")
      }
      print("  split \(entity):", words.joined(separator: " | "))
    }
  }

  /// A pronoun is right if most of the names and nouns of the entity found are the annotated one's; one for a group,
  /// if the entities found are the members that the article names for it.
  private mutating func scorePronouns(
    _ document: AnnotatedDocument, people: [AnnotatedDocument.Mention], showsErrors: Bool
  ) {
    let reading = document.reading
    let entityOfHead = Dictionary(
      people.map { ($0.head, $0.entity) }, uniquingKeysWith: { first, _ in first })
    var votes: [Int: [String: Int]] = [:]
    for form in [Mention.Form.name, .description] {
      let decided = Set(votes.keys)
      for mention in reading.mentions where mention.form == form && !decided.contains(mention.entity) {
        guard let entity = entityOfHead[document.head(of: mention.tokens)] else { continue }
        votes[mention.entity, default: [:]][entity, default: 0] += 1
      }
    }
    let meaning = votes.mapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    for mention in people where isPersonal(mention, in: reading) {
      pronouns += 1
      let answers = reading.mentions.filter { $0.head == mention.head && $0.form == .pronoun }
      let meant = Set(answers.compactMap { meaning[$0.entity] ?? nil })
      let isRight =
        meant.contains(mention.entity)
        || meant.count > 1 && meant == members(of: mention.entity, among: people)
      if isRight { pronounsRight += 1 }
      if showsErrors && !isRight { printPronoun(mention, answers: answers, in: reading) }
    }
  }

  /// The entities that a coordination of people joins: those of the mentions within one of the group's.
  private func members(of group: String, among people: [AnnotatedDocument.Mention]) -> Set<String> {
    for mention in people where mention.entity == group && mention.tokens.count > 2 {
      let inner = people.filter {
        $0.entity != group && mention.tokens.contains($0.head) && $0.tokens.count < mention.tokens.count
      }
      let outermost = inner.filter { one in
        !inner.contains { $0.tokens.count > one.tokens.count && $0.tokens.contains(one.head) }
      }
      if Set(outermost.map(\.entity)).count > 1 { return Set(outermost.map(\.entity)) }
    }
    return []
  }

  private func printPronoun(_ mention: AnnotatedDocument.Mention, answers: [Mention], in reading: Reading) {
    guard let sentence = reading.sentences.first(where: { $0.tokens.contains(mention.head) }) else { return }
    let words = sentence.tokens.map {
      $0 == mention.head ? "[[\(reading.tokens[$0].form)]]" : reading.tokens[$0].form
    }
    print("  pronoun → \(answers.map { reading.entities[$0.entity].name }):", words.joined(separator: " "))
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

/// Writes, for each annotated "he" or "she", the candidates with their features, for learning their weights.
@Suite(
  .enabled(if: ProcessInfo.processInfo.environment["BIOSTORE_CANDIDATES"] != nil, "writes training data"))
struct AntecedentTrainingDataTests {
  @Test func writeCandidates() throws {
    var lines: [String] = []
    for part in ["train", "dev"] {
      for document in try AnnotatedDocument.documents(of: Shared.path("data/treebank/gum-\(part).conllu")) {
        let name = String(document.identifier.split(separator: "_").last ?? "")
        if CoreferenceAccuracyTests.keptApart.contains(name) { continue }
        var document = document
        document.useAnnotatedNames()
        lines += candidates(of: document)
      }
    }
    let path = ProcessInfo.processInfo.environment["BIOSTORE_CANDIDATES"] ?? ""
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func candidates(of document: AnnotatedDocument) -> [String] {
    let people = Dictionary(
      document.mentions.filter { $0.type == "person" }.map { ($0.head, $0.entity) },
      uniquingKeysWith: { first, _ in first })
    var lines: [String] = []
    var discourse = EntityResolver().named(document.reading)
    var number = 0
    ReferencePass.apply(to: &discourse) { phrase, history, discourse in
      let words = discourse.phrases[phrase]
      guard let gold = people[words.head], words.gender != nil, words.pronoun?.use != .relative else {
        return
      }
      number += 1
      for candidate in AntecedentCandidates.find(for: phrase, history: history, in: discourse) {
        let heads = discourse.entities[candidate.entity].phrases.filter {
          discourse.phrases[$0].form != .pronoun
        }
        .compactMap { people[document.head(of: discourse.phrases[$0].tokens)] }
        let counts = Dictionary(grouping: heads, by: { $0 }).mapValues(\.count)
        let meaning = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let features = candidate.features.map(\.rawValue).joined(separator: " ")
        lines.append("\(document.identifier)\t\(number)\t\(meaning == gold ? 1 : 0)\t\(features)")
      }
    }
    return lines
  }
}
