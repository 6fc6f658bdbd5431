import ArgumentParser
import BioStore

struct TogetherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "together",
    abstract: "Show who shared a home, a body or an event, and when.",
    discussion: HelpText(
      discussion: """
        Of one person, of two, or of everyone. Dates that contradict rule a tie out; where an article gives no dates, it \
        counts.
        """,
      examples: [
        #"biostore together "Ilona Varady""#, #"biostore together "Ilona Varady" "Konstantin Arsov""#,
        "biostore together --format csv > ties.csv",
      ],
      codes: [ExitCodes.nothingFound, ExitCodes.notUnderstood, ExitCodes.database]
    ).text)

  @Argument(help: ArgumentHelp("One or two people.", valueName: "name"))
  var names: [String] = []

  @OptionGroup var database: DatabaseOptions

  @Option(help: "At most so many ties.")
  var limit: Int = 1000

  @Option(help: "Print the ties as rows.")
  var format: OutputFormat?

  func validate() throws {
    guard names.count <= 2 else {
      throw ValidationError("together takes two people at most; put each name in quotes")
    }
  }

  func run() throws {
    let store = try database.openForReading()
    let lookup = EntityLookup(store: store, kind: .person)
    let people = try names.map { try lookup.entity($0).id }
    let ties = try store.ties(of: people.first, and: people.dropFirst().first, limit: limit)
    guard !ties.isEmpty else {
      throw ToolError(
        code: ExitCodes.nothingFound, place: database.path, what: "no shared homes, bodies or events found")
    }
    if let format {
      RowSet.print(Self.rows(ties), format: format)
    } else {
      let lines = FactLines(width: Terminal.output.width, style: Terminal.output.style)
      Terminal.output.write(ties.map { Self.text($0, lines) }.joined())
    }
  }

  private static func text(_ tie: Tie, _ lines: FactLines) -> String {
    let date = FactPhrase.date(start: tie.start, end: tie.end, precision: .exact)
    let what = tie.what.map { ": \($0.name)" } ?? ""
    return lines.text(
      date: date, words: "\(tie.first.name) and \(tie.second.name), \(tie.kind.rawValue)\(what)", tie.facts)
  }

  private static func rows(_ ties: [Tie]) -> RowSet {
    RowSet(
      columns: ["person", "other_person", "shared", "what", "start", "end", "sentence", "other_sentence"],
      rows: ties.map { tie in
        [
          .text(tie.first.name), .text(tie.second.name), .text(tie.kind.rawValue), Cell(tie.what?.name),
          Cell(tie.start), Cell(tie.end), Cell(tie.facts.first?.evidence.first?.sentence),
          Cell(tie.facts.dropFirst().first?.evidence.first?.sentence),
        ]
      })
  }
}
