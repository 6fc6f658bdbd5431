/// Puts phrases where they belong once the names and their kinds are known: prepositions at their names, names at the
/// nouns for people before them, titles at titles, a life in brackets at its person.
///
/// Linear in the number of tokens but for short looks around and the depth of the trees.
struct NamedPhraseRepair {
  private var tokens: [Token]
  /// For each token, the kind of the name that it is part of.
  private let kinds: [EntityKind?]

  /// Mends the trees of all sentences; call it when the names are known.
  static func apply(to reading: inout Reading) {
    var repair = NamedPhraseRepair(tokens: reading.tokens, kinds: reading.kindsOfTokens)
    var next = 0
    for sentence in reading.sentences {
      while next < reading.names.count, reading.names[next].tokens.lowerBound < sentence.tokens.upperBound {
        repair.gatherMarkers(of: reading.names[next], in: sentence.tokens)
        repair.renamePerson(reading.names[next], in: sentence.tokens)
        repair.makeSubject(reading.names[next], in: sentence.tokens)
        next += 1
      }
      for token in sentence.tokens {
        repair.raiseLife(token, in: sentence.tokens)
        repair.joinTitles(token, in: sentence.tokens)
        repair.raiseCompany(token)
        repair.completeVerb(token, in: sentence.tokens)
      }
    }
    reading.tokens = repair.tokens
  }

  /// "a member of the Split-Zadar Academy", with "of" at "Split": what stands before a name marks the whole of it.
  private mutating func gatherMarkers(of name: NameSpan, in sentence: Range<Int>) {
    guard let head = tokens.governor(of: name.tokens) else { return }
    let start = name.tokens.lowerBound
    for index in max(sentence.lowerBound, start - 4)..<start
    where tokens[index].relation == .case || tokens[index].relation == .det {
      guard let noun = tokens[index].head, noun != head, name.tokens.contains(noun) else { continue }
      tokens[index].head = head
      if tokens[index].relation == .case, tokens[head].relation == .appos, tokens[head].head == index - 1 {
        tokens[head].relation = .nmod
      }
    }
  }

  /// "Her brothers Ivan Marin and Luka Marin sang", "the singer and actor Ivan Marin": a person's name right behind a noun
  /// for people renames it, where both were taken for the subject, or both for one name.
  private mutating func renamePerson(_ name: NameSpan, in sentence: Range<Int>) {
    guard name.kind == .person, let head = tokens.governor(of: name.tokens),
      name.tokens.lowerBound > sentence.lowerBound
    else { return }
    let noun = name.tokens.lowerBound - 1
    guard tokens[noun].tag == .noun, kinds[noun] == nil, isTitle(noun),
      isSubject(noun) && isSubject(head) && tokens[noun].head == tokens[head].head
        || tokens[head].head == noun && tokens[head].relation == .flat
    else { return }
    tokens[head].head = noun
    tokens[head].relation = .appos
  }

  /// "Ana Kovač directed the choir of Zadar": where a sentence has no finite verb, what looks like a participle behind the
  /// name that opens it is its verb.
  private mutating func makeSubject(_ name: NameSpan, in sentence: Range<Int>) {
    let verb = name.tokens.upperBound
    guard name.tokens.lowerBound == sentence.lowerBound, verb < sentence.upperBound,
      let head = tokens.governor(of: name.tokens), tokens[head].head == nil, tokens[verb].head == head,
      tokens[verb].relation == .acl, tokens[verb].pennTag == .vbn, !sentence.contains(where: isFinite),
      sentence.contains(where: { tokens[$0].head == verb && tokens[$0].relation == .obj })
    else { return }
    for index in sentence where index > verb && tokens[index].head == head { tokens[index].head = verb }
    tokens[verb].head = nil
    tokens[verb].relation = .root
    tokens[verb].pennTag = .vbd
    tokens[head].head = verb
    tokens[head].relation = .nsubj
  }

  private func isFinite(_ token: Int) -> Bool {
    tokens[token].tag == .aux || [.vbd, .vbz, .vbp, .md].contains(tokens[token].pennTag)
  }

