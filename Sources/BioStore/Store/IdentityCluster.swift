/// Appearances of several articles that are taken for one person, with what they say together.
struct IdentityCluster {
  /// Indices into the component's appearances; the first is the one that says most.
  private(set) var members: [Int] = []
  private(set) var articles: Set<Int64> = []
  private(set) var primaryNames: Set<PersonName> = []
  private(set) var allNames: Set<PersonName> = []
  private(set) var keys: Set<String> = []
  private(set) var births: Set<String> = []
  private(set) var deaths: Set<String> = []
  private(set) var genders: Set<String> = []
  private(set) var qualifiers: Set<String> = []
  private(set) var hasSubject = false
  private(set) var firstYear: Int?
  private(set) var lastYear: Int?

  mutating func add(_ index: Int, _ appearance: IdentityAppearance) {
    members.append(index)
    articles.insert(appearance.article)
    if let name = appearance.names.first { primaryNames.insert(name) }
    allNames.formUnion(appearance.names)
    keys.formUnion(appearance.keys)
    if let birth = appearance.birthDate { births.insert(birth) }
    if let death = appearance.deathDate { deaths.insert(death) }
    if let gender = appearance.gender { genders.insert(gender) }
    if let qualifier = appearance.qualifier { qualifiers.insert(qualifier) }
    hasSubject = hasSubject || appearance.isSubject
    if let year = appearance.firstYear { firstYear = min(firstYear ?? year, year) }
    if let year = appearance.lastYear { lastYear = max(lastYear ?? year, year) }
  }
}
