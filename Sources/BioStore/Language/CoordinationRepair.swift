/// Joins what is coordinated although other words stand between, once the names are known.
///
/// "moved to Vienna in 1921 and then to Norway", "taught at Yale, then at Brown", "the sister of Ana Kovač and the aunt of
/// Ivan Marin": a greedy parser hangs the later member on the word before it. The same preposition, or a noun of the same
/// kind, shows where it belongs. Linear in the number of names but for short looks back.
struct CoordinationRepair {
  private var tokens: [Token]

  /// A name in its sentence.
  private struct Member {
    var range: Range<Int>
    var kind: EntityKind?
    var head: Int
    /// The token of the preposition before it, over articles and adjectives.
    var preposition: Int?
  }

  /// Mends the trees of all sentences.
  static func repair(_ reading: inout Reading) {
    var repair = CoordinationRepair(tokens: reading.tokens)
    var next = 0
    for sentence in reading.sentences {
      var members: [Member] = []
      while next < reading.names.count, reading.names[next].tokens.lowerBound < sentence.tokens.upperBound {
        members.append(repair.member(reading.names[next], in: sentence.tokens))
        next += 1
      }
      for position in members.indices { repair.join(position, of: members, in: sentence.tokens) }
      for token in sentence.tokens { repair.raise(token, in: sentence.tokens) }
    }
    reading.tokens = repair.tokens
  }

  private func member(_ name: NameSpan, in sentence: Range<Int>) -> Member {
    let head = tokens.governor(of: name.tokens) ?? name.tokens.lowerBound
    var before = name.tokens.lowerBound - 1
    while before > sentence.lowerBound, [.det, .adj].contains(tokens[before].tag) { before -= 1 }
    let isPreposition = before >= sentence.lowerBound && tokens[before].tag == .adp
    return Member(
      range: name.tokens, kind: name.kind, head: head, preposition: isPreposition ? before : nil)
  }

  // MARK: Names behind the same preposition

  private mutating func join(_ position: Int, of members: [Member], in sentence: Range<Int>) {
    guard position > 0 else { return }
    let member = members[position]
    let first: Member?
    if let preposition = member.preposition {
      first =
        connects(preposition, in: sentence)
        ? earlier(members[..<position], with: preposition, as: member) : nil
    } else {
      first = beforeDate(members[position - 1], member) ?? ofSameKind(members[..<position], as: member)
    }
    guard let first, !tokens.dominates(first.head, member.head) || isOnDate(member.head),
      !tokens.dominates(member.head, first.head), first.head != member.head
    else { return }
    tokens[member.head].head = first.head
    tokens[member.head].relation = .conj
    if let preposition = member.preposition {
      tokens[preposition].head = member.head
      tokens[preposition].relation = .case
    }
  }

  /// Whether a conjunction opens the phrase of a preposition: "and then to", "and in 1929 to", "and medicine at".
  private func connects(_ preposition: Int, in sentence: Range<Int>) -> Bool {
    var token = preposition - 1
    var isSequence = false
    while token > sentence.lowerBound, preposition - token < 7 {
      switch tokens[token].tag {
      case .cconj: return true
      case .adv: isSequence = true
      case .num: break
      case .adp where tokens[token + 1].tag == .num: break
      case .noun, .adj, .det:
        // The second of two objects, "and medicine at"; what a person is belongs to another title.
        guard tokens[preposition].lemma != "of", !isPersonal(token) else { return false }
      case .punct where tokens[token].form == ",":
        return tokens[token + 1].tag == .adp || isSequence || tokens[token - 1].tag == .num
      default: return false
      }
      token -= 1
    }
    return false
  }

  /// The last name before with the same preposition and of a kind that fits, in the same clause.
  private func earlier(_ before: ArraySlice<Member>, with preposition: Int, as member: Member) -> Member? {
    for other in before.reversed() where other.range.upperBound <= preposition {
      if hasClauseBorder(other.range.upperBound..<preposition) { return nil }
      guard let own = other.preposition, tokens[own].lemma == tokens[preposition].lemma,
        fits(other.kind, member.kind)
      else { continue }
      // "in Zadar, in Dalmatia" is no list.
      let isList = (other.range.upperBound..<preposition).contains {
        tokens[$0].tag == .cconj || tokens[$0].tag == .num || tokens[$0].tag == .adv
      }
      return isList ? other : nil
    }
    return nil
  }

  private func fits(_ one: EntityKind?, _ other: EntityKind?) -> Bool {
    one == other || one != .person && other != .person
  }

  private func hasClauseBorder(_ range: Range<Int>) -> Bool {
    range.contains { index in
      switch tokens[index].pennTag {
      case .vbd, .vbz, .vbp, .vbn, .vb, .vbg, .md, .wp, .wdt, .wrb, .wpDollar, .colon, .period: true
      default: false
      }
    }
  }

