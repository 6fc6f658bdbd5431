import ArgumentParser
import BioStore
import Foundation

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Run SQL of your own; it can read and nothing else.",
    discussion: HelpText(
      discussion: """
        One SELECT (or WITH, or VALUES) from the argument, a file or standard input. It writes nothing, reads no other \
        file and stops at its deadline. biostore schema lists tables and views. --save keeps a query in the database \
        under a name, --saved runs it, --list shows all, --forget removes one.
        """,
      examples: [
        #"biostore query "SELECT * FROM shared_residences""#,
        #"biostore query "SELECT * FROM positions WHERE person = :who" --param who="Tomas Brenner""#,
        "biostore query --file report.sql --format csv > report.csv",
        #"biostore query "SELECT * FROM family" --save kin"#,
        "biostore query --saved kin",
      ],
      codes: [ExitCodes.nothingFound, ExitCodes.database]
    ).text)

  @Argument(help: "The SQL; - or nothing at all reads standard input.")
  var sql: String?

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: FormatOptions

  @Option(help: ArgumentHelp("Read the SQL from a file.", valueName: "path"))
  var file: String?

  @Option(help: ArgumentHelp("A value for :name in the SQL; may be given again.", valueName: "name=value"))
  var param: [String] = []

  @Option(help: ArgumentHelp("Stop after so many seconds.", valueName: "seconds"))
  var timeout: Double = 10

  @Option(help: "At most so many rows; 0 for all.")
  var limit: Int = 10_000

  @Option(help: ArgumentHelp("Keep the SQL under this name.", valueName: "name"))
  var save: String?

  @Option(help: ArgumentHelp("What a saved query is for.", valueName: "words"))
  var description: String = ""

  @Option(help: ArgumentHelp("Run a saved query.", valueName: "name"))
  var saved: String?

  @Flag(help: "List the saved queries.")
  var list = false

  @Option(help: ArgumentHelp("Forget a saved query.", valueName: "name"))
  var forget: String?

  func validate() throws {
    let sources = [sql != nil, file != nil, saved != nil, list, forget != nil].filter { $0 }.count
    guard sources <= 1 else {
      throw ValidationError("give the SQL once: as an argument, with --file or with --saved")
    }
    guard timeout > 0, timeout <= 86_400 else {
      throw ValidationError("--timeout takes more than 0 seconds, up to a day")
    }
    guard limit >= 0 else { throw ValidationError("--limit takes 0 or more") }
    for parameter in param where !parameter.contains("=") {
      throw ValidationError("--param takes name=value, not “\(parameter)”")
    }
  }

  func run() throws {
    if list { return try printSavedQueries() }
    if let forget { return try database.openForWriting().removeSavedQuery(named: forget) }
    let statement = try statementText()
    let limits = ReadOnlyQuery.Limits(deadline: .seconds(timeout), rows: limit == 0 ? nil : limit)
    let result = try ReadOnlyQuery(path: database.path, limits: limits).run(
      statement, parameters: parameters())
    if let save {
      // Only what runs is kept.
      try database.openForWriting().save(SavedQuery(name: save, description: description, sql: statement))
    }
    output.print(RowSet(columns: result.columns, rows: result.rows.map { $0.map { Cell($0) } }))
    if result.isTruncated {
      Terminal.error.write("biostore: only the first \(limit) rows are shown; --limit 0 shows all\n")
    }
    if result.rows.isEmpty { throw ExitCode(ExitCodes.nothingFound) }
  }

  private func statementText() throws -> String {
    if let saved {
      let store = try database.openForReading()
      guard let query = try store.savedQuery(named: saved) else {
        throw ToolError(
          code: ExitCodes.nothingFound, place: database.path, what: "no saved query is called “\(saved)”",
          advice: "biostore query --list shows them")
      }
      return query.sql
    }
    if let file { return try StandardInput.text(ofFile: file) }
    if let sql, sql != "-" { return sql }
    return try StandardInput.text()
  }

  /// Numbers are bound as numbers, so that they compare with numbers; everything else as text.
  private func parameters() -> [String: DatabaseValue] {
    var values: [String: DatabaseValue] = [:]
    for parameter in param {
      guard let equals = parameter.firstIndex(of: "=") else { continue }
      let text = String(parameter[parameter.index(after: equals)...])
      let value: DatabaseValue =
        Int64(text).map(DatabaseValue.integer) ?? Double(text).map(DatabaseValue.real) ?? .text(text)
      values[String(parameter[..<equals])] = value
    }
    return values
  }

  private func printSavedQueries() throws {
    let queries = try database.openForReading().savedQueries()
    guard !queries.isEmpty else {
      throw ToolError(
        code: ExitCodes.nothingFound, place: database.path, what: "no saved queries there",
        advice: "biostore query SQL --save NAME keeps one")
    }
    output.print(
      RowSet(
        columns: ["name", "description", "sql"],
        rows: queries.map { [.text($0.name), .text($0.description), .text($0.sql)] }))
  }
}
