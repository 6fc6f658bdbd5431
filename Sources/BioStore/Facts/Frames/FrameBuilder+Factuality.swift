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
    case .xcomp, .ccomp, .advcl, .conj, .acl:
      return own.combined(with: governedFactuality(predicate, head: head))
    default: return own
    }
  }

  mutating func setNominalFactuality(_ noun: Int, isPredicate: Bool) {
    var factuality: Factuality = .asserted
    if isPredicate {
      factuality = nominalClauseFactuality(noun)
    } else if table.frames[noun].link >= 0 {
      factuality = table.frames[Int(table.frames[noun].link)].factuality
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
      } else if relation == .det, tokens[Int(child)].lemma == "no" {
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

  // MARK: Inside the clause

  private func clauseFactuality(_ predicate: Int) -> Factuality {
    var result: Factuality = .asserted
    for child in syntax.dependents(of: predicate) {
      let token = Int(child)
      switch tokens[token].relation {
      case .aux: result = result.combined(with: auxiliaryFactuality(token, predicate: predicate))
      case .advmod: result = result.combined(with: adverbFactuality(token))
      case .mark: result = result.combined(with: markFactuality(token))
      case .nsubj, .nsubjPass, .obj, .det, .cc:
        if isNegative(token) { result = result.combined(with: .negated) }
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
    return lemma == "would" ? wouldFactuality(predicate) : lexicon.auxiliaries[lemma] ?? .asserted
  }

  /// "would" is the future of the past in a narrative; not under a condition, in the perfect, or in reported speech.
  private func wouldFactuality(_ predicate: Int) -> Factuality {
    if tokens[predicate].relation == .ccomp { return .planned }
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
    return lexicon.adverbs[lemma] ?? .asserted
  }

  private func markFactuality(_ mark: Int) -> Factuality {
    lexicon.marks[tokens[mark].form.lowercased()] ?? .asserted
  }

  private func isNegative(_ token: Int) -> Bool {
    if lexicon.negatives.contains(tokens[token].lemma) { return true }
    return syntax.dependents(of: token).contains {
      tokens[Int($0)].relation == .det && ["no", "neither"].contains(tokens[Int($0)].lemma)
    }
  }

  // MARK: Outside the clause

  private func governedFactuality(_ predicate: Int, head: Int) -> Factuality {
    let outer = table.frames[head].factuality
    switch tokens[predicate].relation {
    case .xcomp, .ccomp: return outer.combined(with: complementFactuality(head))
    case .advcl: return adverbialFactuality(predicate, outer: outer)
    case .conj:
      let standsAlone = syntax.hasDependent(predicate, .nsubj) || syntax.hasDependent(predicate, .nsubjPass)
      // A conjunct shares auxiliaries and mood unless it has its own subject.
      return standsAlone && outer != .reported ? .asserted : outer
    case .acl where tokens[predicate].pennTag == .vb || syntax.hasDependent(predicate, .mark):
      return complementFactuality(head)
    default: return .asserted
    }
  }

  private func complementFactuality(_ head: Int) -> Factuality {
    guard let symbol = table.frames[head].symbol, let governor = lexicon.governors[symbol] else {
      return .asserted
    }
    return governor.clause
  }

  private func adverbialFactuality(_ predicate: Int, outer: Factuality) -> Factuality {
    if tokens[predicate].pennTag == .vb, let mark = syntax.dependent(of: predicate, .mark) {
      switch tokens[mark].lemma {
      case "to": return outer.combined(with: .purpose).combined(with: complementPlan(predicate))
      case "for": return .planned
      default: break
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
