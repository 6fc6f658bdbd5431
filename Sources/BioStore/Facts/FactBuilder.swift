/// Turns what the rules matched into facts of an article: entities, values cut from the text, times.
struct FactBuilder {
  let reading: Reading
  let engine: RuleEngine
  let frames: FrameTable
  let phrases: PhraseText
  let times: FactTimes
  private let sentenceOf: [Int]

  init(
    _ reading: Reading, engine: RuleEngine, frames: FrameTable, phrases: PhraseText, times: FactTimes
  ) {
    self.reading = reading
    self.engine = engine
    self.frames = frames
    self.phrases = phrases
    self.times = times
    var sentenceOf = [Int](repeating: 0, count: reading.tokens.count)
    for (number, sentence) in reading.sentences.enumerated() {
      for token in sentence.tokens { sentenceOf[token] = number }
    }
    self.sentenceOf = sentenceOf
  }

  /// The sentence that holds a token.
  func sentence(of token: Int) -> Int { token >= 0 ? sentenceOf[token] : 0 }

  /// The facts of all matches that the text asserts, before merging.
  func facts(from matches: [RuleMatch]) -> [Fact] {
    var facts: [Fact] = []
    for match in matches {
      let rule = engine.rules.rules[match.rule]
      guard match.factuality.makesFacts || rule.conditions.contains(.unasserted) else { continue }
      for candidate in engine.candidates(of: match) {
        if let fact = fact(candidate, rule: rule, factuality: match.factuality) { facts.append(fact) }
      }
    }
    return facts
  }

  private func fact(_ candidate: FactCandidate, rule: Rule, factuality: Factuality) -> Fact? {
    guard let subject = candidate.subject.filler?.entity else { return nil }
    if candidate.object != nil, candidate.object?.filler == nil {
      return textObject(candidate, subject, rule)
    }
    let object = candidate.object?.filler?.entity
    let confidence = rule.confidence * (factuality == .purpose ? 0.85 : 1)
    return Fact(
      type: candidate.type, subject: subject, object: object, value: value(candidate),
      place: candidate.place?.filler?.entity, interval: interval(candidate),
      evidence: [Fact.Evidence(sentence: sentence(of: candidate.predicate), rule: rule.name)],
      confidence: confidence, isInferred: candidate.isInferred)
  }

  /// An object that is no entity, only words: kept as the value.
  private func textObject(_ candidate: FactCandidate, _ subject: Int, _ rule: Rule) -> Fact? {
    guard let object = candidate.object else { return nil }
    return Fact(
      type: candidate.type, subject: subject, value: phrases.title(object.token),
      place: candidate.place?.filler?.entity, interval: interval(candidate),
      evidence: [Fact.Evidence(sentence: sentence(of: candidate.predicate), rule: rule.name)],
      confidence: rule.confidence, isInferred: candidate.isInferred)
  }

  private func value(_ candidate: FactCandidate) -> String? {
    switch candidate.value {
    case .none: return nil
    case .literal(let text): return text
    case .form: return reading.tokens[candidate.predicate].form.lowercased()
    case .predicate, .part: return candidate.valueToken.map(phrases.title).flatMap { $0.isEmpty ? nil : $0 }
    case .phrase: return candidate.valueToken.map(phrases.phrase).flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  private func interval(_ candidate: FactCandidate) -> DateInterval? {
    if candidate.time == .none { return nil }
    guard var interval = times.interval(of: candidate.predicate, object: candidate.object?.token) else {
      return nil
    }
    let phase = frames.frames[candidate.predicate].phase
    if candidate.time == .end || phase == .end {
      if interval.end == nil { interval.end = interval.start }
      interval.start = nil
    }
    return interval
  }
}
