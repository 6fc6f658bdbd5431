/// What somebody is said to be: "Anna Berg was a painter", "he became chairman". The noun refers to the subject of
/// its clause, so that what is said of the noun ("a painter who …") is said of them.
struct PredicateStep {
  static let name = "predicate"

  static func resolve(_ phrase: Int, in discourse: Discourse) -> [Int]? {
    let noun = discourse.phrases[phrase]
    guard noun.number == .singular, let holder = holder(of: noun, in: discourse), holder != noun.head,
      let phrase = discourse.phrase(at: holder), let entity = discourse.referent(of: phrase),
      fits(noun, discourse.entities[entity])
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

  /// The token that stands for whom the noun describes.
  ///
  /// - "Anna was a painter", "Anna became a painter": the subject.
  /// - "Anna was elected president", "Anna worked as a nurse": the subject.
  /// - "they elected Anna president": the object.
  private static func holder(of noun: Phrase, in discourse: Discourse) -> Int? {
    let tokens = discourse.reading.tokens
    let forest = discourse.forest
    var head = noun.head
    while tokens[head].relation == .conj, let first = tokens[head].head, tokens[first].tag != .verb {
      head = first
    }
    if forest.child(of: head, .cop) != nil {
      return isDenied(head, in: discourse) ? nil : forest.child(of: head, .nsubj, .nsubjPass)
    }
    if let subject = subjectBeforePlace(head, noun, in: discourse) { return subject }
    guard let verb = tokens[head].head, tokens[verb].tag == .verb, !isDenied(verb, in: discourse) else {
      return nil
    }
    switch tokens[head].relation {
    case .xcomp: break
    case .obj where discourse.lexicon.isLinkingVerb(tokens[verb].lemma.lowercased()): break
    case .obl where forest.preposition(of: head) == "as": break
    default: return nil
    }
    let object = forest.child(of: verb, .obj).flatMap { $0 == head ? nil : $0 }
    return object ?? subject(of: verb, in: discourse)
  }

  /// "She was born in Zadar, the daughter of Ivan Marin": a noun for a person behind a place describes the subject.
  private static func subjectBeforePlace(_ head: Int, _ noun: Phrase, in discourse: Discourse) -> Int? {
    let tokens = discourse.reading.tokens
    guard noun.kind == .person, tokens[head].relation == .appos, let place = tokens[head].head,
      let phrase = discourse.phrase(at: place), discourse.phrases[phrase].kind != .person,
      discourse.phrases[phrase].form == .name, tokens[place].relation == .obl, let verb = tokens[place].head
    else { return nil }
    return subject(of: verb, in: discourse)
  }

  /// The subject of a verb, or of the verb with which it is coordinated.
  private static func subject(of verb: Int, in discourse: Discourse) -> Int? {
    var verb = verb
    for _ in 0..<3 {
      if let subject = discourse.forest.child(of: verb, .nsubj, .nsubjPass) { return subject }
      guard
        discourse.reading.tokens[verb].relation == .conj || discourse.reading.tokens[verb].relation == .xcomp,
        let first = discourse.reading.tokens[verb].head
      else { return nil }
      verb = first
    }
    return nil
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
