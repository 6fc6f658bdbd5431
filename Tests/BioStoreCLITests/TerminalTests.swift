import Foundation
import Testing

@testable import BioStoreCLI

/// What people see on a terminal, and programs do not see in a pipe.
@Suite(.serialized) struct TerminalTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try Fixture.write(to: tool.folder)
  }

  private static func withoutStyle(_ text: String) -> String {
    text.replacing(#/\u{1B}\[[0-9;]*[mK]/#, with: "")
  }

  @Test(arguments: [50, 80, 120])
  func outputFitsTheTerminal(columns: UInt16) throws {
    for arguments in [
      ["show", "Weber"], ["query", "SELECT * FROM all_facts"], ["search", "flat"], ["timeline"],
    ] {
      let text = try PseudoTerminal(columns: columns).run(arguments, in: tool.folder)
      let widest =
        Self.withoutStyle(text).split(separator: "\n").map { DisplayWidth.of(String($0)) }.max() ?? 0
      let isTable = arguments[0] == "query"
      // So many columns cannot be narrowed enough for a small terminal.
      #expect(isTable || widest <= Int(columns), "\(arguments): \(widest)")
    }
  }

  @Test func terminalHasColourUnlessItIsRefused() throws {
    let terminal = PseudoTerminal(columns: 80)
    let arguments = ["list", "people"]
    #expect(try terminal.run(arguments, in: tool.folder).contains("\u{1B}[1m"))
    #expect(try !terminal.run(arguments, in: tool.folder, environment: ["NO_COLOR": "1"]).contains("\u{1B}"))
    #expect(try !terminal.run(arguments, in: tool.folder, environment: ["TERM": "dumb"]).contains("\u{1B}"))
  }

  @Test func importShowsABarAndTakesItAway() throws {
    for number in 0..<4 {
      try tool.folder.write(
        "= Life \(number) =\n\nLife \(number) lived in Rome.\n", to: "lives/\(number).txt")
    }
    let text = try PseudoTerminal(columns: 80).run(["import", "lives"], in: tool.folder)
    #expect(text.contains("4/4"))
    #expect(text.contains("\r\u{1B}[K"))
  }

  @Test func pipeSeesNoBar() async throws {
    try tool.folder.write("= A =\n\nA lived in Rome.\n", to: "lives/a.txt")
    try tool.folder.write("= B =\n\nB lived in Rome.\n", to: "lives/b.txt")
    #expect(try await tool.run("import", "lives").error.isEmpty)
  }
}