  /// "professor at A in 2009, B and C in 2011": a name hung on the date before it.
  private func beforeDate(_ previous: Member, _ member: Member) -> Member? {
    guard isOnDate(member.head), previous.range.upperBound <= member.range.lowerBound,
      previous.preposition != nil, fits(previous.kind, member.kind)
    else {
      return nil
    }
    let gap = previous.range.upperBound..<member.range.lowerBound
    let isDate = gap.allSatisfy { index in
      switch tokens[index].tag {
      case .num, .adp, .cconj, .det, .sym: true
      case .punct: [",", "-", "–", "—"].contains(tokens[index].form)
      default: false
      }
    }
    return isDate && gap.contains { tokens[$0].form == "," || tokens[$0].tag == .cconj } ? previous : nil
  }

  /// "in the war with France and the Border War": a name coordinated with one of another kind belongs to the last of its
  /// own kind, if that has a preposition in the same clause.
  private func ofSameKind(_ before: ArraySlice<Member>, as member: Member) -> Member? {
    guard let kind = member.kind, tokens[member.head].relation == .conj, let head = tokens[member.head].head,
      let wrong = before.last(where: { $0.range.contains(head) }), let other = wrong.kind, other != kind,
      wrong.preposition != nil, [kind, other].contains(where: { [.event, .organisation].contains($0) }),
      let first = before.last(where: { $0.range.upperBound <= wrong.range.lowerBound && $0.kind == kind }),
      first.preposition != nil, !hasClauseBorder(first.range.upperBound..<member.range.lowerBound)
    else { return nil }
    return first
  }

  private func isOnDate(_ token: Int) -> Bool {
    tokens[token].head.map { tokens[$0].tag == .num } ?? false
  }

  // MARK: Nouns

  /// Hangs a noun behind a conjunction on the noun that it is coordinated with.
  private mutating func raise(_ noun: Int, in sentence: Range<Int>) {
    guard tokens[noun].tag == .noun, tokens[noun].relation == .conj, let head = tokens[noun].head,
      head < noun,
      hasConjunction(noun, in: sentence)
    else { return }
    let first =
      tokens[head].tag == .verb
      ? lastObject(of: head, before: noun) : role(above: head, like: noun) ?? object(above: head, like: noun)
    guard let first, first != head else { return }
    tokens[noun].head = first
  }

  private func hasConjunction(_ noun: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, noun - 6)..<noun).contains {
      tokens[$0].head == noun && tokens[$0].relation == .cc
    }
  }

  /// "studied law at A and medicine at B", with "medicine" hung on the verb.
  private func lastObject(of verb: Int, before noun: Int) -> Int? {
    guard tokens[noun].pennTag == .nn || tokens[noun].pennTag == .nns, !isPersonal(noun) else { return nil }
    let dependents = tokens[max(noun - 20, 0)..<min(noun + 12, tokens.count)].indices
    let ownsClause = dependents.contains {
      tokens[$0].head == noun && [.nsubj, .nsubjPass, .cop, .case].contains(tokens[$0].relation)
    }
    if ownsClause { return nil }
    return ((verb + 1)..<noun).last { tokens[$0].head == verb && tokens[$0].relation == .obj }
  }

  /// "won a gold medal in the slalom and a bronze medal in the downhill": the same noun, or another award, is coordinated
  /// with the object, not with what stands between them.
  private func object(above head: Int, like noun: Int) -> Int? {
    var current = head
    while let next = tokens[current].head, next < current {
      if tokens[next].tag == .verb {
        guard tokens[current].relation == .obl || tokens[current].relation == .obj,
          let object = ((next + 1)..<noun).last(where: {
            tokens[$0].head == next && tokens[$0].relation == .obj
          })
        else { return nil }
        let shared = classes(object).intersection(classes(noun)).intersection([.award, .degree])
        return tokens[object].lemma == tokens[noun].lemma || !shared.isEmpty
          || [object, noun].allSatisfy({ ["gold", "silver", "bronze"].contains(tokens[$0].lemma) })
          ? object : nil
      }
      guard [.nmod, .conj, .compound, .flat, .appos].contains(tokens[current].relation) else { return nil }
      current = next
    }
    return nil
  }

  /// "the sister of the painter Ivan Marin and the aunt of": a kin noun with an article is coordinated with the kin noun
  /// above the name, not with the name.
  private func role(above head: Int, like noun: Int) -> Int? {
    guard isPersonal(noun), (noun - 1...noun).contains(where: { $0 >= 0 && tokens[$0].tag == .det }) else {
      return nil
    }
    let isKin = classes(noun).contains(.kin)
    var current = head
    while true {
      let fits = isKin ? classes(current).contains(.kin) : isPersonal(current)
      if fits, tokens[current].tag == .noun { return current }
      guard let next = tokens[current].head, next < current,
        [.nmod, .appos, .flat, .compound, .conj, .nmodPoss, .nmodDesc].contains(tokens[current].relation)
      else { return nil }
      current = next
    }
  }

  private func isPersonal(_ token: Int) -> Bool {
    !classes(token).isDisjoint(with: [.person, .kin, .role])
  }

  private func classes(_ token: Int) -> WordClasses { WordClasses(of: tokens[token].lemma.lowercased()) }
}
