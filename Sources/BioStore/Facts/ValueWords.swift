/// Words that decide what a value is: what is cut off a title, what names a nation or a belief.
struct ValueWords: Sendable {
  private var dropped: Set<String> = []
  private var religions: Set<String> = []
  private var creeds: Set<String> = []
  /// Peoples that the gazetteer lacks or knows as something else.
  private var nations: Set<String> = []
  private var agentEndings: [String] = []
  /// "Swede" to "Swedish".
  private var nationAdjectives: [String: String] = [:]

  init() {
    for row in PredicateLexicon.rows("value-words.tsv", columns: 2) {
      if row[1] == "agent" {
        agentEndings.append(row[0])
      } else if row[1] == "nation", row.count > 2 {
        nationAdjectives[row[0]] = row[2]
      } else if row[1] == "creed" {
        creeds.insert(row[0])
      } else if row[1] == "nation" {
        nations.insert(row[0])
      } else if row[1] == "religion" {
        religions.insert(row[0].lowercased())
      } else {
        dropped.insert(row[0])
      }
    }
  }

  /// Whether an adjective says nothing about the role itself: "former", "famous", "first".
  func isDropped(_ lemma: String) -> Bool { dropped.contains(lemma) }

  /// "Norwegian", "Kurdish", "Anglo-Irish": an adjective or noun of a nation, people or region.
  func isNationality(_ form: String) -> Bool {
    guard let first = form.unicodeScalars.first, first.properties.isUppercase, !isReligion(form) else {
      return false
    }
    if creeds.contains(form) { return false }
    if nations.contains(form) { return true }
    let classes = Gazetteer.classes(of: form)
    return classes.contains(.demonym) || classes.contains(.people)
  }

  /// What a noun for people of a nation says of one of them: "Swedes" and "Swede" say "Swedish", "Austrians" "Austrian".
  func nationAdjective(_ form: String) -> String {
    if let adjective = nationAdjectives[form] { return adjective }
    guard form.hasSuffix("s"), !form.hasSuffix("ss") else { return form }
    let singular = String(form.dropLast())
    return nationAdjectives[singular] ?? (isNationality(singular) ? singular : form)
  }

  /// Whether a noun that the word classes lack has an ending of nouns for people who do something: "urbanist".
  func isAgentNoun(_ lemma: String) -> Bool {
    lemma.utf8.count > 5 && agentEndings.contains { lemma.hasSuffix($0) }
  }

  func isReligion(_ form: String) -> Bool { religions.contains(form.lowercased()) }
}
