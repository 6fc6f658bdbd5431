import Foundation
import Testing

/// The README shows what the tool really says about the examples.
@Suite struct ReadmeTests {
  private static let begin = "<!-- sample:begin -->"
  private static let end = "<!-- sample:end -->"

  @Test func sampleIsWhatTheToolSays() async throws {
    let tool = try Tool()
    let examples = Tool.root.appending(path: "Examples").path
    // As a reader of the README would: with short paths.
    let commands = [
      ("import Examples", "import '\(examples)'"),
      (#"ask "Who lived with Paul Brenner?""#, #"ask "Who lived with Paul Brenner?""#),
      (#"ask "When was Tomas Brenner released?""#, #"ask "When was Tomas Brenner released?""#),
      (#"path "Emil Sandor" "Arthur Pell" --limit 1"#, #"path "Emil Sandor" "Arthur Pell" --limit 1"#),
    ]
    var sample = ""
    for (shown, command) in commands {
      let result = try await tool.shell("\"$BIOSTORE\" \(command) 2>&1")
      sample += "    $ biostore \(shown)\n"
      sample += result.output.split(separator: "\n").map { wrapped(String($0)) }.joined()
      sample += "\n"
    }
    let file = Tool.root.appending(path: "README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    let head = try #require(readme.range(of: Self.begin))
    let tail = try #require(readme.range(of: Self.end))
    let current = readme[..<head.upperBound] + "\n" + sample + readme[tail.lowerBound...]
    try Snapshot.expect(String(current), isFile: "README.md")
  }

  /// Long lines are folded for the page.
  private func wrapped(_ line: String) -> String {
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      if current.count + word.count > 108, !current.isEmpty {
        lines.append(current)
        current = String(line.prefix { $0 == " " }) + word
      } else {
        current += (current.isEmpty && lines.isEmpty && word.isEmpty ? "" : current.isEmpty ? "" : " ") + word
      }
    }
    lines.append(current)
    return lines.map { "    \($0)\n" }.joined()
  }
}
