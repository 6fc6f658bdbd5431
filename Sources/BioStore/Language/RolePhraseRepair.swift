/// Mends phrases that say who somebody is where a word in front of the noun, or a phrase between the copula and the noun, led
/// the parser astray.
struct RolePhraseRepair {
  static func apply(to tree: inout SentenceTree) {
    for word in tree.words {
      turnParticiple(word, in: &tree)
      freeDuration(word, in: &tree)
      raiseLastNoun(word, in: &tree)
      coordinate(word, in: &tree)
      liftKin(word, in: &tree)
    }
  }

  /// "She was visiting professor at Zagreb": a singular role noun without article is no object; the participle in front of it
  /// belongs to the title.
  private static func turnParticiple(_ verb: Int, in tree: inout SentenceTree) {
    guard tree.tokens[verb].pennTag == .vbg, tree.tokens.indices.contains(verb + 1),
      tree.tokens[verb + 1].head == verb, tree.tokens[verb + 1].relation == .obj,
      tree.tokens[verb + 1].pennTag == .nn, isRole(tree.tokens[verb + 1]),
      let copula = tree.dependent(of: verb, .aux), tree.tokens[copula].lemma == "be",
      tree.dependent(of: verb + 1, .det, .nmodPoss) == nil
    else { return }
    let noun = verb + 1
    tree.attach(noun, to: tree.tokens[verb].head, as: tree.tokens[verb].relation)
    for child in tree.dependents(of: verb) where child != noun { tree.tokens[child].head = noun }
    tree.tokens[copula].relation = .cop
    tree.attach(verb, to: noun, as: .amod)
  }

  /// "She was for many years secretary of the league": the years are a phrase of their own.
  private static func freeDuration(_ unit: Int, in tree: inout SentenceTree) {
    guard tree.tokens[unit].relation == .compound, tree.tokens[unit].pennTag == .nns,
      case .unit = TimeLexicon.shared.classify(tree.tokens[unit].form),
      let noun = tree.tokens[unit].head, noun > unit, isRole(tree.tokens[noun]),
      let preposition = tree.dependent(of: noun, .case), preposition < unit,
      tree.tokens[preposition].form == "for"
    else { return }
    tree.attach(unit, to: noun, as: .obl)
    tree.tokens[preposition].head = unit
    for child in tree.dependents(of: noun) where child > preposition && child < unit {
      tree.tokens[child].head = unit
    }
  }

  /// "of Spanish and Hungarian descent": a noun in small letters at the end of proper nouns is what they describe.
  private static func raiseLastNoun(_ noun: Int, in tree: inout SentenceTree) {
    guard tree.tokens[noun].relation == .flat, tree.tokens[noun].tag == .noun, !isCapital(tree.tokens[noun]),
      let first = tree.tokens[noun].head, first < noun, tree.tokens[first].tag == .propn,
      tree.dependents(of: first).contains(where: { $0 < noun && tree.tokens[$0].relation == .conj })
    else { return }
    tree.attach(noun, to: tree.tokens[first].head, as: tree.tokens[first].relation)
    for child in tree.dependents(of: first) where tree.tokens[child].relation != .conj {
      tree.tokens[child].head = noun
    }
    tree.attach(first, to: noun, as: .amod)
  }

  /// "a statesman born in Dublin, as well as an author": what follows "as well as" is coordinated with the last noun above it
  /// that says what somebody is.
  private static func coordinate(_ noun: Int, in tree: inout SentenceTree) {
    guard [.advcl, .obl, .nmod, .parataxis, .dep].contains(tree.tokens[noun].relation),
      isRole(tree.tokens[noun]), let conjunction = tree.dependent(of: noun, .cc),
      conjunction < noun, tree.tokens[conjunction].form == "as"
    else { return }
    var governor = tree.tokens[noun].head
    while let candidate = governor {
      if isRole(tree.tokens[candidate]) { return tree.attach(noun, to: candidate, as: .conj) }
      governor = tree.tokens[candidate].head
    }
  }

  /// "son of a miller and brother of the poet Ivan Marin": a kin noun without article is coordinated with the kin noun, not
  /// with whom that belongs to; what follows is its own.
  private static func liftKin(_ noun: Int, in tree: inout SentenceTree) {
    guard tree.tokens[noun].relation == .conj, isKin(tree.tokens[noun]),
      tree.dependent(of: noun, .det, .nmodPoss) == nil, tree.dependent(of: noun, .cc) != nil,
      let owner = tree.tokens[noun].head, tree.tokens[owner].relation == .nmod, owner < noun,
      let kin = tree.tokens[owner].head, kin < owner, isKin(tree.tokens[kin]), !isKin(tree.tokens[owner]),
      tree.tokens.indices.contains(noun + 1), tree.tokens[noun + 1].form == "of"
    else { return }
    for child in tree.dependents(of: owner) where child > noun { tree.tokens[child].head = noun }
    // "of the poet Ivan Marin", torn apart with it.
    if let possessor = tree.dependent(of: noun, .nmod),
      let name = tree.dependent(of: noun, .appos), name > possessor
    {
      tree.tokens[name].head = possessor
    }
    tree.attach(noun, to: kin, as: .conj)
  }

  private static func isKin(_ token: Token) -> Bool {
    token.tag == .noun && WordClasses(of: token.lemma.lowercased()).contains(.kin)
  }

  private static func isRole(_ token: Token) -> Bool {
    guard token.tag == .noun || token.tag == .propn else { return false }
    return !WordClasses(of: token.lemma.lowercased()).isDisjoint(with: [.person, .role])
  }

  private static func isCapital(_ token: Token) -> Bool {
    token.form.unicodeScalars.first?.properties.isUppercase ?? false
  }
}
