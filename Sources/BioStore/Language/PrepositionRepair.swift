/// Moves prepositional phrases that a greedy parser often hangs on the wrong word.
///
/// "joined members of the league": an "of" phrase belongs to the noun before it, unless the verb is one that takes
/// "of" (`lexicons/of-verbs.txt`). "was expelled from the party, with other members": company behind a comma
/// belongs to the verb. "fought under Ivan Marin against the Turks", "in 1999 against Ivan Marin": neither a person's name
/// nor a year takes a phrase of its own. Linear in the number of tokens.
struct PrepositionRepair {
  /// Verbs that govern an "of" phrase beside an object: "accuse", "deprive".
  private static let ofVerbs: Set<String> = Set(
    (Resource.text("lexicons/of-verbs.txt") ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map(String.init))
  private static let companions: Set<String> = ["with", "alongside"]

  /// Mends the trees of all sentences.
  static func apply(to reading: inout Reading) {
    var isPersonal = [Bool](repeating: false, count: reading.tokens.count)
    for name in reading.names where name.kind == .person {
      for token in name.tokens { isPersonal[token] = true }
    }
    for name in reading.names where name.kind == .person {
      attachCompanion(name.tokens, of: &reading.tokens)
    }
    for sentence in reading.sentences {
      for preposition in sentence.tokens.dropFirst(2)
      where reading.tokens[preposition].relation == .case {
        apply(at: preposition, in: sentence.tokens, of: &reading.tokens)
        raise(at: preposition, isPersonal: isPersonal, of: &reading.tokens)
      }
    }
  }

  private static func apply(at preposition: Int, in sentence: Range<Int>, of tokens: inout [Token]) {
    guard let phrase = tokens[preposition].head, phrase > preposition, let governor = tokens[phrase].head,
      governor < preposition
    else { return }
    let form = tokens[preposition].form
    if form == "of", tokens[phrase].relation == .obl, tokens[governor].tag == .verb,
      !ofVerbs.contains(tokens[governor].lemma),
      let noun = noun(before: preposition, under: governor, in: tokens)
    {
      tokens[phrase].head = noun
      tokens[phrase].relation = .nmod
    } else if form == "of", tokens[phrase].relation == .nmod, tokens[phrase].tag == .noun,
      tokens[governor].tag == .propn, tokens[governor].relation == .obj, let verb = tokens[governor].head,
      ofVerbs.contains(tokens[verb].lemma)
    {
      // "accused Ana Kovač of theft": a name has no theft.
      tokens[phrase].head = verb
      tokens[phrase].relation = .obl
    } else if companions.contains(form), tokens[phrase].relation == .nmod,
      let verb = verb(above: governor, acrossCommaBefore: preposition, in: sentence, tokens)
    {
      tokens[phrase].head = verb
      tokens[phrase].relation = .obl
    }
  }

  /// "appeared alongside the actor Ivan Marin", "starred opposite Ivan Marin", with the preposition taken for an adverb.
  private static func attachCompanion(_ name: Range<Int>, of tokens: inout [Token]) {
    var index = name.lowerBound - 1
    let limit = max(0, name.lowerBound - 6)
    while index > limit, [.noun, .adj, .det, .propn].contains(tokens[index].tag),
      !["alongside", "opposite"].contains(tokens[index].form)
    {
      index -= 1
    }
    guard index > 0, ["alongside", "opposite"].contains(tokens[index].form), tokens[index].relation != .case
    else { return }
    var head = name.lowerBound
    while let next = tokens[head].head, name.contains(next) { head = next }
    var verb = index
    for _ in 0..<8 {
      guard let next = tokens[verb].head else { break }
      verb = next
      if tokens[verb].tag == .verb { break }
    }
    guard tokens[verb].tag == .verb, verb < index, !tokens.dominates(head, verb) else { return }
    tokens[head].head = verb
    tokens[head].relation = .obl
    for token in index..<name.lowerBound where tokens[token].head == index { tokens[token].head = head }
    tokens[index].head = head
    tokens[index].relation = .case
    for token in (index + 1)..<name.lowerBound where tokens[token].head == verb {
      tokens[token].head = head
      tokens[token].relation = .compound
    }
  }

  /// Hangs a phrase that was hung on a person's name or on a year on what governs that.
  private static func raise(at preposition: Int, isPersonal: [Bool], of tokens: inout [Token]) {
    guard var phrase = tokens[preposition].head, !ownPrepositions.contains(tokens[preposition].form) else {
      return
    }
    while let head = tokens[phrase].head, head > preposition,
      [.compound, .flat].contains(tokens[phrase].relation)
    {
      phrase = head
    }
    if tokens[phrase].tag == .num { return raiseYear(phrase, at: preposition, of: &tokens) }
    guard phrase > preposition, let name = tokens[phrase].head,
      name < preposition,
      [.nmod, .appos, .obl].contains(tokens[phrase].relation), let verb = tokens[name].head,
      tokens[verb].tag == .verb, verb < name
    else { return }
    // "was stabbed to death by Ivan Marin"
    let isAgent =
      tokens[preposition].form == "by" && isPersonal[phrase] && tokens[name].relation == .obl
      && tokens[name].tag == .noun && tokens[preposition - 1].form == tokens[name].form
      && WordClasses(of: tokens[name].lemma).isDisjoint(with: [.work, .book, .show, .musicWork, .artwork])
    let isYear = tokens[name].tag == .num && tokens[name].relation == .obl
    let isName = isPersonal[name] && [.obj, .obl, .oblAgent].contains(tokens[name].relation)
    guard isYear || isName || isAgent else { return }
    tokens[phrase].head = verb
    tokens[phrase].relation = isAgent ? .oblAgent : .obl
    tokens[preposition].head = phrase
  }

  /// "joined Marin Press, a publishing company, in 1921": a year behind the comma that closes an apposition.
  private static func raiseYear(_ year: Int, at preposition: Int, of tokens: inout [Token]) {
    guard preposition > 1, tokens[preposition - 1].form == ",", year > preposition,
      tokens[year].form.count == 4, tokens[year].relation == .nmod || tokens[year].relation == .obl,
      var current = tokens[year].head, current < preposition, tokens[current].relation == .appos
    else { return }
    while let head = tokens[current].head, head < current {
      current = head
      if tokens[current].tag == .verb { break }
    }
    guard tokens[current].tag == .verb, current < preposition else { return }
    tokens[year].head = current
    tokens[year].relation = .obl
  }

  /// What may follow a name or a year as part of the same phrase.
  private static let ownPrepositions: Set<String> = [
    "of", "'s", "’s", "-", "–", "to", "until", "till", "and", "as", "de", "von", "van", "di", "da",
  ]

  /// The noun that ends right before a preposition, if it hangs on the same verb.
  private static func noun(before preposition: Int, under verb: Int, in tokens: [Token]) -> Int? {
    var noun = preposition - 1
    guard [.noun, .propn].contains(tokens[noun].tag) else { return nil }
    while let head = tokens[noun].head, head != verb {
      guard head > verb, [.flat, .compound, .conj, .nmod].contains(tokens[noun].relation) else { return nil }
      if [.conj, .nmod].contains(tokens[noun].relation) { break }
      noun = head
    }
    return noun > verb ? noun : nil
  }

  /// The verb of the clause whose noun a phrase behind a comma hangs on.
  private static func verb(
    above noun: Int, acrossCommaBefore preposition: Int, in sentence: Range<Int>, _ tokens: [Token]
  ) -> Int? {
    var start = preposition
    if start > sentence.lowerBound, ["along", "together"].contains(tokens[start - 1].form) { start -= 1 }
    guard start > sentence.lowerBound, tokens[start - 1].form == ",", start - 2 >= noun else { return nil }
    var current = noun
    while let head = tokens[current].head, head < current {
      if tokens[head].tag == .verb {
        return [.obj, .obl].contains(tokens[current].relation) ? head : nil
      }
      guard [.nmod, .flat, .compound].contains(tokens[current].relation) else { return nil }
      current = head
    }
    return nil
  }
}
