/// Finds the phrases of a reading that may refer to an entity.
struct PhraseFinder {
  let reading: Reading
  let forest: SyntaxForest
  let lexicon: EntityLexicon
  private let names: [NameSpan]
  private var isInName: [Bool]
  private var phrases: [Phrase] = []

  init(_ reading: Reading, forest: SyntaxForest, lexicon: EntityLexicon) {
    self.reading = reading
    self.forest = forest
    self.lexicon = lexicon
    names = reading.names
    isInName = [Bool](repeating: false, count: reading.tokens.count)
    for name in names where name.kind != nil {
      for token in name.tokens { isInName[token] = true }
    }
  }

  /// The phrases in the order of their heads. Linear in the number of tokens.
  static func find(_ reading: Reading, forest: SyntaxForest, lexicon: EntityLexicon) -> [Phrase] {
    var finder = PhraseFinder(reading, forest: forest, lexicon: lexicon)
    for name in finder.names { finder.addName(name) }
    for token in reading.tokens.indices where !finder.isInName[token] { finder.addWord(token) }
    return finder.phrases.sorted { ($0.head, $0.tokens.lowerBound) < ($1.head, $1.tokens.lowerBound) }
  }

  // MARK: Names

  private mutating func addName(_ name: NameSpan) {
    guard let kind = name.kind else { return }
    let tokens = trimmed(name.tokens)
    guard !tokens.isEmpty else { return }
    let head = forest.head(of: tokens)
    var phrase = Phrase(tokens: tokens, head: head, sentence: sentence(of: head), form: .name, kind: kind)
    let forms = tokens.flatMap { reading.tokens[$0].form.split(separator: " ") }
    phrase.key = forms.map { lexicon.spelling(NameFolding.fold($0)) }.filter { !$0.isEmpty }
      .joined(separator: " ")
    phrase.number = isPlural(head) && kind != .place ? .plural : .singular
    phrase.owner = owner(of: head)
    phrase.role = role(of: head)
    phrase.confidence = name.confidence
    if kind == .person { addPerson(forms, to: &phrase) }
    phrases.append(phrase)
  }

  /// The name without "the" in front and without "'s" behind.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var range = tokens
    while let last = range.last, reading.tokens[last].pennTag == .pos || isPossessiveMark(last) {
      range = range.lowerBound..<last
    }
    if range.count > 1, reading.tokens[range.lowerBound].form.lowercased() == "the" {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    return range
  }

  private func isPossessiveMark(_ token: Int) -> Bool {
    let form = reading.tokens[token].form
    return form == "'s" || form == "’s"
  }

  /// Titles that stand before the name but are no part of it tell gender too.
  private func addPerson(_ forms: [Substring], to phrase: inout Phrase) {
    var person = NameOfPerson(words: forms, lexicon: lexicon)
    var before = phrase.tokens.lowerBound - 1
    while before >= 0, forest.sentenceOfToken[before] == phrase.sentence,
      let noun = lexicon.personNoun(NameFolding.fold(reading.tokens[before].form)), noun.isTitle,
      reading.tokens[before].form.startsUppercase
    {
      person.titles.insert(NameFolding.fold(reading.tokens[before].form), at: 0)
      person.gender = person.gender ?? noun.gender
      before -= 1
    }
    phrase.gender = person.gender ?? person.givenGender
    phrase.person = person
  }

  // MARK: Pronouns and nouns

  private mutating func addWord(_ token: Int) {
    let word = reading.tokens[token]
    if word.tag == .punct || word.tag == .verb { return }
    if let pronoun = pronoun(token) {
      var phrase = Phrase(
        tokens: token..<(token + 1), head: token, sentence: sentence(of: token), form: .pronoun)
      phrase.pronoun = pronoun
      phrase.number = pronoun.number
      phrase.gender = pronoun.gender == .male ? .male : pronoun.gender == .female ? .female : nil
      phrase.role = role(of: token)
      phrases.append(phrase)
    } else if word.tag == .noun || word.tag == .propn && isRole(token) {
      addNoun(token)
    } else if word.tag == .num || word.tag == .det || word.tag == .pron {
      addCount(token)
    }
  }

