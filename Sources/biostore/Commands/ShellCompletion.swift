import BioStore

/// What the Tab key offers in the shell: commands, words of SQL, tables, columns, and the words of names.
struct ShellCompletion {
  let store: Store
  static let commands = [".exit", ".format", ".help", ".quit", ".schema", ".search", ".show", ".tables"]
  private static let keywords = [
    "SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "NULL", "LIKE", "MATCH", "BETWEEN", "JOIN", "LEFT", "ON",
    "GROUP",
    "ORDER", "BY", "DESC", "LIMIT", "HAVING", "DISTINCT", "COUNT", "WITH", "UNION", "VALUES",
  ]
  private let schemaWords: [String]
  private static let mostOffered = 100

  init(store: Store) {
    self.store = store
    let rows = try? store.database.rows(
      """
      SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'search\\_%\\_%' ESCAPE '\\'
      UNION SELECT c.name FROM sqlite_schema AS s JOIN pragma_table_info(s.name) AS c
        WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'search%'
      """)
    schemaWords = (rows ?? []).map { $0[0] as String }
  }

  /// Whole words that begin with `word`: of names where it has a capital or opens a quotation, else of SQL and commands.
  func words(for word: String) -> [String] {
    guard !word.isEmpty else { return [] }
    if word.hasPrefix(".") { return Self.commands.filter { $0.hasPrefix(word) } }
    let ofSchema = schemaWords.filter { $0.hasPrefix(word.lowercased()) }
    let ofLanguage = Self.keywords.filter { $0.hasPrefix(word) || $0.lowercased().hasPrefix(word) }
      .map { word.first?.isLowercase == true ? $0.lowercased() : $0 }
    let all = word.first?.isLowercase == true ? ofSchema + ofLanguage : ofLanguage + ofNames(word)
    return Array(Set(all).sorted().prefix(Self.mostOffered))
  }

  /// Words of the names that have one that begins so.
  private func ofNames(_ word: String) -> [String] {
    guard word.count > 1, let found = try? store.entities(named: word, limit: Self.mostOffered) else {
      return []
    }
    return found.flatMap { $0.name.split(separator: " ").map(String.init) }.filter { $0.hasPrefix(word) }
  }
}
