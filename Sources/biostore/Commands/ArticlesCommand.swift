import ArgumentParser
import BioStore

struct ArticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "List the articles that have been imported.",
    discussion: HelpText(
      examples: ["biostore articles", "biostore articles --format jsonl --db lives.db"],
      codes: [ExitCodes.nothingFound, ExitCodes.database]
    ).text)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let articles = try database.openForReading().articles()
    guard !articles.isEmpty else {
      throw ToolError(
        code: ExitCodes.nothingFound, place: database.path, what: "no articles there",
        advice: "biostore import reads some")
    }
    output.print(RowSet(articles))
  }
}

extension RowSet {
  init(_ articles: [ArticleRecord]) {
    self.init(
      columns: ["number", "title", "source", "characters", "sentences", "entities", "facts"],
      rows: articles.map {
        [
          .integer($0.id), .text($0.title), .text($0.source), Cell($0.length), Cell($0.sentenceCount),
          Cell($0.entityCount), Cell($0.factCount),
        ]
      })
  }
}
