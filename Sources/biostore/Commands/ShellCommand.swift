import ArgumentParser
import BioStore

struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Ask questions and run SQL at a prompt.",
    discussion: HelpText(
      discussion: """
        A line that begins with SELECT, WITH or VALUES is SQL and ends with a semicolon, perhaps lines later; a line that \
        begins with a point is a command (.help lists them); every other line is a question. Lines can be edited and called \
        back, and Tab completes commands, tables, columns and names, where libedit is installed (Debian: libedit2; macOS \
        has it). They are kept in ~/.biostore_history, or in the file that BIOSTORE_HISTORY names; empty for nowhere.
        """,
      examples: ["biostore shell --db lives.db", #"echo "Who founded The Morning Bell?" | biostore shell"#],
      codes: [ExitCodes.database]
    ).text)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: FormatOptions

  private static let help = """
    Who founded The Morning Bell?     a question
    SELECT name FROM people;          SQL, to its semicolon
    .show NAME                        a card
    .search WORDS                     sentences and names
    .tables                           tables and views
    .schema NAME                      one of them
    .format table|csv|json|jsonl|markdown
    .help   .quit

    """

  mutating func run() throws {
    let store = try database.openForReading()
    let isWatched = Terminal.output.isInteractive
    if isWatched { Terminal.output.write("\(database.path); .help for help, .quit to leave\n") }
    let completion = ShellCompletion(store: store)
    let editor = LineEditor(completion: completion.words)
    var statement = ""
    while let line = editor.line(prompt: statement.isEmpty ? "biostore> " : "     ...> ") {
      let text = line.trimmingPrefix { $0.isWhitespace }
      if statement.isEmpty && (text.isEmpty || text.hasPrefix("--")) { continue }
      if [".quit", ".exit"].contains(String(text)) { return }
      if !statement.isEmpty || Self.isSQL(text) {
        statement += line + "\n"
        guard Self.isComplete(statement) else { continue }
        defer { statement = "" }
        attempt { try query(statement) }
      } else {
        attempt { try answer(String(text), store) }
      }
    }
    // What stands before the end of the input needs no semicolon.
    if !statement.isEmpty { attempt { try query(statement) } }
  }

  private static func isSQL(_ line: Substring) -> Bool {
    let word = line.prefix { $0.isLetter }.uppercased()
    return ["SELECT", "WITH", "VALUES"].contains(word)
  }

  private static func isComplete(_ statement: String) -> Bool {
    statement.reversed().first { !$0.isWhitespace } == ";"
  }

  /// An error ends the line, not the shell.
  private func attempt(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      Terminal.error.write((FailureReport(error) ?? FailureReport(unexpected: error)).line)
    }
  }

  private func query(_ sql: String) throws {
    let limits = ReadOnlyQuery.Limits(deadline: .seconds(10), rows: 10_000)
    let result = try ReadOnlyQuery(path: database.path, limits: limits).run(sql)
    output.print(RowSet(columns: result.columns, rows: result.rows.map { $0.map { Cell($0) } }))
  }

  private mutating func answer(_ line: String, _ store: Store) throws {
    guard line.hasPrefix(".") else {
      let terminal = Terminal.output
      let answer = try QuestionAnswerer(store: store).ask(line)
      let report = AnswerReport(answer: answer, width: terminal.width, style: terminal.style)
      terminal.write(report.text)
      Terminal.error.write(report.remarks)
      return
    }
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    try command(words[0], words.count > 1 ? words[1] : "", store)
  }

  private mutating func command(_ name: String, _ argument: String, _ store: Store) throws {
    let terminal = Terminal.output
    switch name {
    case ".help": terminal.write(Self.help)
    case ".tables":
      output.print(
        try store.rowSet(
          "SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'search%' ORDER BY 2 DESC, 1"
        ))
    case ".schema":
      terminal.write((SchemaCommand.statement(creating: argument, in: Store.schema) ?? "") + "\n")
    case ".show":
      let card = try store.card(of: EntityLookup(store: store).entity(argument).id)
      terminal.write(CardReport(card: card, width: terminal.width, style: terminal.style).text)
    case ".search":
      let result = try store.search(argument)
      terminal.write(SearchCommand.text(result, width: terminal.width, style: terminal.style))
    case ".format":
      guard let format = OutputFormat(rawValue: argument) else {
        throw ToolError(
          code: ExitCodes.usage, what: "no format is called “\(argument)”",
          advice: "one of " + OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))
      }
      output.format = format
    default:
      throw ToolError(
        code: ExitCodes.usage, what: "no command is called “\(name)”", advice: ".help lists them")
    }
  }
}
