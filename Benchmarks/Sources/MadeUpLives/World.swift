/// Made-up names of people, places, bodies, events and works, the same for the same seed.
public struct World {
  public struct Person {
    public var name: String
    public var birthYear: Int
    public var isFemale: Bool
  }

  public let people: [Person]
  let places: [String]
  let schools: [String]
  let bodies: [String]
  let events: [String]

  static let occupations = [
    "painter", "chemist", "printer", "general", "poet", "bishop", "cellist", "judge", "engineer",
  ]
  static let nations = ["Ruritanian", "Borduran", "Syldavian", "Graustarkian", "Elbonian"]
  static let titles = ["secretary", "president", "treasurer", "director", "chairman"]
  private static let beginnings = [
    "Ba", "Do", "Ka", "Le", "Mi", "No", "Pe", "Ra", "Si", "Ta", "Vo", "Zu", "Gri", "Ste",
  ]
  private static let middles = ["la", "ri", "no", "ve", "da", "mo", "ku", "sha", "ren", "bi", "to"]
  private static let familyEndings = ["mar", "vić", "ner", "sky", "ton", "dez", "berg", "ow", "ley", "ssen"]
  private static let femaleEndings = ["na", "sa", "ra", "lia"]
  private static let maleEndings = ["n", "s", "rt", "lo"]
  private static let placeEndings = ["grad", "ford", "dorf", "ville", "mouth"]

  public init(people count: Int, seed: UInt64) {
    var random = RandomSource(seed: seed)
    let women = Self.words(60, Self.beginnings, Self.middles, Self.femaleEndings, &random)
    let men = Self.words(60, Self.beginnings, Self.middles, Self.maleEndings, &random)
    let surnames = Self.words(
      6000, Self.beginnings + Self.placeEndings.map(\.capitalized),
      Self.middles + Self.middles.flatMap { one in Self.middles.map { one + $0 } }, Self.familyEndings,
      &random)
    places = Self.words(
      2000, Self.beginnings, Self.middles.flatMap { one in Self.middles.map { one + $0 } }, Self.placeEndings,
      &random)
    schools = places.prefix(800).map { "University of \($0)" }
    bodies = places.flatMap { ["\($0) Workers' League", "\($0) Academy of Sciences", "Bank of \($0)"] }
    events = places.prefix(500).map { "Battle of \($0)" }
    people = (0..<count).map { _ in
      let isFemale = random.number(below: 2) == 0
      let given = random.element(of: isFemale ? women : men)
      return Person(
        name: "\(given) \(random.element(of: surnames))", birthYear: 1500 + random.number(below: 450),
        isFemale: isFemale)
    }
  }

  /// Different words of a beginning, a middle and an ending.
  private static func words(
    _ count: Int, _ beginnings: [String], _ middles: [String], _ endings: [String],
    _ random: inout RandomSource
  ) -> [String] {
    var words: [String] = []
    var seen: Set<String> = []
    while words.count < count {
      let word = random.element(of: beginnings) + random.element(of: middles) + random.element(of: endings)
      if seen.insert(word).inserted { words.append(word) }
    }
    return words
  }
}
