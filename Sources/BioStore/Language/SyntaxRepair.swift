/// Mends what a greedy parser gets wrong most often in biographies, once the names and their kinds are known.
///
/// A greedy parser decides without seeing what follows, and without knowing that a name is a person. Two
/// decisions suffer: what a relative clause belongs to, and that a name behind a comma renames the noun before it.
/// Linear in the number of tokens but for the depth of the trees.
struct SyntaxRepair {
  private var tokens: [Token]
  /// For each token, the kind of the name that it is part of.
  private let kinds: [EntityKind?]

  /// Mends the trees of all sentences.
  static func repair(_ reading: inout Reading) {
    var repair = SyntaxRepair(tokens: reading.tokens, kinds: reading.kindsOfTokens)
    var next = 0
    for sentence in reading.sentences {
      while next < reading.names.count, reading.names[next].tokens.lowerBound < sentence.tokens.upperBound {
        repair.attachApposition(reading.names[next], in: sentence.tokens)
        next += 1
      }
      for token in sentence.tokens { repair.attachRelativeClause(of: token, in: sentence.tokens) }
      repair.raiseMainVerb(in: sentence.tokens)
    }
    reading.tokens = repair.tokens
  }

  // MARK: Relative clauses

  /// "…, the poet Rui Matos, whom she married": the clause belongs to the nearest noun before its pronoun that can be
  /// meant.
  private mutating func attachRelativeClause(of pronoun: Int, in sentence: Range<Int>) {
    if tokens[pronoun].pennTag == .wdt, tokens[pronoun].form == "which" {
      return attachClauseOfThing(pronoun, in: sentence)
    }
    guard isRelativePronoun(pronoun), let before = lastNominal(before: pronoun, in: sentence),
      let clause = clause(of: pronoun, in: sentence)
    else { return }
    guard let antecedent = antecedent(from: before, for: pronoun), antecedent != tokens[clause].head,
      !tokens.dominates(clause, antecedent) || releaseMainClause(clause, from: antecedent, in: sentence)
    else { return }
    guard !tokens.dominates(clause, antecedent) else { return }
    tokens[clause].head = antecedent
    tokens[clause].relation = .aclRelcl
  }

  /// "the singer of the band The Salt Band, which she formed": "which" means no person, so its clause belongs to the thing
  /// named last.
  private mutating func attachClauseOfThing(_ pronoun: Int, in sentence: Range<Int>) {
    guard let clause = clause(of: pronoun, in: sentence), let governor = tokens[clause].head,
      let thing = lastNominal(before: pronoun, in: sentence).map(nameHead), !isHuman(thing),
      governor != thing,
      !tokens.dominates(clause, thing)
    else { return }
    let isWrong =
      tokens[clause].relation != .aclRelcl || isHuman(governor)
      // "the music for The Salt Road, which": a work or body rather than what it is part of.
      || kinds[thing] == .work && kinds[governor] == nil
    let isCoordinated = tokens[clause].relation == .conj && hasDependent(clause, .cc)
    guard isWrong, !isCoordinated, tokens[clause].relation != .ccomp else { return }
    tokens[clause].head = thing
    tokens[clause].relation = .aclRelcl
  }

  private func isRelativePronoun(_ token: Int) -> Bool {
    switch tokens[token].pennTag {
    case .wp: ["who", "whom"].contains(tokens[token].form.lowercased())
    case .wpDollar: true
    default: false
    }
  }

  /// The noun or name that ends right before a relative pronoun: before "who", ", who", ", with whom".
  private func lastNominal(before pronoun: Int, in sentence: Range<Int>) -> Int? {
    var token = pronoun - 1
    if token > sentence.lowerBound, tokens[token].tag == .adp { token -= 1 }
    if token > sentence.lowerBound, tokens[token].form == "," { token -= 1 }
    if token > sentence.lowerBound, tokens[token].form == ")" {
      while token > sentence.lowerBound, tokens[token].form != "(" { token -= 1 }
      token -= 1
    }
    guard token >= sentence.lowerBound, isNominal(token) || kinds[token] != nil else { return nil }
    return phraseHead(token)
  }

