extension FrameBuilder {
  /// The arguments of a verb: its own, then those that it shares or inherits.
  mutating func addVerb(_ verb: Int) {
    let hasObject = syntax.hasDependent(verb, .obj)
    table.frames[verb].isPassive = isPassive(verb)
    let fronted = frontedApposition(verb)
    for child in syntax.dependents(of: verb) where Int(child) != fronted {
      addDependent(Int(child), of: verb, hasObject: hasObject)
    }
    if !table.hasArgument(verb, .surface) { inheritSubject(verb, hasObject: hasObject) }
    shareObjects(verb)
    linkRoles(verb)
    table.frames[verb].factuality = verbFactuality(verb)
  }

  /// "The daughter of a miller, Ana was born …": a noun for a person in front of the subject describes it, whatever
  /// the parser makes of it. Returns the noun.
  mutating func frontedApposition(_ predicate: Int) -> Int? {
    guard let subject = lastSubject(of: predicate) else { return nil }
    for child in syntax.dependents(of: predicate) {
      let token = Int(child)
      guard token < subject else { break }
      if describesSubject(token, subject: subject) {
        table.add(.bearer, subject, to: token)
        return token
      }
      // "Accused of a plot against the mayor, Ivan Marin, she left": the pronoun is the subject.
      if isSubject(token), tokens[subject].tag == .pron, preposition(of: token) == nil { return token }
    }
    return nil
  }

  private func lastSubject(of predicate: Int) -> Int? {
    syntax.dependents(of: predicate).last { Int($0) < predicate && isSubject(Int($0)) }.map(Int.init)
  }

  private func isSubject(_ token: Int) -> Bool {
    [.nsubj, .nsubjPass, .nsubjOuter].contains(tokens[token].relation)
  }

  /// Whether a noun is a phrase of its own before the subject, closed by a comma and without preposition.
  private func describesSubject(_ noun: Int, subject: Int) -> Bool {
    switch tokens[noun].relation {
    case .nsubj, .nsubjPass, .nsubjOuter: return tokens[noun].tag == .noun
    case .obl, .oblUnmarked, .dislocated, .advcl, .parataxis, .dep, .vocative, .xcomp, .nmod, .obj, .ccomp:
      break
    default: return false
    }
    guard [.noun, .propn].contains(tokens[noun].tag), preposition(of: noun) == nil,
      !syntax.hasDependent(noun, .cop), !syntax.hasDependent(noun, .nsubj),
      !table.frames[noun].classes.isDisjoint(with: [.person, .role]) || syntax.hasDependent(noun, .det)
    else { return false }
    var first = subject
    for child in syntax.dependents(of: subject) { first = min(first, Int(child)) }
    return first > 0 && tokens[first - 1].form == ","
  }

  private mutating func addDependent(_ child: Int, of verb: Int, hasObject: Bool) {
    // A noun with a preposition is no subject or object, whatever the parser says.
    let mayBeOblique = [.nsubj, .nsubjPass, .obj, .xcomp].contains(tokens[child].relation)
    if mayBeOblique, isNominal(child), preposition(of: child) != nil { return addOblique(child, to: verb) }
    switch tokens[child].relation {
    case .nsubj, .nsubjOuter:
      addSpread(.surface, child, to: verb)
      addSpread(.subject, child, to: verb)
    case .nsubjPass where isActiveAfterAll(verb):
      addSpread(.surface, child, to: verb)
      addSpread(.subject, child, to: verb)
    case .nsubjPass:
      addSpread(.surface, child, to: verb)
      addSpread(hasObject ? .indirect : .object, child, to: verb)
    case .obj: addSpread(.object, child, to: verb)
    // "patented a plough in 1869 and a signal in 1875": the second object is coordinated with the verb.
    case .conj where hasObject && isBareNoun(child): addSpread(.object, child, to: verb)
    case .iobj: addSpread(.indirect, child, to: verb)
    case .obl, .oblAgent, .nmod: addOblique(child, to: verb)
    case .oblUnmarked, .nmodUnmarked:
      if preposition(of: child) != nil { return addOblique(child, to: verb) }
      addSpread(.unmarked, child, to: verb)
    case .advmod: addAdverb(child, to: verb)
    case .xcomp, .ccomp: addSpread(.complement, child, to: verb)
    case .advcl, .advclRelcl: table.add(.adverbial, child, to: verb)
    default: break
    }
  }

