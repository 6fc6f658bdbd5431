import ArgumentParser
import BioStore
import Foundation

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the tables and views of the database, with what they are for.",
    discussion: HelpText(
      examples: ["biostore schema", "biostore schema shared_residences"],
      codes: [ExitCodes.nothingFound]
    ).text)

  @Argument(help: "A table or view; without it everything is printed.")
  var name: String?

  func run() throws {
    guard let name else {
      Terminal.output.write(Store.schema)
      return
    }
    guard let statement = Self.statement(creating: name, in: Store.schema) else {
      throw ToolError(
        code: ExitCodes.nothingFound, what: "no table or view is called “\(name)”",
        advice: "biostore schema prints them all")
    }
    Terminal.output.write(statement + "\n")
  }

  /// The statement that creates `name`, with the comment before it.
  static func statement(creating name: String, in schema: String) -> String? {
    let blocks = schema.components(separatedBy: "\n\n")
    let heads = ["TABLE", "VIEW", "VIRTUAL TABLE"].map { "CREATE \($0) \(name.lowercased())" }
    return blocks.first { block in
      block.split(separator: "\n").contains { line in
        heads.contains { head in
          line.hasPrefix(head) && line.dropFirst(head.count).first.map { !$0.isLetter && $0 != "_" } ?? true
        }
      }
    }
  }
}