  private func pronoun(_ token: Int) -> EntityLexicon.Pronoun? {
    let word = reading.tokens[token]
    guard word.tag == .pron || word.tag == .det || word.tag == .x || word.tag == .sconj,
      let pronoun = lexicon.pronouns[word.form.lowercased()]
    else { return nil }
    if pronoun.use == .relative {
      guard word.tag == .pron || word.tag == .det, isRelative(token) else { return nil }
    }
    if word.relation == .expl { return nil }
    return pronoun
  }

  /// Whether a token stands in a relative clause.
  private func isRelative(_ token: Int) -> Bool { antecedentHead(of: token) != nil }

  private func antecedentHead(of token: Int) -> Int? {
    PhraseGeometry.antecedentHead(of: token, in: forest)
  }

  /// A capital role or title that is no name: "the Queen", "Fellow of the Zadar Society".
  private func isRole(_ token: Int) -> Bool {
    let lemma = reading.tokens[token].lemma.lowercased()
    return lexicon.personNoun(lemma) != nil || WordClasses(of: lemma).contains(.role)
  }

  private mutating func addNoun(_ token: Int) {
    let word = reading.tokens[token]
    if word.relation == .flat || word.relation == .fixed { return }
    let lemma = word.lemma.lowercased()
    let classes = WordClasses(of: lemma)
    let person = lexicon.personNoun(lemma)
    let isPerson = person != nil || lexicon.groupSize(lemma) != nil
    guard let kind = isPerson ? .person : EntityKind(nounOf: classes) else { return }
    if word.relation == .compound, !isBesideName(token) { return }
    var phrase = Phrase(
      tokens: basePhrase(of: token), head: token, sentence: sentence(of: token), form: .description,
      kind: kind)
    phrase.number = isPlural(token) ? .plural : .singular
    phrase.gender = person?.gender ?? classes.gender
    phrase.classes = classes
    phrase.relation = person?.relation
    phrase.key = lemma
    phrase.owner = owner(of: token)
    phrase.determiner = determiner(of: token)
    phrase.role = role(of: token)
    phrases.append(phrase)
  }

  /// "the two", "both", "the latter": groups without a noun.
  private mutating func addCount(_ token: Int) {
    let word = reading.tokens[token]
    guard lexicon.groupSize(word.form.lowercased()) != nil, isNominal(token) else { return }
    var phrase = Phrase(
      tokens: token..<(token + 1), head: token, sentence: sentence(of: token), form: .description,
      kind: .person)
    phrase.number = .plural
    phrase.key = word.form.lowercased()
    phrase.determiner = determiner(of: token)
    phrase.role = role(of: token)
    phrases.append(phrase)
  }

  private func isNominal(_ token: Int) -> Bool {
    switch role(of: token) {
    case .subject, .object, .oblique: true
    default: false
    }
  }

  // MARK: Properties

  private func sentence(of token: Int) -> Int { Int(forest.sentenceOfToken[token]) }

  private func isPlural(_ token: Int) -> Bool {
    let tag = reading.tokens[token].pennTag
    return tag == .nns || tag == .nnps
  }

  /// Whether the noun stands right before a name that it describes ("party leader Petra Novak").
  private func isBesideName(_ token: Int) -> Bool {
    let next = token + 1
    return next < isInName.count && isInName[next]
      && forest.sentenceOfToken[next] == forest.sentenceOfToken[token]
  }

  /// The noun with its determiner, adjectives, numerals and possessor in front.
  private func basePhrase(of token: Int) -> Range<Int> {
    var start = token
    for child in forest.children(of: token) where child < token {
      switch reading.tokens[child].relation {
      case .det, .amod, .compound, .nummod, .nmodPoss, .detPredet, .nmodDesc, .advmod:
        start = min(start, Int(forest.leftEdge[child]))
      default: continue
      }
    }
    return start..<(token + 1)
  }

