extension FrameBuilder {
  /// The arguments of a noun, and who bears it.
  mutating func addNominal(_ noun: Int) {
    for child in syntax.dependents(of: noun) { addDependent(Int(child), ofNominal: noun) }
    let isPredicate = addCopula(noun)
    if !isPredicate { addBearers(noun) }
    lendToPhraseOfTime(noun)
    passRoleOn(noun)
    addEvent(noun)
    setNominalFactuality(noun, isPredicate: isPredicate)
    if tokens[noun].tag == .noun, !table.hasArgument(noun, .bearer) {
      table.add(.bearer, noun, to: noun)
    }
  }

  private mutating func addDependent(_ child: Int, ofNominal noun: Int) {
    switch tokens[child].relation {
    case .nmod, .obl, .oblAgent:
      if let role = preposition(of: child) {
        addSpread(isField(child, of: noun, role: role) ? .field : role, child, to: noun)
      }
    case .nmodPoss: addSpread(.possessor, child, to: noun)
    case .compound, .nmodDesc:
      addSpread(.compound, child, to: noun)
      // "his party membership", with "his" hung on "party".
      if let possessor = syntax.dependent(of: child, .nmodPoss) { addSpread(.possessor, possessor, to: noun) }
    case .amod: addSpread(.modifier, child, to: noun)
    case .appos: addSpread(.apposition, child, to: noun)
    case .nmodUnmarked, .oblUnmarked: table.add(.unmarked, child, to: noun)
    case .advmod where tokens[child].lemma == "where": table.add(.location, referent(of: child), to: noun)
    case .acl, .aclRelcl: table.add(.clause, child, to: noun)
    case .advcl: table.add(.adverbial, child, to: noun)
    default: break
    }
  }

  /// "Minister of Finance", "Professor of Plant Ecology": without an article, what stands behind such a title says
  /// what it is for, not where.
  private func isField(_ child: Int, of noun: Int, role: Role) -> Bool {
    guard let title = table.frames[noun].symbol, lexicon.fieldTitles.contains(title), child > noun,
      noun + 1 < tokens.count, ["of", "for"].contains(tokens[noun + 1].form), tokens[noun + 1].head == child
    else { return false }
    return ![.det, .nmodPoss].contains { syntax.hasDependent(child, $0) }
  }

  /// "Anna was a painter", "Anna was in the army". Returns whether the noun is a predicate.
  private mutating func addCopula(_ noun: Int) -> Bool {
    guard let copula = syntax.dependent(of: noun, .cop) else {
      return addVerblessPredicate(noun)
    }
    for child in syntax.dependents(of: noun) {
      let relation = tokens[Int(child)].relation
      guard relation == .nsubj || relation == .nsubjOuter else { continue }
      addSpread(.surface, Int(child), to: noun)
    }
    if !table.hasArgument(noun, .surface), let head = tokens[noun].head { inheritSurface(noun, from: head) }
    table.frames[noun].link = Int32(copula)
    _ = frontedApposition(noun)
    if preposition(of: noun) == nil {
      copy(.surface, of: noun, as: .bearer, to: noun)
      nameSubject(of: noun)
    } else {
      addBeing(copula, noun: noun)
    }
    return true
  }

  /// "Her teachers were Ivan Marin and the poet Petar Marin": the names bear the noun before the copula.
  private mutating func nameSubject(of predicate: Int) {
    let isName =
      tokens[predicate].tag == .propn
      || syntax.dependents(of: predicate).contains {
        tokens[Int($0)].tag == .propn && [.appos, .flat].contains(tokens[Int($0)].relation)
      }
    guard isName else { return }
    for child in syntax.dependents(of: predicate) where tokens[Int(child)].relation == .nsubj {
      if tokens[Int(child)].tag == .noun { bear(Int(child), by: predicate) }
      // "Some of her teachers were Ivan Marin and Petar Marin."
      if tokens[Int(child)].tag == .det || tokens[Int(child)].tag == .num,
        let noun = syntax.dependent(of: Int(child), .nmod), tokens[noun].tag == .noun
      {
        bear(noun, by: predicate)
      }
    }
  }

  /// A predicate whose copula is missing or was not written: "Zorin chairman of the council".
  private mutating func addVerblessPredicate(_ noun: Int) -> Bool {
    guard syntax.hasDependent(noun, .nsubj) else { return false }
    for child in syntax.dependents(of: noun) where tokens[Int(child)].relation == .nsubj {
      addSpread(.surface, Int(child), to: noun)
    }
    copy(.surface, of: noun, as: .bearer, to: noun)
    return true
  }

