import ArgumentParser
import BioStore
import Foundation

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write out everything, for other programs.",
    discussion: HelpText(
      discussion: """
        jsonl writes one JSON object a line: articles, entities, mentions and facts, told apart by "record"; offsets count \
        Unicode scalars of the article's text. csv writes the facts, one a line. Order and numbers do not depend on the \
        order of import.
        """,
      examples: ["biostore export > lives.jsonl", "biostore export --format csv > facts.csv"],
      codes: [ExitCodes.database]
    ).text)

  enum Format: String, CaseIterable, ExpressibleByArgument { case jsonl, csv }

  @OptionGroup var database: DatabaseOptions

  @Option(help: "What to write.")
  var format: Format = .jsonl

  @Option(help: "Leave out facts that are less sure than this, from 0 to 1.")
  var minConfidence: Double = 0

  func run() throws {
    let store = try database.openForReading()
    var writer = ExportWriter(isCSV: format == .csv)
    try store.export { record in
      if case .fact(let fact) = record, fact.confidence < minConfidence { return }
      writer.write(record)
    }
    writer.finish()
  }
}
