import ArgumentParser

@main
struct BioStoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "biostore",
    abstract: "Turns biographies into a database that answers for itself.")
}
