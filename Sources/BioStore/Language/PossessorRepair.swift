/// Gives possessors and examples the noun that they belong to, once the names are known.
///
/// "Ivan Marin's 2002 single", "from her 1999 album": behind a year a greedy parser loses the thing possessed. "films of
/// the 1950s such as The Salt Road": it hangs examples on the last noun, whatever that is. Linear in the number of tokens
/// but for short looks ahead and the depth of the trees.
struct PossessorRepair {
  private var tokens: [Token]
  /// For each token, the kind of the name that it is part of.
  private let kinds: [EntityKind?]
  /// For each token, where the name ends that it is part of.
  private let ends: [Int]

  /// Mends the trees of all sentences.
  static func apply(to reading: inout Reading) {
    var ends = [Int](repeating: 0, count: reading.tokens.count)
    for name in reading.names { for token in name.tokens { ends[token] = name.tokens.upperBound } }
    var repair = PossessorRepair(tokens: reading.tokens, kinds: reading.kindsOfTokens, ends: ends)
    for sentence in reading.sentences {
      for token in sentence.tokens.dropLast(2) {
        repair.ownTitle(behind: token)
        repair.ownNoun(behind: token)
        repair.attachPossessor(before: token, in: sentence.tokens)
        repair.attachExample(at: token, in: sentence.tokens)
      }
    }
    reading.tokens = repair.tokens
  }

  // MARK: Possessors

  /// Where a possessive mark or pronoun stands before a year or a title, makes what follows the thing possessed.
  private mutating func attachPossessor(before marker: Int, in sentence: Range<Int>) {
    guard let possessor = possessor(at: marker), let thing = thing(behind: marker, in: sentence),
      tokens[possessor].head != thing, !tokens.dominates(thing, possessor),
      let governor = tokens[possessor].head, governor < possessor || governor > thing
    else { return }
    let moved = sentence.filter { index in
      tokens[index].head == possessor
        && (index > marker || tokens[index].relation == .case && index < possessor)
    }
    tokens[thing].head = governor
    tokens[thing].relation = tokens[possessor].relation
    tokens[possessor].head = thing
    tokens[possessor].relation = .nmodPoss
    for index in moved where index != thing { tokens[index].head = thing }
    // What stood between possessor and thing belongs to the thing.
    for index in (marker + 1)..<thing where tokens[index].head == governor || tokens[index].head == possessor
    {
      tokens[index].head = thing
      if tokens[index].tag != .punct { tokens[index].relation = .compound }
    }
  }

  private func possessor(at marker: Int) -> Int? {
    if ["'s", "’s"].contains(tokens[marker].form), tokens[marker].relation == .case {
      return tokens[marker].head
    }
    guard ["his", "her", "their"].contains(tokens[marker].form.lowercased()), isYear(marker + 1) else {
      return nil
    }
    return marker
  }

  private func isYear(_ token: Int) -> Bool {
    tokens[token].tag == .num && tokens[token].form.count == 4 && tokens[token].form.allSatisfy(\.isNumber)
  }

  /// The last common noun behind a year, or the title of a work that follows the mark at once.
  private func thing(behind marker: Int, in sentence: Range<Int>) -> Int? {
    var index = marker + 1
    if kinds[index] == .work
      || tokens[index].tag == .det && index + 1 < sentence.upperBound && kinds[index + 1] == .work
    {
      let start = kinds[index] == .work ? index : index + 1
      return (start..<ends[start]).first { token in
        tokens[token].head.map { !(start..<ends[start]).contains($0) } ?? true
      }
    }
    guard isYear(index) else { return nil }
    var noun: Int?
    index += 1
    while index < sentence.upperBound, index - marker < 8, kinds[index] == nil,
      [.adj, .noun].contains(tokens[index].tag) || tokens[index].form == "-"
    {
      if tokens[index].tag != .punct { noun = index }
      index += 1
    }
    return noun
  }

  /// "wrote her History of Dalmatia", with "her" taken for the receiver: the title is the object, and hers.
  private mutating func ownTitle(behind pronoun: Int) {
    guard tokens[pronoun].form == "her", tokens[pronoun].pennTag == .prp, kinds[pronoun + 1] == .work,
      let verb = tokens[pronoun].head, verb < pronoun,
      let title = (pronoun + 1..<ends[pronoun + 1]).first(where: { tokens[$0].head == verb })
    else { return }
    tokens[pronoun].head = title
    tokens[pronoun].relation = .nmodPoss
    tokens[pronoun].pennTag = .prpDollar
    if [.xcomp, .obl, .oblUnmarked, .appos, .dep].contains(tokens[title].relation) {
      tokens[title].relation = .obj
    }
  }

  /// "returned to her home", with "to her" taken for a phrase: what follows a pronoun behind a preposition is hers.
  private mutating func ownNoun(behind pronoun: Int) {
    let noun = pronoun + 1
    guard tokens[pronoun].form == "her", tokens[pronoun].pennTag == .prp, tokens[noun].tag == .noun,
      kinds[noun] == nil, pronoun > 0, tokens[pronoun - 1].relation == .case,
      tokens[pronoun - 1].head == pronoun,
      let governor = tokens[pronoun].head, tokens[noun].head == governor
    else { return }
    tokens[pronoun - 1].head = noun
    tokens[noun].relation = tokens[pronoun].relation
    tokens[pronoun].head = noun
    tokens[pronoun].relation = .nmodPoss
    tokens[pronoun].pennTag = .prpDollar
  }

  // MARK: Examples

  /// Hangs "such as The Salt Road" on the last noun before it that can mean such a thing.
  private mutating func attachExample(at marker: Int, in sentence: Range<Int>) {
    guard ["such", "like", "including"].contains(tokens[marker].form), tokens[marker].relation == .case,
      let example = tokens[marker].head, example > marker, let kind = kinds[example],
      let governor = tokens[example].head, governor < marker, !fits(governor, kind),
      let noun = noun(above: governor, for: kind, in: sentence), !tokens.dominates(example, noun)
    else { return }
    tokens[example].head = noun
    tokens[example].relation = .nmod
  }

  /// The nearest noun in the plural that a noun belongs to, or that stands before it beside the same verb.
  private func noun(above start: Int, for kind: EntityKind, in sentence: Range<Int>) -> Int? {
    var current = start
    while let head = tokens[current].head, head < start || tokens[head].tag == .verb {
      if fits(head, kind) { return head }
      if tokens[head].tag == .verb {
        return sentence.prefix { $0 < start }.last { index in
          tokens[index].head == head && [.obj, .obl].contains(tokens[index].relation) && fits(index, kind)
        }
      }
      current = head
    }
    return nil
  }

  private func fits(_ noun: Int, _ kind: EntityKind) -> Bool {
    guard tokens[noun].tag == .noun, tokens[noun].pennTag == .nns else { return false }
    let classes = WordClasses(of: tokens[noun].lemma.lowercased())
    switch kind {
    case .person: return classes.contains(.person)
    case .work: return !classes.isDisjoint(with: [.work, .book, .show, .musicWork, .artwork])
    case .organisation: return classes.contains(.organisation)
    case .place: return classes.contains(.place)
    case .event: return classes.contains(.event)
    }
  }
}
