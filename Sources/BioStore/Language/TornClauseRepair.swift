/// Mends clauses that a phrase between their parts has torn apart.
struct TornClauseRepair {
  static func apply(to tree: inout SentenceTree) {
    for word in tree.words {
      handOver(word, in: &tree)
      joinPassive(word, in: &tree)
    }
  }

  /// "obtained a degree in 1877, and two years later became a professor": an adverbial that follows the conjunction belongs
  /// to the second verb.
  private static func handOver(_ phrase: Int, in tree: inout SentenceTree) {
    switch tree.tokens[phrase].relation {
    case .obl, .oblUnmarked, .advmod, .advcl, .nmodUnmarked, .nmod: break
    default: return
    }
    guard let first = tree.tokens[phrase].head, first < phrase,
      let conjunction = tree.dependent(of: phrase, .cc), conjunction < phrase,
      let verb = tree.dependents(of: first).first(where: { child in
        child > phrase && tree.tokens[child].relation == .conj && tree.tokens[child].tag == .verb
      }), tree.dependent(of: verb, .cc) == nil,
      tree.words.allSatisfy({
        $0 <= phrase || $0 >= verb || isLight(tree.tokens[$0]) || tree.dominates(phrase, $0)
      })
    else { return }
    tree.tokens[phrase].head = verb
    tree.tokens[conjunction].head = verb
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

  private static func isParticiple(_ verb: Int, behind noun: Int, in tree: SentenceTree) -> Bool {
    guard verb > noun, tree.tokens[verb].tag == .verb, tree.tokens[verb].relation == .acl else {
      return false
    }
    return tree.tokens[verb].pennTag == .vbn || tree.tokens[verb].pennTag == .vbd
  }
}
