import ArgumentParser

/// The tool itself: what all commands hang on.
struct BioStoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "biostore",
    abstract: "Turns biographies into a database that answers for itself.",
    discussion: HelpText(
      discussion: """
        import reads articles into one SQLite file; ask, query, show and the other commands answer from it, each \
        answer with the sentence that says it. Everything happens on this machine.
        """,
      examples: [
        "biostore import Examples",
        #"biostore ask "Who lived with Ilona Varady?""#,
        #"biostore query "SELECT * FROM shared_residences""#,
      ],
      codes: ExitCodes.table.map(\.code).filter { $0 != ExitCodes.success && $0 != ExitCodes.usage }
    ).text,
    version: "0.1.0",
    subcommands: [
      ImportCommand.self, AskCommand.self, ShowCommand.self, ListCommand.self, SearchCommand.self,
      TogetherCommand.self,
      PathCommand.self, TimelineCommand.self, CompareCommand.self, QueryCommand.self, ExportCommand.self,
      ExplainCommand.self, ArticlesCommand.self, RemoveCommand.self, IdentityCommand.self, CheckCommand.self,
      SchemaCommand.self, ShellCommand.self,
    ])
}
