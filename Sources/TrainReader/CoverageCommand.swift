import ArgumentParser
import BioStore
import Foundation

/// Lists what links two names, or a name and a date, in raw text, and whether a rule reads it.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract:
      "Lists by verb or noun and path what links two names, or a name and a date, most frequent first.",
    discussion: """
      Example: TrainReader coverage Examples ../shared/data/redocred/train.jsonl --unread --limit 200
      A line holds: how often the link stands unread, how often it stands at all, the link, the types of fact that it
      was read as, and one sentence. Links of Resources/coverage-omissions.tsv are left unread on purpose.
      """)

  @Argument(help: "Articles (.txt, .jsonl, directories of these) and treebanks (.conllu).")
  var files: [String]

  @Flag(help: "Only links that stand unread somewhere and are not left out on purpose, most of these first.")
  var unread = false

  @Flag(help: "Add up all links of one verb or noun.")
  var byTrigger = false

  @Flag(help: "Links without a person at either end as well.")
  var allKinds = false

  @Option(help: "Print so many lines.")
  var limit = 500

  @Option(help: "Leave out links that stand fewer times.")
  var minimum = 2

  @Option(help: "The table of what is left unread on purpose.")
  var omissions = "Sources/TrainReader/Resources/coverage-omissions.tsv"

  @OptionGroup var heldOut: HeldOutArticles

  func run() throws {
    let titles = try heldOut.titles()
    let omissions = CoverageOmissions(
      text: try String(contentsOf: URL(fileURLWithPath: self.omissions), encoding: .utf8))
    let reader = Reader()
    var table = CoverageTable(allKinds: allKinds, byTrigger: byTrigger)
    for file in files {
      for article in try articles(file) where !titles.contains(article.title) {
        table.add(reader.read(article))
      }
    }
    print(table.report(omissions: omissions, unreadOnly: unread, minimum: minimum, limit: limit))
  }

  private func articles(_ path: String) throws -> [Article] {
    guard path.hasSuffix(".conllu") else {
      return try ArticleSource.sources(at: path).flatMap { source in try source.map { try $0.get() } }
    }
    var documents: [[CoNLLUSentence]] = []
    for sentence in try CoNLLU.parse(String(contentsOfFile: path, encoding: .utf8)) {
      if documents.isEmpty || sentence.comment("newdoc id") != nil { documents.append([]) }
      documents[documents.count - 1].append(sentence)
    }
    return documents.map { sentences in
      let name = sentences[0].comment("newdoc id") ?? ""
      return Reading(conllu: sentences, title: name.split(separator: "_").last.map(String.init) ?? name)
        .article
    }
  }
}
