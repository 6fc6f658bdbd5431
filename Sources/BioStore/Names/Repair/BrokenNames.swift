/// Cuts names at words that no name of a person, place or body has in it, and joins the halves of a body's name.
///
/// - A verb or "by" in lower case: "Adria Telecom bought Norte Media" is two names.
/// - A common noun in lower case before the last words: in "the Ruritanian band Norte" only the band is a name beside its country.
/// - A bracket that is opened and not closed, a pronoun of the next sentence, a conjunction at the end.
struct BrokenNames {
  private let context: NameContext

  static func mend(_ names: [NameSpan], in context: NameContext) -> [NameSpan] {
    let step = BrokenNames(context: context)
    return step.joined(names).flatMap { name in
      switch name.kind {
      case .person, .place, .organisation: step.parts(of: name)
      case .work where step.holdsPeriodical(name): step.parts(of: name)
      case .event, .work, nil: [name]
      }
    }
  }

  // MARK: Halves

  /// "Marlow Academy" and "Fine Arts" with "of the" between are one body; a body, a place or a person behind "of" has a name
  /// of its own.
  private func joined(_ names: [NameSpan]) -> [NameSpan] {
    var joined: [NameSpan] = []
    for name in names {
      if let last = joined.last, areHalves(last, name) {
        joined[joined.count - 1] = last.over(last.tokens.lowerBound..<name.tokens.upperBound)
      } else {
        joined.append(name)
      }
    }
    return joined
  }

  private func areHalves(_ left: NameSpan, _ right: NameSpan) -> Bool {
    // "Washington, D.C."
    if left.tokens.upperBound + 1 == right.tokens.lowerBound, context.form(left.tokens.upperBound) == ",",
      ["D.C.", "DC", "D.C"].contains(context.words(right.tokens))
    {
      return true
    }
    guard left.kind == .organisation, right.kind == .organisation || right.kind == nil || right.kind == .work,
      isBodyNoun(left.tokens.upperBound - 1), !isBodyNoun(right.tokens.upperBound - 1),
      !isBodyNoun(context.head(of: right.tokens)), right.tokens.count > 1
    else { return false }
    let between = left.tokens.upperBound..<max(left.tokens.upperBound, right.tokens.lowerBound)
    return ["of the", "for the", "of", "for"].contains(context.words(between))
  }

  private func isBodyNoun(_ token: Int) -> Bool {
    Gazetteer.classes(of: context.form(token)).contains(.organisation)
  }

  // MARK: Cuts

  /// "Zadar periodical Norte": no title, but a place and what appears there.
  private func holdsPeriodical(_ name: NameSpan) -> Bool {
    let first = Gazetteer.classes(of: context.form(name.tokens.lowerBound))
    guard name.tokens.count > 2, !first.isDisjoint(with: NameClasses.anyPlace.union(.demonym)) else {
      return false
    }
    let noun = name.tokens.lowerBound + 1
    return !context.isCapital(noun) && context.nouns(noun).contains(.periodical)
      && context.isCapital(noun + 1)
  }

  private func parts(of name: NameSpan) -> [NameSpan] {
    if name.kind == .person, let place = placeBefore(name) {
      var place = name.over(place)
      place.kind = .place
      return [place, name.over(place.tokens.upperBound..<name.tokens.upperBound)]
    }
    var parts: [NameSpan] = []
    var start = name.tokens.lowerBound
    var kind = name.kind
    for token in name.tokens {
      guard let cut = cut(at: token, in: name.tokens) else { continue }
      if let part = trimmed(start..<token) { parts.append(named(name.over(part), kind)) }
      start = token + 1
      if case .noun(let said) = cut { kind = said ?? name.kind }
    }
    if let part = trimmed(start..<name.tokens.upperBound) { parts.append(named(name.over(part), kind)) }
    return parts
  }

