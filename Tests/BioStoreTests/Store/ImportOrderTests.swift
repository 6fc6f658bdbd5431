import Testing

@testable import BioStore

/// A small generator of numbers that depend on the seed only (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// Made-up articles about people whose names collide, contradict each other and go by aliases.
struct ArticleGenerator {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(state: seed) }

  static let given = ["Ana", "Boris", "Carl", "Dora"]
  static let middle = ["", "", "Antonovich ", "J. ", "Josef ", "Quist "]
  static let surnames = ["Moreau", "Brandt", "Sund"]
  static let places = ["Petrograd", "Leningrad", "Zenda", "Strelsau"]
  static let bodies = ["Chess Club of Ruritania", "CCR", "Central Committee", "Ruritanian Navy"]
  static let titles = ["", " (painter)", " (general)"]

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  private mutating func person() -> String {
    pick(Self.given) + " " + pick(Self.middle) + pick(Self.surnames)
  }

  mutating func article(_ number: Int) -> Reading {
    let subject = person()
    var builder = ReadingBuilder(title: subject + pick(Self.titles), source: "\(number).txt")
    let aliases = [[], [], [person()], [pick(Self.surnames)]]
    let hero = builder.entity(subject, aliases: pick(aliases))
    for count in 0..<Int.random(in: 1...6, using: &generator) {
      let year = PartialDate(year: Int.random(in: 1850...1950, using: &generator))
      let says = "Sentence \(count) of article \(number) about \(subject)."
      switch Int.random(in: 0..<7, using: &generator) {
      case 0:
        builder.fact(.born, hero, place: builder.entity(pick(Self.places), .place), start: year, says: says)
      case 1: builder.fact(.died, hero, start: year, says: says)
      case 2: builder.fact(.spouse, hero, builder.entity(person()), start: year, says: says, confidence: 0.8)
      case 3: builder.fact(.met, builder.entity(person()), hero, says: says)
      case 4: builder.fact(.residedIn, hero, builder.entity(pick(Self.places), .place), says: says)
      case 5:
        builder.fact(
          .created, hero, builder.entity("Poems", .work), start: year, says: says, confidence: 0.5)
      default: builder.fact(.memberOf, hero, builder.entity(pick(Self.bodies), .organisation), says: says)
      }
    }
    return builder.reading
  }

  mutating func articles(_ count: Int) -> [Reading] {
    (0..<count).map { article($0) }
  }
}

@Test(arguments: 1...6)
func exportDoesNotDependOnTheOrderOfImport(seed: UInt64) throws {
  var source = ArticleGenerator(seed: seed)
  let readings = source.articles(25)
  let expected = try TemporaryStore(readings).exportedLines()
  for batchSize in [1, 7] {
    let shuffled = readings.shuffled(using: &source.generator)
    let database = try TemporaryStore(shuffled, batchSize: batchSize)
    #expect(try database.exportedLines() == expected)
    #expect(try database.store.check() == [])
  }
}

@Test(arguments: 11...14)
func removingAndReplacingLeavesNoTrace(seed: UInt64) throws {
  var source = ArticleGenerator(seed: seed)
  let readings = source.articles(20)
  let older = readings.map { reading in
    var older = source.article(99)
    older.article.title = reading.article.title
    older.article.source = reading.article.source
    return older
  }
  let database = try TemporaryStore(older + source.articles(40).suffix(20))
  try database.add(readings.shuffled(using: &source.generator), batchSize: 3)
  for article in try database.store.articles() where Int(article.source.split(separator: ".")[0]) ?? 0 >= 20 {
    try database.store.removeArticle(id: article.id)
  }
  #expect(try database.store.check() == [])
  #expect(try database.exportedLines() == TemporaryStore(readings).exportedLines())
}
