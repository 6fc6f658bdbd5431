/// What one article says of an entity that helps to tell whether another article means the same one.
struct AppearanceProfile {
  var kind: EntityKind
  var name: String
  var aliases: [String]
  var isNamed: Bool
  var isSubject: Bool
  /// What the title adds in brackets, folded.
  var qualifier: String?
  var gender: Entity.Gender?
  var birthDate: String?
  var deathDate: String?
  var firstYear: Int?
  var lastYear: Int?
  /// For works: the names of who made them.
  var creators: [String] = []

  /// The profiles of the reading's entities, in their order. Linear.
  static func all(of reading: Reading) -> [AppearanceProfile] {
    var profiles = reading.entities.map { entity in
      AppearanceProfile(
        kind: entity.kind, name: entity.name, aliases: entity.aliases, isNamed: entity.isNamed,
        isSubject: false,
        gender: entity.gender)
    }
    markSubject(in: &profiles, known: reading.subject, title: reading.article.title)
    for fact in reading.facts {
      note(fact, in: &profiles)
    }
    return profiles
  }

  /// Marks whom the article is about, else the entity that the title names; what the title says in brackets is its
  /// qualifier.
  private static func markSubject(in profiles: inout [AppearanceProfile], known: Int?, title: String) {
    var name = title
    var qualifier: String?
    if title.hasSuffix(")"), let bracket = title.lastIndex(of: "("), bracket > title.startIndex {
      name = String(title[..<bracket])
      qualifier = NameFolding.fold(String(title[bracket...]))
    }
    let folded = NameFolding.fold(name)
    let named = profiles.firstIndex { profile in
      profile.isNamed && ([profile.name] + profile.aliases).contains { NameFolding.fold($0) == folded }
    }
    guard let subject = known ?? named, profiles.indices.contains(subject), profiles[subject].isNamed else {
      return
    }
    profiles[subject].isSubject = true
    profiles[subject].qualifier = qualifier == "" ? nil : qualifier
  }

  /// Facts that may be true of the dead.
  private static let posthumousTypes: Set<FactType> = [
    .rehabilitated, .received, .happened, .locatedIn, .partOf,
  ]

  private static func note(_ fact: Fact, in profiles: inout [AppearanceProfile]) {
    let start = fact.interval?.start
    let end = fact.interval?.end
    if fact.interval?.precision ?? .exact == .exact, let date = start?.databaseText {
      if fact.type == .born { profiles[fact.subject].birthDate = profiles[fact.subject].birthDate ?? date }
      if fact.type == .died { profiles[fact.subject].deathDate = profiles[fact.subject].deathDate ?? date }
    }
    if fact.type == .created, let work = fact.object {
      profiles[work].creators.append(profiles[fact.subject].name)
    }
    guard !posthumousTypes.contains(fact.type) else { return }
    // A child or an heir may outlive the other person by far: only their own deeds count.
    let actors =
      fact.type.isSymmetric && fact.type != .relative
      ? [fact.subject, fact.object].compactMap { $0 } : [fact.subject]
    for year in [start?.year, end?.year].compactMap({ $0 }) {
      for actor in actors {
        profiles[actor].firstYear = min(profiles[actor].firstYear ?? year, year)
        profiles[actor].lastYear = max(profiles[actor].lastYear ?? year, year)
      }
    }
  }
}