  /// A noun without preposition, subject or copula of its own.
  private func isBareNoun(_ token: Int) -> Bool {
    (tokens[token].tag == .noun || tokens[token].tag == .propn) && preposition(of: token) == nil
      && !syntax.hasDependent(token, .nsubj) && !syntax.hasDependent(token, .cop)
  }

  private func isNominal(_ token: Int) -> Bool {
    switch tokens[token].tag {
    case .noun, .propn, .num, .x: true
    default: tokens[token].form.startsUppercase
    }
  }

  /// A prepositional phrase; the agent of a passive becomes its subject.
  private mutating func addOblique(_ child: Int, to verb: Int) {
    let role =
      tokens[child].tag == .adv && tokens[child].lemma == "where" ? .location : preposition(of: child)
    guard let role else {
      addSpread(.unmarked, child, to: verb)
      return
    }
    addSpread(role, child, to: verb)
    let isAgent = tokens[child].relation == .oblAgent && lexicon.roles.name(role) == "by"
    if isAgent || table.frames[verb].isPassive && lexicon.roles.name(role) == "by" {
      addSpread(.subject, child, to: verb)
    }
  }

  private mutating func addAdverb(_ child: Int, to verb: Int) {
    guard tokens[child].lemma == "where" else {
      table.add(.adverb, child, to: verb)
      return
    }
    table.add(.location, referent(of: child), to: verb)
  }

  /// Whether a verb that the parser gives the subject of a passive is none: a subordinate clause has no passive
  /// without an auxiliary ("the flat that Anna and Ivan shared"), and neither has a main one ("he later taught").
  private func isActiveAfterAll(_ verb: Int) -> Bool {
    guard [.aclRelcl, .advcl, .ccomp, .root, .parataxis].contains(tokens[verb].relation) else { return false }
    return !syntax.dependents(of: verb).contains { child in
      let auxiliary = tokens[Int(child)]
      // "has served" is no passive, whatever the subject is called.
      return [.auxPass, .cop].contains(auxiliary.relation)
        || auxiliary.relation == .aux && ["be", "get"].contains(auxiliary.lemma)
    }
  }

  private func isPassive(_ verb: Int) -> Bool {
    if syntax.hasDependent(verb, .nsubjPass), isActiveAfterAll(verb) { return false }
    if syntax.hasDependent(verb, .auxPass) || syntax.hasDependent(verb, .nsubjPass) { return true }
    if isPassiveByCoordination(verb) { return true }
    guard tokens[verb].pennTag == .vbn else { return false }
    if syntax.hasDependent(verb, .aux) || syntax.hasDependent(verb, .nsubj) { return false }
    switch tokens[verb].relation {
    case .conj:
      return tokens[verb].head.map { table.frames[$0].isPassive || tokens[$0].tag != .verb } ?? false
    case .acl, .advcl, .root, .xcomp, .parataxis, .amod, .appos, .dep, .list, .ccomp, .nmod: return true
    default: return false
    }
  }

  /// "was arrested in 1938 and convicted of espionage": taggers take the second participle for a past tense. Without an object
  /// a verb that needs one is passive behind a passive.
  private func isPassiveByCoordination(_ verb: Int) -> Bool {
    guard tokens[verb].relation == .conj, tokens[verb].pennTag == .vbd, let head = tokens[verb].head,
      tokens[head].tag == .verb, table.frames[head].isPassive
    else { return false }
    if makesHolder(verb) { return true }
    guard tokens[verb].form.hasSuffix("ed") else { return false }
    let own: [DependencyRelation] = [.obj, .nsubj, .nsubjPass, .xcomp, .ccomp, .aux, .compoundPrt]
    return !own.contains { syntax.hasDependent(verb, $0) }
      && !Self.intransitive.contains(tokens[verb].lemma)
  }

