import Foundation
import Testing

@testable import BioStore

/// The commands that print what a database holds, over facts set by hand.
@Suite struct CommandTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try Fixture.write(to: tool.folder)
  }

  @Test func cardTellsFactsInOrderOfTimeWithSentences() async throws {
    let result = try await tool.run("show", "weber")
    #expect(result.status == 0)
    try Snapshot.expect(result.output, isFile: "Tests/BioStoreCLITests/Snapshots/show-weber.txt")
  }

  @Test func cardOfTheOtherSideOfAFactReadsWell() async throws {
    let result = try await tool.run("show", "Mao", "Lin")
    #expect(result.output.contains("shared a home with Anna Weber"))
  }

  @Test func nobodyOfThatNameIsNothingFound() async throws {
    let result = try await tool.run("show", "Nobody")
    #expect(result.status == 1)
    #expect(result.error.hasPrefix("biostore: nobody and nothing is called “Nobody”"))
    #expect(result.output.isEmpty)
  }

  @Test func factsOfACardComeAsRows() async throws {
    let result = try await tool.run("show", "Weber", "--format", "csv")
    #expect(result.output.hasPrefix("type,subject,object,value,place,start,end,"))
    #expect(result.output.split(separator: "\n").count == 4)
  }

  @Test(arguments: ["people", "places", "organisations", "all", "fact-types"])
  func kindsAreListed(kind: String) async throws {
    let result = try await tool.run("list", kind, "--format", "jsonl")
    #expect(result.status == 0)
    for line in result.output.split(separator: "\n") {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test func listOfNothingIsNothingFound() async throws {
    let result = try await tool.run("list", "events")
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
  }

  @Test func unnamedEntitiesAreListedOnRequest() async throws {
    #expect(try await !tool.run("list", "places").output.contains("flat"))
    #expect(try await tool.run("list", "places", "--unnamed").output.contains("flat"))
  }

  @Test func searchFindsInflectedWordsAndNames() async throws {
    let result = try await tool.run("search", "sharing", "flats")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("Anna Weber: From 1925 to 1928"))
    #expect(try await tool.run("search", "riverside").output.contains("Riverside Club"))
    #expect(try await tool.run("search", "submarine").status == 1)
  }

  @Test func articlesAreListedAndRemoved() async throws {
    #expect(try await tool.run("articles").output.contains("anna-weber.txt"))
    #expect(try await tool.run("remove", "Nobody").status == 1)
    let removed = try await tool.run("remove", "anna weber")
    #expect(removed.output == "removed Anna Weber (anna-weber.txt)\n")
    #expect(try await tool.run("articles").status == 1)
    #expect(try await tool.run("list", "all", "--unnamed").status == 1)
  }

  @Test func soundDatabaseIsCalledSound() async throws {
    let result = try await tool.run("check")
    #expect(result.status == 0)
    #expect(result.output == "biostore.db is sound: 1 article, 3 sentences, 5 entities, 3 facts\n")
  }

  @Test func damagedDatabaseIsToldFromASoundOne() async throws {
    let path = tool.folder.url.appending(path: "biostore.db").path
    try Database(path: path, mode: .readWrite).execute(
      "PRAGMA foreign_keys = OFF; DELETE FROM sentences WHERE ordinal = 1")
    let result = try await tool.run("check")
    #expect(result.status == 74)
    #expect(result.output.contains("foreign keys: "))
  }

  @Test func schemaIsPrintedWholeOrInPart() async throws {
    #expect(try await tool.run("schema").output == Store.schema)
    let view = try await tool.run("schema", "family")
    #expect(view.output.hasPrefix("-- Kin: each pair once.\nCREATE VIEW family AS"))
    #expect(try await tool.run("schema", "famil").status == 1)
  }

  @Test func exportIsInTheFormatOfTheScorers() async throws {
    let result = try await tool.run("export")
    #expect(result.status == 0)
    let records = try result.output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let kinds = records.compactMap { $0["record"] as? String }
    #expect(Set(kinds) == ["article", "entity", "mention", "fact"])
    let scalars = Array(Fixture.text.unicodeScalars)
    for record in records where record["record"] as? String == "mention" {
      let start = try #require(record["start"] as? Int)
      let end = try #require(record["end"] as? Int)
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[start..<end])
      #expect(String(words) == record["text"] as? String)
    }
  }

  @Test func exportOfFactsIsCSV() async throws {
    let result = try await tool.run("export", "--format", "csv")
    #expect(result.output.hasPrefix("article,type,subject,"))
    #expect(result.output.contains("Anna Weber,born,Anna Weber,,,Graz,1901,,exact,1.0,"))
  }

  @Test func queryPrintsRowsInEveryFormat() async throws {
    let sql = "SELECT person, other_person, start FROM shared_residences"
    let table = try await tool.run("query", sql)
    #expect(table.status == 0)
    #expect(table.output.hasPrefix("person      other_person  start\n"))
    let csv = try await tool.run("query", sql, "--format", "csv")
    #expect(csv.output == "person,other_person,start\nAnna Weber,Mao Lin,1925\n")
  }

  @Test func queryComesFromFileOrStandardInput() async throws {
    try tool.folder.write("SELECT count(*) AS n FROM facts", to: "count.sql")
    #expect(try await tool.run("query", "--file", "count.sql", "--format", "csv").output == "n\n3\n")
    #expect(try await tool.run("query", "--format", "csv", input: "SELECT 2 AS n").output == "n\n2\n")
    #expect(try await tool.run("query", "--file", "nowhere.sql").status == 66)
  }

  @Test func parametersAreBoundAndNotPastedIn() async throws {
    let hostile = "x' OR 1=1 --"
    let sql = "SELECT name FROM people WHERE name = :name"
    #expect(try await tool.run("query", sql, "--param", "name=\(hostile)").status == 1)
    #expect(try await tool.run("query", sql, "--param", "name=Mao Lin").output.contains("Mao Lin"))
    #expect(try await tool.run("query", sql).status == 64)
  }

  @Test func wrongSQLIsUsageWithItsPlace() async throws {
    let result = try await tool.run("query", "SELECT nam FROM people")
    #expect(result.status == 64)
    #expect(result.error.contains("nam"))
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    "DELETE FROM facts", "ATTACH 'x.db' AS x", "VACUUM INTO 'x.db'", "PRAGMA user_version = 3",
    "SELECT load_extension('x')", "SELECT 1; SELECT 2",
  ])
  func queryRefusesEverythingButOneSelect(sql: String) async throws {
    let path = tool.folder.url.appending(path: "biostore.db")
    let before = try Data(contentsOf: path)
    let result = try await tool.run("query", sql)
    #expect(result.status == 64)
    #expect(result.error.hasPrefix("biostore: "))
    #expect(try Data(contentsOf: path) == before)
    #expect(!FileManager.default.fileExists(atPath: tool.folder.url.appending(path: "x.db").path))
  }

  @Test func queriesAreSavedRunAndForgotten() async throws {
    #expect(try await tool.run("query", "SELECT name FROM people ORDER BY 1", "--save", "who").status == 0)
    #expect(
      try await tool.run("query", "--saved", "who", "--format", "csv").output == "name\nAnna Weber\nMao Lin\n"
    )
    #expect(try await tool.run("query", "--list").output.contains("who"))
    #expect(try await tool.run("query", "--forget", "who").status == 0)
    #expect(try await tool.run("query", "--saved", "who").status == 1)
  }

  @Test func resultsInAPipeAreNeitherColouredNorWrapped() async throws {
    let result = try await tool.run(
      "show", "Weber", environment: ["COLUMNS": "30", "TERM": "xterm-256color"])
    #expect(!result.output.contains("\u{1B}"))
    #expect(
      result.output.contains(
        "“From 1925 to 1928 Weber shared a flat in Vienna with Mao Lin (毛林).” — Anna Weber"))
  }
}

