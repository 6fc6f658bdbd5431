import Testing

@testable import BioStore

/// A database in a folder of its own.
struct TemporaryStore {
  let folder: TemporaryFolder
  let store: Store

  init(folder: TemporaryFolder, store: Store) {
    self.folder = folder
    self.store = store
  }

  init(_ readings: [Reading] = [], batchSize: Int = 64) throws {
    folder = try TemporaryFolder()
    store = try Store(path: folder.file("lives.db"), mode: .create)
    try add(readings, batchSize: batchSize)
  }

  func add(_ readings: [Reading], batchSize: Int = 64) throws {
    let session = try store.beginImport(batchSize: batchSize)
    for reading in readings {
      let admission = try session.admit(reading.article)
      if admission.status == .unchanged {
        session.skip(admission)
      } else {
        try session.add(reading, as: admission)
      }
    }
    _ = try session.finish()
  }

  func exportedLines() throws -> [String] { try store.exportedLines() }

  func entity(_ name: String) throws -> EntityRecord {
    try #require(try store.entities(named: name).first)
  }
}

extension Store {
  /// All records of the export, sorted.
  func exportedLines() throws -> [String] {
    var lines: [String] = []
    try export { lines.append("\($0)") }
    return lines.sorted()
  }
}

/// An article that mentions one person and says when they were born and died, as far as it knows.
func life(
  _ name: String, in title: String, born: Int? = nil, died: Int? = nil, aliases: [String] = [],
  wife: String? = nil,
  deed: Int? = nil
) -> Reading {
  var builder = ReadingBuilder(title: title, source: title + ".txt")
  let person = builder.entity(name, aliases: aliases)
  builder.sentence("This article is about \(title).")
  if let born { builder.fact(.born, person, start: PartialDate(year: born), says: "\(name) was born.") }
  if let died { builder.fact(.died, person, start: PartialDate(year: died), says: "\(name) died.") }
  if let wife { builder.fact(.spouse, person, builder.entity(wife), says: "\(name) married \(wife).") }
  if let deed {
    let club = builder.entity("Chess Club of Ruritania", .organisation)
    builder.fact(.memberOf, person, club, start: PartialDate(year: deed), says: "\(name) joined the club.")
  }
  return builder.reading
}

@Test func samePersonInTwoArticlesIsOneEntity() throws {
  let database = try TemporaryStore([
    life("Ana Moreau", in: "Ana Moreau", born: 1890), life("Ana Moreau", in: "History of a club", deed: 1917),
  ])
  let ana = try database.entity("Ana Moreau")
  #expect(ana.articleCount == 2)
  let decision = try #require(try database.store.identityDecisions().first)
  #expect(decision.verdict == .same && decision.reason == "same full name" && decision.score == 0.7)
  #expect(try database.store.check() == [])
}

@Test func surnameAloneNeverJoins() throws {
  let database = try TemporaryStore([
    life("Moreau", in: "History of a club", deed: 1917), life("Moreau", in: "History of a house", deed: 1917),
    life("Dr. Moreau", in: "History of an island"), life("Ana Moreau", in: "Ana Moreau", aliases: ["Moreau"]),
  ])
  #expect(try database.store.entities(kind: .person).count == 4)
}

@Test func namesakesOfDifferentTimesStayTwo() throws {
  let database = try TemporaryStore([
    life("Ivan Brandt", in: "Ivan Brandt (painter)", born: 1800, died: 1860),
    life("Ivan Brandt", in: "Ivan Brandt (general)", born: 1870, died: 1940),
    life("Ivan Brandt", in: "History of a club", deed: 1917),
    life("Ivan Brandt", in: "History of a house", deed: 1830),
  ])
  let brandts = try database.store.entities(named: "Ivan Brandt")
  #expect(brandts.count == 2)
  #expect(brandts.allSatisfy { $0.articleCount == 2 })
  let kept = try database.store.identityDecisions(verdict: .different)
  #expect(kept.contains { $0.reason.contains("born in different years") })
}

@Test func mentionThatFitsTwoNamesakesAlikeIsNeither() throws {
  let namesakes = [
    life("Ivan Brandt", in: "Ivan Brandt (painter)", born: 1870, wife: "Olga Sund"),
    life("Ivan Brandt", in: "Ivan Brandt (general)", born: 1872),
  ]
  let apart = try TemporaryStore(namesakes + [life("Ivan Brandt", in: "History of a club")])
  #expect(try apart.store.entities(named: "Ivan Brandt").map(\.articleCount) == [1, 1, 1])
  let reasons = try apart.store.identityDecisions(verdict: .different).map(\.reason)
  #expect(reasons.contains("several of that name fit alike"))
  let joined = try TemporaryStore(
    namesakes + [life("Ivan Brandt", in: "History of a club", wife: "Olga Sund")])
  #expect(try joined.store.entities(named: "Ivan Brandt").map(\.articleCount).sorted() == [1, 2])
}

