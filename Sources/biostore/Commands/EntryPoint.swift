import ArgumentParser
import BioStore
import Foundation

/// Runs the command; what goes wrong is one line on standard error and an exit status of its own.
@main
enum EntryPoint {
  static func main() async {
    Terminal.ignoreClosedPipes()
    do {
      var command = try BioStoreCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      fail(error)
    }
  }

  private static func fail(_ error: any Error) -> Never {
    if let failure = FailureReport(error) {
      Terminal.error.write(failure.line)
      exit(failure.code)
    }
    let code = BioStoreCommand.exitCode(for: error)
    // An exit status that a command threw says all: the command has printed the rest.
    let message = error is ExitCode ? "" : BioStoreCommand.fullMessage(for: error)
    if code == .success {
      Terminal.output.write(message.isEmpty ? "" : message + "\n")
    } else if !message.isEmpty {
      let prefix = "Error: "
      let text = message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message
      Terminal.error.write("biostore: \(text)\n")
    }
    exit(code.rawValue)
  }
}
