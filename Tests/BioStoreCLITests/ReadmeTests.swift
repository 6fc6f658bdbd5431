import Foundation
import Testing

@testable import BioStore

/// The README shows what the tool really says about the examples. It may say more: each line that is shown must be said.
@Suite(.enabled(if: ReadmeSample.hasModel, "the binary holds no model, so it reads less"))
struct ReadmeTests {
  @Test func sampleIsWhatTheToolSays() async throws {
    let tool = try Tool()
    let examples = Tool.root.appending(path: "Examples").path
    #expect(try await tool.run("import", examples).status == 0)
    let file = Tool.root.appending(path: "README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    var sample = try ReadmeSample(readme)
    for index in sample.blocks.indices {
      let command = sample.blocks[index].command
      let result = try await tool.shell(
        command.replacing("biostore ", with: "\"$BIOSTORE\" ", maxReplacements: 1))
      if Snapshot.isRecording {
        sample.blocks[index].lines = result.output.split(separator: "\n").flatMap {
          ReadmeSample.folded(String($0))
        }
        continue
      }
      let said = ReadmeSample.words(result.output)
      #expect(!sample.blocks[index].lines.isEmpty)
      for line in sample.blocks[index].lines {
        #expect(
          said.contains(ReadmeSample.words(line)),
          "README.md: \(command) no longer says “\(line)”; see make docs")
      }
    }
    if Snapshot.isRecording { try Data(sample.text.utf8).write(to: file) }
  }
}

/// The commands and their output between the README's markers.
struct ReadmeSample {
  struct Block {
    let command: String
    var lines: [String]
  }

  struct MissingMarkers: Error {}

  /// Whether a model is linked in, and of the kind that this version reads: only then is a verb found.
  static let hasModel: Bool = {
    let article = ArticleParser().article(text: "She studied in Vienna.", fallbackTitle: "", source: "-")
    return Reader().read(article).tokens.contains { $0.tag == .verb }
  }()

  private static let begin = "<!-- sample:begin -->\n"
  private static let end = "<!-- sample:end -->"
  private static let margin = "    "

  private let head: Substring
  private let tail: Substring
  var blocks: [Block] = []

  init(_ readme: String) throws {
    guard let begin = readme.range(of: Self.begin), let end = readme.range(of: Self.end) else {
      throw MissingMarkers()
    }
    head = readme[..<begin.upperBound]
    tail = readme[end.lowerBound...]
    for line in readme[begin.upperBound..<end.lowerBound].split(separator: "\n")
    where line.hasPrefix(Self.margin) {
      let text = String(line.dropFirst(Self.margin.count))
      if text.hasPrefix("$ ") {
        blocks.append(Block(command: String(text.dropFirst(2)), lines: []))
      } else if !blocks.isEmpty {
        blocks[blocks.count - 1].lines.append(text)
      }
    }
  }

  /// The README with the blocks as they are now.
  var text: String {
    let parts = blocks.map { block in
      (["$ " + block.command] + block.lines).map { Self.margin + $0 + "\n" }.joined()
    }
    return head + parts.joined(separator: "\n") + tail
  }

  /// The text on one line, with one blank between words; how sure an answer is may change.
  static func words(_ text: String) -> String {
    text.replacing(#/\[[0-9]+ %\]/#, with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A long line in pieces that fit the page, all with its indentation.
  static func folded(_ line: String) -> [String] {
    let indentation = String(line.prefix { $0 == " " })
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ") {
      if !current.isEmpty, indentation.count + current.count + 1 + word.count > 110 {
        lines.append(indentation + current)
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
    }
    return lines + [indentation + current]
  }
}
