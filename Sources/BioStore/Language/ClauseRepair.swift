/// Gives clauses back what a greedy parser takes from them: their verb, the members of a list of verbs, and what "as
/// well as" adds.
struct ClauseRepair {
  static func apply(to tree: inout SentenceTree) {
    raiseVerb(in: &tree)
    lowerRelativeClause(in: &tree)
    lowerSubordinateClause(in: &tree)
    for verb in tree.words where tree.tokens[verb].tag == .verb { joinToVerbBefore(verb, in: &tree) }
    for word in tree.words where tree.tokens[word].form == "well" { joinAddition(at: word, in: &tree) }
    for position in tree.words.indices.dropFirst() {
      joinNouns(at: position, in: &tree)
      raiseObject(at: position, in: &tree)
      joinDescription(at: position, in: &tree)
      raisePredicate(at: position, in: &tree)
    }
  }

  // MARK: The verb of the clause

  /// "In an interview, Kovač listed …": a phrase with a preposition governs no clause; the verb behind it does.
  private static func raiseVerb(in tree: inout SentenceTree) {
    guard let root = tree.words.first(where: { tree.tokens[$0].head == nil }),
      [.noun, .propn, .num].contains(tree.tokens[root].tag), let verb = clause(under: root, in: tree),
      let preposition = tree.dependent(of: root, .case), preposition < root,
      tree.dependent(of: root, .nsubj, .nsubjPass, .cop) == nil
    else { return }
    let moved = tree.dependents(of: root).filter { $0 > verb && tree.tokens[$0].tag != .punct }
    tree.attach(verb, to: nil, as: .root)
    tree.attach(root, to: verb, as: .obl)
    for word in moved where tree.tokens[word].relation != .nmod { tree.tokens[word].head = verb }
  }

  /// A finite verb with a subject of its own between it and the phrase, that no relative pronoun or conjunction opens.
  private static func clause(under root: Int, in tree: SentenceTree) -> Int? {
    tree.dependents(of: root).first { verb in
      guard verb > root, tree.tokens[verb].tag == .verb, isFinite(verb, in: tree),
        [.aclRelcl, .acl, .parataxis, .ccomp, .conj, .advcl, .dep].contains(tree.tokens[verb].relation),
        let subject = tree.dependent(of: verb, .nsubj, .nsubjPass), subject > root, subject < verb
      else { return false }
      return !tree.words.contains { word in
        guard word > root, word < verb else { return false }
        switch tree.tokens[word].pennTag {
        case .wp, .wdt, .wrb, .wpDollar: return true
        default: return tree.tokens[word].head == verb && [.mark, .cc].contains(tree.tokens[word].relation)
        }
      }
    }
  }

  /// "She founded the review, which she led till 1830": where the relative clause governs the main one, turns them round.
  private static func lowerRelativeClause(in tree: inout SentenceTree) {
    guard let clause = tree.words.first(where: { tree.tokens[$0].head == nil }),
      tree.tokens[clause].tag == .verb, let pronoun = relativePronoun(of: clause, in: tree),
      let position = tree.words.firstIndex(of: pronoun), position > 1,
      tree.tokens[tree.words[position - 1]].form == ",",
      let main = tree.dependents(of: clause).last(where: { verb in
        verb < pronoun && tree.tokens[verb].tag == .verb && isFinite(verb, in: tree)
          && [.advcl, .ccomp, .parataxis, .dep].contains(tree.tokens[verb].relation)
          && tree.dependent(of: verb, .nsubj, .nsubjPass) != nil
      }),
      let noun = phraseHead(before: position - 1, in: tree), tree.dominates(main, noun)
    else { return }
    tree.attach(main, to: nil, as: .root)
    tree.attach(clause, to: noun, as: .aclRelcl)
    for word in tree.dependents(of: clause) where word < pronoun { tree.tokens[word].head = main }
  }

  /// "Though it was small, she liked the house": where the clause behind the conjunction governs the main one, turns them
  /// round.
  private static func lowerSubordinateClause(in tree: inout SentenceTree) {
    guard let clause = tree.words.first(where: { tree.tokens[$0].head == nil }),
      let mark = tree.dependent(of: clause, .mark), mark == tree.words.first,
      tree.tokens[mark].tag == .sconj,
      let main = tree.dependents(of: clause).first(where: { verb in
        guard verb > clause, tree.tokens[verb].tag == .verb, isFinite(verb, in: tree),
          [.advcl, .ccomp, .parataxis, .conj, .dep].contains(tree.tokens[verb].relation),
          let subject = tree.dependent(of: verb, .nsubj, .nsubjPass), subject > clause, subject < verb,
          tree.words.contains(where: { $0 > clause && $0 < subject && tree.tokens[$0].form == "," })
        else { return false }
        return !tree.dependents(of: verb).contains { word in
          word < verb
            && ([.mark, .cc].contains(tree.tokens[word].relation)
              || [.wp, .wdt, .wrb, .wpDollar].contains(tree.tokens[word].pennTag))
        }
      })
    else { return }
    tree.attach(main, to: nil, as: .root)
    tree.attach(clause, to: main, as: .advcl)
    for word in tree.dependents(of: clause) where word > main { tree.tokens[word].head = main }
  }

