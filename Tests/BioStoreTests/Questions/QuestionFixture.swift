@testable import BioStore

/// A made-up life with the facts that a reader would take from it, in a database in memory.
struct QuestionFixture {
  let store: Store

  init() throws {
    store = try Store(path: ":memory:", mode: .create)
    let session = try store.beginImport()
    for reading in [Self.life(), Self.otherLife()] {
      let admission = try session.admit(reading.article)
      try session.add(reading, as: admission)
    }
    _ = try session.finish()
  }

  func ask(_ question: String) throws -> Answer {
    try QuestionAnswerer(store: store).ask(question)
  }

  private static func year(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> PartialDate {
    PartialDate(year: year, month: month, day: day)
  }

  private static func life() -> Reading {
    var life = ReadingBuilder(title: "Anna Weberová")
    let anna = life.entity("Anna Weberová", aliases: ["Weberová"])
    let karl = life.entity("Karl Brandt", aliases: ["Brandt"])
    let olga = life.entity("Olga Marin")
    let josef = life.entity("Josef Weber")
    let maria = life.entity("Maria Weberová")
    let emil = life.entity("Emil Novotny")
    let graz = life.entity("Graz", .place)
    let vienna = life.entity("Vienna", .place)
    let apartment = life.entity("apartment", .place, isNamed: false)
    let university = life.entity("University of Graz", .organisation)
    let league = life.entity("Harbour Workers League", .organisation, aliases: ["League"])
    let paper = life.entity("Lantern", .organisation)
    let strike = life.entity("Dockers' Strike", .event)
    let novel = life.entity("The Grey Sail", .work)
    life.fact(
      .born, anna, place: graz, start: year(1871, 3, 2),
      says: "Anna Weberová was born in Graz on 2 March 1871.")
    life.fact(.parent, anna, josef, says: "Her father was the cooper Josef Weber.")
    life.fact(.parent, anna, maria, says: "Her mother was Maria Weberová.")
    life.fact(.occupation, josef, value: "cooper", says: "Josef Weber was a cooper.")
    life.fact(
      .educatedAt, anna, university, value: "law", start: year(1890), end: year(1894),
      says: "Anna Weberová studied law at the University of Graz from 1890 to 1894.")
    life.fact(.studentOf, anna, emil, says: "Her teacher was Emil Novotny.")
    life.fact(.nationality, anna, value: "Austrian", says: "Anna Weberová was an Austrian writer.")
    life.fact(.occupation, anna, value: "writer", says: "Anna Weberová was a writer.")
    life.fact(.movedTo, anna, vienna, start: year(1895), says: "In 1895 Anna Weberová moved to Vienna.")
    life.fact(
      .sharedResidence, anna, karl, place: apartment, start: year(1896),
      says: "From 1896 Anna Weberová shared an apartment with Karl Brandt.")
    life.fact(
      .sharedResidence, anna, olga, place: apartment,
      says: "Olga Marin moved into the apartment of Anna Weberová.")
    life.fact(
      .sharedResidence, karl, olga, place: apartment,
      says: "Olga Marin shared the apartment with Karl Brandt.")
    life.fact(.memberOf, anna, league, start: year(1897), says: "Anna Weberová joined the League in 1897.")
    life.fact(
      .position, anna, league, value: "secretary", start: year(1899), end: year(1903),
      says: "Anna Weberová was secretary of the League from 1899 to 1903.")
    life.fact(
      .position, karl, league, value: "chairman", says: "Karl Brandt was chairman of the League.")
    life.fact(
      .founded, anna, paper, start: year(1898), says: "Anna Weberová founded the newspaper Lantern in 1898.")
    life.fact(.founded, karl, paper, start: year(1898), says: "Karl Brandt founded the Lantern as well.")
    life.fact(.created, anna, novel, start: year(1901), says: "Anna Weberová wrote The Grey Sail in 1901.")
    life.fact(
      .participatedIn, anna, strike, start: year(1902),
      says: "Anna Weberová took part in the Dockers' Strike.")
    life.fact(
      .happened, strike, place: vienna, start: year(1902), says: "The Dockers' Strike was in Vienna in 1902.")
    life.fact(
      .expelledFrom, anna, league, start: year(1903, 5),
      says: "In May 1903 Anna Weberová was expelled from the League.")
    life.fact(.opposed, karl, anna, start: year(1903), says: "Karl Brandt denounced Anna Weberová in 1903.")
    life.fact(
      .associatedWith, anna, olga, value: "friend", says: "Olga Marin was a friend of Anna Weberová.")
    life.fact(
      .received, anna, value: "Danube Prize", start: year(1905),
      says: "Anna Weberová won the Danube Prize in 1905.")
    life.fact(.arrested, anna, start: year(1914, 8), says: "Anna Weberová was arrested in August 1914.")
    life.fact(
      .convicted, anna, value: "two years in prison", start: year(1914, 11),
      says: "In November 1914 Anna Weberová was sentenced to two years in prison.")
    life.fact(.spouse, anna, emil, start: year(1908), says: "Anna Weberová married Emil Novotny in 1908.")
    life.fact(
      .died, anna, value: "pneumonia", place: vienna, start: year(1921, 1, 15),
      says: "Anna Weberová died of pneumonia in Vienna on 15 January 1921.")
    var reading = life.reading
    reading.entities[anna].gender = .female
    return reading
  }

  private static func otherLife() -> Reading {
    var life = ReadingBuilder(title: "Peter Lang", source: "other.txt")
    let peter = life.entity("Peter Lang")
    let paul = life.entity("Paul Lang")
    let linz = life.entity("Linz", .place)
    life.fact(.born, peter, place: linz, start: year(1880), says: "Peter Lang was born in Linz in 1880.")
    life.fact(.born, paul, place: linz, start: year(1882), says: "Paul Lang was born in Linz in 1882.")
    life.fact(.sibling, peter, paul, says: "Paul Lang was the brother of Peter Lang.")
    return life.reading
  }
}