/// The commands about what people have to do with each other, over facts set by hand.
@Suite struct RelationshipCommandTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try Fixture.write(to: tool.folder)
  }

  @Test func sharedHomesAreShownWithDates() async throws {
    let result = try await tool.run("together", "Weber")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("1925 – 1928             Anna Weber and Mao Lin, home: flat\n"))
    #expect(result.output.contains("“From 1925 to 1928 Weber shared a flat"))
    #expect(
      try await tool.run("together", "Mao Lin", "Anna Weber", "--format", "csv").output.contains(
        "Mao Lin,Anna Weber"))
    #expect(try await tool.run("together", "a", "b", "c").status == 64)
  }

  @Test func wayBetweenTwoPeopleIsShownWithSentences() async throws {
    let result = try await tool.run("path", "Mao Lin", "Riverside Club")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("Mao Lin → Anna Weber → Riverside Club\n"))
    #expect(result.output.contains("“She joined the Riverside Club about 1930.”"))
    #expect(try await tool.run("path", "Mao Lin", "Graz").status == 1)
    #expect(try await tool.run("path", "Mao Lin", "Graz", "--types", "nonsense").status == 64)
  }

  @Test func timelineMarksDoubtfulDates() async throws {
    let result = try await tool.run("timeline")
    #expect(result.status == 0)
    let dates = result.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map { $0.prefix(12) }
    #expect(dates == ["1901        ", "1925 – 1928 ", "about 1930  "])
    #expect(
      try await tool.run("timeline", "Weber", "--from", "1926", "--to", "1929").output.hasPrefix(
        "1925 – 1928"))
    #expect(try await tool.run("timeline", "--from", "1950").status == 1)
  }

  @Test func comparisonNamesWhatBothHave() async throws {
    let result = try await tool.run("compare", "Weber", "Mao Lin", "--format", "csv")
    #expect(result.output.hasPrefix(",Anna Weber,Mao Lin,both\n"))
    #expect(result.output.contains("shared residence,Mao Lin (1925 – 1928),Anna Weber (1925 – 1928),\n"))
  }

  @Test func identityIsDecidedByArticleAndTakenBackByNumber() async throws {
    let tool = try Tool()
    try tool.folder.write(
      "= Ivan Marin (painter) =\n\nIvan Marin (1870–1938) was a painter.\n\n= Ivan Marin (general) =\n\n"
        + "Ivan Marin (1720–1790) was a general.\n\n= Petar Lovrić =\n\nPetar Lovrić met Ivan Marin in 1901.\n",
      to: "lives.txt")
    #expect(try await tool.run("import", "lives.txt").status == 0)
    let ambiguous = try await tool.run("identity", "different", "Ivan Marin")
    #expect(ambiguous.status == 2)
    #expect(ambiguous.error.contains("of “Ivan Marin (general)”"))
    let split = try await tool.run("identity", "different", "Ivan Marin", "--article", "Petar Lovrić")
    #expect(split.output == "Ivan Marin of the article Petar Lovrić is another one from now on\n")
    let list = try await tool.run("identity", "list", "--format", "csv")
    #expect(list.output.contains("decided by the user,user,1"))
    #expect(try await tool.run("identity", "undo", "2").status == 1)
    #expect(try await tool.run("identity", "undo", "1").output.hasPrefix("taken back: Ivan Marin"))
    #expect(try await tool.run("identity", "undo").status == 1)
  }

  @Test func identityOfOneArticleHasNoDecisions() async throws {
    #expect(try await tool.run("identity", "list").status == 1)
    #expect(try await tool.run("identity", "different", "Weber").status == 1)
    #expect(try await tool.run("identity", "undo").status != 0)
  }
}

@Suite struct ShellCommandTests {
  @Test func shellTakesSQLQuestionsAndCommands() async throws {
    let tool = try Tool()
    try Fixture.write(to: tool.folder)
    let input = """
      .format csv
      SELECT name
      FROM people ORDER BY 1;
      .show Mao Lin
      SELECT nonsense;
      .nonsense
      Who lived with Mao Lin?
      .quit
      SELECT 'never';

      """
    let result = try await tool.run("shell", input: input)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("name\nAnna Weber\nMao Lin\n"))
    #expect(result.output.contains("shared a home with Anna Weber"))
    #expect(!result.output.contains("never"))
    #expect(result.error.contains("nonsense"))
    #expect(result.error.contains("no command is called “.nonsense”"))
  }
}
