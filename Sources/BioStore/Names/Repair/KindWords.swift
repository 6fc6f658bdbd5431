/// Kinds by words that tell them: the first sentence on the article's own name, the head of a name, the noun beside it.
enum KindWords {
  static func apply(to names: inout [NameSpan], in context: NameContext) {
    for index in names.indices {
      if isTitle(names[index], context), let kind = context.evidence.titleKind { names[index].kind = kind }
      if let kind = kindOfHead(names[index], context) ?? kindOfNounBeside(names[index], context) {
        names[index].kind = kind
      }
    }
  }

  /// The article's own name has the kind that its first sentence says: "X is a village".
  static func isTitle(_ name: NameSpan, _ context: NameContext) -> Bool {
    guard context.evidence.titleKind != nil else { return false }
    let title = context.reading.article.title.prefix { $0 != "(" && $0 != "," }
    return context.folded(name.tokens) == NameFolding.fold(title)
  }

  // MARK: Heads

  /// The word that says what a name of several words names decides where the labels saw none or a work, and tells
  /// organisations from places: "Left Alliance", "Cape of Storms". An ordinal or a year makes a meeting: "Third Congress".
  private static func kindOfHead(_ name: NameSpan, _ context: NameContext) -> EntityKind? {
    guard name.tokens.count > 1 else { return nil }
    let classes = Self.classes(of: context.head(of: name.tokens), context)
    let first = name.tokens.lowerBound
    let isCounted =
      context.reading.tokens[first].pennTag == .cd
      || context.lexicon.isOrdinal(context.form(first).lowercased())
    if isCounted, classes.contains(.event), name.kind != .person { return .event }
    switch name.kind {
    case nil, .work:
      switch classes {
      case .organisation: return .organisation
      case .event: return .event
      case .place: return .place
      default: return nil
      }
    case .place: return classes == .organisation ? .organisation : nil
    case .organisation:
      if !context.gazetteer(name.tokens).isDisjoint(with: [.country, .historicalPlace]) { return .place }
      // "2012 Zadar Open"
      if isYear(context.form(first)), classes != .organisation { return .event }
      return classes == .event ? .event : classes == .work ? .work : nil
    case .person, .event: return nil
    }
  }

  private static func isYear(_ word: String) -> Bool {
    word.utf8.count == 4 && Int(word).map { (1700...2100).contains($0) } ?? false
  }

  private static func classes(of token: Int, _ context: NameContext) -> NameClasses {
    context.evidence.word(token).names.intersection([.organisation, .event, .place, .work, .award])
  }

  /// "… State Archive" is a body, "Fifth Party Congress" an event, "Cape …" a place, whatever the recogniser says.
  static func useInstitutions(in names: inout [NameSpan], _ context: NameContext) {
    for index in names.indices {
      let name = names[index]
      if name.kind == .organisation,
        !context.gazetteer(name.tokens).isDisjoint(with: [.country, .historicalPlace])
      {
        names[index].kind = .place
      }
      guard name.tokens.count > 1 else { continue }
      let words = name.tokens.map { context.form($0).lowercased() }
      let end = context.head(of: name.tokens) - name.tokens.lowerBound
      switch name.kind {
      case .place
      where context.lexicon.isInstitutionNoun(words[end]) || context.lexicon.isInstitutionNoun(words[0]):
        names[index].kind = .organisation
      case .organisation
      where context.lexicon.isDatedEventNoun(words[end])
        && words.contains(where: { context.lexicon.isOrdinal($0) || $0.first?.isNumber == true }):
        names[index].kind = .event
      case .organisation
      where end == 0 && !WordClasses(of: words[0]).isDisjoint(with: [.landform, .water]):
        names[index].kind = .place
      default: continue
      }
    }
  }

  // MARK: Nouns beside a name

  /// "the newspaper Tribuna", "the band Norte", "Tribuna magazine": the noun that goes with the name tells its kind,
  /// unless the name has a word of its own that does.
  private static func kindOfNounBeside(_ name: NameSpan, _ context: NameContext) -> EntityKind? {
    guard classes(of: context.head(of: name.tokens), context).isEmpty else { return nil }
    if let noun = nounBefore(name, context) {
      let nouns = context.nouns(noun)
      // As a publisher a periodical is a body, whatever its title looks like.
      if nouns.contains(.periodical) { return .organisation }
      let kind = NounGroups(nouns).kind
      if kind != .person { return kind }
      let isKnownPlace = !context.gazetteer(name.tokens).isDisjoint(with: .anyPlace)
      return nouns.contains(.role) && name.kind != .organisation && !isKnownPlace ? .person : nil
    }
    guard let noun = nounAfter(name, context) else { return nil }
    let nouns = context.nouns(noun)
    return nouns.contains(.periodical) && name.kind != .place ? .organisation : nil
  }

  /// The common noun right before a name that is in apposition to it.
  private static func nounBefore(_ name: NameSpan, _ context: NameContext) -> Int? {
    let tokens = context.reading.tokens
    let noun = name.tokens.lowerBound - 1
    guard noun >= 0, tokens[noun].tag == .noun, tokens[noun].pennTag == .nn, !context.isCapital(noun) else {
      return nil
    }
    let head = context.forest.head(of: name.tokens)
    if tokens[head].head == noun { return appositions.contains(tokens[head].relation) ? noun : nil }
    guard let governor = tokens[noun].head, name.tokens.contains(governor) else { return nil }
    return noun
  }

  private static let appositions: Set<DependencyRelation> = [.appos, .flat, .nmodDesc, .nmodUnmarked, .nmod]

  /// The common noun right after a name that the name modifies.
  private static func nounAfter(_ name: NameSpan, _ context: NameContext) -> Int? {
    let tokens = context.reading.tokens
    let noun = name.tokens.upperBound
    guard noun < tokens.count, tokens[noun].tag == .noun, !context.isCapital(noun),
      tokens[context.forest.head(of: name.tokens)].head == noun
    else { return nil }
    return noun
  }
}
