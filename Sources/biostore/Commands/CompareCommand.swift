import ArgumentParser
import BioStore

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Set two people side by side.",
    discussion: HelpText(
      discussion: "One row for each kind of fact; the last column holds what both have in common.",
      examples: [#"biostore compare "Tomas Brenner" "Paul Brenner""#],
      codes: [ExitCodes.nothingFound, ExitCodes.notUnderstood, ExitCodes.database]
    ).text)

  @Argument(help: "The one.")
  var first: String

  @Argument(help: "The other.")
  var second: String

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let store = try database.openForReading()
    let lookup = EntityLookup(store: store)
    let one = try store.card(of: lookup.entity(first).id)
    let other = try store.card(of: lookup.entity(second).id)
    output.print(Self.rows(one, other))
  }

  static func rows(_ one: EntityCard, _ other: EntityCard) -> RowSet {
    var rows = RowSet(columns: ["", one.entity.name, other.entity.name, "both"])
    for type in FactType.allCases {
      let left = items(of: one, type)
      let right = items(of: other, type)
      guard !left.isEmpty || !right.isEmpty else { continue }
      let common = left.map(\.what).filter { what in !what.isEmpty && right.contains { $0.what == what } }
      rows.rows.append([
        .text(type.rawValue.split(separator: "_").joined(separator: " ")), .text(text(left)),
        .text(text(right)),
        .text(unique(common).joined(separator: "; ")),
      ])
    }
    return rows
  }

  private struct Item {
    let what: String
    let date: String

    var text: String {
      [what, what.isEmpty || date.isEmpty ? date : "(\(date))"].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// What the entity did, was or had; what others did to it is left to its card, but for what holds in both directions.
  private static func items(of card: EntityCard, _ type: FactType) -> [Item] {
    card.facts.filter { $0.type == type }.compactMap { fact in
      let isSubject = fact.subject.id == card.entity.id
      guard isSubject || (type.isSymmetric && fact.object?.id == card.entity.id) else { return nil }
      let object = isSubject ? fact.object?.name : fact.subject.name
      let what = [fact.value, object, object == nil ? fact.place?.name : nil].compactMap { $0 }.joined(
        separator: ", ")
      return Item(what: what, date: FactPhrase.date(fact))
    }
  }

  private static func text(_ items: [Item]) -> String { unique(items.map(\.text)).joined(separator: "; ") }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