  private func isNominal(_ token: Int) -> Bool { [.noun, .propn].contains(tokens[token].tag) }

  /// The head of the noun phrase that a word ends.
  private func phraseHead(_ token: Int) -> Int {
    var current = token
    while let head = tokens[current].head,
      [.flat, .compound, .fixed, .goeswith, .nummod, .nmodUnmarked].contains(tokens[current].relation)
    {
      current = head
    }
    return current
  }

  /// The head of the name that a word is part of: "Road" in "The Road of Salt".
  private func nameHead(_ token: Int) -> Int {
    guard let kind = kinds[token] else { return token }
    var current = token
    while let head = tokens[current].head, head < current, kinds[head...current].allSatisfy({ $0 == kind }) {
      current = head
    }
    return current
  }

  /// The root of the clause that a relative pronoun opens: the first predicate above it that stands behind it.
  private func clause(of pronoun: Int, in sentence: Range<Int>) -> Int? {
    var current = pronoun
    while let head = tokens[current].head {
      current = head
      if current < pronoun { return nil }
      if tokens[current].tag == .verb || hasDependent(current, .cop) { return current }
    }
    return current > pronoun && tokens[current].tag == .aux ? current : nil
  }

  /// The nearest noun for a human being: what stands before the pronoun, or what that belongs to ("the mayor of Genoa,
  /// who").
  private func antecedent(from start: Int, for pronoun: Int) -> Int? {
    var current = start
    while true {
      if isHuman(current) { return current }
      guard let head = tokens[current].head, head < current, isNominal(head),
        [.nmod, .appos, .conj, .nmodPoss].contains(tokens[current].relation)
      else { return nil }
      current = phraseHead(head)
    }
  }

  private func isHuman(_ token: Int) -> Bool {
    if let kind = kinds[token] { return kind == .person }
    guard tokens[token].tag == .noun else { return false }
    return !WordClasses(of: tokens[token].lemma.lowercased()).isDisjoint(with: [.person, .kin, .role])
  }

  /// "His wife, Ayşe, with whom he had two sons, died": where the clause swallowed its own antecedent and the main
  /// verb, gives both back. Returns whether it could.
  private mutating func releaseMainClause(_ clause: Int, from antecedent: Int, in sentence: Range<Int>)
    -> Bool
  {
    guard
      let main = sentence.first(where: { token in
        token > clause && tokens[token].head == clause && tokens[token].tag == .verb
          && [.conj, .parataxis].contains(tokens[token].relation) && tokens[token - 1].form == ","
          && [.vbd, .vbz, .vbp].contains(tokens[token].pennTag)
      })
    else { return false }
    var top = antecedent
    while let head = tokens[top].head, head != clause { top = head }
    guard tokens[top].head == clause, top < clause else { return false }
    tokens[main].head = tokens[clause].head
    tokens[main].relation = tokens[clause].relation
    tokens[top].head = main
    tokens[top].relation = .nsubj
    return true
  }

  /// "His wife, Ayşe, with whom he had two sons, died": a sentence without a verb of its own has the last one of the
  /// relative clause that stands behind a comma and lacks a subject.
  private mutating func raiseMainVerb(in sentence: Range<Int>) {
    guard let root = sentence.first(where: { tokens[$0].head == nil }), isNominal(root),
      !sentence.contains(where: { tokens[$0].head == root && tokens[$0].relation == .cop }),
      let clause = sentence.first(where: { token in
        token > root && tokens[token].relation == .aclRelcl && tokens.dominates(root, token)
      }),
      let main = sentence.last(where: { token in
        token > clause && tokens[token].head == clause && isFiniteVerb(token) && tokens[token - 1].form == ","
      }), !sentence.contains(where: { isSubjectOrConjunction($0, of: main) })
    else { return }
    tokens[main].head = nil
    tokens[main].relation = .root
    tokens[root].head = main
    tokens[root].relation = .nsubj
  }

