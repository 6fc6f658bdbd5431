import Testing

@testable import BioStore

@Test func shippedQueriesRunOnNewDatabase() throws {
  let folder = try TemporaryFolder()
  let path = folder.file("lives.db")
  let store = try Store(path: path, mode: .create)
  try store.save(sharedFlatReading())
  let queries = try store.savedQueries()
  #expect(queries.count >= 12)
  let runner = try ReadOnlyQuery(path: path)
  for query in queries {
    #expect(!query.description.isEmpty)
    #expect(throws: Never.self, "\(query.name)") { try runner.run(query.sql) }
  }
  let homes = try runner.run(#require(try store.savedQuery(named: "homes")).sql)
  #expect(homes.rows.first?[1] == .text("Ana Moreau,Boris Lindqvist"))
}

@Test func everyViewCanBeRead() throws {
  let folder = try TemporaryFolder()
  let path = folder.file("lives.db")
  let store = try Store(path: path, mode: .create)
  try store.save(sharedFlatReading())
  let runner = try ReadOnlyQuery(path: path)
  let views = try store.database.rows("SELECT name FROM sqlite_schema WHERE type = 'view'").map {
    $0[0] as String
  }
  #expect(views.count >= 12)
  for view in views {
    #expect(throws: Never.self, "\(view)") { try runner.run("SELECT * FROM \(view)") }
  }
}
