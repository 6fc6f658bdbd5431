import ArgumentParser
import BioStore

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find sentences and names that hold words.",
    discussion: HelpText(
      discussion: """
        Every word must stand in the sentence, in any form ("arrest" finds "arrested"); words in double quotes must \
        stand together.
        """,
      examples: ["biostore search strike", #"biostore search '"general strike" 1919'"#],
      codes: [ExitCodes.nothingFound, ExitCodes.database]
    ).text)

  @Argument(help: "The words.")
  var words: [String]

  @OptionGroup var database: DatabaseOptions

  @Option(help: "At most so many sentences.")
  var limit: Int = 20

  @Option(help: "Print the sentences as rows.")
  var format: OutputFormat?

  func run() throws {
    let store = try database.openForReading()
    let query = words.joined(separator: " ")
    let result = try store.search(query, limit: limit)
    guard !result.sentences.isEmpty || !result.entities.isEmpty else {
      throw ToolError(
        code: ExitCodes.nothingFound, place: database.path, what: "nothing found for “\(query)”")
    }
    if let format {
      RowSet.print(Self.rows(result), format: format)
    } else {
      let terminal = Terminal.output
      terminal.write(Self.text(result, width: terminal.width, style: terminal.style))
    }
  }

  private static func rows(_ result: SearchResult) -> RowSet {
    RowSet(
      columns: ["article", "sentence", "start", "end"],
      rows: result.sentences.map {
        [.text($0.article), .text($0.text), Cell($0.range.lowerBound), Cell($0.range.upperBound)]
      })
  }

  static func text(_ result: SearchResult, width: Int?, style: TextStyle) -> String {
    var text = ""
    for entity in result.entities {
      text +=
        "\(style.heading(entity.name))  (\(entity.kind.rawValue), \(Counted.text(entity.factCount, "fact")))\n"
    }
    if !result.entities.isEmpty && !result.sentences.isEmpty { text += "\n" }
    for hit in result.sentences {
      let lines = width.map { TextWrapper(width: $0).lines(of: Self.line(hit)) } ?? [Self.line(hit)]
      text +=
        style.isEnabled
        ? Self.marked(lines.joined(separator: "\n"), hit, style) : lines.joined(separator: "\n")
      text += "\n"
    }
    return text
  }

  private static func line(_ hit: SentenceHit) -> String {
    "\(hit.article): " + hit.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Colours the words that were found, wherever wrapping has put them.
  private static func marked(_ text: String, _ hit: SentenceHit, _ style: TextStyle) -> String {
    let scalars = ScalarText(hit.text)
    let words = Set(hit.matches.map { scalars[$0] })
    var result = ""
    var word = ""
    func flush() {
      result += words.contains(word) ? style.mark(word) : word
      word = ""
    }
    for character in text {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }
}