  private func isFiniteVerb(_ token: Int) -> Bool {
    tokens[token].tag == .verb && [.vbd, .vbz, .vbp].contains(tokens[token].pennTag)
  }

  private func isSubjectOrConjunction(_ token: Int, of verb: Int) -> Bool {
    tokens[token].head == verb && [.nsubj, .nsubjPass, .cc].contains(tokens[token].relation)
  }

  private func isWork(_ token: Int) -> Bool {
    guard tokens[token].tag == .noun else { return false }
    let classes: WordClasses = [.work, .book, .show, .musicWork, .artwork]
    return !WordClasses(of: tokens[token].lemma.lowercased()).isDisjoint(with: classes)
  }

  // MARK: Appositions

  /// "his wife, the dancer Clara Vidal", "two painters, Olav Lie and Nils Berg": a person's name behind a comma that
  /// no grammar can explain otherwise renames the noun for a person before it.
  private mutating func attachApposition(_ name: NameSpan, in sentence: Range<Int>) {
    guard let kind = name.kind, kind == .person || kind == .work,
      let governor = tokens.governor(of: name.tokens)
    else { return }
    var top = governor
    // "the dancer Clara Vidal" hangs on "dancer".
    if let head = tokens[top].head, head < top, [.appos, .flat].contains(tokens[top].relation),
      isNominal(head), kinds[head] == nil
    {
      top = head
    }
    guard isUnexplained(top), let start = phraseStart(of: min(top, name.tokens.lowerBound), in: sentence),
      start > sentence.lowerBound + 1, tokens[start - 1].form == ",",
      isNominal(start - 2)
    else { return }
    let noun = phraseHead(start - 2)
    guard let renamed = renamedNoun(noun, kind: kind), !tokens.dominates(top, renamed),
      tokens[top].head != renamed
    else {
      return
    }
    tokens[top].head = renamed
    tokens[top].relation = .appos
  }

  /// Whether a noun's relation to its governor cannot be right: an object of a noun, a member of a list without "and"
  /// after a noun in the plural, a loose part of the sentence.
  private func isUnexplained(_ token: Int) -> Bool {
    guard let head = tokens[token].head else { return false }
    switch tokens[token].relation {
    case .obj, .nsubj: return isNominal(head)
    case .obl, .oblUnmarked, .nmod, .nmodUnmarked: return !hasDependent(token, .case)
    case .parataxis, .dep, .list, .xcomp: return true
    case .conj: return head < token && tokens[head].pennTag == .nns && !hasDependent(token, .cc)
    default: return false
    }
  }

  /// Whether one of the few words before a token hangs on it with that relation.
  private func hasDependent(_ token: Int, _ relation: DependencyRelation) -> Bool {
    tokens.indices[max(0, token - 12)..<token].contains {
      tokens[$0].head == token && tokens[$0].relation == relation
    }
  }

  /// The first word of a noun phrase: its determiners, adjectives and compounds included.
  private func phraseStart(of token: Int, in sentence: Range<Int>) -> Int? {
    var start = token
    while start > sentence.lowerBound, [.det, .adj, .noun, .propn, .num].contains(tokens[start - 1].tag) {
      start -= 1
    }
    return start
  }

  /// The noun for a person that a name behind a comma can rename: the last one before the comma.
  private func renamedNoun(_ noun: Int, kind: EntityKind) -> Int? {
    var current = noun
    var found: Int?
    while true {
      if kinds[current] == nil, kind == .person ? isHuman(current) : isWork(current) {
        // "a collection of poems, Late Rains": the title is that of the collection.
        found = current
        if kind == .person { return found }
      } else if found != nil {
        return found
      }
      guard tokens[current].relation == .nmod, let head = tokens[current].head, head < current,
        isNominal(head)
      else { return found }
      current = phraseHead(head)
    }
  }
}