  private static func relativePronoun(of verb: Int, in tree: SentenceTree) -> Int? {
    tree.dependents(of: verb).first { tree.tokens[$0].pennTag == .wdt && $0 < verb }
  }

  /// The head of the noun phrase that ends before a comma.
  private static func phraseHead(before comma: Int, in tree: SentenceTree) -> Int? {
    var noun = tree.words[comma - 1]
    guard [.noun, .propn].contains(tree.tokens[noun].tag) else { return nil }
    while let head = tree.tokens[noun].head, [.flat, .compound].contains(tree.tokens[noun].relation) {
      noun = head
    }
    return noun
  }

  private static func isFinite(_ verb: Int, in tree: SentenceTree) -> Bool {
    switch tree.tokens[verb].pennTag {
    case .vbd, .vbz, .vbp: true
    case .vbn, .vbg, .vb: tree.dependent(of: verb, .aux, .auxPass) != nil
    default: false
    }
  }

  // MARK: Lists of verbs

  /// "She wrote, directed and produced the film": a verb without subject right behind another one and a comma is
  /// coordinated with it.
  private static func joinToVerbBefore(_ verb: Int, in tree: inout SentenceTree) {
    guard let first = tree.tokens[verb].head, first < verb, tree.tokens[first].tag == .verb,
      [.ccomp, .parataxis, .dep, .xcomp, .advcl].contains(tree.tokens[verb].relation),
      isSameForm(tree.tokens[first].pennTag, tree.tokens[verb].pennTag),
      tree.dependent(of: verb, .nsubj, .nsubjPass, .mark, .aux) == nil
    else { return }
    let between = tree.words.filter { $0 > first && $0 < verb }
    guard let comma = between.first, tree.tokens[comma].form == ",",
      between.allSatisfy({ [.punct, .adv].contains(tree.tokens[$0].tag) })
    else { return }
    tree.tokens[verb].relation = .conj
    // What stood before the subject belongs to all verbs, as does the subject.
    for word in tree.dependents(of: verb) where word > verb && tree.tokens[word].relation == .conj {
      if tree.tokens[word].tag == .verb { tree.tokens[word].head = first }
    }
  }

  private static func isSameForm(_ first: PennTag, _ second: PennTag) -> Bool {
    first == second || [first, second].allSatisfy { $0 == .vbd || $0 == .vbn }
  }

  // MARK: Additions

  /// "played for Zadar United, as well as the national team", "was professor at A, as well as fellow of B": what "as well
  /// as" opens is coordinated with the last phrase of its kind before it.
  private static func joinAddition(at well: Int, in tree: inout SentenceTree) {
    guard let position = tree.words.firstIndex(of: well), position > 1, position + 2 < tree.words.count,
      tree.tokens[tree.words[position - 1]].form == "as", tree.tokens[tree.words[position + 1]].form == "as",
      let added = tree.tokens[tree.words[position - 1]].head, added > well,
      [.noun, .propn].contains(tree.tokens[added].tag), tree.dependent(of: added, .case) == nil,
      [.obl, .oblUnmarked, .nmod, .advcl, .dep, .parataxis].contains(tree.tokens[added].relation),
      let governor = tree.tokens[added].head, governor < well
    else { return }
    let person = isPersonal(added, in: tree)
    let before = tree.words.filter { $0 < well && $0 != added }
    let phrases: [DependencyRelation] = [.obj, .obl, .xcomp, .nmod]
    let first =
      before.last { word in
        tree.tokens[word].head == governor && phrases.contains(tree.tokens[word].relation)
          && [.noun, .propn].contains(tree.tokens[word].tag) && isPersonal(word, in: tree) == person
      }
      ?? (isPersonal(governor, in: tree) && person ? governor : nil)
    guard let first, !tree.dominates(added, first) else { return }
    tree.attach(added, to: first, as: .conj)
  }

  private static func isPersonal(_ word: Int, in tree: SentenceTree) -> Bool {
    guard tree.tokens[word].tag == .noun else { return false }
    return !WordClasses(of: tree.tokens[word].lemma.lowercased()).isDisjoint(with: [.person, .role])
  }

  // MARK: Nouns

