import BioStore

/// Writes the lives of a world's people: an article of ten sentences and ten facts each, as the Reader would read it.
///
/// Every article names two other people of its time. A few are named by thousands, as rulers and teachers are.
public struct LifeWriter {
  /// So many people are famous.
  public static let famousCount = 20
  public static let factsPerLife = 10
  public let world: World
  private let seed: UInt64

  public init(world: World, seed: UInt64) {
    self.world = world
    self.seed = seed
  }

  /// The life of the person of this number: always the same.
  public func reading(of number: Int) -> Reading {
    var random = RandomSource(seed: seed &+ UInt64(number) &* 7919)
    let person = world.people[number]
    var life = LifeBuilder(title: person.name, identifier: "life-\(number)", isFemale: person.isFemale)
    let year = person.birthYear
    let birthplace = random.element(of: world.places)
    let birthDay = PartialDate(
      year: year, month: 1 + random.number(below: 12), day: 1 + random.number(below: 28))
    let nation = random.element(of: World.nations)
    let occupation = random.element(of: World.occupations)
    life.say("was born in", birthplace, .place, as: .born, isPlace: true, date: birthDay)
    life.say("was a \(nation) by birth", as: .nationality, value: nation)
    life.say("became a \(occupation)", as: .occupation, value: occupation)
    life.say(
      "studied at the", random.element(of: world.schools), .organisation, as: .educatedAt, year: year + 20)
    life.say("joined the", random.element(of: world.bodies), .organisation, as: .memberOf, year: year + 25)
    let title = random.element(of: World.titles)
    life.say(
      "was \(title) of the", random.element(of: world.bodies), .organisation, as: .position, value: title,
      year: year + 35)
    life.say("lived in", random.element(of: world.places), .place, as: .residedIn, year: year + 30)
    life.say("was married to", world.people[partner(of: number)].name, .person, as: .spouse, year: year + 27)
    life.say(
      "was an ally of", world.people[ally(of: number, &random)].name, .person, as: .associatedWith,
      value: "ally")
    life.say("died", as: .died, year: year + 40 + random.number(below: 50))
    return life.reading
  }

  /// People marry by twos.
  private func partner(of number: Int) -> Int {
    number % 2 == 0 ? min(number + 1, world.people.count - 1) : number - 1
  }

  /// One in ten names somebody famous, the others somebody near or anybody at all.
  private func ally(of number: Int, _ random: inout RandomSource) -> Int {
    switch random.number(below: 10) {
    case 0:
      min(random.number(below: Self.famousCount), random.number(below: Self.famousCount)) % world.people.count
    case 1...6: (number + 1 + random.number(below: 50)) % world.people.count
    default: random.number(below: world.people.count)
    }
  }
}