  private mutating func inheritSurface(_ token: Int, from head: Int) {
    switch tokens[token].relation {
    // "persuaded Ivan to be secretary": whom the verb has as its object.
    case .xcomp
    where tokens[head].tag == .verb && table.hasArgument(head, .object) && !table.frames[head].isPassive:
      copy(.object, of: head, as: .surface, to: token)
    case .conj, .advcl, .xcomp, .parataxis: copy(.surface, of: head, as: .surface, to: token)
    case .acl: table.add(.surface, head, to: token)
    default: break
    }
  }

  /// The frame of "be" with a prepositional phrase, kept at the copula.
  private mutating func addBeing(_ copula: Int, noun: Int) {
    copy(.surface, of: noun, as: .subject, to: copula)
    if let role = preposition(of: noun) {
      addSpread(role, noun, to: copula)
      if lexicon.roles.name(role) == "as" { lendRole(noun) }
    }
    for child in syntax.dependents(of: noun) where tokens[Int(child)].relation == .obl {
      if let role = preposition(of: Int(child)) { addSpread(role, Int(child), to: copula) }
    }
    table.frames[copula].factuality = nominalClauseFactuality(noun)
  }

  /// "She was as a singer", "Her first position was as a cellist": whose the position is, is the cellist.
  private mutating func lendRole(_ noun: Int) {
    let post = table.firstArgument(noun, .surface).flatMap { $0 >= 0 ? $0 : nil }
    let isPost = post.flatMap { table.frames[$0].symbol }.map(lexicon.postNouns.contains) ?? false
    // The frame of what stands below is not yet there.
    if isPost, let post, let possessor = syntax.dependent(of: post, .nmodPoss) {
      table.add(.bearer, possessor, to: noun)
    } else {
      copy(.surface, of: noun, as: .bearer, to: noun)
    }
  }

  // MARK: Who bears a noun

  private mutating func addBearers(_ noun: Int) {
    guard let head = tokens[noun].head else { return }
    if let name = describedName(noun, head: head) { return addSpread(.bearer, name, to: noun) }
    switch tokens[noun].relation {
    case .appos where listed.contains(Int32(noun)): break
    case .appos:
      if bearBirthClause(noun) { return }
      table.add(.bearer, head, to: noun)
      copy(.bearer, of: head, as: .bearer, to: noun)
      if tokens[noun].tag == .propn, tokens[head].tag == .noun { bear(head, by: noun) }
      // "the artist and craftsman Ivan Marin": both nouns are said of the name.
      for child in syntax.dependents(of: head)
      where tokens[Int(child)].relation == .conj && tokens[Int(child)].tag == .noun && Int(child) < noun
        && tokens[noun].tag == .propn && tokens[head].pennTag == .nn
      {
        bear(Int(child), by: noun)
      }
    case .nmodDesc, .compound, .amod:
      // "a European Fellowship" that somebody received makes nobody European.
      let isOfNation = table.frames[noun].isNation && table.hasArgument(head, .bearer)
      if noun < head, !isOfNation, tokens[head].tag == .propn || tokens[noun].relation == .nmodDesc {
        entitle(head, by: noun)
        lendPossessor(to: noun, before: head)
      }
    case .flat where tokens[head].tag == .noun && tokens[noun].tag == .propn: bear(head, by: noun)
    case .conj: inheritBearers(noun, from: head)
    case .dep, .parataxis, .oblUnmarked, .nmodUnmarked, .obl, .nmod:
      if preposition(of: noun) == nil { _ = bearBirthClause(noun) }
    case .xcomp where table.firstArgument(noun, .bearer) == nil:
      copy(.surface, of: head, as: .surface, to: noun)
    default: break
    }
  }

  /// "the son of Ivan, a miller", "a pupil of Berg and Scheel, both directors", "to Otto Dahl, her teacher": an indefinite
  /// or possessed noun right behind a name describes it rather than the kin, pupil or friend, or the clause.
  private func describedName(_ noun: Int, head: Int) -> Int? {
    guard tokens[noun].tag == .noun, !syntax.hasDependent(noun, .cc), !syntax.hasDependent(noun, .cop),
      !syntax.hasDependent(noun, .nsubj), let marker = describingMarker(noun, head: head), marker > 1,
      tokens[marker - 1].form == ",", tokens[marker - 2].tag == .propn
    else { return nil }
    var name = marker - 2
    while let next = tokens[name].head, next != head, tokens[next].tag == .propn { name = next }
    guard let next = tokens[name].head else { return nil }
    if tokens[head].tag == .verb { return [.obl, .nmod, .obj].contains(tokens[name].relation) ? name : nil }
    if next == head { return tokens[name].relation == .nmod ? name : nil }
    return tokens[next].head == head && tokens[next].tag == .noun && tokens[name].relation == .appos
      ? name : nil
  }

