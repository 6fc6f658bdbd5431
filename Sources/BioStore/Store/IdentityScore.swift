/// How much speaks for an appearance and a cluster of others being one person, with the reasons.
struct IdentityScore {
  private(set) var value: Double
  private(set) var reasons: [String]
  private var hasSharedFacts = false

  /// What kind of fact weighs as kinship: few share them.
  static let kinTypes: Set<FactType> = [.parent, .sibling, .spouse, .partner]
  /// What too many share to tell people apart.
  static let commonTypes: Set<FactType> = [
    .nationality, .occupation, .religion, .born, .died, .residedIn, .movedTo, .arrested, .released, .injured,
  ]

  /// The names alone; `nil` if they are those of different people.
  init?(names appearance: IdentityAppearance, _ cluster: IdentityCluster) {
    var best: PersonNameMatch?
    for name in appearance.names {
      for other in cluster.allNames {
        let isPrimary = name == appearance.names.first && cluster.primaryNames.contains(other)
        guard let match = PersonNameMatch(name, other, isPrimary: isPrimary) else { continue }
        if match.weight > best?.weight ?? 0 { best = match }
      }
    }
    guard let best else { return nil }
    value = best.weight
    reasons = [best.reason]
    if let first = appearance.names.first?.generation,
      cluster.primaryNames.contains(where: { $0.generation != nil && $0.generation != first })
    {
      return nil
    }
    let hasGeneration = appearance.names.first?.generation != nil
    if hasGeneration != cluster.primaryNames.contains(where: { $0.generation != nil }) {
      add("generation-omitted", "only one is junior or senior")
    }
  }

  /// What the articles say of the two lives.
  mutating func compareLives(_ appearance: IdentityAppearance, _ cluster: IdentityCluster) {
    let birth = compareDates(appearance.birthDate, cluster.births, event: "birth", participle: "born")
    let death = compareDates(appearance.deathDate, cluster.deaths, event: "death", participle: "died")
    if let gender = appearance.gender, !cluster.genders.isEmpty, !cluster.genders.contains(gender) {
      add("gender-differs", "one is a man, one a woman")
    }
    if let qualifier = appearance.qualifier, !cluster.qualifiers.isEmpty {
      if cluster.qualifiers.contains(qualifier) {
        add("qualifier-agrees", "both are called \(qualifier)")
      } else {
        add("qualifier-differs", "one is called \(qualifier), one \(cluster.qualifiers.sorted()[0])")
      }
    }
    if appearance.isSubject, cluster.hasSubject, !birth, !death {
      add("both-have-articles", "each has an article of their own")
    }
    compareTimes(appearance, cluster)
  }

  /// - Returns: Whether the dates agree.
  private mutating func compareDates(
    _ date: String?, _ others: Set<String>, event: String, participle: String
  ) -> Bool {
    guard let date, !others.isEmpty else { return false }
    let agreements = others.map { DateAgreement(date, $0) }
    if agreements.contains(.day) {
      add("\(event)-day-agrees", "\(participle) on the same day")
      return true
    }
    if agreements.contains(.year) {
      add("\(event)-agrees", "\(participle) in the same year")
      return true
    }
    if !agreements.contains(.close) { add("\(event)-differs", "\(participle) in different years") }
    return false
  }

  private mutating func compareTimes(_ appearance: IdentityAppearance, _ cluster: IdentityCluster) {
    func year(_ dates: some Sequence<String>) -> [Int] { dates.compactMap { DateAgreement.year(of: $0) } }
    let births = year([appearance.birthDate].compactMap { $0 }) + year(cluster.births)
    let deaths = year([appearance.deathDate].compactMap { $0 }) + year(cluster.deaths)
    let first = [appearance.firstYear, cluster.firstYear].compactMap { $0 }.min()
    let last = [appearance.lastYear, cluster.lastYear].compactMap { $0 }.max()
    if let last, let death = deaths.max(), last > death + 1 {
      add("outlives-death", "one did things in \(last), one died in \(death)")
    }
    if let first, let birth = births.min(), first < birth {
      add("precedes-birth", "one did things in \(first), one was born in \(birth)")
    }
    guard births.isEmpty, deaths.isEmpty, let start = appearance.firstYear, let end = appearance.lastYear,
      let otherStart = cluster.firstYear, let otherEnd = cluster.lastYear
    else { return }
    let gap = max(start - otherEnd, otherStart - end)
    if Double(gap) > IdentityLexicon.standard.weight("years-far-apart") {
      add("times-far-apart", "\(gap) years lie between what they did")
    }
  }

  /// Facts that both have, each as type and what it is about.
  mutating func addSharedFacts(_ facts: Set<IdentityMark>) {
    if hasSharedFacts { return }
    hasSharedFacts = true
    let lexicon = IdentityLexicon.standard
    var sum = 0.0
    for fact in facts.sorted() where !Self.commonTypes.contains(fact.type) {
      let isKin = Self.kinTypes.contains(fact.type)
      sum += lexicon.weight(isKin ? "shared-kin" : "shared-fact")
      if reasons.count < 6 { reasons.append("both: \(fact.type.rawValue) \(fact.object)") }
    }
    value += min(sum, lexicon.weight("shared-facts-at-most"))
  }

  private mutating func add(_ weight: String, _ reason: String) {
    value += IdentityLexicon.standard.weight(weight)
    reasons.append(reason)
  }

  /// From 0 to 1, as the database keeps it.
  var stored: Double { min(1, max(0, (value * 100).rounded() / 100)) }
  var reason: String { reasons.joined(separator: "; ") }
}

/// A fact of a person, by type and the name or value that it is about.
struct IdentityMark: Hashable, Comparable {
  let type: FactType
  let object: String

  static func < (first: IdentityMark, second: IdentityMark) -> Bool {
    (first.type.rawValue, first.object) < (second.type.rawValue, second.object)
  }
}

/// How far two dates of one event agree.
enum DateAgreement: Equatable {
  /// The same day.
  case day
  /// The same year, and nothing in month or day against it but the calendar.
  case year
  /// A year apart: too little to tell people apart, too much to take them for one.
  case close
  case different

  init(_ first: String, _ second: String) {
    guard let year = Self.year(of: first), let other = Self.year(of: second) else {
      self = .close
      return
    }
    if first == second, first.utf8.count > "\(year)".utf8.count + 3 {
      self = .day
    } else if year == other {
      self = .year
    } else {
      self = abs(year - other) == 1 ? .close : .different
    }
  }

  /// The year of a date as the database writes it.
  static func year(of date: String) -> Int? {
    let isNegative = date.hasPrefix("-")
    let digits = (isNegative ? date.dropFirst() : date[...]).prefix { $0 != "-" }
    return Int(digits).map { isNegative ? -$0 : $0 }
  }
}
