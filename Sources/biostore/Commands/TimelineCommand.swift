import ArgumentParser
import BioStore

struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Tell what has a date in the order of time.",
    discussion: HelpText(
      discussion:
        "Of the people named, or of everyone. “about” marks dates that the article itself is not sure of.",
      examples: [
        #"biostore timeline "Tomas Brenner" "Ilona Varady""#, "biostore timeline --from 1914 --to 1919",
      ],
      codes: [ExitCodes.nothingFound, ExitCodes.notUnderstood, ExitCodes.database]
    ).text)

  @Argument(help: ArgumentHelp("People, places, organisations, events or works.", valueName: "name"))
  var names: [String] = []

  @OptionGroup var database: DatabaseOptions

  @Option(help: ArgumentHelp("From this year on.", valueName: "year"))
  var from: Int?

  @Option(help: ArgumentHelp("Up to this year.", valueName: "year"))
  var to: Int?

  @Option(help: "Leave out facts that are less sure than this, from 0 to 1.")
  var minConfidence: Double = 0

  @Option(help: "Print rows.")
  var format: OutputFormat?

  func run() throws {
    let store = try database.openForReading()
    let lookup = EntityLookup(store: store)
    let entities = try names.map { try lookup.entity($0).id }
    let facts = try facts(store, entities)
    guard !facts.isEmpty else {
      throw ToolError(code: ExitCodes.nothingFound, place: database.path, what: "nothing with a date found")
    }
    if let format {
      RowSet.print(RowSet(facts), format: format)
    } else {
      let lines = FactLines(width: Terminal.output.width, style: Terminal.output.style)
      Terminal.output.write(facts.map { lines.text($0, from: nil) }.joined())
    }
  }

  private func facts(_ store: Store, _ entities: [Int64]) throws -> [FactRecord] {
    let filters = entities.isEmpty ? [nil] : entities.map(Optional.some)
    var seen: Set<Int64> = []
    var facts: [FactRecord] = []
    for entity in filters {
      let filter = Store.FactFilter(
        entity: entity, minimumConfidence: minConfidence, years: Store.FactFilter.Years(from: from, to: to))
      for fact in try store.facts(filter) where seen.insert(fact.id).inserted {
        facts.append(fact)
      }
    }
    guard entities.count > 1 else { return facts }
    // Each list is in the order of time already; the sort keeps that order among equals.
    return facts.enumerated().sorted { one, other in
      let keys = (Self.order(one.element), Self.order(other.element))
      return keys.0 == keys.1 ? one.offset < other.offset : keys.0.lexicographicallyPrecedes(keys.1)
    }.map(\.element)
  }

  /// Year, month and day; empty without a date.
  private static func order(_ fact: FactRecord) -> [Int] {
    (fact.start ?? fact.end).map(numbers) ?? []
  }

  private static func numbers(_ date: String) -> [Int] {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    return date.hasPrefix("-") ? parts.enumerated().map { $0 == 0 ? -$1 : $1 } : parts
  }
}