  /// The article or possessive that opens a description.
  private func describingMarker(_ noun: Int, head: Int) -> Int? {
    switch tokens[noun].relation {
    case .appos, .conj:
      guard tokens[head].tag == .noun,
        !table.frames[head].classes.isDisjoint(with: [.kin, .student, .associate, .teacher]),
        let article = syntax.dependent(of: noun, .det), ["a", "both"].contains(tokens[article].lemma)
      else { return nil }
      return article > head + 1 ? article : nil
    case .advcl, .parataxis, .dep:
      guard table.frames[noun].classes.contains(.person), preposition(of: noun) == nil,
        let possessor = syntax.dependent(of: noun, .nmodPoss), tokens[possessor].tag == .pron
      else { return nil }
      return possessor > head ? possessor : nil
    default: return nil
    }
  }

  /// "the chemists Berg and Scheel": a plural before names is said of all of them.
  private mutating func entitle(_ name: Int, by noun: Int) {
    if tokens[noun].pennTag == .nns || tokens[noun].pennTag == .nnps {
      addSpread(.bearer, name, to: noun)
    } else {
      table.add(.bearer, name, to: noun)
    }
  }

  /// "He was born in Tartu, the son of a miller": the kin noun may hang on the place, and speaks of who was born.
  private mutating func bearBirthClause(_ noun: Int) -> Bool {
    guard table.frames[noun].classes.contains(.kin) else { return false }
    var current = noun
    while let head = tokens[current].head {
      current = head
      if tokens[current].tag == .verb { break }
      switch tokens[current].relation {
      case .obl, .nmod, .appos, .nmodUnmarked, .oblUnmarked, .conj, .flat, .compound: continue
      default: return false
      }
    }
    guard tokens[current].tag == .verb, tokens[current].lemma == "bear" else { return false }
    return copy(.surface, of: current, as: .bearer, to: noun)
  }

  /// "With partner Ivan Marin, she …", "Ana Kovač and husband Ivan Marin": without a possessor, kin and companions are
  /// the subject's or that of the name before them.
  private mutating func lendPossessor(to noun: Int, before name: Int) {
    guard tokens[noun].tag == .noun, tokens[noun].pennTag == .nn, tokens[name].tag == .propn,
      !table.frames[noun].classes.isDisjoint(with: [.kin, .associate]),
      !table.hasArgument(noun, .possessor), syntax.dependent(of: name, .det) == nil,
      !syntax.hasDependent(name, .nmodPoss), let head = tokens[name].head
    else { return }
    if tokens[name].relation == .conj, tokens[head].tag == .propn, head < noun {
      table.add(.possessor, head, to: noun)
    } else if preposition(of: name) == lexicon.roles.role("with") {
      copy(.surface, of: head, as: .possessor, to: noun)
    }
  }

  /// A name that follows its role noun: "the painter, Anna Orlova".
  private mutating func bear(_ role: Int, by name: Int) {
    addSpread(.bearer, name, to: role)
  }

  private mutating func inheritBearers(_ noun: Int, from head: Int) {
    guard tokens[noun].tag != .pron, !table.hasArgument(noun, .bearer) else { return }
    // "her husband, Ivan Marin, and two daughters": who is counted is somebody else.
    if syntax.hasDependent(noun, .nummod), !syntax.hasDependent(head, .cop) { return }
    if tokens[head].tag == .verb { return inheritFromRole(noun, under: head) }
    var node = table.firstNode(head)
    while node >= 0 {
      let argument = table.argument(at: node)
      node = table.node(after: node)
      if argument.role == .bearer, argument.token != head { table.add(.bearer, argument.token, to: noun) }
    }
    if table.hasArgument(noun, .bearer) {
      shareGenitive(of: noun, with: head)
      copy(.surface, of: head, as: .surface, to: noun)
      table.frames[noun].link = table.frames[head].link
      table.frames[noun].phase = table.frames[head].phase
    }
  }

  /// "a founding member, and a representative, of the party"; not "a painter and member of the academy".
  private mutating func shareGenitive(of noun: Int, with first: Int) {
    // "a senator, and from 1802 deputy minister of the interior": behind a phrase of its own, "of" is the second's alone.
    guard let of = lexicon.roles.role("of"), !table.hasArgument(first, of), first < noun,
      !(first..<noun).contains(where: { [.adp, .num].contains(tokens[$0].tag) }),
      table.frames[first].classes.isDisjoint(with: [.artist, .writer, .athlete, .scholar])
    else { return }
    copy(of, of: noun, as: of, to: first)
  }