  /// The possessor: "his" in "his wife", "Mary" in "Mary's son" and "son of Mary".
  private func owner(of token: Int) -> Int? {
    if let possessor = forest.child(of: token, .nmodPoss) { return possessor }
    for child in forest.children(of: token) where child > token && reading.tokens[child].relation == .nmod {
      if forest.preposition(of: child) == "of" || forest.preposition(of: child) == "to" { return child }
    }
    return nil
  }

  private func determiner(of token: Int) -> Phrase.Determiner {
    if forest.child(of: token, .nmodPoss) != nil { return .possessive }
    guard let child = forest.child(of: token, .det) else { return .none }
    switch reading.tokens[child].form.lowercased() {
    case "the": return .definite
    case "this", "that", "these", "those": return .demonstrative
    default: return .indefinite
    }
  }

  private func role(of token: Int) -> Phrase.Role { PhraseGeometry.role(of: token, in: forest) }
}

extension EntityKind {
  /// What a common noun of these classes names first of all.
  init?(nounOf classes: WordClasses) {
    if classes.contains(.person) {
      self = .person
    } else if classes.contains(.dwelling) || classes.contains(.prison) {
      self = .place
    } else if classes.contains(.organisation) {
      self = .organisation
    } else if classes.contains(.place) {
      self = .place
    } else if classes.contains(.event) {
      self = .event
    } else if classes.contains(.work) {
      self = .work
    } else {
      return nil
    }
  }
}

extension WordClasses {
  /// The gender that a noun tells by itself.
  var gender: Entity.Gender? {
    contains(.female) == contains(.male) ? nil : contains(.female) ? .female : .male
  }
}

/// Questions about where a phrase stands in its clause.
enum PhraseGeometry {
  /// What a token is in its clause; the members of a coordination share the role of the first.
  static func role(of token: Int, in forest: SyntaxForest) -> Phrase.Role {
    let tokens = forest.tokens
    var current = token
    while tokens[current].relation == .conj, let head = tokens[current].head { current = head }
    switch tokens[current].relation {
    case .nsubj, .nsubjPass, .nsubjOuter, .csubj: return .subject
    case .obj, .iobj: return .object
    case .obl, .oblAgent, .oblUnmarked: return .oblique
    case .nmodPoss: return .possessor
    case .nmod, .compound, .appos, .flat, .nmodDesc, .nmodUnmarked: return .attribute
    default: return forest.child(of: current, .cop) != nil ? .predicate : .other
    }
  }

  /// The noun that a relative pronoun stands for: the governor of the relative clause around it.
  static func antecedentHead(of token: Int, in forest: SyntaxForest) -> Int? {
    var current = token
    var steps = 0
    while let head = forest.tokens[current].head, steps < 6 {
      switch forest.tokens[current].relation {
      case .aclRelcl: return head < token ? head : nil
      case .ccomp,
        .advcl where current != token:
        return nil
      default: current = head
      }
      steps += 1
    }
    return nil
  }

  /// The predicate of the clause around a token: the nearest governor that is no part of a noun phrase.
  static func clause(of token: Int, in forest: SyntaxForest) -> Int {
    var current = token
    var steps = 0
    while let head = forest.tokens[current].head, steps < 40 {
      switch forest.tokens[current].relation {
      case .nsubj, .nsubjPass, .nsubjOuter, .obj, .iobj, .obl, .oblAgent, .oblUnmarked, .expl, .xcomp:
        return head
      case .conj, .acl, .aclRelcl, .advcl, .advclRelcl, .ccomp, .parataxis, .csubj,
        .root
      where forest.tokens[current].tag == .verb:
        return current
      default: current = head
      }
      steps += 1
    }
    return current
  }
}
