/// Reads predicates and their arguments off the trees of a text: the general grammar of English, written once,
/// so that rules need not know about voice, control, relative clauses, apposition or coordination.
///
/// Linear in the number of tokens but for the spans of unusually deep coordinations.
struct FrameExtractor: Sendable {
  let lexicon: PredicateLexicon
  let symbols: Symbols
  let words: ValueWords

  /// The frames of all tokens; `sentences` tell where questions end.
  func extract(tokens: [Token], sentences: [Sentence]) -> FrameTable {
    extract(SyntaxIndex(tokens), sentences: sentences)
  }

  /// - Parameter lists: for each token, the next name of a list that it heads a name of, or -1.
  func extract(_ syntax: SyntaxIndex, sentences: [Sentence], lists: [Int32] = []) -> FrameTable {
    var builder = FrameBuilder(
      lexicon: lexicon, symbols: symbols, words: words, syntax: syntax, lists: lists)
    builder.assignSymbols()
    for token in syntax.topDown { builder.addFrame(Int(token)) }
    builder.markQuestions(sentences)
    return builder.table
  }
}

/// Builds the table from the root of each tree downwards, so that what is inherited is already there.
struct FrameBuilder {
  let lexicon: PredicateLexicon
  let symbols: Symbols
  let words: ValueWords
  let syntax: SyntaxIndex
  var table: FrameTable
  let lists: [Int32]
  /// The names that continue a list: they are no appositions, whatever the parser says.
  let listed: Set<Int32>

  init(
    lexicon: PredicateLexicon, symbols: Symbols, words: ValueWords, syntax: SyntaxIndex, lists: [Int32]
  ) {
    self.lexicon = lexicon
    self.symbols = symbols
    self.words = words
    self.syntax = syntax
    self.lists = lists
    listed = Set(lists.filter { $0 >= 0 })
    table = FrameTable(tokenCount: syntax.tokens.count)
  }

  var tokens: [Token] { syntax.tokens }

  mutating func assignSymbols() {
    for (index, token) in tokens.enumerated() {
      switch token.tag {
      case .verb, .noun, .adj, .aux, .num, .adv, .x: break
      case .propn: break
      case .pron where token.form.hasSuffix("self"): break
      default: continue
      }
      table.frames[index].symbol = symbol(of: token, at: index)
      if token.tag != .verb, let first = token.form.unicodeScalars.first, first.properties.isUppercase {
        // "Arabic: …" names the language of what follows.
        let isLabel = index + 1 < tokens.count && tokens[index + 1].form == ":"
        table.frames[index].isNation = !isLabel && words.isNationality(token.form)
        table.frames[index].isBelief = words.isReligion(token.form)
      }
      if token.tag == .noun || token.tag == .propn {
        let lemma = token.tag == .propn ? token.lemma.lowercased() : token.lemma
        var classes = WordClasses(of: lemma)
        let isPlain = classes.isEmpty || classes == .person
        if isPlain, token.tag == .noun, words.isAgentNoun(lemma) { classes = [.person, .role] }
        table.frames[index].classes = classes
      }
      if token.tag == .noun, let symbol = table.frames[index].symbol,
        let event = lexicon.eventNouns[symbol]
      {
        table.frames[index].nominalVerb = event.verb
      }
    }
  }

  private func symbol(of token: Token, at index: Int) -> Symbols.Symbol? {
    let lemma = token.tag == .propn ? token.lemma.lowercased() : token.lemma
    if token.tag == .verb, let particle = syntax.dependent(of: index, .compoundPrt),
      let symbol = symbols.symbol(lemma + "_" + tokens[particle].lemma)
    {
      return symbol
    }
    if token.tag == .verb, index + 1 < tokens.count, tokens[index + 1].head == index,
      tokens[index + 1].relation == .advmod,
      let symbol = symbols.symbol(lemma + "_" + tokens[index + 1].lemma)
    {
      return symbol
    }
    if token.tag == .propn, index + 1 < tokens.count, tokens[index + 1].head == index,
      let symbol = symbols.symbol(lemma + "-" + tokens[index + 1].lemma.lowercased())
    {
      return symbol
    }
    return symbols.symbol(lemma)
  }

  mutating func addFrame(_ index: Int) {
    switch tokens[index].tag {
    case .verb: addVerb(index)
    case .noun, .propn, .pron, .num, .x, .sym: addNominal(index)
    // "some of the songwriters"
    case .det where syntax.hasDependent(index, .nmod): addNominal(index)
    case .adj, .adv: addAdjective(index)
    case .aux where syntax.tokens[index].relation == .root || syntax.hasDependent(index, .nsubj):
      addVerb(index)
    default: break
    }
  }

  mutating func markQuestions(_ sentences: [Sentence]) {
    for sentence in sentences {
      guard let last = sentence.tokens.last, tokens[last].form == "?" else { continue }
      for index in sentence.tokens {
        table.frames[index].factuality = table.frames[index].factuality.combined(with: .question)
      }
    }
  }

  // MARK: What arguments are

  /// The noun that a relative pronoun stands for; other tokens stand for themselves.
  func referent(of index: Int) -> Int {
    guard index >= 0 else { return index }
    guard isRelativizer(index) else { return index }
    var current = index
    while let head = tokens[current].head {
      if tokens[current].relation == .aclRelcl { return head }
      // "a novelist whose works include …", with the clause hung on the noun by another name.
      let isClause = tokens[current].relation == .parataxis || tokens[current].relation == .acl
      if isClause, head < index, tokens[head].tag == .noun || tokens[head].tag == .propn { return head }
      current = head
    }
    return nounBefore(relativizer: index) ?? index
  }

