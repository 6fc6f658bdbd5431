import ArgumentParser
import BioStore

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List people, places, organisations, events, works or the types of fact.",
    discussion: HelpText(
      examples: [
        "biostore list people", "biostore list fact-types", "biostore list places --format csv > places.csv",
      ],
      codes: [ExitCodes.nothingFound, ExitCodes.database]
    ).text)

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case people, places, organisations, events, works, all
    case factTypes = "fact-types"

    /// `nil` for what is no kind of entity.
    var entityKind: EntityKind? {
      switch self {
      case .people: .person
      case .places: .place
      case .organisations: .organisation
      case .events: .event
      case .works: .work
      case .all, .factTypes: nil
      }
    }
  }

  @Argument(help: "What to list.")
  var kind: Kind

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: FormatOptions

  @Flag(help: "List what has no name (“apartment”) as well.")
  var unnamed = false

  @Option(help: "At most so many rows.")
  var limit: Int?

  func run() throws {
    let store = try database.openForReading()
    let rows: RowSet
    switch kind {
    case .people where !unnamed: rows = try people(store)
    case .factTypes: rows = try factTypes(store)
    default: rows = try entities(store)
    }
    guard !rows.rows.isEmpty else {
      throw ToolError(
        code: ExitCodes.nothingFound, place: database.path, what: "no \(kind.rawValue) there",
        advice: "biostore import reads articles")
    }
    output.print(rows)
  }

  private func people(_ store: Store) throws -> RowSet {
    try store.rowSet(
      """
      SELECT person_id AS number, name, birth_date AS born, birth_place, death_date AS died, death_place, articles, facts
      FROM people_cards ORDER BY name, person_id LIMIT ?1
      """, limit ?? -1)
  }

  private func factTypes(_ store: Store) throws -> RowSet {
    try store.rowSet(
      """
      SELECT t.name AS type, t.description, t.object_kinds AS object, t.value_meaning AS value,
        (SELECT count(*) FROM facts AS f WHERE f.type = t.name) AS facts
      FROM fact_types AS t ORDER BY t.name LIMIT ?1
      """, limit ?? -1)
  }

  private func entities(_ store: Store) throws -> RowSet {
    let found = try store.entities(kind: kind.entityKind, includesUnnamed: unnamed, limit: limit)
    var rows = RowSet(columns: ["number", "name", "kind", "articles", "facts", "also"])
    for entity in found {
      rows.rows.append([
        .integer(entity.id), .text(entity.name), .text(entity.kind.rawValue), Cell(entity.articleCount),
        Cell(entity.factCount), Cell(entity.aliases.isEmpty ? nil : entity.aliases.joined(separator: "; ")),
      ])
    }
    return kind == .all ? rows : rows.without(column: "kind")
  }
}

extension RowSet {
  func without(column name: String) -> RowSet {
    guard let index = columns.firstIndex(of: name) else { return self }
    var result = self
    result.columns.remove(at: index)
    for row in result.rows.indices { result.rows[row].remove(at: index) }
    return result
  }
}

extension Store {
  /// The rows of a query of the tool's own.
  func rowSet(_ sql: String, _ values: any DatabaseConvertible...) throws -> RowSet {
    let statement = try database.prepare(sql)
    let rows = try database.rows(sql, values)
    return RowSet(columns: statement.columnNames, rows: rows.map { $0.values.map { Cell($0) } })
  }
}
