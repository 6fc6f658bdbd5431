/// What speaks for and against a fact: what its confidence is worked out from.
package struct FactSigns: Sendable, Hashable {
  /// The name of the rule.
  package var rule: String
  /// How often its author takes the rule to be right, from 0 to 1.
  package var declared: Double
  /// The lowest `attachmentConfidence` among the words that the fact hangs on.
  package var attachment: Double = 1
  /// The steps of coreference that say whom its subject and object mean.
  package var steps: [String] = []
  /// The lowest confidence of their names.
  package var name: Double = 1
  /// Whether the text gives it as an aim: "moved to Paris to study".
  package var isPurpose = false
}

/// Collects the signs of facts while they are built.
struct FactSignReader {
  private let tokens: [Token]
  /// For each token, the mention that it heads.
  private let mentionAt: [Int: Mention]
  /// For each token, the confidence of the name that holds it.
  private let nameConfidence: [Double]

  init(_ reading: Reading) {
    tokens = reading.tokens
    var mentionAt: [Int: Mention] = [:]
    for mention in reading.mentions where mentionAt[mention.head] == nil { mentionAt[mention.head] = mention }
    self.mentionAt = mentionAt
    var confidence = [Double](repeating: 1, count: reading.tokens.count)
    for name in reading.names {
      for token in name.tokens { confidence[token] = name.confidence }
    }
    nameConfidence = confidence
  }

  func signs(of candidate: FactCandidate, rule: Rule, isPurpose: Bool) -> FactSigns {
    var signs = FactSigns(rule: rule.name, declared: rule.confidence, isPurpose: isPurpose)
    add(candidate.predicate, to: &signs)
    for binding in [candidate.subject, candidate.object].compactMap(\.self) {
      signs.steps.append(step(of: binding))
      add(binding.token, to: &signs)
    }
    if let value = candidate.valueToken { add(value, to: &signs) }
    return signs
  }

  private func step(of binding: RuleMatch.Binding) -> String {
    guard binding.token >= 0 else { return "elided" }
    guard binding.filler != nil else { return "text" }
    return mentionAt[binding.token]?.step ?? "neighbour"
  }

  private func add(_ token: Int, to signs: inout FactSigns) {
    guard token >= 0 else { return }
    signs.attachment = min(signs.attachment, Double(tokens[token].attachmentConfidence))
    signs.name = min(signs.name, nameConfidence[token])
  }
}
