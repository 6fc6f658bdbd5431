import Foundation
import Testing

@testable import BioStore

/// A folder for one test's files, removed afterwards.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/biostore-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// Two invented people who share a flat.
func sharedFlatReading() -> Reading {
  var builder = ReadingBuilder(title: "Ana Moreau")
  let ana = builder.entity("Ana Moreau", aliases: ["Moreau"])
  let boris = builder.entity("Boris Lindqvist")
  let flat = builder.entity("flat", .place, isNamed: false)
  builder.fact(
    .born, ana, start: PartialDate(year: 1890, month: 2), says: "Ana Moreau was born in February 1890.")
  builder.fact(
    .sharedResidence, ana, boris, place: flat, start: PartialDate(year: 1917),
    says: "In 1917 Moreau shared a flat with Boris Lindqvist.")
  return builder.reading
}

@Test func savedReadingCanBeReadBack() throws {
  let folder = try TemporaryFolder()
  let store = try Store(path: folder.file("lives.db"), mode: .create)
  #expect(try store.save(sharedFlatReading()) == .new)
  #expect(try store.save(sharedFlatReading()) == .unchanged)
  let ana = try #require(try store.entities(named: "moreau").first)
  let card = try store.card(of: ana.id)
  #expect(card.birth?.date == "1890-02")
  #expect(card.facts.map(\.type) == [.born, .sharedResidence])
  #expect(card.facts[1].evidence.map(\.sentence) == ["In 1917 Moreau shared a flat with Boris Lindqvist."])
  let hits = try store.search("sharing flats").sentences
  #expect(hits.map(\.text) == ["In 1917 Moreau shared a flat with Boris Lindqvist."])
  #expect(hits[0].matches == [15..<21, 24..<28])
  let rows = try store.database.rows("SELECT person, other_person, start FROM shared_residences")
  #expect(rows.map { "\($0.values)" }.count == 1)
  try store.removeArticle(id: store.articles()[0].id)
  #expect(
    try store.counts()
      == StoreCounts(articles: 0, sentences: 0, entities: 0, mentions: 0, facts: 0, evidence: 0))
}