  /// "was appointed secretary, and a member of the board", with the second noun hung on the verb.
  private mutating func inheritFromRole(_ noun: Int, under verb: Int) {
    guard !syntax.hasDependent(noun, .nsubj), preposition(of: noun) == nil else { return }
    var node = table.firstNode(verb)
    while node >= 0 {
      let argument = table.argument(at: node)
      node = table.node(after: node)
      guard argument.token >= 0, argument.token != noun, argument.token < noun,
        Int(table.frames[argument.token].link) == verb, table.frames[argument.token].link >= 0
      else { continue }
      copy(.bearer, of: argument.token, as: .bearer, to: noun)
      table.frames[noun].link = Int32(verb)
      table.frames[noun].phase = table.frames[argument.token].phase
    }
  }

  /// "the post of secretary", "his career as a singer", "her appointment as director".
  private mutating func passRoleOn(_ noun: Int) {
    guard let symbol = table.frames[noun].symbol else { return }
    let event = table.frames[noun].nominalVerb.flatMap { lexicon.roleVerbs[$0] }
    guard lexicon.postNouns.contains(symbol) || event != nil else { return }
    var node = table.firstNode(noun)
    while node >= 0 {
      let argument = table.argument(at: node)
      node = table.node(after: node)
      guard argument.role.isPreposition, argument.token >= 0, argument.token != noun else { continue }
      let name = lexicon.roles.name(argument.role)
      guard name == "as" || name == "of" && event == nil || event?.places.contains(argument.role) == true
      else { continue }
      passBearers(of: noun, to: argument.token, phase: event?.phase)
    }
  }

  private mutating func passBearers(of noun: Int, to role: Int, phase: PredicateLexicon.Phase?) {
    var passed = false
    var node = table.firstNode(noun)
    while node >= 0 {
      let argument = table.argument(at: node)
      node = table.node(after: node)
      let isBearer = argument.role == .bearer && argument.token != noun || argument.role == .possessor
      guard isBearer, argument.token != role else { continue }
      table.add(.bearer, argument.token, to: role)
      passed = true
    }
    guard passed else { return }
    table.frames[role].link = table.frames[noun].link >= 0 ? table.frames[noun].link : Int32(noun)
    table.frames[role].phase = phase ?? table.frames[noun].phase
  }

  // MARK: Event nouns

  /// Gives an event noun the arguments of its verb.
  private mutating func addEvent(_ noun: Int) {
    guard let symbol = table.frames[noun].symbol, table.frames[noun].nominalVerb != nil,
      let event = lexicon.eventNouns[symbol]
    else { return }
    let of = lexicon.roles.role("of")
    let by = lexicon.roles.role("by")
    let between = lexicon.roles.role("between")
    var node = table.firstNode(noun)
    var hasGenitive = table.hasArgument(noun, .possessor)
    while node >= 0 {
      let argument = table.argument(at: node)
      node = table.node(after: node)
      if argument.role == .possessor {
        table.add(event.genitive, argument.token, to: noun)
      } else if argument.role == of {
        // "Anna's murder of her rival": beside a possessor, "of" gives the object.
        table.add(table.hasArgument(noun, .possessor) ? .object : event.genitive, argument.token, to: noun)
        hasGenitive = true
      } else if argument.role == by || argument.role == between {
        table.add(.subject, argument.token, to: noun)
      }
    }
    if !hasGenitive { lendToEvent(noun, genitive: event.genitive) }
  }

  /// "After spells with A and B he joined C", "After studies in Vienna she …": what an indefinite noun behind "after" tells of
  /// is what the subject did.
  private mutating func lendToPhraseOfTime(_ noun: Int) {
    guard tokens[noun].relation == .obl, let verb = tokens[noun].head, let symbol = table.frames[noun].symbol,
      let name = preposition(of: noun).map(lexicon.roles.name),
      ["after", "before", "following"].contains(name),
      !table.hasArgument(noun, .possessor),
      syntax.dependent(of: noun, .det).map({ tokens[$0].lemma == "a" }) ?? true
    else { return }
    let isPost = lexicon.postNouns.contains(symbol)
    let isEvent = table.frames[noun].nominalVerb != nil && !table.hasArgument(noun, .surface)
    guard isPost || isEvent, lexicon.roles.role("of").map({ !table.hasArgument(noun, $0) }) ?? true else {
      return
    }
    copy(.surface, of: verb, as: .possessor, to: noun)
  }

  /// "made a visit", "received his training": the subject of a light verb is the event's.
  private mutating func lendToEvent(_ noun: Int, genitive: Role) {
    guard let verb = tokens[noun].head, let symbol = table.frames[verb].symbol,
      let light = lexicon.lightVerbs[symbol]
    else { return }
    var role = tokens[noun].relation == .obl ? preposition(of: noun) : nil
    if tokens[noun].relation == .obj { role = .object }
    guard let role, light.places.contains(role) else { return }
    copy(.surface, of: verb, as: light.bearer == .object ? .object : genitive, to: noun)
    if table.frames[noun].link < 0 { table.frames[noun].link = Int32(verb) }
  }
}
