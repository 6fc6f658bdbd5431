import Testing

@testable import BioStore

private let confidence = FactConfidence.standard

private func signs(_ change: (inout FactSigns) -> Void = { _ in }) -> FactSigns {
  var signs = FactSigns(rule: "occupation", declared: 1, attachment: 0.9, steps: ["exact-name"], name: 0.9)
  change(&signs)
  return signs
}

@Test func betterSignsNeverLowerConfidence() {
  let plain = confidence.confidence(of: signs(), type: .occupation)
  #expect(plain > 0 && plain < 1)
  #expect(confidence.confidence(of: signs { $0.attachment = 0.99 }, type: .occupation) >= plain)
  #expect(confidence.confidence(of: signs { $0.attachment = 0.4 }, type: .occupation) <= plain)
  #expect(confidence.confidence(of: signs { $0.name = 1 }, type: .occupation) >= plain)
  #expect(confidence.confidence(of: signs { $0.isPurpose = true }, type: .occupation) <= plain)
  let unnamed = signs { $0.steps = ["exact-name", "unnamed"] }
  #expect(confidence.confidence(of: unnamed, type: .occupation) <= plain)
}

@Test func rulesThatWereNeverSeenAreAsSureAsTheirAuthorsAndTypes() {
  let sure = confidence.confidence(of: signs { $0.rule = "new-rule" }, type: .born)
  let doubted = confidence.confidence(
    of: signs {
      $0.rule = "new-rule"
      $0.declared = 0.5
    }, type: .born)
  #expect(doubted < sure)
}

@Test func factsOfAReadingHaveConfidenceFromTheirSigns() {
  let reading = Reader().read(
    Article(title: "Ana Kovač", text: "Ana Kovač (born 3 May 1901) was a painter.", source: "test"))
  #expect(!reading.facts.isEmpty)
  #expect(reading.facts.allSatisfy { $0.signs != nil && $0.confidence > 0 && $0.confidence < 1 })
}
