/// The triggers of the fact rules, as questions use them: what can be read can be asked, in the same words.
///
/// A part of a rule that hangs on the predicate by one role becomes a slot; parts found by longer ways are left out,
/// since a question names them without the words between.
struct RuleTriggers {
  typealias Slot = QuestionLexicon.Slot

  /// By the first word of the trigger.
  private(set) var verbs: [String: [QuestionLexicon.Trigger]] = [:]
  private(set) var nouns: [String: [QuestionLexicon.AttributeNoun]] = [:]

  private let set: RuleSet
  private let prepositions: [(name: String, role: Role)]

  init(_ set: RuleSet = .standard) {
    self.set = set
    let names = (Resource.text("lexicons/prepositions.txt") ?? "").split(separator: "\n").map(String.init)
    prepositions = names.filter { !$0.hasPrefix("#") && !$0.contains("_") }
      .compactMap { name in set.lexicon.roles.role(name).map { (name, $0) } }
    for rule in set.rules { add(rule) }
  }

  private mutating func add(_ rule: Rule) {
    guard let template = rule.facts.first else { return }
    for trigger in rule.triggers {
      switch trigger {
      case .verb(let symbol), .plainVerb(let symbol): addVerb(set.symbols.name(symbol), rule, template)
      case .noun(let symbol): addNoun(set.symbols.name(symbol), rule, template)
      default: break
      }
    }
  }

  // MARK: - Verbs

  private mutating func addVerb(_ lemma: String, _ rule: Rule, _ template: FactTemplate) {
    // "throw_out": a verb with its particle.
    let words = lemma.split(separator: "_").map { [String($0)] }
    guard let first = words.first?.first, first != "be", first != "have" else { return }
    let subject = slot(of: .subject, rule, template)
    let object = slot(of: .object, rule, template)
    func append(_ words: [[String]], _ object: Slot, governs: Bool) {
      let trigger = QuestionLexicon.Trigger(
        words: words, types: [template.type], subject: subject, object: object, hints: [],
        endsInPreposition: governs)
      let known = verbs[first] ?? []
      let isKnown = known.contains { $0.words == words && $0.types == trigger.types && $0.object == object }
      if !isKnown { verbs[first, default: []].append(trigger) }
    }
    if subject != .none || object != .none { append(words, object, governs: false) }
    for (slot, names) in prepositional(rule, template) { append(words + [names], slot, governs: true) }
  }

  // MARK: - Nouns

  private mutating func addNoun(_ lemma: String, _ rule: Rule, _ template: FactTemplate) {
    let bearer = slot(of: .bearer, rule, template)
    let owner = [Role.possessor, set.lexicon.roles.role("of")].compactMap { $0 }.map {
      slot(of: $0, rule, template)
    }
    .first { $0 != .none }
    // Where the noun itself is the value ("secretary"), a question must say which.
    if case .predicate = template.value { return }
    guard bearer != .none, let owner, owner != bearer, !lemma.contains("_") else { return }
    let entry = QuestionLexicon.AttributeNoun(
      types: [template.type], possessor: owner, answer: bearer, hints: [])
    if nouns[lemma]?.contains(where: { $0.types == entry.types && $0.answer == bearer }) != true {
      nouns[lemma, default: []].append(entry)
    }
  }

  // MARK: - Slots

  /// The slot of the fact that the part plays which hangs on the predicate by this role.
  private func slot(of role: Role, _ rule: Rule, _ template: FactTemplate) -> Slot {
    for (index, part) in rule.parts.enumerated() where hangs(part, by: role) {
      if let slot = slot(index, template) { return slot }
    }
    return .none
  }

  private func hangs(_ part: Part, by role: Role) -> Bool {
    part.alternatives.contains {
      $0.contains { path in path.steps.count == 1 && path.steps[0].roles.contains(role) }
    }
  }

  private func slot(_ part: Int, _ template: FactTemplate) -> Slot? {
    if template.subject == part { return .subject }
    if template.object == part { return .object }
    if template.place == part { return .place }
    switch template.value {
    case .part(part), .phrase(part): return .value
    default: return nil
    }
  }

  /// The parts that prepositions bring, with these.
  private func prepositional(_ rule: Rule, _ template: FactTemplate) -> [(Slot, [String])] {
    rule.parts.enumerated().compactMap { index, part in
      guard let slot = slot(index, template) else { return nil }
      let names = prepositions.filter { hangs(part, by: $0.role) && $0.name != "by" }.map(\.name)
      return names.isEmpty ? nil : (slot, names)
    }
  }
}
