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
  /// The name of each role that is a preposition which questions use.
  private let prepositions: [String?]

  /// The slots of the fact that a rule's parts fill, by the role by which they hang on the predicate.
  private struct Shape {
    var types: [FactType]
    var needsWord = false
    var subject: Slot = .none
    var object: Slot = .none
    var bearer: Slot = .none
    /// The possessor's, or the "of" phrase's.
    var owner: Slot = .none
    /// The parts that prepositions bring, with these.
    var prepositional: [(slot: Slot, names: [String])] = []
  }

  init(_ set: RuleSet) {
    self.set = set
    var names = [String?](repeating: nil, count: Int(UInt8.max) + 1)
    for name in LexiconFile.rows("lexicons/prepositions.txt").map({ String($0[0]) })
    where !name.utf8.contains(UInt8(ascii: "_")) {
      if let role = set.lexicon.roles.role(name) { names[Int(role.code)] = name }
    }
    prepositions = names
    for rule in set.rules { add(rule) }
  }

  private mutating func add(_ rule: Rule) {
    guard let template = rule.facts.first else { return }
    var shape = shape(of: rule, template)
    shape.needsWord = rule.parts.contains(where: needsWord)
    for trigger in rule.triggers {
      switch trigger {
      case .verb(let symbol), .plainVerb(let symbol): addVerb(set.symbols.name(symbol), shape)
      // Where the noun itself is the value ("secretary"), a question must say which.
      case .noun(let symbol) where template.value != .predicate: addNoun(set.symbols.name(symbol), shape)
      default: break
      }
    }
  }

  /// "went to press": whether the rule needs a certain noun, and says nothing of the verb without it.
  private func needsWord(_ part: Part) -> Bool {
    !part.isOptional
      && part.alternatives.joined().allSatisfy { path in
        path.steps.contains { !$0.filter.isEmpty && !$0.filter.isNegated }
      }
  }

  // MARK: - Verbs

  private mutating func addVerb(_ lemma: String, _ shape: Shape) {
    // "throw_out": a verb with its particle.
    let words = lemma.pieces(at: UInt8(ascii: "_")).map { [String($0)] }
    guard let first = words.first?.first, first != "be", first != "have" else { return }
    func append(_ words: [[String]], _ object: Slot, governs: Bool) {
      var trigger = QuestionLexicon.Trigger(
        words: words, types: shape.types, subject: shape.subject, object: object, hints: [],
        endsInPreposition: governs)
      trigger.needsWord = shape.needsWord
      let isKnown =
        verbs[first]?.contains { $0.object == object && $0.types == trigger.types && $0.words == words }
      if isKnown != true { verbs[first, default: []].append(trigger) }
    }
    if shape.subject != .none || shape.object != .none { append(words, shape.object, governs: false) }
    for (slot, names) in shape.prepositional { append(words + [names], slot, governs: true) }
  }

  // MARK: - Nouns

  private mutating func addNoun(_ lemma: String, _ shape: Shape) {
    guard shape.bearer != .none, shape.owner != .none, shape.owner != shape.bearer,
      !lemma.utf8.contains(UInt8(ascii: "_"))
    else { return }
    let entry = QuestionLexicon.AttributeNoun(
      types: shape.types, possessor: shape.owner, answer: shape.bearer, hints: [])
    if nouns[lemma]?.contains(where: { $0.types == entry.types && $0.answer == entry.answer }) != true {
      nouns[lemma, default: []].append(entry)
    }
  }

  // MARK: - Slots

  private func shape(of rule: Rule, _ template: FactTemplate) -> Shape {
    var shape = Shape(types: [template.type])
    let of = set.lexicon.roles.role("of")
    var (possessor, genitive) = (Slot.none, Slot.none)
    for (index, part) in rule.parts.enumerated() {
      guard let slot = slot(index, template) else { continue }
      let roles = roles(of: part)
      if shape.subject == .none, roles.contains(.subject) { shape.subject = slot }
      if shape.object == .none, roles.contains(.object) { shape.object = slot }
      if shape.bearer == .none, roles.contains(.bearer) { shape.bearer = slot }
      if possessor == .none, roles.contains(.possessor) { possessor = slot }
      if genitive == .none, let of, roles.contains(of) { genitive = slot }
      let names = prepositions.indices.compactMap { code in
        roles.contains(Role(code: UInt8(code))) && prepositions[code] != "by" ? prepositions[code] : nil
      }
      if !names.isEmpty { shape.prepositional.append((slot, names)) }
    }
    shape.owner = possessor == .none ? genitive : possessor
    return shape
  }

  /// The roles by which a part hangs on the predicate itself.
  private func roles(of part: Part) -> RoleSet {
    var roles = RoleSet()
    for path in part.alternatives.joined() where path.steps.count == 1 {
      roles.formUnion(path.steps[0].roles)
    }
    return roles
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
}
