import ArgumentParser
import BioStore

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check whether the database is sound.",
    discussion: HelpText(
      discussion:
        "Looks at SQLite's own structure, foreign keys, the search index and BioStore's invariants.",
      examples: ["biostore check --db lives.db"],
      codes: [ExitCodes.database]
    ).text)

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    ModelNotice.write()
    let store = try database.openForReading()
    let problems = try store.check()
    let counts = try store.counts()
    guard problems.isEmpty else {
      for problem in problems { Terminal.output.write("\(problem)\n") }
      throw ToolError(
        code: ExitCodes.database, place: database.path,
        what: "\(Counted.text(problems.count, "problem")) found",
        advice: "restore the file from a copy, or import the articles into a new one")
    }
    let parts = [
      Counted.text(counts.articles, "article"), Counted.text(counts.sentences, "sentence"),
      Counted.text(counts.entities, "entity", "entities"), Counted.text(counts.facts, "fact"),
    ]
    Terminal.output.write("\(database.path) is sound: \(parts.joined(separator: ", "))\n")
  }
}
