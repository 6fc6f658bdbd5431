import Foundation
import Testing

@testable import BioStore

private func problem(_ text: String) -> String {
  var symbols = Symbols()
  let lexicon = PredicateLexicon(symbols: &symbols)
  do {
    _ = try RuleParser.parse(text, file: "test.rules", roles: lexicon.roles, symbols: &symbols)
    return "none"
  } catch { return "\(error)" }
}

private let complete = """
  rule lived
    verb live
    who = subject : person
    where? = in/at : place
    fact resided_in(who, where)
    example "Ana lived in Rome." => resided_in(Ana; Rome)
    near "Ana left Rome."
  """

@Test func standardRulesAreReadWithoutError() throws {
  #expect(try RuleSet().rules.count > 100)
}

@Test func ruleNamesAreUniqueInAllFiles() throws {
  let names = try RuleSet().rules.map(\.name)
  #expect(Set(names).count == names.count)
}

@Test func aWholeRuleIsRead() {
  #expect(problem(complete) == "none")
}

@Test func errorsShowLineColumnSourceAndCaret() {
  let text = complete.replacingOccurrences(of: "in/at", with: "in/atop")
  #expect(
    problem(text) == """
      test.rules:4:12: "atop" is neither a role nor a preposition of lexicons/prepositions.txt
        where? = in/atop : place
                 ^
      """)
}

@Test func unknownFactTypesAreRefused() {
  let text = complete.replacingOccurrences(of: "fact resided_in", with: "fact dwelt_in")
  #expect(problem(text).contains("there is no fact type \"dwelt_in\""))
}

@Test func unknownPartsAreRefused() {
  let text = complete.replacingOccurrences(of: "(who, where)", with: "(who, place)")
  #expect(problem(text).contains("no part is called \"place\""))
}

@Test func rulesWithoutNearMissAreRefused() {
  let text = complete.split(separator: "\n").dropLast().joined(separator: "\n")
  #expect(problem(text).contains("the rule has no near miss"))
}

@Test func additionalRulesJoinTheStandardOnes() throws {
  let standard = try RuleSet().rules.count
  #expect(try RuleSet(additional: [("mine.rules", complete)]).rules.count == standard + 1)
}
