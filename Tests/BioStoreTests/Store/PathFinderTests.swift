import Testing

@testable import BioStore

@Suite struct PathFinderTests {
  private let store: Store

  init() throws {
    store = try Store(path: ":memory:", mode: .create)
    var builder = ReadingBuilder(title: "Anna Weber")
    let people = ["Anna Weber", "Karl Brandt", "Mao Lin", "Rosa Diaz", "Tom Reed"].map { builder.entity($0) }
    let club = builder.entity("Riverside Club", .organisation)
    let vienna = builder.entity("Vienna", .place)
    builder.fact(.spouse, people[0], people[1], says: "Anna Weber married Karl Brandt.")
    builder.fact(
      .memberOf, people[1], club, start: PartialDate(year: 1920), end: PartialDate(year: 1925),
      says: "Karl Brandt joined the Riverside Club.")
    builder.fact(
      .memberOf, people[2], club, start: PartialDate(year: 1924), says: "Mao Lin joined the Riverside Club.")
    builder.fact(
      .memberOf, people[4], club, start: PartialDate(year: 1930), says: "Tom Reed joined the Riverside Club.")
    builder.fact(.residedIn, people[0], vienna, says: "Anna Weber lived in Vienna.")
    builder.fact(.residedIn, people[3], vienna, says: "Rosa Diaz lived in Vienna.")
    builder.fact(
      .sharedResidence, people[3], people[2], start: PartialDate(year: 1931),
      says: "Rosa Diaz lived with Mao Lin.")
    try store.save(builder.reading)
  }

  private func id(_ name: String) throws -> Int64 {
    try #require(try store.entities(named: name).first).id
  }

  private func names(_ path: [PathFinder.Hop]) -> [String] {
    path.map(\.from.name) + [path.last?.to.name ?? ""]
  }

  @Test func shortestWayIsFoundFromBothEnds() throws {
    let finder = PathFinder(store: store)
    let result = try finder.paths(from: id("Anna Weber"), to: id("Rosa Diaz"))
    #expect(
      result.paths.map(names) == [["Anna Weber", "Karl Brandt", "Riverside Club", "Mao Lin", "Rosa Diaz"]])
    let back = try finder.paths(from: id("Rosa Diaz"), to: id("Anna Weber"))
    #expect(
      back.paths.map(names) == [["Rosa Diaz", "Mao Lin", "Riverside Club", "Karl Brandt", "Anna Weber"]])
  }

  @Test func typesDecideWhatConnects() throws {
    let finder = PathFinder(store: store, types: [.residedIn])
    let result = try finder.paths(from: id("Anna Weber"), to: id("Rosa Diaz"))
    #expect(result.paths.map(names) == [["Anna Weber", "Vienna", "Rosa Diaz"]])
  }

  @Test func wayThatIsTooLongIsNoWay() throws {
    let finder = PathFinder(store: store, limits: PathFinder.Limits(hops: 3))
    let result = try finder.paths(from: id("Anna Weber"), to: id("Rosa Diaz"))
    #expect(result.paths.isEmpty)
    #expect(!result.isCutOff)
  }

  @Test func searchThatGivesUpSaysSo() throws {
    let finder = PathFinder(store: store, limits: PathFinder.Limits(facts: 1))
    #expect(try finder.paths(from: id("Anna Weber"), to: id("Rosa Diaz")).isCutOff)
  }

  @Test func tiesAreHomesAndBodiesAtTheSameTime() throws {
    let ties = try store.ties(of: id("Mao Lin"))
    #expect(ties.map(\.kind) == [.home, .body, .body])
    #expect(ties.map(\.second.name) == ["Rosa Diaz", "Karl Brandt", "Tom Reed"])
    #expect(ties[1].start == "1924")
    #expect(ties[1].end == "1925")
    #expect(ties.allSatisfy { $0.first.name == "Mao Lin" })
  }

  @Test func datesThatContradictRuleATieOut() throws {
    #expect(try store.ties(of: id("Karl Brandt"), and: id("Tom Reed")).isEmpty)
    #expect(try store.ties(of: id("Karl Brandt"), and: id("Mao Lin")).count == 1)
  }

  @Test func everyPairComesOnce() throws {
    #expect(try store.ties().count == 3)
  }
}
