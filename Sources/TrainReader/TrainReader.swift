import ArgumentParser

@main
struct TrainReader: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "TrainReader",
    abstract: "Trains the Reader's model from treebanks and name corpora.",
    subcommands: [SegmentationCommand.self])
}
