import ArgumentParser
import BioStore

struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Show how two people are connected, step by step.",
    discussion: HelpText(
      discussion: """
        The shortest ways over kin, friends, foes, homes, bodies, schools, works and events, each step with its \
        sentence. Places do not count unless --types names a type that leads to them.
        """,
      examples: [
        #"biostore path "Emil Sandor" "Arthur Pell""#,
        #"biostore path "Emil Sandor" "Arthur Pell" --types spouse,parent,opposed --max-hops 4"#,
      ],
      codes: [ExitCodes.nothingFound, ExitCodes.notUnderstood, ExitCodes.database]
    ).text)

  @Argument(help: "Where to start.")
  var first: String

  @Argument(help: "Whom to reach.")
  var second: String

  @OptionGroup var database: DatabaseOptions

  @Option(help: ArgumentHelp("The most steps.", valueName: "number"))
  var maxHops: Int = 6

  @Option(help: ArgumentHelp("Only facts of these types, separated by commas.", valueName: "types"))
  var types: String?

  @Option(help: ArgumentHelp("The most ways to show.", valueName: "number"))
  var limit: Int = 3

  @Option(help: "Facts that are less sure than this do not count, from 0 to 1.")
  var minConfidence: Double = 0

  @Option(help: "Print the steps as rows.")
  var format: OutputFormat?

  func validate() throws {
    guard (1...20).contains(maxHops) else { throw ValidationError("--max-hops takes a number from 1 to 20") }
    guard (1...100).contains(limit) else { throw ValidationError("--limit takes a number from 1 to 100") }
    _ = try factTypes()
  }

  func run() throws {
    let store = try database.openForReading()
    let lookup = EntityLookup(store: store)
    let start = try lookup.entity(first)
    let goal = try lookup.entity(second)
    let limits = PathFinder.Limits(hops: maxHops, paths: limit, minimumConfidence: minConfidence)
    let result = try PathFinder(store: store, types: factTypes(), limits: limits).paths(
      from: start.id, to: goal.id)
    guard !result.paths.isEmpty else { throw nothing(between: start, and: goal, result) }
    if let format {
      RowSet.print(Self.rows(result), format: format)
    } else {
      Terminal.output.write(Self.text(result))
    }
  }

  private func factTypes() throws -> Set<FactType> {
    guard let types else { return PathFinder.defaultTypes }
    let names = types.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }
    return Set(
      try names.map { name in
        guard let type = FactType(rawValue: String(name)) else {
          throw ValidationError("no type of fact is called “\(name)”; biostore list fact-types shows them")
        }
        return type
      })
  }

  private func nothing(between start: EntityRecord, and goal: EntityRecord, _ result: PathFinder.Result)
    -> ToolError
  {
    let reason =
      result.isCutOff
      ? "the search gave up before it had seen everything" : "no way of \(maxHops) steps or fewer"
    return ToolError(
      code: ExitCodes.nothingFound, what: "\(start.name) and \(goal.name): \(reason)",
      advice: start.id == goal.id ? "they are one" : "--max-hops and --types widen the search")
  }

  private static func text(_ result: PathFinder.Result) -> String {
    let terminal = Terminal.output
    let lines = FactLines(width: terminal.width, style: terminal.style)
    return result.paths.map { path in
      let names = path.map(\.from.name) + [path.last?.to.name ?? ""]
      return terminal.style.heading(names.joined(separator: " → ")) + "\n"
        + path.map { lines.text($0.fact) }.joined()
    }.joined(separator: "\n")
  }

  private static func rows(_ result: PathFinder.Result) -> RowSet {
    var rows = RowSet(columns: ["way", "step", "from", "fact", "to", "start", "end", "sentence", "article"])
    for (way, path) in result.paths.enumerated() {
      for (step, hop) in path.enumerated() {
        let evidence = hop.fact.evidence.first
        rows.rows.append([
          Cell(way + 1), Cell(step + 1), .text(hop.from.name), .text(hop.fact.type.rawValue),
          .text(hop.to.name),
          Cell(hop.fact.start), Cell(hop.fact.end), Cell(evidence?.sentence), Cell(evidence?.article),
        ])
      }
    }
    return rows
  }
}