  /// What stands right before a relative pronoun whose clause was hung on a verb: ", from which", ", where".
  private func nounBefore(relativizer: Int) -> Int? {
    guard tokens[relativizer].relation != .mark, tokens[relativizer].form.first?.isLowercase == true else {
      return nil
    }
    var noun = relativizer - 1
    if noun > 0, tokens[noun].tag == .adp { noun -= 1 }
    guard noun > 0, tokens[noun].form == "," || noun != relativizer - 1 else { return nil }
    if tokens[noun].form == "," { noun -= 1 }
    guard noun >= 0, [.noun, .propn].contains(tokens[noun].tag) else { return nil }
    while let next = tokens[noun].head, [.flat, .compound].contains(tokens[noun].relation) { noun = next }
    // "the University of Zagreb, where": the name, not its last word.
    if let head = tokens[noun].head, head < noun, tokens[noun].relation == .nmod, tokens[noun].tag == .propn,
      tokens[head].tag == .propn
    {
      return head
    }
    return noun
  }

  func isRelativizer(_ index: Int) -> Bool {
    switch tokens[index].pennTag {
    case .wp, .wdt, .wpDollar: true
    case .wrb: tokens[index].lemma == "where"
    default: false
    }
  }

  /// Adds a token and what is coordinated with it.
  mutating func addSpread(_ role: Role, _ token: Int, to predicate: Int) {
    table.add(role, referent(of: token), to: predicate)
    if token < lists.count, lists[token] >= 0 {
      let next = Int(lists[token])
      // A name with a preposition of its own is no member of the list.
      if preposition(of: next) == nil || tokens[next].relation == .conj {
        addSpread(role, next, to: predicate)
      }
    }
    for child in syntax.dependents(of: token) where tokens[Int(child)].relation == .conj {
      let conjunct = Int(child)
      if startsClause(conjunct) { continue }
      let own = role.isPreposition ? preposition(of: conjunct) : nil
      addSpread(own ?? role, conjunct, to: predicate)
    }
  }

  /// Whether a conjunct is a clause of its own, wrongly or rightly coordinated with a noun.
  private func startsClause(_ index: Int) -> Bool {
    if tokens[index].tag == .verb { return tokens[tokens[index].head ?? index].tag != .verb }
    if isSubjectOfNextClause(index) { return true }
    return syntax.hasDependent(index, .nsubj) && syntax.hasDependent(index, .cop)
  }

  /// "was removed from his post, and the council was dissolved", with the council hung on the post: the verb that
  /// follows has no subject.
  private func isSubjectOfNextClause(_ conjunct: Int) -> Bool {
    guard let conjunction = syntax.dependent(of: conjunct, .cc), conjunction > 0,
      tokens[conjunction - 1].form == ",", let first = tokens[conjunct].head, let verb = tokens[first].head,
      tokens[verb].tag == .verb
    else { return false }
    return syntax.dependents(of: verb).contains { child in
      let next = Int(child)
      return next > conjunct && tokens[next].relation == .conj && tokens[next].tag == .verb
        && ![.cc, .nsubj, .nsubjPass].contains { syntax.hasDependent(next, $0) }
    }
  }

  /// The role that the preposition before a noun gives it.
  func preposition(of index: Int) -> Role? {
    if let own = ownPreposition(of: index) { return own }
    // "at Fort George", with "at" hung on the first word of the name.
    for child in syntax.dependents(of: index) where child < index {
      let token = Int(child)
      guard [.compound, .flat, .amod].contains(tokens[token].relation),
        [.propn, .noun].contains(tokens[token].tag)
      else { continue }
      if let role = ownPreposition(of: token) { return role }
    }
    return nil
  }

  private func ownPreposition(of index: Int) -> Role? {
    var found: Role?
    var previous = ""
    for child in syntax.dependents(of: index) where tokens[Int(child)].relation == .case {
      let token = Int(child)
      var name = tokens[token].form.lowercased()
      if name == "with", token > 0, ["along", "together"].contains(tokens[token - 1].form.lowercased()) {
        name = tokens[token - 1].form.lowercased() + "_with"
      }
      for part in syntax.dependents(of: token) where tokens[Int(part)].relation == .fixed {
        name += "_" + tokens[Int(part)].form.lowercased()
      }
      if !previous.isEmpty, let joined = lexicon.roles.role(previous + "_" + name) {
        found = joined
      } else if let role = lexicon.roles.role(name) {
        found = role
      } else if let role = lexicon.roles.role(tokens[token].form.lowercased()), found == nil {
        found = role
      }
      previous = name
    }
    return found
  }

  /// Copies the tokens that `source` has in one role to another role of `target`.
  @discardableResult
  mutating func copy(_ role: Role, of source: Int, as newRole: Role, to target: Int) -> Bool {
    var copied = false
    var node = table.firstNode(source)
    while node >= 0 {
      let argument = table.argument(at: node)
      node = table.node(after: node)
      guard argument.role == role else { continue }
      table.add(newRole, argument.token, to: target)
      copied = true
    }
    return copied
  }
}