  /// "In St Petersburg Marin …": the place, if the rest is a word of the article's title.
  private func placeBefore(_ name: NameSpan) -> Range<Int>? {
    guard name.tokens.count > 1, context.isLocative(name.tokens.lowerBound),
      context.evidence.usage(name.tokens.upperBound - 1).isInTitle,
      !context.evidence.usage(name.tokens.lowerBound).isInTitle
    else { return nil }
    let place = name.tokens.dropLast()
    return context.gazetteer(place).isDisjoint(with: .anyPlace) ? nil : place
  }

  private func named(_ part: NameSpan, _ kind: EntityKind?) -> NameSpan {
    var part = part
    let places: NameClasses = part.kind == .work ? .anyPlace : [.country, .region, .largeCity]
    let isPlace = !context.gazetteer(part.tokens).isDisjoint(with: places)
    part.kind = isPlace && (part.kind != kind || part.kind == .work) ? .place : kind
    return part
  }

  private enum Cut {
    case word
    case noun(EntityKind?)
  }

  private func cut(at token: Int, in name: Range<Int>) -> Cut? {
    let word = context.reading.tokens[token]
    if word.form == "(" { return isBalanced(name) ? nil : .word }
    // "KY) Courier": the end of a bracket before the name
    if word.form == ")", token < name.lowerBound + 2 { return isBalanced(name) ? nil : .word }
    guard token > name.lowerBound, token + 1 < name.upperBound,
      word.form.allSatisfy({ $0.isLowercase && $0.isASCII }), word.form.utf8.count > 1
    else { return nil }
    if word.form == "by" || isFiniteVerb(word) { return .word }
    guard word.tag == .noun, word.pennTag == .nn, context.isCapital(token + 1), context.isCapital(token - 1)
    else { return nil }
    let nouns = context.nouns(token)
    guard !nouns.isDisjoint(with: [.organisation, .person, .team, .ensemble, .company, .periodical]) else {
      return nil
    }
    return .noun(NounGroups(nouns).kind)
  }

  private func isFiniteVerb(_ word: Token) -> Bool {
    switch word.pennTag {
    case .vbd, .vbz, .vbp: word.tag == .verb || word.tag == .aux
    default: false
    }
  }

  private func isBalanced(_ name: Range<Int>) -> Bool {
    var depth = 0
    for token in name {
      if context.form(token) == "(" { depth += 1 }
      if context.form(token) == ")" { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// The tokens without words at their ends that begin or join something else.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int>? {
    var (start, end) = (tokens.lowerBound, tokens.upperBound)
    while end > start, isTail(end - 1, first: start) { end -= 1 }
    while start < end, isLead(start) { start += 1 }
    if isNation(start, before: end) { start += 1 }
    return start < end ? start..<end : nil
  }

  private func isTail(_ token: Int, first: Int) -> Bool {
    let word = context.reading.tokens[token]
    if word.tag == .pron, token > first, context.lexicon.pronouns[word.form.lowercased()] != nil {
      return true
    }
    guard word.form.first?.isLowercase == true else { return word.form == "," || word.form == ";" }
    return [.adp, .det, .cconj].contains(word.tag) || word.pennTag == .vbn
  }

  /// "Genevan Ivan Marin": a nation in front of a full name.
  private func isNation(_ token: Int, before end: Int) -> Bool {
    guard end - token > 2 else { return false }
    let classes = Gazetteer.classes(of: context.form(token))
    return classes.contains(.demonym) && classes.isDisjoint(with: [.femaleName, .maleName, .surname])
      && !Gazetteer.classes(of: context.form(token + 1)).isDisjoint(with: .givenName)
      && Gazetteer.classes(of: context.form(end - 1)).isDisjoint(with: [.organisation, .place, .event, .work])
  }

  private func isLead(_ token: Int) -> Bool {
    let word = context.reading.tokens[token]
    return [",", ";", "and"].contains(word.form) || context.lexicon.aliasWord(word.form) == .cue
  }
}
