/// Other names: "X, better known as Y", "Y (born X)", "A (now B)", "under the pseudonyms P and Q", and a name in its own
/// script in brackets.
struct AliasStep {
  static let name = "alias"

  static func apply(to discourse: inout Discourse) {
    // Names inside brackets between ("Jane Roe (born in Bern), known as Joan Doe") must not hide the one before.
    let names = discourse.phrases.indices.filter { discourse.phrases[$0].form == .name }
    for (place, index) in names.enumerated() {
      for previous in names[max(0, place - 3)..<place].reversed() {
        joinIfCued(previous, index, in: &discourse)
      }
      joinForeignForm(index, in: &discourse)
    }
    joinPseudonyms(in: &discourse)
  }

  private static func joinIfCued(_ previous: Int, _ index: Int, in discourse: inout Discourse) {
    guard let first = discourse.referent(of: previous), let second = discourse.referent(of: index),
      first != second, canBeOne(first, second, in: discourse), isCued(previous, index, in: discourse)
    else { return }
    let kept = discourse.merge(first, second)
    discourse.note(step: name, for: index, entity: kept)
  }

  private static func canBeOne(_ first: Int, _ second: Int, in discourse: Discourse) -> Bool {
    let (one, other) = (discourse.entities[first], discourse.entities[second])
    if let gender = one.gender, let theirs = other.gender, gender != theirs { return false }
    return one.kind == other.kind
  }

  // MARK: Cues

  /// Whether cues, and nothing but cues and helpers, stand between the names.
  private static func isCued(_ first: Int, _ second: Int, in discourse: Discourse) -> Bool {
    let start = discourse.phrases[first].tokens.upperBound
    let end = discourse.phrases[second].tokens.lowerBound
    guard start < end, discourse.phrases[first].sentence == discourse.phrases[second].sentence else {
      return false
    }
    var hasCue = false
    var words = 0
    for token in afterBracket(start, before: end, in: discourse)..<end {
      let form = discourse.reading.tokens[token].form.lowercased()
      words += 1
      if isOpening(form) || form == "," { continue }
      switch discourse.lexicon.aliasWord(form) {
      case .some(.cue): hasCue = true
      case .some(.weak) where discourse.reading.tokens[token - 1].form == "(": hasCue = true
      case .some(.weak) where form == "or" && isLeadName(first, in: discourse): hasCue = true
      case .some(.helper): continue
      default: return false
      }
    }
    return hasCue && words <= 9
  }

  /// "Ada or Adda was …": the article's subject at its beginning.
  private static func isLeadName(_ phrase: Int, in discourse: Discourse) -> Bool {
    discourse.phrases[phrase].sentence < 3 && discourse.referent(of: phrase) == discourse.subject
  }

  private static func isOpening(_ form: String) -> Bool {
    form == "(" || form == "\"" || form == "“" || form == "[" || form == "‘" || form == "'"
  }

  /// What follows "(born 1912)": a bracket that closes before the second name is passed over.
  private static func afterBracket(_ start: Int, before end: Int, in discourse: Discourse) -> Int {
    let tokens = discourse.reading.tokens
    guard tokens[start].form == "(", let close = (start..<end).first(where: { tokens[$0].form == ")" }) else {
      return start
    }
    return close + 1
  }

  // MARK: Other scripts

  /// "Anna Berg (Russian: Анна Берг)": the first name in another script in the bracket after a name.
  private static func joinForeignForm(_ index: Int, in discourse: inout Discourse) {
    let phrase = discourse.phrases[index]
    let tokens = discourse.reading.tokens
    guard Script.isForeign(tokens[phrase.tokens.lowerBound].form) else { return }
    var token = phrase.tokens.lowerBound - 1
    var steps = 0
    while token > 0, tokens[token].form != "(", steps < 12 {
      if tokens[token].form == ")" || Script.isForeign(tokens[token].form) { return }
      token -= 1
      steps += 1
    }
    guard token > 0, tokens[token].form == "(", let owner = discourse.phrase(at: token - 1),
      discourse.phrases[owner].form == .name, discourse.phrases[owner].sentence == phrase.sentence,
      let first = discourse.referent(of: owner), let second = discourse.referent(of: index), first != second
    else { return }
    let kept = discourse.merge(first, second)
    discourse.note(step: name, for: index, entity: kept)
  }

  // MARK: Pseudonyms

  /// "under the pseudonyms Jan Dove and Karl Finch": names of the person who is the subject of the sentence.
  private static func joinPseudonyms(in discourse: inout Discourse) {
    for index in discourse.phrases.indices {
      let phrase = discourse.phrases[index]
      guard phrase.form == .name, phrase.kind == .person, let noun = nounBefore(phrase, in: discourse),
        let owner = owner(of: noun, before: phrase, in: discourse)
      else { continue }
      for member in Coordination.members(startingAt: index, in: discourse) {
        guard discourse.phrases[member].form == .name, discourse.phrases[member].kind == .person,
          let entity = discourse.referent(of: member), discourse.root(owner) != entity
        else { continue }
        let kept = discourse.merge(owner, entity)
        discourse.note(step: name, for: member, entity: kept)
      }
    }
  }

  private static func nounBefore(_ phrase: Phrase, in discourse: Discourse) -> Int? {
    let tokens = discourse.reading.tokens
    var token = phrase.tokens.lowerBound - 1
    while token >= 0, isOpening(tokens[token].form) || tokens[token].form == "of" || tokens[token].form == ":"
    {
      token -= 1
    }
    guard token >= 0, discourse.forest.sentenceOfToken[token] == phrase.sentence,
      discourse.lexicon.isPseudonymNoun(tokens[token].lemma.lowercased())
    else { return nil }
    return token
  }

  /// The named person mentioned as a subject before in the sentence; otherwise whom the article is about.
  private static func owner(of noun: Int, before phrase: Phrase, in discourse: Discourse) -> Int? {
    var token = noun
    while token >= 0, discourse.forest.sentenceOfToken[token] == phrase.sentence {
      if let other = discourse.phrase(at: token), discourse.phrases[other].role == .subject,
        discourse.phrases[other].form == .name, discourse.phrases[other].kind == .person
      {
        return discourse.referent(of: other)
      }
      token -= 1
    }
    return discourse.subject
  }
}

/// Writing systems, as far as names need them.
enum Script {
  /// Whether a word is written in other letters than Latin ones; phonetic notation does not count.
  static func isForeign(_ word: String) -> Bool {
    guard let scalar = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return false }
    return scalar.value >= 0x370 && !(0x1D00...0x1EFF).contains(scalar.value)
  }
}