  /// "was recalled and made a member": the object of a verb of appointing is what somebody became.
  private func makesHolder(_ verb: Int) -> Bool {
    guard let symbol = table.frames[verb].symbol, let entry = lexicon.roleVerbs[symbol],
      entry.bearer == .object, entry.places.contains(.complement), !syntax.hasDependent(verb, .nsubj),
      let object = syntax.dependent(of: verb, .obj), tokens[object].tag == .noun
    else { return false }
    let article = syntax.dependent(of: object, .det).map { tokens[$0].lemma }
    return article != "the" && !syntax.hasDependent(object, .nmodPoss)
      && !table.frames[object].classes.isDisjoint(with: [.person, .role])
  }

  private static let intransitive = LexiconFile.words("lexicons/intransitive-verbs.txt")

  // MARK: Subjects from elsewhere

  /// Gives a verb without a subject of its own the one that grammar lends it.
  private mutating func inheritSubject(_ verb: Int, hasObject: Bool) {
    let role: Role = table.frames[verb].isPassive ? (hasObject ? .indirect : .object) : .subject
    guard let head = tokens[verb].head else {
      if isFiniteOrParticiple(verb) { lendToken(Argument.elided, as: role, to: verb) }
      return
    }
    switch tokens[verb].relation {
    case .conj, .parataxis, .dep, .list: lend(.surface, of: head, as: role, to: verb)
    // "Joining the league in 1921, she is …": a participle in front, whatever the parser says.
    case .advcl, .csubj: inheritFromMain(verb, head: head, role: role)
    case .xcomp:
      lend(controller(of: head, infinitive: tokens[verb].pennTag == .vb), of: head, as: role, to: verb)
    case .acl: inheritFromNoun(verb, noun: head, role: role)
    case .aclRelcl: fillGap(verb, noun: head, role: role)
    case .appos where tokens[head].tag == .propn: lendToken(head, as: role, to: verb)
    default: break
    }
  }

  /// "the government, chaired by Orlov": a participle behind a noun may describe it rather than the subject, however
  /// it was parsed. With an agent it does; otherwise both are possible, and their kinds decide.
  private mutating func inheritFromMain(_ verb: Int, head: Int, role: Role) {
    if tokens[verb].pennTag == .vbn, verb > head, let noun = nounBefore(verb) {
      let hasAgent = syntax.hasDependent(verb, .oblAgent)
      if !hasAgent { lend(.surface, of: head, as: role, to: verb) }
      table.add(role, noun, to: verb)
      if hasAgent { table.add(.surface, noun, to: verb) }
    } else {
      lend(.surface, of: head, as: role, to: verb)
    }
  }

  /// The noun that ends right before a participle, with or without comma.
  private func nounBefore(_ verb: Int) -> Int? {
    guard syntax.dependents(of: verb).allSatisfy({ Int($0) > verb || tokens[Int($0)].tag == .punct }) else {
      return nil
    }
    var noun = verb - 1
    if noun >= 0, tokens[noun].form == "," { noun -= 1 }
    guard noun >= 0, [.noun, .propn].contains(tokens[noun].tag) else { return nil }
    while let next = tokens[noun].head, [.flat, .compound].contains(tokens[noun].relation) { noun = next }
    return noun
  }

  private mutating func lend(_ source: Role, of head: Int, as role: Role, to verb: Int) {
    copy(source, of: head, as: role, to: verb)
    copy(source, of: head, as: .surface, to: verb)
  }

  private mutating func lendToken(_ token: Int, as role: Role, to verb: Int) {
    table.add(role, token, to: verb)
    table.add(.surface, token, to: verb)
  }

  /// Whose action an infinitive under a verb is: that of the verb's object if it has one, else of its subject.
  private func controller(of head: Int, infinitive: Bool) -> Role {
    // "called for Orlov to be removed"
    if infinitive, let beneficiary = lexicon.roles.role("for"), table.hasArgument(head, beneficiary) {
      return beneficiary
    }
    if table.frames[head].isPassive { return .surface }
    return table.hasArgument(head, .object) ? .object : .surface
  }

  private mutating func inheritFromNoun(_ verb: Int, noun: Int, role: Role) {
    let isInfinitive = tokens[verb].pennTag == .vb
    let isPlan = table.frames[noun].symbol.flatMap { lexicon.governors[$0] } != nil
    if isInfinitive, isPlan || table.hasArgument(noun, .possessor) {
      lend(.possessor, of: noun, as: role, to: verb)
    } else if isGerundPhrase(verb) {
      lendToGerund(verb, under: noun, as: role)
    } else {
      lendToken(noun, as: role, to: verb)
    }
  }

