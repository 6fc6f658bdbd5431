import ArgumentParser
import BioStore
import Foundation

@main
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
    subcommands: [ExplainCommand.self])

  /// Runs the command; what goes wrong is one line on standard error and an exit status of its own.
  static func main() {
    Terminal.ignoreClosedPipes()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      fail(error)
    }
  }

  private static func fail(_ error: any Error) -> Never {
    if let failure = FailureReport(error) {
      Terminal.error.write(failure.line)
      Foundation.exit(failure.code)
    }
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code == .success {
      Terminal.output.write(message.isEmpty ? "" : message + "\n")
    } else if !message.isEmpty {
      let prefix = "Error: "
      let text = message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message
      Terminal.error.write("biostore: \(text)\n")
    }
    Foundation.exit(code.rawValue)
  }
}
