import BioStore
import MadeUpLives
import Measurement

/// Questions and relations within one process, the database open.
struct QueryMeasurement {
  let writer: LifeWriter
  let path: String
  let rounds: Int

  func run() throws {
    let store = try Store(path: path, mode: .readOnly)
    let people = writer.world.people
    func person(_ number: Int) throws -> Int64 {
      try store.entities(named: people[number % people.count].name, kind: .person).first?.id ?? 0
    }
    func measure(_ what: String, _ body: (Int) throws -> Void) throws {
      let costs = try (0..<rounds).map { round in try Cost.of { try body(round * 7919 + 100) } }
      report(what, costs)
    }
    let answerer = QuestionAnswerer(store: store)
    try measure("ask: who was married to A") {
      _ = try answerer.ask("Who was married to \(people[$0 % people.count].name)?")
    }
    try measure("ask: where was A born") {
      _ = try answerer.ask("Where was \(people[$0 % people.count].name) born?")
    }
    try measure("a name looked up") { _ = try person($0) }
    try measure("path between two") { number in
      _ = try PathFinder(store: store, types: PathFinder.defaultTypes, limits: PathFinder.Limits()).paths(
        from: person(number), to: person(number * 31 + 7))
    }
    try measure("together, of one") { _ = try store.ties(of: person($0), and: nil, limit: 1000) }
    try measure("together, of two") { _ = try store.ties(of: person($0), and: person($0 + 1), limit: 1000) }
    try measure("card of one") { _ = try store.card(of: person($0)) }
    try measure("card of the most famous") { _ in _ = try store.card(of: person(0)) }
    try measure("search for two words") { _ = try store.search("married \(people[$0 % people.count].name)") }
  }
}
