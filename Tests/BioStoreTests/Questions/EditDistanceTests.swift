import Testing

@testable import BioStore

@Suite struct EditDistanceTests {
  private func distance(_ first: String, _ second: String, limit: Int = 3) -> Int? {
    EditDistance.between(Array(first.utf8), Array(second.utf8), limit: limit)
  }

  @Test func countsInsertionsReplacementsAndSwaps() {
    #expect(distance("molotov", "molotov") == 0)
    #expect(distance("molotv", "molotov") == 1)
    #expect(distance("marni", "marin") == 1)
    #expect(distance("kitten", "sitting") == 3)
  }

  @Test func givesUpBeyondTheLimit() {
    #expect(distance("abc", "xyz", limit: 2) == nil)
    #expect(distance("", "abcd", limit: 3) == nil)
  }
}
