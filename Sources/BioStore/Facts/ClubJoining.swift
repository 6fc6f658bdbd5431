/// Who plays for a living and joins a body, joins a club: "the footballer … joined Marlow in 1999" is employment.
struct ClubJoining {
  /// The facts with memberships of athletes that "joined" alone tells of turned into employment, but for bodies whose name
  /// says that they are something else.
  static func apply(to facts: [Fact], of reading: Reading) -> [Fact] {
    let athletes = Set(facts.filter { $0.type == .occupation && isAthlete($0.value) }.map(\.subject))
    if athletes.isEmpty { return facts }
    return facts.map { fact in
      guard fact.type == .memberOf, athletes.contains(fact.subject), let body = fact.object,
        fact.evidence.allSatisfy({ $0.rule == "joined" }), mayBeClub(reading.entities[body])
      else { return fact }
      var fact = fact
      fact.type = .employedBy
      return fact
    }
  }

  private static func isAthlete(_ value: String?) -> Bool {
    guard let noun = value?.lowercased().split(separator: " ").last else { return false }
    return WordClasses(of: String(noun)).contains(.athlete)
  }

  private static func mayBeClub(_ body: Entity) -> Bool {
    guard body.isNamed else { return false }
    let other: WordClasses = [
      .party, .committee, .government, .school, .militaryUnit, .court, .religiousBody,
    ]
    return body.name.lowercased().split(separator: " ").allSatisfy { word in
      WordClasses(of: String(word)).isDisjoint(with: other)
    }
  }
}
