/// Kin nouns right before a name: "his father, John Smith", "his son James", "two children, Ann and James".
enum KinIntroduction {
  /// The phrase of the kin noun that introduces the name; `nil` if there is none.
  static func noun(before name: Int, in discourse: Discourse) -> Int? {
    let phrase = discourse.phrases[firstMember(name, in: discourse)]
    var token = phrase.tokens.lowerBound - 1
    while token >= 0, [",", ":", "("].contains(discourse.reading.tokens[token].form) { token -= 1 }
    guard token >= 0, discourse.forest.sentenceOfToken[token] == phrase.sentence,
      let noun = discourse.phrase(at: token)
    else { return nil }
    let words = discourse.phrases[noun]
    let isKin = words.form == .description && words.relation != nil && words.relation != "associate"
    return isKin && words.head == token ? noun : nil
  }

  /// The first name of the list that holds the name.
  private static func firstMember(_ name: Int, in discourse: Discourse) -> Int {
    var first = name
    for _ in 0..<12 {
      let token = discourse.reading.tokens[discourse.phrases[first].head]
      guard token.relation == .conj, let head = token.head, let phrase = discourse.phrase(at: head),
        discourse.phrases[phrase].form == .name, discourse.phrases[phrase].kind == .person
      else { return first }
      first = phrase
    }
    return first
  }
}
