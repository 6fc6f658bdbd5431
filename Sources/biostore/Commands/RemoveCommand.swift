import ArgumentParser
import BioStore

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take articles out of the database, with the facts that only they say.",
    discussion: HelpText(
      examples: [#"biostore remove "Paul Brenner""#, "biostore remove 3 5"],
      codes: [ExitCodes.nothingFound, ExitCodes.notUnderstood, ExitCodes.database]
    ).text)

  @Argument(
    help: ArgumentHelp("Titles, sources or numbers, as biostore articles lists them.", valueName: "article"))
  var names: [String]

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let store = try database.openForWriting()
    // All are found before any is removed: a slip in the last name removes nothing.
    let articles = try names.map { try Self.article($0, in: store) }
    for article in articles {
      try store.removeArticle(id: article.id)
      Terminal.output.write("removed \(article.title) (\(article.source))\n")
    }
  }

  private static func article(_ name: String, in store: Store) throws -> ArticleRecord {
    let found = try store.articles(matching: name)
    guard let first = found.first else {
      throw ToolError(
        code: ExitCodes.nothingFound, place: store.path, what: "no article is called “\(name)”",
        advice: "biostore articles lists them")
    }
    guard found.count == 1 else {
      let choices = found.map { "\($0.id) (\($0.title), \($0.source))" }.joined(separator: ", ")
      throw ToolError(
        code: ExitCodes.notUnderstood, what: "“\(name)” fits several articles: \(choices)",
        advice: "give the number")
    }
    return first
  }
}