  /// "the title role": two common nouns side by side are one phrase, whose head is the second.
  private static func joinNouns(at position: Int, in tree: inout SentenceTree) {
    let (first, second) = (tree.words[position - 1], tree.words[position])
    guard tree.tokens[second].head == first, tree.tokens[second].relation == .appos, second == first + 1,
      tree.tokens[first].tag == .noun, tree.tokens[second].tag == .noun,
      tree.tokens[first].pennTag == .nn, !isPersonal(second, in: tree) || !isPersonal(first, in: tree)
    else { return }
    let moved = tree.dependents(of: first).filter { $0 != second }
    tree.attach(second, to: tree.tokens[first].head, as: tree.tokens[first].relation)
    tree.attach(first, to: second, as: .compound)
    for word in moved { tree.tokens[word].head = second }
  }

  /// "received from the emperor the order", "published, in conjunction with Marin, a grammar": what stands behind a phrase,
  /// without preposition or conjunction, is the object of the verb that has none.
  private static func raiseObject(at position: Int, in tree: inout SentenceTree) {
    let word = tree.words[position]
    guard [.noun, .propn].contains(tree.tokens[word].tag), let phrase = tree.tokens[word].head, phrase < word,
      tree.tokens[phrase].tag == .noun, [.obj, .conj].contains(tree.tokens[word].relation),
      [.obl, .nmod].contains(tree.tokens[phrase].relation), tree.dependent(of: phrase, .case) != nil,
      let verb = tree.tokens[phrase].head, tree.tokens[verb].tag == .verb, verb < phrase,
      tree.dependent(of: verb, .obj, .ccomp, .xcomp, .auxPass, .nsubjPass) == nil
    else { return }
    if tree.tokens[word].relation == .conj {
      // A list has a conjunction somewhere; here only commas enclose the phrase.
      let siblings = tree.dependents(of: phrase).filter { tree.tokens[$0].relation == .conj }
      guard !siblings.contains(where: { tree.dependent(of: $0, .cc) != nil }),
        tree.dependent(of: word, .det) != nil, tree.dependent(of: word, .case, .cc) == nil
      else { return }
    }
    tree.attach(word, to: verb, as: .obj)
    for other in tree.dependents(of: phrase) where tree.tokens[other].relation == .conj {
      if tree.dependents(of: other).contains(where: { isPreposition($0, of: other, in: tree) }) {
        tree.tokens[other].relation = .nmod
      }
    }
  }

  /// "joined Marin Press, a publishing company": an indefinite noun behind a name and a comma is no second object.
  private static func joinDescription(at position: Int, in tree: inout SentenceTree) {
    let word = tree.words[position]
    guard tree.tokens[word].tag == .noun, [.obj, .dep, .iobj].contains(tree.tokens[word].relation),
      let verb = tree.tokens[word].head, verb < word, tree.tokens[verb].tag == .verb,
      let article = tree.dependent(of: word, .det), tree.tokens[article].lemma == "a",
      tree.dependent(of: word, .case, .cc) == nil, let start = tree.words.firstIndex(of: article), start > 1,
      tree.tokens[tree.words[start - 1]].form == ","
    else { return }
    var name = tree.words[start - 2]
    guard tree.tokens[name].tag == .propn else { return }
    while let head = tree.tokens[name].head, head != verb, tree.tokens[head].tag == .propn { name = head }
    guard tree.tokens[name].head == verb, name > verb else { return }
    tree.attach(word, to: name, as: .appos)
  }

  /// "recorded songs in Zadar and was a performer": a predicate with a copula of its own is coordinated with the verb, not
  /// with its object.
  private static func raisePredicate(at position: Int, in tree: inout SentenceTree) {
    let word = tree.words[position]
    guard tree.tokens[word].relation == .conj, tree.dependent(of: word, .cop) != nil,
      tree.dependent(of: word, .nsubj, .nsubjPass) == nil, let first = tree.tokens[word].head, first < word,
      tree.tokens[first].tag != .verb, tree.dependent(of: first, .cop) == nil
    else { return }
    var top = first
    for _ in 0..<8 {
      guard let head = tree.tokens[top].head else { return }
      top = head
      if tree.tokens[top].tag == .verb || tree.dependent(of: top, .cop) != nil { break }
    }
    guard top < first, tree.tokens[top].tag == .verb || tree.dependent(of: top, .cop) != nil else { return }
    tree.tokens[word].head = top
  }

  /// A preposition, at the noun itself or at the first word of a name.
  private static func isPreposition(_ child: Int, of noun: Int, in tree: SentenceTree) -> Bool {
    tree.tokens[child].relation == .case && child < noun
      || tree.tokens[child].relation == .compound && tree.dependent(of: child, .case) != nil
  }
}
