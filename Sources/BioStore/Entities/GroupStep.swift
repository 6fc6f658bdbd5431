/// Plurals that stand for several people: "they", "both", "the two", "the couple", "the brothers".
struct GroupStep {
  static let name = "group"

  /// The people whom a plural or counting noun stands for: "the two", "the brothers", "the couple".
  static func resolve(description phrase: Int, history: History, in discourse: Discourse) -> [Int]? {
    let words = discourse.phrases[phrase]
    if let pair = siblings(words, history: history, in: discourse) { return pair }
    let counts = discourse.lexicon.groupSize(words.key) != nil
    // "the two men"
    let isCounted =
      words.determiner == .definite && words.relation == nil && size(of: words, in: discourse) != nil
    guard counts || words.number == .plural && words.kind == .person && words.determiner == .definite,
      words.determiner != .indefinite, counts || words.relation != nil || isCounted
    else { return nil }
    return resolve(phrase, history: history, in: discourse)
  }

  /// "the brothers" behind "his brother Karl": the two whom the article has called so last.
  private static func siblings(_ words: Phrase, history: History, in discourse: Discourse) -> [Int]? {
    guard words.relation == "sibling", words.number == .plural, words.determiner == .definite,
      words.owner == nil, size(of: words, in: discourse) ?? 2 == 2
    else { return nil }
    for occurrence in history.recent(before: words.sentence) where occurrence.entities.count == 1 {
      let person = discourse.root(occurrence.entities[0])
      guard let other = discourse.kin(words.key, of: person), other != person,
        fits(words, [person, other], in: discourse)
      else { continue }
      return [person, other].sorted()
    }
    return nil
  }

  static func resolve(_ phrase: Int, history: History, in discourse: Discourse) -> [Int]? {
    let words = discourse.phrases[phrase]
    let size = size(of: words, in: discourse)
    // "The two women" are the last pair, and not a couple mentioned before.
    if size == 2, words.form == .description, words.relation == nil, words.determiner == .definite,
      discourse.lexicon.groupSize(words.key) == nil,
      let pair = people(of: words.sentence - 1, history: history, in: discourse), pair.count == 2,
      fits(words, pair, in: discourse)
    {
      return pair.sorted()
    }
    if let group = lastGroup(of: size, phrase: phrase, history: history, in: discourse) { return group }
    guard size ?? 2 == 2, words.form == .pronoun || size == 2 else { return nil }
    let pair = lastPair(before: words.sentence, history: history, in: discourse)
    return pair.flatMap { fits(words, $0, in: discourse) ? $0 : nil }
  }

  /// How many the words count; `nil` where they do not say.
  private static func size(of words: Phrase, in discourse: Discourse) -> Int? {
    if let size = discourse.lexicon.groupSize(words.key) { return size }
    for token in words.tokens where token != words.head {
      let word = discourse.reading.tokens[token]
      if word.relation == .nummod, let size = discourse.lexicon.groupSize(word.form.lowercased()) {
        return size
      }
    }
    return nil
  }

  /// The group mentioned last: coordinated people, a plural noun, an earlier plural pronoun; for pronouns also an
  /// organisation that acts.
  private static func lastGroup(
    of size: Int?, phrase: Int, history: History, in discourse: Discourse
  ) -> [Int]? {
    let words = discourse.phrases[phrase]
    for occurrence in history.recent(before: words.sentence) {
      let earlier = discourse.phrases[occurrence.phrase]
      if words.sentence - occurrence.sentence > 2 { return nil }
      if isInside(words, earlier, in: discourse) { continue }
      if let members = members(of: occurrence, in: discourse), size == nil || members.count == size,
        fits(words, members, in: discourse)
      {
        return members
      }
      guard words.form == .pronoun, let entity = occurrence.entities.first.map({ discourse.root($0) }),
        occurrence.entities.count == 1
      else { continue }
      let draft = discourse.entities[entity]
      if draft.number == .plural || draft.kind == .organisation && occurrence.role == .subject {
        return [entity]
      }
    }
    return nil
  }

  /// A possessive inside the phrase itself does not mean the phrase: "Anna and her sisters".
  private static func isInside(_ words: Phrase, _ earlier: Phrase, in discourse: Discourse) -> Bool {
    words.role == .possessor && discourse.forest.governs(earlier.head, words.head)
  }

  private static func members(of occurrence: History.Occurrence, in discourse: Discourse) -> [Int]? {
    if occurrence.entities.count > 1 { return occurrence.entities.map { discourse.root($0) } }
    let phrases = Coordination.members(startingAt: occurrence.phrase, in: discourse)
    guard phrases.count > 1 else { return nil }
    var members: [Int] = []
    for phrase in phrases {
      for entity in discourse.referents(of: phrase) where !members.contains(entity) { members.append(entity) }
    }
    return members.count > 1 ? members : nil
  }

  private static func fits(_ words: Phrase, _ members: [Int], in discourse: Discourse) -> Bool {
    members.allSatisfy {
      let draft = discourse.entities[$0]
      guard draft.kind == .person || words.form == .pronoun && draft.kind == .organisation else {
        return false
      }
      guard let gender = words.gender, let other = draft.gender else { return true }
      return gender == other
    }
  }

  /// The people of one sentence, the last one first.
  private static func people(of sentence: Int, history: History, in discourse: Discourse) -> [Int]? {
    var people: [Int] = []
    for occurrence in history.recent(before: sentence + 1) where occurrence.sentence == sentence {
      for entity in occurrence.entities.map({ discourse.root($0) }) where !people.contains(entity) {
        if discourse.entities[entity].kind == .person { people.append(entity) }
      }
    }
    return people.isEmpty ? nil : people
  }

  /// The only two people of this sentence or the ones before: "He met Anna. They married."
  private static func lastPair(before sentence: Int, history: History, in discourse: Discourse) -> [Int]? {
    var people: [Int] = []
    for number in [sentence, sentence - 1, sentence - 2] {
      for occurrence in history.recent(before: sentence) where occurrence.sentence == number {
        for entity in occurrence.entities.map({ discourse.root($0) }) where !people.contains(entity) {
          let draft = discourse.entities[entity]
          if draft.kind == .person, draft.number != .plural { people.append(entity) }
        }
      }
      if people.count > 1 { return people.count == 2 ? people.sorted() : nil }
    }
    return nil
  }
}
