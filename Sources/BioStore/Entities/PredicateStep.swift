/// What somebody is said to be: "Anna Berg was a painter", "he became chairman". The noun refers to the subject of
/// its clause, so that what is said of the noun ("a painter who …") is said of them.
struct PredicateStep {
  static let name = "predicate"

  static func resolve(_ phrase: Int, in discourse: Discourse) -> [Int]? {
    let noun = discourse.phrases[phrase]
    guard noun.number == .singular, let clause = clause(of: noun, in: discourse),
      !isDenied(clause, in: discourse),
      let subject = discourse.forest.child(of: clause, .nsubj, .nsubjPass),
      subject != noun.head, let phrase = discourse.phrase(at: subject),
      let entity = discourse.referent(of: phrase), fits(noun, discourse.entities[entity])
    else { return nil }
    return [entity]
  }

  private static func fits(_ noun: Phrase, _ entity: DraftEntity) -> Bool {
    if let gender = noun.gender, let other = entity.gender, gender != other { return false }
    guard entity.number != .plural else { return false }
    switch entity.kind {
    case .person: return noun.kind == .person
    case .place: return !noun.classes.isDisjoint(with: [.place, .dwelling])
    case .organisation: return noun.classes.contains(.organisation)
    case .event: return noun.classes.contains(.event)
    case .work: return noun.classes.contains(.work)
    case nil: return false
    }
  }

  /// The predicate that holds the noun: itself with a copula, or a verb of being or becoming around it.
  private static func clause(of noun: Phrase, in discourse: Discourse) -> Int? {
    let tokens = discourse.reading.tokens
    var head = noun.head
    while tokens[head].relation == .conj, let first = tokens[head].head, tokens[first].tag != .verb {
      head = first
    }
    if discourse.forest.child(of: head, .cop) != nil { return head }
    guard tokens[head].relation == .xcomp || tokens[head].relation == .obj, let verb = tokens[head].head,
      discourse.lexicon.isLinkingVerb(tokens[verb].lemma.lowercased())
    else { return nil }
    return verb
  }

  private static func isDenied(_ clause: Int, in discourse: Discourse) -> Bool {
    for child in discourse.forest.children(of: clause) {
      let token = discourse.reading.tokens[child]
      if token.relation == .advmod, token.lemma == "not" || token.lemma == "never" { return true }
      if token.relation == .aux, token.pennTag == .md { return true }
    }
    return false
  }
}
