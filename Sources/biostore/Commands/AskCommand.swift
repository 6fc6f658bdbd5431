import ArgumentParser
import BioStore

struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answer a question in English, with the sentences that say so.",
    discussion: HelpText(
      discussion: """
        Who, whom, whose, what, which, where, when, how many, how long. A question that is not understood is never \
        answered by a guess. With - every line of standard input is a question.
        """,
      examples: [
        #"biostore ask "Who lived with Paul Brenner?""#,
        #"biostore ask "When was Tomas Brenner released?" --explain"#,
        #"biostore ask "Who founded The Morning Bell?" --format json"#,
      ],
      codes: [ExitCodes.nothingFound, ExitCodes.notUnderstood, ExitCodes.database]
    ).text)

  @Argument(help: "The question; quotes are needed only for what the shell would take for itself.")
  var question: [String]

  @OptionGroup var database: DatabaseOptions

  @Option(help: "Print rows; json is one object with question and answers.")
  var format: OutputFormat?

  @Option(help: "Facts that are less sure than this do not count, from 0 to 1.")
  var minConfidence: Double = 0

  @Flag(help: "Show how the question was understood, and the SQL.")
  var explain = false

  func run() throws {
    let answerer = QuestionAnswerer(store: try database.openForReading())
    var status = ExitCodes.success
    for question in try questions() {
      let answer = try answerer.ask(question, minimumConfidence: minConfidence)
      print(answer)
      status = max(status, Self.status(of: answer))
    }
    if status != ExitCodes.success { throw ExitCode(status) }
  }

  private func questions() throws -> [String] {
    let words = question.joined(separator: " ")
    guard words == "-" else { return [words] }
    return try StandardInput.text().split(whereSeparator: \.isNewline).map(String.init)
  }

  private static func status(of answer: Answer) -> Int32 {
    switch answer.outcome {
    case .answered: ExitCodes.success
    case .nothingFound: ExitCodes.nothingFound
    case .ambiguousName, .notUnderstood: ExitCodes.notUnderstood
    }
  }

  private func print(_ answer: Answer) {
    let output = Terminal.output
    let report = AnswerReport(answer: answer, width: output.width, style: output.style)
    switch format {
    case nil: output.write(report.text)
    case .json: output.write(report.json(explain: explain).line + "\n")
    case let format?: RowSet.print(report.rows, format: format)
    }
    if explain, format != .json { output.write(report.explanation) }
    Terminal.error.write(report.remarks)
  }
}
