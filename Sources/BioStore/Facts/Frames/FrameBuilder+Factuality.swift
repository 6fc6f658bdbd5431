extension FrameBuilder {
  /// Whether a verb's event is presented as having happened: its own auxiliaries and negation, its place in the
  /// sentence, and what governs it.
  func verbFactuality(_ verb: Int) -> Factuality {
    let own = clauseFactuality(verb)
    guard let head = tokens[verb].head else { return own }
    return own.combined(with: governedFactuality(verb, head: head))
  }

  /// The same for a noun or adjective that is the predicate of a clause.
  func nominalClauseFactuality(_ predicate: Int) -> Factuality {
    let own = clauseFactuality(predicate)
    guard let head = tokens[predicate].head else { return own }
    switch tokens[predicate].relation {
    case .xcomp, .ccomp, .csubj, .csubjPass, .advcl, .conj, .acl, .aclRelcl, .parataxis:
      return own.combined(with: governedFactuality(predicate, head: head))
    default: return own
    }
  }

  mutating func setNominalFactuality(_ noun: Int, isPredicate: Bool) {
    var factuality: Factuality = .asserted
    if isPredicate {
      factuality = nominalClauseFactuality(noun)
    } else if table.frames[noun].link >= 0 {
      let link = Int(table.frames[noun].link)
      // "passed himself off as a doctor": the verb says that the role was none.
      factuality = table.frames[link].factuality.combined(with: roleFactuality(link))
    }
    if !isPredicate, tokens[noun].relation == .conj, let head = tokens[noun].head {
      factuality = factuality.combined(with: coordinatedFactuality(noun, with: head))
    }
    if table.frames[noun].nominalVerb != nil, let head = tokens[noun].head {
      factuality = factuality.combined(with: eventFactuality(noun, head: head))
    }
    for child in syntax.dependents(of: noun) {
      let relation = tokens[Int(child)].relation
      if relation == .amod, let symbol = table.frames[Int(child)].symbol,
        lexicon.unrealModifiers.contains(symbol)
      {
        factuality = factuality.combined(with: .modal)
      } else if isNegation(Int(child)) {
        factuality = factuality.combined(with: .negated)
      }
    }
    table.frames[noun].factuality = factuality
  }

  /// What the verb that governs an event noun says about it: "ordered his arrest", "escaped arrest".
  private func eventFactuality(_ noun: Int, head: Int) -> Factuality {
    switch tokens[noun].relation {
    case .obj, .nsubjPass, .obl, .nmod, .conj: break
    default: return .asserted
    }
    if tokens[noun].relation == .conj { return table.frames[head].factuality }
    if tokens[noun].relation == .obl {
      guard tokens[head].lemma == "call", preposition(of: noun).map(lexicon.roles.name) == "for" else {
        return .asserted
      }
      return .planned
    }
    guard let symbol = table.frames[head].symbol, let governor = lexicon.governors[symbol] else {
      return .asserted
    }
    return governor.noun
  }

  /// Whether a dependent of a noun denies it: "no painter", "neither a painter", "a singer but not a dancer".
  private func isNegation(_ token: Int) -> Bool {
    switch tokens[token].relation {
    case .det, .cc, .ccPreconj: lexicon.negatives.contains(tokens[token].lemma.lowercased())
    case .advmod: adverbFactuality(token) == .negated
    default: false
    }
  }

  /// What a verb says about the role noun that it links to its bearer.
  private func roleFactuality(_ verb: Int) -> Factuality {
    guard let symbol = table.frames[verb].symbol, lexicon.roleVerbs[symbol] == nil,
      let governor = lexicon.governors[symbol]
    else { return .asserted }
    return governor.clause == .purpose ? .asserted : governor.clause
  }

  /// What is coordinated shares what the first member's clause says, but for "not a nun but a nurse".
  private func coordinatedFactuality(_ conjunct: Int, with first: Int) -> Factuality {
    let outer = table.frames[first].factuality
    return outer == .negated && isContrasted(conjunct) ? .asserted : outer
  }

  private func isContrasted(_ conjunct: Int) -> Bool {
    syntax.dependents(of: conjunct).contains {
      tokens[Int($0)].relation == .cc && lexicon.contrasts.contains(tokens[Int($0)].lemma)
    }
  }

  // MARK: Inside the clause

  private func clauseFactuality(_ predicate: Int) -> Factuality {
    var result: Factuality = .asserted
    for child in syntax.dependents(of: predicate) {
      let token = Int(child)
      switch tokens[token].relation {
      case .aux, .auxPass:
        result = result.combined(with: auxiliaryFactuality(token, predicate: predicate))
      case .advmod: result = result.combined(with: adverbFactuality(token))
      case .mark: result = result.combined(with: markFactuality(token))
      case .nsubj, .nsubjPass:
        if isNegative(token) { result = result.combined(with: .negated) }
        if isFictional(token) { result = result.combined(with: .reported) }
      case .obj, .iobj, .det, .cc, .ccPreconj:
        if isNegative(token) { result = result.combined(with: .negated) }
      case .obl, .oblUnmarked:
        if isNegative(token) { result = result.combined(with: .negated) }
        result = result.combined(with: sourceFactuality(token, predicate: predicate))
      case .parataxis:
        if let symbol = table.frames[token].symbol, lexicon.governors[symbol]?.clause == .reported {
          result = result.combined(with: .reported)
        }
      default: break
      }
    }
    return result
  }

  private func auxiliaryFactuality(_ auxiliary: Int, predicate: Int) -> Factuality {
    let lemma = tokens[auxiliary].lemma
    switch lemma {
    case "would": return wouldFactuality(predicate)
    case "be": return isUnfulfilled(predicate, be: auxiliary) ? .planned : .asserted
    default: return lexicon.auxiliaries[lemma] ?? .asserted
    }
  }

  /// "was to have been appointed": a future of the past that did not come.
  private func isUnfulfilled(_ predicate: Int, be: Int) -> Bool {
    guard let mark = syntax.dependent(of: predicate, .mark), mark > be, tokens[mark].lemma == "to" else {
      return false
    }
    return syntax.dependents(of: predicate).contains {
      Int($0) > mark && tokens[Int($0)].relation == .aux && tokens[Int($0)].lemma == "have"
    }
  }

  /// "according to another account", and "in the novel" with what it tells in the present tense.
  private func sourceFactuality(_ oblique: Int, predicate: Int) -> Factuality {
    guard let role = preposition(of: oblique) else { return .asserted }
    if lexicon.hearsayRoles.contains(role) { return .reported }
    guard lexicon.roles.name(role) == "in", isStory(oblique), isPresent(predicate),
      !isPerformance(predicate)
    else { return .asserted }
    return .reported
  }

  /// "would" is the future of the past in a narrative; not under a condition, in the perfect, or in reported speech.
  private func wouldFactuality(_ predicate: Int) -> Factuality {
    if tokens[predicate].relation == .ccomp { return .planned }
    // "announced that he was ill and that he would leave"
    if tokens[predicate].relation == .conj, let mark = syntax.dependent(of: predicate, .mark),
      tokens[mark].lemma == "that"
    {
      return .planned
    }
    for child in syntax.dependents(of: predicate) {
      let token = Int(child)
      if tokens[token].relation == .aux, tokens[token].lemma == "have" { return .conditional }
      if tokens[token].relation == .advcl, let mark = syntax.dependent(of: token, .mark),
        markFactuality(mark) == .conditional
      {
        return .conditional
      }
    }
    return .asserted
  }

  private func adverbFactuality(_ adverb: Int) -> Factuality {
    let lemma = tokens[adverb].lemma
    // "no longer", "no more"
    if lemma == "longer" || lemma == "more" {
      return syntax.dependents(of: adverb).contains { isNegative(Int($0)) } ? .negated : .asserted
    }
    // "not only a painter but also a poet"
    if lemma == "not", adverb + 1 < tokens.count, lexicon.widenings.contains(tokens[adverb + 1].lemma) {
      return .asserted
    }
    return lexicon.adverbs[lemma] ?? .asserted
  }

  // MARK: Stories

  /// A noun for what only a story has: "her character", "its hero".
  private func isFictional(_ noun: Int) -> Bool {
    guard let symbol = table.frames[noun].symbol, let kind = lexicon.fictionNouns[symbol] else {
      return false
    }
    if kind == .always { return true }
    return syntax.dependents(of: noun).contains { child in
      let child = Int(child)
      if tokens[child].relation == .nmodPoss { return tokens[child].lemma == "its" || isStory(child) }
      return tokens[child].relation == .nmod && isStory(child)
    }
  }

  /// "the novel", "his last play".
  private func isStory(_ noun: Int) -> Bool {
    tokens[noun].tag == .noun && !table.frames[noun].classes.isDisjoint(with: [.work, .book, .show])
  }

  /// Whether a clause is told in the present tense.
  private func isPresent(_ predicate: Int) -> Bool {
    func present(_ token: Int) -> Bool { [.vbz, .vbp].contains(tokens[token].pennTag) }
    if present(predicate) { return true }
    return syntax.dependents(of: predicate).contains {
      [.aux, .auxPass, .cop].contains(tokens[Int($0)].relation) && present(Int($0))
    }
  }

  private func isPerformance(_ verb: Int) -> Bool {
    table.frames[verb].symbol.map(lexicon.performanceVerbs.contains) ?? false
  }

  /// "a novel in which a sailor kills his captain", "played a nurse who marries a general": what a story tells.
  private func storyFactuality(_ predicate: Int, noun: Int) -> Factuality {
    if isStory(noun), isPresent(predicate), !isPerformance(predicate), !isAboutItself(predicate) {
      return .reported
    }
    // "According to another account he left", with the clause under the account.
    if let role = preposition(of: noun), lexicon.hearsayRoles.contains(role) { return .reported }
    if isFictional(noun) { return .reported }
    guard let verb = tokens[noun].head, isPerformance(verb), tokens[noun].tag == .noun else {
      return .asserted
    }
    switch tokens[noun].relation {
    case .obj where tokens[predicate].relation == .aclRelcl: return .reported
    default: return .asserted
    }
  }

  /// "a novel that tells of": the relative pronoun is the subject, so that the clause tells of the work.
  private func isAboutItself(_ verb: Int) -> Bool {
    syntax.dependents(of: verb).contains {
      [.nsubj, .nsubjPass, .obj].contains(tokens[Int($0)].relation) && isRelativizer(Int($0))
    }
  }

  private func markFactuality(_ mark: Int) -> Factuality {
    lexicon.marks[tokens[mark].form.lowercased()] ?? .asserted
  }

  private func isNegative(_ token: Int) -> Bool {
    if lexicon.negatives.contains(tokens[token].lemma.lowercased()) { return true }
    return syntax.dependents(of: token).contains {
      tokens[Int($0)].relation == .det && ["no", "neither"].contains(tokens[Int($0)].lemma)
    }
  }

  // MARK: Outside the clause

  private func governedFactuality(_ predicate: Int, head: Int) -> Factuality {
    let outer = table.frames[head].factuality
    switch tokens[predicate].relation {
    case .xcomp, .ccomp, .csubj, .csubjPass:
      return outer.combined(with: complementFactuality(governor(above: head)))
    case .advcl: return adverbialFactuality(predicate, outer: outer)
    case .conj: return conjunctFactuality(predicate, first: head, outer: outer)
    case .parataxis where predicate > head:
      return complementFactuality(head) == .reported ? .reported : .asserted
    case .acl, .aclRelcl:
      if isInfinitive(predicate) || syntax.hasDependent(predicate, .mark) {
        return complementFactuality(head)
      }
      return storyFactuality(predicate, noun: head)
    default: return .asserted
    }
  }

  /// A clause may hang on the conjunction of its governor ("denied that she …", with the clause under "that").
  private func governor(above head: Int) -> Int {
    switch tokens[head].tag {
    case .sconj, .adp, .part: tokens[head].head ?? head
    default: head
    }
  }

  /// A conjunct shares auxiliaries and mood unless it has a subject or a tense of its own: "did not marry and died".
  private func conjunctFactuality(_ predicate: Int, first: Int, outer: Factuality) -> Factuality {
    if outer == .negated, isContrasted(predicate) { return .asserted }
    let standsAlone = syntax.hasDependent(predicate, .nsubj) || syntax.hasDependent(predicate, .nsubjPass)
    if standsAlone { return outer == .reported ? outer : .asserted }
    if hasOwnTense(predicate), !hasOwnTense(first) {
      guard tokens[first].tag == .verb, let head = tokens[first].head else { return .asserted }
      return governedFactuality(first, head: head)
    }
    return outer
  }

  private func hasOwnTense(_ verb: Int) -> Bool { [.vbd, .vbz].contains(tokens[verb].pennTag) }

  private func isInfinitive(_ verb: Int) -> Bool {
    tokens[verb].pennTag == .vb || syntax.dependent(of: verb, .mark).map { tokens[$0].lemma == "to" } ?? false
  }

  private func complementFactuality(_ head: Int) -> Factuality {
    guard let symbol = table.frames[head].symbol, let governor = lexicon.governors[symbol] else {
      return .asserted
    }
    return governor.clause
  }

  private func adverbialFactuality(_ predicate: Int, outer: Factuality) -> Factuality {
    if let mark = syntax.dependent(of: predicate, .mark) {
      if isInfinitive(predicate) {
        switch tokens[mark].lemma {
        case "to": return outer.combined(with: .purpose).combined(with: complementPlan(predicate))
        case "for": return .planned
        default: break
        }
      } else if lexicon.complementMarks.contains(tokens[mark].lemma), let head = tokens[predicate].head {
        // "dreamed of becoming a pilot", "was accused of belonging to the League"
        return outer.combined(with: complementFactuality(head))
      }
    }
    return outer == .question ? .question : .asserted
  }

  /// "tried to leave" may be parsed as an adverbial: the verb's own effect still holds.
  private func complementPlan(_ predicate: Int) -> Factuality {
    guard let head = tokens[predicate].head else { return .asserted }
    let effect = complementFactuality(head)
    return effect == .planned || effect == .negated ? effect : .asserted
  }
}
