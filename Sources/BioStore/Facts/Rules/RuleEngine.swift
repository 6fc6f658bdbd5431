/// A rule that fits a predicate, with what plays each part.
struct RuleMatch: Sendable {
  struct Binding: Sendable, Hashable {
    /// The token that heads the phrase, or `Argument.elided`.
    var token: Int
    /// `nil` for words that are only text.
    var filler: Filler?
  }

  /// Index into the rule set's rules.
  var rule: Int
  /// Index into the reading's tokens.
  var predicate: Int
  var factuality: Factuality
  /// For each part of the rule; empty for an optional part that is not there.
  var bindings: [[Binding]]
}

/// A fact that a match says, with its parts still abstract: entities of an article or variables of a question.
struct FactCandidate: Sendable, Hashable {
  typealias Binding = RuleMatch.Binding

  var type: FactType
  var subject: Binding
  var object: Binding?
  var value: FactTemplate.Value
  /// The token whose words are the value, if it is words of the text.
  var valueToken: Int?
  var place: Binding?
  var time: FactTemplate.Time
  var predicate: Int
  var rule: Int
  var isInferred: Bool
}

/// Matches rules against frames. Knows neither entities nor questions: a `FillerSource` says what words stand for.
///
///     let engine = RuleEngine(rules: .standard)
///     let frames = engine.frames(of: reading)
///     for match in engine.matches(in: frames, source: source) where match.factuality.makesFacts {
///       for candidate in engine.candidates(of: match) { … }
///     }
///
/// Cost is linear in the number of tokens; rules whose trigger does not occur cost nothing.
struct RuleEngine: Sendable {
  let rules: RuleSet

  /// The frames of a parsed reading.
  func frames(of reading: Reading) -> FrameTable {
    FrameExtractor(lexicon: rules.lexicon, symbols: rules.symbols, words: rules.words)
      .extract(tokens: reading.tokens, sentences: reading.sentences)
  }

  /// All matches, in the order of the predicates, whatever their factuality.
  func matches(in frames: FrameTable, tokens: [Token], source: some FillerSource) -> [RuleMatch] {
    var found: [RuleMatch] = []
    for index in tokens.indices {
      switch tokens[index].tag {
      case .verb, .noun, .propn, .adj, .aux, .adv, .num: break
      default: continue
      }
      for rule in rules.triggered(by: frames.frames[index], tag: tokens[index].tag) {
        let matcher = RuleMatcher(rule: rules.rules[rule], frames: frames, tokens: tokens)
        if let bindings = matcher.bindings(predicate: index, source: source) {
          found.append(
            RuleMatch(
              rule: rule, predicate: index, factuality: frames.frames[index].factuality, bindings: bindings))
        }
      }
    }
    return found
  }

  /// The facts that a match says: groups spread out, nobody related to himself.
  func candidates(of match: RuleMatch) -> [FactCandidate] {
    var found: [FactCandidate] = []
    for template in rules.rules[match.rule].facts where isComplete(template, match) {
      let subjects = match.bindings[template.subject]
      guard let object = template.object else {
        for subject in subjects { found += candidates(template, match, subject: subject, object: nil) }
        continue
      }
      let objects = match.bindings[object]
      for (position, subject) in subjects.enumerated() {
        let others = object == template.subject ? objects.dropFirst(position + 1) : objects[...]
        for other in others where other.filler != subject.filler || other.filler == nil {
          found += candidates(template, match, subject: subject, object: other)
        }
      }
    }
    return found
  }

  private func isComplete(_ template: FactTemplate, _ match: RuleMatch) -> Bool {
    !match.bindings[template.subject].isEmpty
      && (template.object.map { !match.bindings[$0].isEmpty } ?? true)
      && template.requires.allSatisfy { !match.bindings[$0].isEmpty }
      && template.excludes.allSatisfy { match.bindings[$0].isEmpty }
  }

  private func candidates(
    _ template: FactTemplate, _ match: RuleMatch, subject: RuleMatch.Binding, object: RuleMatch.Binding?
  ) -> [FactCandidate] {
    guard subject.filler != nil else { return [] }
    var candidate = FactCandidate(
      type: template.type, subject: subject, object: object, value: template.value, valueToken: nil,
      place: template.place.flatMap { match.bindings[$0].first }, time: template.time,
      predicate: match.predicate, rule: match.rule, isInferred: template.isInferred)
    switch template.value {
    case .none, .literal, .form: return [candidate]
    case .predicate:
      candidate.valueToken = match.predicate
      return [candidate]
    case .part(let part), .phrase(let part):
      let values = Set(match.bindings[part].map(\.token)).sorted()
      if values.isEmpty { return [candidate] }
      if let own = ownValue(
        of: object, among: values, others: template.object.map { match.bindings[$0] } ?? [])
      {
        candidate.valueToken = own
        return [candidate]
      }
      return values.map {
        candidate.valueToken = $0
        return candidate
      }
    }
  }

  /// "studied law at A and medicine at B": where objects and values take turns, each object has the value before it.
  private func ownValue(
    of object: RuleMatch.Binding?, among values: [Int], others: [RuleMatch.Binding]
  ) -> Int? {
    guard values.count > 1, let object, object.token >= 0,
      let own = values.last(where: { $0 < object.token }), let first = values.first, let last = values.last,
      others.contains(where: { first < $0.token && $0.token < last })
    else { return nil }
    return own
  }
}
