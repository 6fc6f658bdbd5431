import Testing

@testable import BioStore

@Test func nounsHaveTheirClasses() {
  #expect(WordClasses(of: "newspaper").isSuperset(of: [.periodical, .organisation]))
  #expect(WordClasses(of: "prime minister").isSuperset(of: [.person, .role, .leader]))
  #expect(WordClasses(of: "sister").isSuperset(of: [.person, .kin, .female]))
  #expect(WordClasses(of: "apartment").isSuperset(of: [.place, .dwelling]))
  #expect(WordClasses(of: "war").isSuperset(of: [.event, .war]))
  #expect(WordClasses(of: "brother").isDisjoint(with: .female))
}

@Test func unknownWordsHaveNoClass() {
  #expect(WordClasses(of: "").isEmpty)
  #expect(WordClasses(of: "zzzz").isEmpty)
  #expect(WordClasses(of: "newspape").isEmpty)
}

@Test func classesAreFoundByName() {
  #expect(WordClasses(named: "school") == .school)
  #expect(WordClasses(named: "militaryUnit") == .militaryUnit)
  #expect(WordClasses(named: "timePeriod") == .timePeriod)
  #expect(WordClasses(named: "nothing") == nil)
  #expect(WordClasses.names.count == 60)
}

@Test func firstAndLastLinesOfTheTableAreFound() {
  let table = SortedTable(resource: "lexicons/word-classes.tsv")
  let lines = Resource.text("lexicons/word-classes.tsv")?.split(separator: "\n").dropFirst() ?? []
  for line in [lines.first, lines.last] {
    let key = line?.split(separator: "\t").first.map(String.init) ?? "?"
    #expect(table.value(key) != nil)
  }
}