  /// "studied singing under Ivan Marin": a gerund right behind its verb completes it.
  private mutating func completeVerb(_ gerund: Int, in sentence: Range<Int>) {
    guard gerund > sentence.lowerBound, tokens[gerund].pennTag == .vbg, tokens[gerund].relation == .advcl,
      tokens[gerund].head == gerund - 1, tokens[gerund - 1].tag == .verb
    else { return }
    tokens[gerund].relation = .xcomp
  }

  /// "Ana Kovač of Zadar (1 May 1900 – 3 June 1950)": a place has no life.
  private mutating func raiseLife(_ date: Int, in sentence: Range<Int>) {
    guard date > sentence.lowerBound, tokens[date - 1].form == "(", let place = tokens[date].head,
      kinds[place] != .person, tokens[place].relation == .nmod, let person = tokens[place].head,
      person < place, kinds[person] == .person,
      let end = sentence.first(where: { $0 > date && tokens[$0].form == ")" })
    else { return }
    let years = (date..<end).filter { tokens[$0].form.count == 4 && tokens[$0].form.allSatisfy(\.isNumber) }
    let dashes = (date..<end).contains { ["–", "-", "—"].contains(tokens[$0].form) }
    guard years.count == 2, dashes else { return }
    tokens[date].head = person
  }

  /// "professor at the University of Zagreb and a fellow of Marlow School", "was appointed secretary, and a member of":
  /// what somebody is besides is coordinated with what somebody is, not with a body or a verb.
  private mutating func joinTitles(_ title: Int, in sentence: Range<Int>) {
    guard tokens[title].relation == .conj, isTitle(title), kinds[title] == nil, let head = tokens[title].head,
      head < title, !isTitle(head), kinds[head] != .person, hasDependent(title, .cc), hasArticle(title),
      !hasDependent(title, .case), !hasDependent(title, .cop), !hasDependent(title, .nsubj)
    else { return }
    var found: Int?
    if tokens[head].tag == .verb {
      found = (head..<title).first { index in
        tokens[index].head == head && isTitle(index) && kinds[index] == nil
          && [.xcomp, .obj].contains(tokens[index].relation)
      }
    } else {
      var current = head
      while found == nil, let next = tokens[current].head, next < current, isNominal(next) {
        if isTitle(next) { found = next }
        current = next
      }
    }
    guard let found, !tokens.dominates(title, found) else { return }
    tokens[title].head = found
  }

  /// "sang together with Ivan Marin": the company belongs to the verb.
  private mutating func raiseCompany(_ marker: Int) {
    guard tokens[marker].form == "with", tokens[marker].relation == .case, marker > 0,
      tokens[marker - 1].form.lowercased() == "together", let company = tokens[marker].head,
      tokens[company].head == marker - 1, let verb = tokens[marker - 1].head, tokens[verb].tag == .verb
    else { return }
    tokens[company].head = verb
    tokens[company].relation = .obl
  }

  // MARK: Words

  private func isSubject(_ token: Int) -> Bool {
    tokens[token].relation == .nsubj || tokens[token].relation == .nsubjPass
  }

  private func isNominal(_ token: Int) -> Bool { [.noun, .propn].contains(tokens[token].tag) }

  /// A common noun for a person, capitalised or not.
  private func isTitle(_ token: Int) -> Bool {
    guard isNominal(token) else { return false }
    return !WordClasses(of: tokens[token].lemma.lowercased()).isDisjoint(with: [.person, .kin, .role])
  }

  private func hasArticle(_ noun: Int) -> Bool {
    tokens.indices[max(0, noun - 5)..<noun].contains {
      tokens[$0].head == noun && ["a", "an"].contains(tokens[$0].form.lowercased())
    }
  }

  private func hasDependent(_ token: Int, _ relation: DependencyRelation) -> Bool {
    tokens.indices[max(0, token - 12)..<token].contains {
      tokens[$0].head == token && tokens[$0].relation == relation
    }
  }
}
