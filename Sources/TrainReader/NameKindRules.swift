import BioStore

/// The kinds of the guidelines for the tags of the corpora.
enum NameKindRules {
  /// The kinds that a name with `tag` may have; empty if it is no name by the guidelines.
  static func kinds(tag: String, words: [String]) -> [NameLabel.Kind] {
    if isDemonym(words) { return [] }
    switch tag {
    case "PER": return [.person]
    case "LOC": return [.place]
    case "ORG": return [.organisation]
    case "EVENT": return [.event]
    default: return kindsByHead(words) ?? [.event, .work, .other]
    }
  }

  /// Adjectives and nouns of peoples, religions and the like.
  static func isDemonym(_ words: [String]) -> Bool {
    let classes = Gazetteer.classes(of: words.joined(separator: " "))
    return !classes.isDisjoint(with: [.demonym, .people]) && classes.isDisjoint(with: .anyPlace)
  }

  /// The kind that the head of a name of several words says: "War of the Roses", "Golden Cross Award".
  static func kindsByHead(_ words: [String]) -> [NameLabel.Kind]? {
    guard words.count > 1 else { return nil }
    let of = words.firstIndex { $0 == "of" || $0 == "for" || $0 == "at" } ?? words.count
    guard of > 0 else { return nil }
    let classes = Gazetteer.classes(of: words[of - 1])
    if classes.contains(.event), !classes.contains(.award) { return [.event] }
    if classes.contains(.award), !classes.contains(.event) { return [.other] }
    if classes.contains(.work) { return [.work] }
    return nil
  }

  /// Relations of Wikidata whose head (or tail) is a work or an event.
  static let workHeads: Set<String> = [
    "P50", "P57", "P58", "P86", "P161", "P162", "P170", "P175", "P264", "P272", "P577", "P676", "P449",
    "P136",
    "P144", "P364", "P674", "P123", "P178",
  ]
  static let workTails: Set<String> = ["P800", "P1441"]
  static let eventHeads: Set<String> = ["P710", "P585", "P580", "P582", "P1346"]
  static let eventTails: Set<String> = ["P1344", "P607"]
  static let otherTails: Set<String> = ["P166", "P37", "P1412", "P31", "P400", "P140", "P136", "P106"]
}
