import ArgumentParser
import Foundation
import Testing

@testable import BioStoreCLI

@Suite struct ManualTests {
  private var commands: [any ParsableCommand.Type] {
    BioStoreCommand.configuration.subcommands.flatMap { command in
      [command] + command.configuration.subcommands
    }
  }

  /// Every command with its full name, such as `biostore identity list`.
  private var titled: [(String, any ParsableCommand.Type)] {
    BioStoreCommand.configuration.subcommands.flatMap { command in
      [("biostore \(name(command))", command)]
        + command.configuration.subcommands.map { ("biostore \(name(command)) \(name($0))", $0) }
    }
  }

  private func name(_ command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? command._commandName
  }

  @Test func everyCommandHasAnAbstractAndAnExample() {
    for command in commands {
      let configuration = command.configuration
      #expect(!configuration.abstract.isEmpty, "\(name(command)) has no abstract")
      #expect(configuration.discussion.contains("Example"), "\(name(command)) has no example")
      #expect(configuration.discussion.contains("  biostore "), "\(name(command)) has no example")
    }
  }

  @Test func readmeNamesEveryCommand() throws {
    let readme = try String(contentsOf: Tool.root.appending(path: "README.md"), encoding: .utf8)
    for command in BioStoreCommand.configuration.subcommands {
      #expect(readme.contains("biostore \(name(command))"), "README.md does not mention \(name(command))")
    }
  }

  @Test func readmeNamesEveryExitStatus() throws {
    let readme = try String(contentsOf: Tool.root.appending(path: "README.md"), encoding: .utf8)
    for row in ExitCodes.table {
      #expect(readme.contains("| \(row.code) | \(row.meaning) |"))
    }
  }

  @Test func manualIsWhatHelpSays() throws {
    var manual = """
      # Manual

      What `biostore help COMMAND` prints, for every command. Written by `make docs`.

      ## biostore

      ```
      \(BioStoreCommand.helpMessage(columns: 100))
      ```

      """
    for (title, command) in titled {
      let help = BioStoreCommand.helpMessage(for: command, columns: 100)
      manual += "\n## \(title)\n\n```\n\(help)\n```\n"
    }
    manual = manual.components(separatedBy: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
    try Snapshot.expect(manual, isFile: "docs/manual.md")
  }
}
