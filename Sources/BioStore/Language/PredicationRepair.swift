/// Mends what the parser often gets wrong in the sentences of which biographies are full: who somebody is.
///
/// Every repair follows from the words and their tags alone, and a sentence whose repaired tree would be none is left as
/// it was parsed.
struct PredicationRepair {
  static func apply(to reading: inout Reading) {
    for sentence in reading.sentences where sentence.tokens.count > 3 {
      guard sentence.tokens.contains(where: { isWorthALook(reading.tokens[$0]) }) else { continue }
      apply(to: sentence, of: &reading.tokens)
    }
  }

  private static func isWorthALook(_ token: Token) -> Bool {
    token.tag == .aux && token.lemma == "be" || token.form == "," || token.form == "as" || token.form == "and"
      || token.lemma == "become" || token.lemma == "remain" || token.relation == .appos
  }

  private static func apply(to sentence: Sentence, of tokens: inout [Token]) {
    let parsed = Array(tokens[sentence.tokens])
    var tree = SentenceTree(sentence, of: tokens)
    // The tree alone owns the tokens now, so that no repair copies them.
    tokens = []
    PunctuationRepair.apply(to: &tree)
    CopulaRepair.apply(to: &tree)
    LaterClauseRepair.apply(to: &tree)
    TornClauseRepair.apply(to: &tree)
    RolePhraseRepair.apply(to: &tree)
    RoleListRepair.apply(to: &tree)
    SubjectRepair.apply(to: &tree)
    KinListRepair.apply(to: &tree)
    FrontedNounRepair.apply(to: &tree)
    ClauseRepair.apply(to: &tree)
    if !tree.isTree { tree.tokens.replaceSubrange(sentence.tokens, with: parsed) }
    tokens = tree.tokens
  }
}

/// A punctuation mark governs nothing: what hangs on it belongs to the word that the mark hangs on, loosely.
struct PunctuationRepair {
  static func apply(to tree: inout SentenceTree) {
    for word in tree.words {
      guard let mark = tree.tokens[word].head, tree.tokens[mark].tag == .punct,
        let governor = tree.tokens[mark].head, governor != word
      else { continue }
      let isSubject = tree.tokens[word].relation == .nsubj
      tree.attach(word, to: governor, as: isSubject ? .dep : tree.tokens[word].relation)
    }
  }
}

/// A copula governs nothing: what hangs on it belongs to its predicate. And what stands before it is the subject: "Her
/// partner was Ivan Marin".
struct CopulaRepair {
  static func apply(to tree: inout SentenceTree) {
    for word in tree.words {
      guard let copula = tree.tokens[word].head, tree.tokens[copula].relation == .cop,
        let predicate = tree.tokens[copula].head, predicate != word
      else { continue }
      tree.tokens[word].head = predicate
    }
    for copula in tree.words where tree.tokens[copula].relation == .cop {
      guard let predicate = tree.tokens[copula].head else { continue }
      if predicate < copula {
        turn(predicate, copula, in: &tree)
      } else {
        findSubject(predicate, copula, in: &tree)
        raise(predicate, copula, in: &tree)
        lower(predicate, copula, in: &tree)
      }
    }
  }

  /// "Ana Kovač was in the league", with "Ana" for a part of the predicate; "Joining the league in 1920, she was …", with
  /// two subjects: a name before the copula is the subject, a clause before another subject is an aside.
  private static func findSubject(_ predicate: Int, _ copula: Int, in tree: inout SentenceTree) {
    if let subject = tree.dependent(of: predicate, .nsubj, .nsubjPass) {
      if let clause = tree.dependent(of: predicate, .csubj), clause < subject, subject < copula {
        tree.tokens[clause].relation = .advcl
      }
    } else if let name = tree.dependent(of: predicate, .compound, .flat), name < copula,
      tree.tokens[name].tag == .propn, tree.dependent(of: name, .case) == nil
    {
      tree.tokens[name].relation = .nsubj
    }
  }

  /// "She was the mayor during two wars", with "wars" for the predicate: it has a preposition, and the noun behind the
  /// copula has none.
  private static func lower(_ phrase: Int, _ copula: Int, in tree: inout SentenceTree) {
    guard
      let predicate = tree.dependents(of: phrase).first(where: { child in
        child > copula && child < phrase && tree.tokens[child].relation == .nsubj
          && [.noun, .propn].contains(tree.tokens[child].tag)
      }), let preposition = tree.dependent(of: phrase, .case), preposition > predicate,
      let subject = tree.dependent(of: phrase, .nsubj), subject < copula
    else { return }
    tree.attach(predicate, to: tree.tokens[phrase].head, as: tree.tokens[phrase].relation)
    for child in tree.dependents(of: phrase) where child < predicate { tree.tokens[child].head = predicate }
    tree.attach(phrase, to: predicate, as: .nmod)
  }

