import ArgumentParser
import BioStore

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the card of a person, place, organisation, event or work.",
    discussion: HelpText(
      discussion: "Names, dates, and all facts in order of time, each with the sentence that says it best.",
      examples: [#"biostore show "Edith Halloran""#, "biostore show halloran --format markdown"],
      codes: [ExitCodes.nothingFound, ExitCodes.notUnderstood, ExitCodes.database]
    ).text)

  @Argument(help: "A name, or as much of it as tells whom you mean; or the number of an entity.")
  var name: [String]

  @OptionGroup var database: DatabaseOptions

  @Option(help: "Only entities of this kind.")
  var kind: EntityKind?

  @Option(help: "Leave out facts that are less sure than this, from 0 to 1.")
  var minConfidence: Double = 0

  @Option(help: "Print the facts as rows rather than the card.")
  var format: OutputFormat?

  func run() throws {
    let store = try database.openForReading()
    let entity = try EntityLookup(store: store, kind: kind).entity(name.joined(separator: " "))
    let card = try store.card(of: entity.id, minimumConfidence: minConfidence)
    if let format {
      RowSet.print(RowSet(card.facts), format: format)
    } else {
      let terminal = Terminal.output
      terminal.write(CardReport(card: card, width: terminal.width, style: terminal.style).text)
    }
  }
}

extension EntityKind: ExpressibleByArgument {}
