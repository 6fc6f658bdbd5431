/// Resolves nouns and pronouns from the beginning of the article to its end; names are known by then.
///
/// Each phrase is offered to the steps in order; the first that knows an answer decides. Cost is linear: each step
/// looks back over a bounded window.
struct ReferencePass {
  private var discourse: Discourse
  private var history = History()
  private var memory = DescriptionStep.Memory()
  private var observer: ((Int, History, Discourse) -> Void)?

  /// - Parameter observer: Sees each pronoun before it is resolved; for training and tests.
  static func apply(
    to discourse: inout Discourse, observer: ((_ phrase: Int, History, Discourse) -> Void)? = nil
  ) {
    var pass = ReferencePass(discourse: discourse)
    pass.observer = observer
    for phrase in discourse.phrases.indices { pass.visit(phrase) }
    discourse = pass.discourse
  }

  private init(discourse: Discourse) { self.discourse = discourse }

  private mutating func visit(_ phrase: Int) {
    switch discourse.phrases[phrase].form {
    case .name: visitName(phrase)
    case .pronoun: visitPronoun(phrase)
    case .description: visitDescription(phrase)
    }
    guard discourse.isResolved(phrase) else { return }
    history.add(phrase, in: discourse)
    if let entity = discourse.referent(of: phrase) {
      memory.remember(discourse.phrases[phrase], entity: entity, lexicon: discourse.lexicon)
    }
    recordMarriage(phrase)
  }

  private mutating func visitName(_ phrase: Int) {
    guard let name = discourse.referent(of: phrase) else { return }
    if let other = describedSubject(phrase, name: name) ?? bearer(ofGivenName: phrase, name: name) {
      discourse.merge(other, name)
    } else if let other = MarriedNameStep.bearer(of: phrase, name: name, in: discourse) {
      let kept = discourse.merge(other, name)
      discourse.note(step: MarriedNameStep.name, for: phrase, entity: kept)
    }
  }

  /// "His father was Karl Berg", "his father was the baker Karl Berg": the name tells who the father is.
  private func describedSubject(_ phrase: Int, name: Int) -> Int? {
    let head = discourse.phrases[phrase].head
    guard discourse.forest.child(of: head, .cop) != nil,
      let subject = discourse.forest.child(of: head, .nsubj), let noun = discourse.phrase(at: subject),
      discourse.phrases[noun].form == .description, discourse.phrases[noun].number == .singular,
      let entity = discourse.referent(of: noun), entity != name, !discourse.entities[entity].isNamed,
      discourse.entities[entity].kind == discourse.entities[name].kind
    else { return nil }
    return entity
  }

  /// "She was born Anna Berg": the name is that of the subject.
  private func bearer(ofGivenName phrase: Int, name: Int) -> Int? {
    let words = discourse.phrases[phrase]
    let verb = words.tokens.lowerBound - 1
    guard verb >= 0, words.kind == .person,
      discourse.lexicon.isNamingWord(discourse.reading.tokens[verb].form.lowercased()),
      let subject = discourse.forest.child(of: verb, .nsubj, .nsubjPass),
      let owner = discourse.phrase(at: subject), let entity = discourse.referent(of: owner), entity != name,
      discourse.entities[entity].kind == .person
    else { return nil }
    let (gender, other) = (discourse.entities[entity].gender, discourse.entities[name].gender)
    return gender == nil || other == nil || gender == other ? entity : nil
  }

  private mutating func visitPronoun(_ phrase: Int) {
    observer?(phrase, history, discourse)
    guard let entities = PronounStep.resolve(phrase, history: history, in: discourse), !entities.isEmpty
    else {
      return
    }
    let isRelative = discourse.phrases[phrase].pronoun?.use == .relative
    let step = isRelative ? RelativePronounStep.name : entities.count > 1 ? GroupStep.name : PronounStep.name
    discourse.refer(phrase, to: entities, step: step)
  }

  private mutating func visitDescription(_ phrase: Int) {
    if let entities = AppositionStep.resolve(phrase, in: discourse) {
      mergeKnownRelative(phrase, with: entities)
      discourse.refer(phrase, to: entities, step: AppositionStep.name)
      if entities.count == 1, let other = describedSubject(phrase, name: entities[0]) {
        discourse.merge(other, entities[0])
      }
    } else if let entities = KinStep.resolve(phrase, in: discourse) {
      discourse.refer(phrase, to: entities, step: KinStep.name)
    } else if let entities = PredicateStep.resolve(phrase, in: discourse) {
      discourse.refer(phrase, to: entities, step: PredicateStep.name)
    } else if let entities = GroupStep.resolve(description: phrase, history: history, in: discourse) {
      discourse.refer(phrase, to: entities, step: GroupStep.name)
    } else if let entities = DescriptionStep.resolve(phrase, memory: memory, in: discourse) {
      discourse.refer(phrase, to: entities, step: DescriptionStep.name)
    } else if DescriptionStep.mayIntroduce(phrase, in: discourse) {
      discourse.introduce(phrase, step: DescriptionStep.introduction)
    }
    KinStep.record(phrase, in: &discourse)
  }

  /// "His father was a baker. … His father, Karl, …": the baker has a name now.
  private mutating func mergeKnownRelative(_ phrase: Int, with entities: [Int]) {
    guard entities.count == 1, let known = KinStep.resolve(phrase, in: discourse), known.count == 1,
      known[0] != entities[0], !discourse.entities[known[0]].isNamed
    else { return }
    discourse.merge(known[0], entities[0])
  }

  /// Couples are known once both are: at the object of the verb of marriage.
  private mutating func recordMarriage(_ phrase: Int) {
    let token = discourse.reading.tokens[discourse.phrases[phrase].head]
    guard token.relation == .obj || token.relation == .obl, let verb = token.head else { return }
    KinStep.recordMarriage(verb, in: &discourse)
  }
}
