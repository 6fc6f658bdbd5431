import ArgumentParser

@main
struct TrainReader: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "TrainReader",
    abstract: "Trains the Reader's model from treebanks and name corpora.",
    subcommands: [
      ModelCommand.self, SegmentationCommand.self, DatesCommand.self, NamesCommand.self, CoverageCommand.self,
      SignsCommand.self,
    ],
    defaultSubcommand: ModelCommand.self)
}
