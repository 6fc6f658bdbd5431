import ArgumentParser
import BioStore
import Foundation

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read articles into the database.",
    discussion: HelpText(
      discussion: """
        Takes .txt files (one article, or several, each under a "= Title =" line), .jsonl files (an object with \
        "title" and "text" a line), directories of such files, and - for standard input. An article that has not \
        changed is skipped; one that has changed replaces its own facts. One bad article does not stop the others.
        """,
      examples: [
        "biostore import Examples",
        "biostore import lives.jsonl notes.txt --db lives.db",
        "curl -s https://example.org/life.txt | biostore import -",
        "biostore import Examples --rules my.rules --force",
      ],
      codes: [ExitCodes.badInput, ExitCodes.noInput, ExitCodes.database]
    ).text)

  @Argument(help: ArgumentHelp("Files and directories; - is standard input.", valueName: "path"))
  var paths: [String]

  @OptionGroup var database: DatabaseOptions

  @Option(
    name: .shortAndLong, help: "Articles that are read at the same time; as many as the machine has cores.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .shortAndLong, help: "Read unchanged articles again as well.")
  var force = false

  @OptionGroup var rules: RuleOptions

  func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 1024") }
  }

  func run() async throws {
    ModelNotice.write()
    var articleImport = ArticleImport(
      paths: paths, jobs: jobs, force: force, reader: try rules.reader(), open: database.create)
    let outcome = try await articleImport.run()
    Terminal.output.write(Self.report(outcome, path: database.path))
    let others = outcome.summary.articlesOfOtherVersions
    if others > 0 {
      Terminal.error.write(
        "biostore: \(Counted.text(others, "unchanged article")) were read by another version; --force reads them again\n"
      )
    }
    if let code = outcome.firstFailure { throw ExitCode(code) }
  }

  private static func report(_ outcome: ArticleImport.Outcome, path: String) -> String {
    let summary = outcome.summary
    let read = summary.newArticles + summary.changedArticles + summary.rereadArticles
    let total = read + summary.unchangedArticles + outcome.failureCount
    var parts = [
      "\(summary.newArticles) new", "\(summary.changedArticles) changed",
      "\(summary.unchangedArticles) unchanged",
      "\(outcome.failureCount) failed",
    ]
    if summary.rereadArticles > 0 { parts.insert("\(summary.rereadArticles) read again", at: 2) }
    var text = "\(Counted.text(total, "article")): " + parts.joined(separator: ", ") + "\n"
    if read > 0 {
      text +=
        "\(Counted.text(summary.facts, "fact")) and \(Counted.text(summary.entities, "entity", "entities"))"
      text += " from \(Counted.text(summary.sentences, "sentence")), in \(path)\n"
    }
    return text
  }
}
