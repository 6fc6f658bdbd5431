import ArgumentParser
import BioStore

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what each stage of reading makes of a sentence, and which rule fires.",
    discussion: HelpText(
      discussion: """
        Prints the tokens with their tags in the dependency tree, names, dates, whom each mention means, the \
        entities, and the facts with the rules that read them. No database is needed.
        """,
      examples: [
        #"biostore explain "In 1909 she shared a flat with Edith Halloran." --title "Ilona Varady""#,
        #"biostore explain --format conllu "She studied in Vienna." > sentence.conllu"#,
        #"biostore explain --rules my.rules "She captained the Riverside Rowers in 1920.""#,
      ],
      codes: [ExitCodes.badInput, ExitCodes.noInput]
    ).text)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, conllu }

  @Argument(help: "One or more sentences; - reads standard input.")
  var sentence: String

  @Option(help: "Whom the text is about: the title of its article.")
  var title: String?

  @Option(help: "What to print.")
  var format: Format = .text

  @OptionGroup var rules: RuleOptions

  func run() throws {
    let text = sentence == "-" ? try StandardInput.text() : sentence
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw ToolError(
        code: ExitCodes.badInput, what: "there is no sentence to explain",
        advice: #"give one, as in biostore explain "She was born in Cork.""#)
    }
    let article = ArticleParser().article(text: text, fallbackTitle: title ?? "", source: "-")
    let reading = try rules.reader().read(article)
    switch format {
    case .conllu: Terminal.output.write(CoNLLU.format(reading.conlluSentences()))
    case .text: Terminal.output.write(ReadingReport(reading: reading, style: Terminal.output.style).text)
    }
  }
}
