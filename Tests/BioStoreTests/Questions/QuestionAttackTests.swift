import Testing

@testable import BioStore

/// Questions made to do harm: none writes, crashes or runs for long.
@Suite struct QuestionAttackTests {
  static let attacks: [String] = [
    "", "?", "   ", "''", "\"", "who", "who who who", "when when", "the of the of the", "Who's",
    "Whose whose's",
    "Who lived with Karl'; DROP TABLE facts; --?", "Who lived with \" OR 1=1 --?", "Who lived with %?",
    "When was * born?", "Who is NEAR(a b)?", "Who lived with (Karl AND OR NOT)?", "Where was \u{0} born?",
    "Who lived with \u{202E}tdnarB lraK?", "Who lived with 𝔎𝔞𝔯𝔩 𝔅𝔯𝔞𝔫𝔡𝔱?", "Кто жил с Карлом?", "谁和他住在一起？",
    "🧑‍🤝‍🧑 lived 🏠?", "e\u{301}\u{301}\u{301}\u{301}", "Who 's 's 's?", "In In In which which?",
    "How many how many how many?", "Name", "List the", "Who was the the the of of?", "of whom", "between and",
    "In 99999999999999999999 who died?", "Who died in 0?", "Who died between 5 and 3?",
    "What did 1900 1900 1900?",
    "Who ||| && --- /* */ ;;; \\ \\\\ ?", "Who was X's's's father's father's father?",
  ]

  @Test(arguments: attacks) func noQuestionHarms(_ question: String) throws {
    let fixture = try QuestionFixture()
    let before = try fixture.store.counts()
    _ = try fixture.ask(question)
    #expect(try fixture.store.counts() == before)
  }

  @Test func veryLongQuestionsAreRefused() throws {
    let fixture = try QuestionFixture()
    for question in [
      String(repeating: "who lived with ", count: 20_000), String(repeating: "a", count: 1_000_000),
      String(repeating: "Anna ", count: 58), String(repeating: "Karl's ", count: 55),
      "Who " + String(repeating: "lived with the friend of ", count: 20),
    ] {
      let start = ContinuousClock.now
      _ = try fixture.ask(question)
      #expect(ContinuousClock.now - start < .seconds(20))
    }
  }
}