  /// "for directing", "in having founded": a gerund with a preposition.
  private func isGerundPhrase(_ verb: Int) -> Bool {
    guard let mark = syntax.dependent(of: verb, .mark), tokens[mark].tag != .part else { return false }
    return tokens[verb].pennTag == .vbg
      || syntax.dependents(of: verb).contains {
        tokens[Int($0)].pennTag == .vbg && tokens[Int($0)].tag == .aux
      }
  }

  /// "won acclaim for directing", "his part in founding": what somebody did whose the noun is, or who has what it means.
  private mutating func lendToGerund(_ verb: Int, under noun: Int, as role: Role) {
    if table.hasArgument(noun, .possessor) { return lend(.possessor, of: noun, as: role, to: verb) }
    guard let governor = tokens[noun].head, tokens[governor].tag == .verb || tokens[noun].relation == .nmod
    else { return lendToken(noun, as: role, to: verb) }
    if table.hasArgument(governor, .surface) {
      lend(.surface, of: governor, as: role, to: verb)
    } else if table.hasArgument(governor, .possessor) {
      lend(.possessor, of: governor, as: role, to: verb)
    }
  }

  /// A relative clause without relative pronoun, or with one that is not its subject.
  private mutating func fillGap(_ verb: Int, noun: Int, role: Role) {
    if !hasRelativizer(verb) || tokens[verb].pennTag == .vbg { lendToken(noun, as: role, to: verb) }
  }

  private func hasRelativizer(_ verb: Int) -> Bool {
    syntax.dependents(of: verb).contains { child in
      isRelativizer(Int(child)) || syntax.dependents(of: Int(child)).contains { isRelativizer(Int($0)) }
    }
  }

  private func isFiniteOrParticiple(_ verb: Int) -> Bool {
    switch tokens[verb].pennTag {
    case .vbd, .vbn, .vbg, .vbz: true
    default: false
    }
  }

  // MARK: Coordination

  /// "founded and led the party": an object or phrase behind the last verb belongs to both.
  private mutating func shareObjects(_ verb: Int) {
    if tokens[verb].relation == .aclRelcl, table.hasArgument(verb, .subject),
      !table.hasArgument(verb, .object),
      !table.frames[verb].isPassive, !hasRelativizer(verb), let noun = tokens[verb].head
    {
      table.add(.object, noun, to: verb)
    }
    guard tokens[verb].relation == .conj, let first = tokens[verb].head, tokens[first].tag == .verb else {
      return
    }
    // "was born and raised in Split": a passive has its object in front.
    if !table.hasArgument(verb, .object) || table.frames[verb].isPassive {
      shareArguments(of: first, with: verb, behind: verb)
    }
    if !table.hasArgument(first, .object), !table.frames[first].isPassive, isAdjacent(first, verb) {
      copy(.object, of: verb, as: .object, to: first)
    }
    if isAdjacent(first, verb) { sharePhrases(of: verb, with: first) }
  }

  private mutating func shareArguments(of first: Int, with verb: Int, behind position: Int) {
    var node = table.firstNode(first)
    while node >= 0 {
      let argument = table.argument(at: node)
      node = table.node(after: node)
      let canShare =
        argument.role == .object && !table.frames[verb].isPassive || argument.role.isPreposition
      if canShare, argument.token > position { table.add(argument.role, argument.token, to: verb) }
    }
  }

  /// "lived and worked in Split": a phrase behind the second verb belongs to the first as well, unless that has its own.
  private mutating func sharePhrases(of verb: Int, with first: Int) {
    var node = table.firstNode(verb)
    while node >= 0 {
      let argument = table.argument(at: node)
      node = table.node(after: node)
      guard argument.role.isPreposition, argument.token > verb, !table.hasArgument(first, argument.role)
      else { continue }
      table.add(argument.role, argument.token, to: first)
    }
  }

  /// Whether only conjunctions and commas stand between two verbs.
  private func isAdjacent(_ first: Int, _ second: Int) -> Bool {
    first < second
      && (first + 1..<second).allSatisfy { [.cconj, .punct, .adv, .aux].contains(tokens[$0].tag) }
  }
}