  /// "Some of her teachers were Ivan Marin and …": a predicate behind its copula is no apposition to its subject.
  private static func raise(_ predicate: Int, _ copula: Int, in tree: inout SentenceTree) {
    guard tree.tokens[predicate].relation == .appos, let subject = tree.tokens[predicate].head,
      subject < copula,
      tree.dependent(of: predicate, .nsubj, .nsubjPass) == nil,
      tree.dependent(of: subject, .cop, .case) == nil
    else { return }
    tree.attach(predicate, to: tree.tokens[subject].head, as: tree.tokens[subject].relation)
    for child in tree.dependents(of: subject) where child > copula && child != predicate {
      tree.tokens[child].head = predicate
    }
    tree.attach(subject, to: predicate, as: .nsubj)
  }

  /// Makes a noun or pronoun that was parsed as the predicate, but stands before the copula, the subject of what was
  /// parsed as its subject.
  private static func turn(_ noun: Int, _ copula: Int, in tree: inout SentenceTree) {
    guard [.noun, .propn].contains(tree.tokens[noun].tag) || tree.tokens[noun].pennTag == .prp,
      let predicate = tree.dependents(of: noun).first(where: { child in
        child > copula && [.nsubj, .appos, .dep].contains(tree.tokens[child].relation)
          && [.noun, .propn].contains(tree.tokens[child].tag)
      })
    else { return }
    tree.attach(predicate, to: tree.tokens[noun].head, as: tree.tokens[noun].relation)
    for child in tree.dependents(of: noun) where child >= copula && child != predicate {
      tree.tokens[child].head = predicate
    }
    tree.attach(noun, to: predicate, as: .nsubj)
  }
}

/// "Ana Kovač, also called Anka, was a painter": the name is the subject of "painter", whatever stands between them.
struct SubjectRepair {
  static func apply(to tree: inout SentenceTree) {
    guard let first = tree.words.first, isName(tree.tokens[first]),
      let copula = tree.words.first(where: { tree.tokens[$0].relation == .cop }),
      let predicate = tree.tokens[copula].head, predicate > copula,
      [.noun, .propn, .adj].contains(tree.tokens[predicate].tag)
    else { return }
    let before = tree.words.prefix { $0 < copula }
    guard !before.contains(where: { isFinite(tree.tokens[$0]) }) else { return }
    let name = top(first, before: copula, in: tree)
    let governor = tree.tokens[name].head
    if governor == predicate, tree.tokens[name].relation == .nsubj { return }
    guard canMove(name, governor: governor, predicate: predicate, copula: copula, in: tree) else { return }
    makeSubject(name, of: predicate, copula: copula, in: &tree)
  }

  /// A name stands at the beginning, and what governs it stands before the copula or is its predicate.
  private static func canMove(
    _ name: Int, governor: Int?, predicate: Int, copula: Int, in tree: SentenceTree
  ) -> Bool {
    guard isName(tree.tokens[name]) else { return false }
    guard let governor else { return true }
    if governor == predicate { return [.dep, .nsubjPass, .obl, .appos].contains(tree.tokens[name].relation) }
    return governor < copula && tree.tokens[governor].tag == .verb && tree.tokens[governor].head == nil
      && [.vbn, .vbd].contains(tree.tokens[governor].pennTag)
  }

  private static func makeSubject(_ name: Int, of predicate: Int, copula: Int, in tree: inout SentenceTree) {
    let oldRoot = tree.words.first { tree.tokens[$0].head == nil && $0 < copula }
    for child in tree.dependents(of: predicate) where child < copula && child != name {
      guard [.nsubj, .nsubjPass].contains(tree.tokens[child].relation) else { continue }
      tree.attach(child, to: name, as: .appos)
    }
    if let oldRoot {
      for child in tree.dependents(of: oldRoot) where child > copula && child != predicate {
        tree.tokens[child].head = predicate
      }
      tree.attach(predicate, to: nil, as: .root)
      if oldRoot != name { tree.attach(oldRoot, to: name, as: .acl) }
    }
    tree.attach(name, to: predicate, as: .nsubj)
  }

  private static func isName(_ token: Token) -> Bool {
    guard let first = token.form.unicodeScalars.first, first.properties.isUppercase else { return false }
    return token.tag == .propn || token.tag == .x
  }

  private static func isFinite(_ token: Token) -> Bool {
    switch token.pennTag {
    case .vbz, .vbp, .md, .wdt, .wp: true
    case .vbd: token.relation != .root && token.relation != .acl && token.relation != .acl
    default: token.tag == .aux || token.tag == .sconj
    }
  }

  /// The word that stands for the name that a token is part of.
  private static func top(_ token: Int, before end: Int, in tree: SentenceTree) -> Int {
    var current = token
    while let head = tree.tokens[current].head, head < end, tree.tokens[head].tag != .verb,
      [.flat, .compound, .nmodDesc].contains(tree.tokens[current].relation)
    {
      current = head
    }
    return current
  }
}