@Test func twoArticlesOnNamesakesNeedMoreThanTheName() throws {
  let apart = try TemporaryStore([
    life("Ivan Brandt", in: "Ivan Brandt"),
    life("Ivan Brandt", in: "Ivan Brandt (general)"),
  ])
  #expect(try apart.store.entities(kind: .person).count == 2)
  let married = try TemporaryStore([
    life("Ivan Brandt", in: "Ivan Brandt", wife: "Olga Sund"),
    life("Ivan Brandt", in: "Ivan Brandt (general)", wife: "Olga Sund"),
  ])
  #expect(try married.store.entities(named: "Ivan Brandt").map(\.articleCount) == [2])
  let reasons = try married.store.identityDecisions(verdict: .same).map(\.reason)
  #expect(reasons.contains { $0.contains("both: spouse olga sund") })
}

@Test(arguments: [
  ("Pyotr Antonovich Brandt", "Pyotr Brandt", 1), ("John F. Brandt", "John Fitzgerald Brandt", 1),
  ("John Quincy Brandt", "John Brandt", 2), ("John Henry Brandt", "John Albert Brandt", 2),
  ("Ana Brandt Jr.", "Ana Brandt Sr.", 2), ("Louis XIV", "Louis XV", 2), ("Queen Anna IV", "Anna IV", 1),
  ("Ludwig van Brandt", "Ludwig van Brandt", 1), ("Mrs. Brandt", "Mrs. Brandt", 2),
])
func formsOfNamesJoinOrNot(_ first: String, _ second: String, count: Int) throws {
  let database = try TemporaryStore([
    life(first, in: "History of a club"), life(second, in: "History of a house"),
  ])
  #expect(try database.store.entities(kind: .person).count == count)
}

@Test func formerNamesOfPlacesAreOnePlace() throws {
  var first = ReadingBuilder(title: "First", source: "1.txt")
  first.fact(
    .residedIn, first.entity("Ana Moreau"), first.entity("Petrograd", .place), says: "She lived in Petrograd."
  )
  var second = ReadingBuilder(title: "Second", source: "2.txt")
  second.fact(
    .residedIn, second.entity("Ana Moreau"), second.entity("Leningrad", .place),
    says: "She lived in Leningrad.")
  let database = try TemporaryStore([first.reading, second.reading])
  let places = try database.store.entities(kind: .place)
  #expect(places.count == 1)
  // Both articles say the same: one fact with two sentences.
  #expect(try database.store.facts().map(\.evidence.count) == [2])
}

@Test func userDecisionsOutliveNewImports() throws {
  let readings = [
    life("Moreau", in: "History of a club", deed: 1917), life("Ana Moreau", in: "Ana Moreau", born: 1890),
  ]
  let database = try TemporaryStore(readings)
  let club = try #require(try database.store.entities(kind: .person).first { $0.name == "Moreau" })
  let ana = try database.entity("Ana Moreau")
  try database.store.decideSame(club.id, ana.id)
  #expect(try database.store.entities(kind: .person).map(\.name) == ["Ana Moreau"])
  for reading in readings { try database.store.save(reading, force: true) }
  #expect(try database.store.entities(kind: .person).count == 1)
  #expect(try database.store.identityDecisions().map(\.author) == [.user])
  let undone = try database.store.undoIdentityChoice()
  #expect(undone.verdict == .same)
  #expect(try database.store.entities(kind: .person).count == 2)
  #expect(throws: StoreError.self) { try database.store.undoIdentityChoice() }
  #expect(try database.store.check() == [])
}

@Test func userCanTakeNamesakesApart() throws {
  let readings = [
    life("Ana Moreau", in: "Ana Moreau", born: 1890), life("Ana Moreau", in: "History of a club", deed: 1917),
  ]
  let database = try TemporaryStore(readings)
  let appearances = try database.store.appearances(ofEntity: try database.entity("Ana Moreau").id)
  try database.store.decideDifferent(appearance: appearances[0].id, from: appearances[1].id)
  #expect(try database.store.entities(kind: .person).count == 2)
  try database.store.save(readings[1], force: true)
  #expect(try database.store.entities(kind: .person).count == 2)
  try database.store.undoIdentityChoice()
  #expect(try database.store.entities(kind: .person).count == 1)
}
