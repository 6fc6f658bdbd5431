/// Nouns beside a name describe its bearer: "the party leader Petra Novak", "his wife, Mary", "Mary Brown, a singer",
/// "the newspapers Pravda and Zvezda".
struct AppositionStep {
  static let name = "apposition"

  /// The entities that the name beside the noun refers to.
  static func resolve(_ phrase: Int, in discourse: Discourse) -> [Int]? {
    let noun = discourse.phrases[phrase]
    guard let name = nameBeside(noun, in: discourse), fits(noun, discourse.phrases[name], in: discourse)
    else {
      return nil
    }
    if noun.number == .plural { return members(from: name, like: noun, in: discourse) }
    let referents = discourse.referents(of: name)
    return referents.isEmpty ? nil : referents
  }

  private static func fits(_ noun: Phrase, _ name: Phrase, in discourse: Discourse) -> Bool {
    guard let kind = name.kind else { return false }
    if let gender = noun.gender, let other = name.gender, gender != other { return false }
    if noun.kind == kind { return true }
    switch kind {
    case .person: return noun.classes.contains(.person)
    case .place: return !noun.classes.isDisjoint(with: [.place, .dwelling])
    case .organisation: return noun.classes.contains(.organisation)
    case .event: return noun.classes.contains(.event)
    case .work: return noun.classes.contains(.work)
    }
  }

  // MARK: Finding the name

  private static func nameBeside(_ noun: Phrase, in discourse: Discourse) -> Int? {
    appositive(of: noun, in: discourse) ?? governor(of: noun, in: discourse)
      ?? nameRightAfter(noun, in: discourse)
  }

  /// "his wife, Mary": the name depends on the noun.
  private static func appositive(of noun: Phrase, in discourse: Discourse) -> Int? {
    for child in discourse.forest.children(of: noun.head) where child > noun.head {
      let relation = discourse.reading.tokens[child].relation
      guard relation == .appos || relation == .flat || relation == .nmodDesc else { continue }
      guard let phrase = discourse.phrase(at: child) else { continue }
      if discourse.phrases[phrase].form == .name { return phrase }
      // "his wife, the dancer Clara Vidal"
      let other = discourse.phrases[phrase]
      if relation == .appos, other.form == .description, other.number == noun.number,
        let name = appositive(of: other, in: discourse) ?? nameRightAfter(other, in: discourse)
      {
        return name
      }
    }
    return nil
  }

  /// "Mary, a singer", "party leader Petra Novak": the noun depends on the name.
  private static func governor(of noun: Phrase, in discourse: Discourse) -> Int? {
    let token = discourse.reading.tokens[noun.head]
    guard let head = token.head, let phrase = discourse.phrase(at: head),
      discourse.phrases[phrase].form == .name
    else { return nil }
    switch token.relation {
    case .appos: return phrase
    case .compound, .nmodDesc, .nmod, .flat:
      return noun.head < discourse.phrases[phrase].tokens.lowerBound
        && discourse.forest.child(of: noun.head, .case) == nil ? phrase : nil
    default: return nil
    }
  }

  /// What the parse may miss: a noun for a person right before the name of one, with or without a comma.
  private static func nameRightAfter(_ noun: Phrase, in discourse: Discourse) -> Int? {
    guard noun.kind == .person else { return nil }
    var next = noun.head + 1
    let tokens = discourse.reading.tokens
    if next < tokens.count, tokens[next].form == ",", noun.relation != nil, noun.relation != "associate" {
      next += 1
    }
    guard next < tokens.count, discourse.forest.sentenceOfToken[next] == noun.sentence,
      let phrase = discourse.phrase(at: next)
    else { return nil }
    let name = discourse.phrases[phrase]
    return name.form == .name && name.kind == .person && name.tokens.lowerBound == next ? phrase : nil
  }

  // MARK: Lists

  /// "the painters Anna Berg, Lars Holm and Eva Lind": the name and those coordinated with it.
  private static func members(from name: Int, like noun: Phrase, in discourse: Discourse) -> [Int]? {
    var members: [Int] = []
    for phrase in Coordination.members(startingAt: name, in: discourse) {
      for entity in discourse.referents(of: phrase) where !members.contains(entity) { members.append(entity) }
    }
    return members.isEmpty ? nil : members
  }
}

/// Phrases joined by "and" and commas.
enum Coordination {
  /// The phrase and those coordinated with it, in the order of the text; at most a dozen.
  static func members(startingAt phrase: Int, in discourse: Discourse) -> [Int] {
    var members = [phrase]
    var queue = [discourse.phrases[phrase].head]
    while let token = queue.popLast(), members.count < 12 {
      for child in discourse.forest.children(of: token)
      where discourse.reading.tokens[child].relation == .conj {
        guard let other = discourse.phrase(at: child), !members.contains(other) else { continue }
        members.append(other)
        queue.append(child)
      }
    }
    return members.sorted()
  }
}
