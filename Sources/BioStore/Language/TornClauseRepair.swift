/// Mends clauses that a phrase between their parts has torn apart.
struct TornClauseRepair {
  static func apply(to tree: inout SentenceTree) {
    for word in tree.words {
      relabelClause(word, in: &tree)
      handOver(word, in: &tree)
      joinPassive(word, in: &tree)
      giveSubject(word, in: &tree)
      freeReceiver(word, in: &tree)
      freeRole(word, in: &tree)
    }
  }

  /// "obtained a degree in 1877, and two years later became a professor": an adverbial that follows the conjunction belongs
  /// to the second verb.
  private static func handOver(_ phrase: Int, in tree: inout SentenceTree) {
    switch tree.tokens[phrase].relation {
    case .obl, .oblUnmarked, .advmod, .advcl, .nmodUnmarked, .nmod: break
    case .conj where tree.tokens[phrase].tag == .adv: break
    default: return
    }
    guard let first = tree.tokens[phrase].head, first < phrase,
      let conjunction = tree.dependent(of: phrase, .cc), conjunction < phrase,
      let verb = tree.dependents(of: first).first(where: { child in
        child > phrase && tree.tokens[child].relation == .conj && tree.tokens[child].tag == .verb
      }), tree.dependent(of: verb, .cc) == nil, isClear(from: phrase, to: verb, in: tree)
    else { return }
    tree.tokens[phrase].head = verb
    if tree.tokens[phrase].relation == .conj { tree.tokens[phrase].relation = .advmod }
    tree.tokens[conjunction].head = verb
  }

  /// Whether nothing but light words stands between a phrase and a verb.
  private static func isClear(from phrase: Int, to verb: Int, in tree: SentenceTree) -> Bool {
    tree.words.allSatisfy { word in
      word <= phrase || word >= verb || isLight(tree.tokens[word]) || tree.dominates(phrase, word)
    }
  }

  private static func isLight(_ token: Token) -> Bool {
    [.punct, .adv, .aux, .pron].contains(token.tag)
  }

  /// "was, through his interest, appointed physician": the copula of the noun in between is the verb's auxiliary.
  private static func joinPassive(_ noun: Int, in tree: inout SentenceTree) {
    guard let copula = tree.dependent(of: noun, .cop), let preposition = tree.dependent(of: noun, .case),
      copula < preposition, preposition < noun,
      let verb = tree.dependents(of: noun).first(where: { isParticiple($0, behind: noun, in: tree) }),
      let role = tree.dependent(of: verb, .obj, .xcomp), tree.tokens[role].tag == .noun,
      tree.dependent(of: role, .det, .nmodPoss) == nil,
      WordClasses(of: tree.tokens[role].lemma.lowercased()).contains(.role)
    else { return }
    tree.attach(verb, to: tree.tokens[noun].head, as: tree.tokens[noun].relation)
    for child in tree.dependents(of: noun) where child <= copula {
      tree.tokens[child].head = verb
      if tree.tokens[child].relation == .nsubj { tree.tokens[child].relation = .nsubjPass }
    }
    tree.tokens[copula].relation = .auxPass
    tree.tokens[verb].pennTag = .vbn
    tree.attach(noun, to: verb, as: .obl)
  }

  /// "Her father was a lawyer; her mother, Marija Babić, was a teacher": what stands right before a predicate without subject
  /// is no part of the list before it.
  private static func giveSubject(_ predicate: Int, in tree: inout SentenceTree) {
    guard tree.tokens[predicate].relation == .conj,
      let verb = tree.dependent(of: predicate, .cop, .auxPass),
      verb < predicate, tree.dependent(of: predicate, .nsubj, .nsubjPass, .cc) == nil,
      let head = tree.tokens[predicate].head,
      let subject = tree.words.last(where: { word in
        word > head && word < verb && tree.tokens[word].relation == .conj
          && [.noun, .propn].contains(tree.tokens[word].tag)
          && tree.dominates(head, word)
      }),
      let opening = tree.words.first(where: { tree.dominates(subject, $0) }), opening > 0,
      tree.tokens[opening].form == ";" || tree.tokens[opening - 1].form == ";",
      isClear(from: subject, to: verb, in: tree)
    else { return }
    tree.attach(subject, to: predicate, as: tree.tokens[verb].relation == .auxPass ? .nsubjPass : .nsubj)
  }

  /// "introduced by Petar Babić to Ivan Marin": a name with a preposition of its own is no part of the name before it.
  private static func freeReceiver(_ name: Int, in tree: inout SentenceTree) {
    guard tree.tokens[name].relation == .flat, tree.tokens[name].tag == .propn,
      let first = tree.tokens[name].head, first < name, let governor = tree.tokens[first].head,
      let preposition = tree.words.first(where: { word in
        word > first && word < name && tree.tokens[word].tag == .adp && tree.tokens[word].relation == .case
          && tree.dominates(name, word)
      }), tree.tokens[preposition].form == "to" || tree.tokens[preposition].form == "by"
    else { return }
    tree.attach(name, to: governor, as: tree.tokens[governor].tag == .verb ? .obl : .nmod)
    tree.tokens[preposition].head = name
  }

  /// "was appointed by the king as ambassador": the role is not the king's.
  private static func freeRole(_ role: Int, in tree: inout SentenceTree) {
    guard tree.tokens[role].relation == .nmod, let preposition = tree.dependent(of: role, .case),
      tree.tokens[preposition].form == "as", let agent = tree.tokens[role].head, agent < role,
      [.obl, .oblAgent].contains(tree.tokens[agent].relation),
      tree.dependents(of: agent).contains(where: { tree.tokens[$0].form == "by" }),
      let verb = tree.tokens[agent].head, tree.tokens[verb].tag == .verb
    else { return }
    tree.attach(role, to: verb, as: .obl)
  }

  /// "Although she was not part of the group, Kovač …": a clause behind a conjunction that has a subject is no subject.
  private static func relabelClause(_ predicate: Int, in tree: inout SentenceTree) {
    guard tree.tokens[predicate].relation == .nsubj,
      let mark = tree.dependent(of: predicate, .mark), mark < predicate,
      tree.dependent(of: predicate, .cop) != nil, let own = tree.dependent(of: predicate, .nsubj),
      own < predicate
    else { return }
    tree.tokens[predicate].relation = .advcl
  }

  private static func isParticiple(_ verb: Int, behind noun: Int, in tree: SentenceTree) -> Bool {
    guard verb > noun, tree.tokens[verb].tag == .verb, tree.tokens[verb].relation == .acl else {
      return false
    }
    return tree.tokens[verb].pennTag == .vbn || tree.tokens[verb].pennTag == .vbd
  }
}
