/// Kinds that words in a name or right before it settle, whatever the labels say: "FK Zadar" is a club, "Dr Jan Dove" a
/// person, "the estate of Harrowgill" a place.
///
/// What is settled once holds for the same name everywhere in the article.
struct KindSigns {
  private let context: NameContext
  private let cues = KindCues.standard

  static func apply(to names: inout [NameSpan], in context: NameContext) {
    let signs = KindSigns(context: context)
    var settled: [String: EntityKind] = [:]
    for index in names.indices {
      guard let kind = signs.kind(of: names[index]) else { continue }
      names[index].kind = kind
      settled[context.folded(names[index].tokens)] = kind
    }
    signs.settleLists(in: &names, &settled)
    signs.dropPets(from: &names)
    for index in names.indices where !settled.isEmpty {
      if let kind = settled[context.folded(names[index].tokens)] { names[index].kind = kind }
    }
  }

  private init(context: NameContext) { self.context = context }

  private func kind(of name: NameSpan) -> EntityKind? {
    name.kind == nil ? nil : kindOfTitle(name) ?? kindByWords(name) ?? kindByNeighbours(name)
  }

  /// The first sentence says what the article's own name names.
  private func kindOfTitle(_ name: NameSpan) -> EntityKind? {
    guard let kind = context.evidence.titleKind, kind != name.kind, name.kind != .person || kind == .place,
      KindWords.isTitle(name, context)
    else { return nil }
    return kind
  }

  // MARK: Words of the name

  private func kindByWords(_ name: NameSpan) -> EntityKind? {
    guard name.tokens.count > 1 else { return nil }
    let first = context.form(name.tokens.lowerBound)
    let last = context.form(name.tokens.upperBound - 1)
    if cues[first] == .club || cues[last] == .club, name.kind != .organisation { return .organisation }
    if name.tokens.dropFirst().dropLast().contains(where: { cues[context.form($0)] == .versus }) {
      return .event
    }
    if cues[first] == .courtesy, name.kind == .organisation || name.kind == .place {
      return isBody(name.tokens.upperBound - 1) ? nil : .person
    }
    return kindByHead(name, first: first.lowercased(), last: last.lowercased())
  }

  private func kindByHead(_ name: NameSpan, first: String, last: String) -> EntityKind? {
    let head = context.form(context.head(of: name.tokens)).lowercased()
    switch name.kind {
    case .organisation:
      // "2009–10 Ruritanian First League"
      if cues[head] == .league, startsWithYear(name) { return .event }
      if cues[first] == .direction && last == "front" { return .place }
      return cues[head] == .state ? .place : nil
    case .event:
      if isElective(name) { return .organisation }
      return cues[first] == .direction && last == "front" ? .place : nil
    case .person:
      let isName = !Gazetteer.classes(of: last).isDisjoint(with: .surname)
      return cues[last] == .site && !isName ? .place : nil
    case .place, .work, nil: return nil
    }
  }

  /// "was elected to the Tenth Congress": a body that one is elected to.
  private func isElective(_ name: NameSpan) -> Bool {
    guard context.form(name.tokens.upperBound - 1) == "Congress" else { return false }
    let to = name.tokens.lowerBound - (context.form(max(0, name.tokens.lowerBound - 1)) == "the" ? 2 : 1)
    guard to > 0, context.form(to) == "to" else { return false }
    return (max(0, to - 8)..<to).contains { token in
      context.isSameSentence(token, to) && cues[context.form(token).lowercased()] == .poll
    }
  }

  private func startsWithYear(_ name: NameSpan) -> Bool {
    let digits = context.form(name.tokens.lowerBound).prefix { $0.isNumber }
    return digits.count == 4 && Int(digits).map { (1700...2100).contains($0) } == true
  }

  private func isBody(_ token: Int) -> Bool {
    !Gazetteer.classes(of: context.form(token)).isDisjoint(with: [.organisation, .place, .event, .work])
  }

  // MARK: Words beside the name

  /// "the outskirts of Lowmoor", "with the help of Marin", "in Zadar", "the Marin brothers", "founded by Ana Kovač".
  private func kindByNeighbours(_ name: NameSpan) -> EntityKind? {
    let after = name.tokens.upperBound
    if name.kind == .place, after < context.reading.tokens.count, cues[context.form(after)] == .household,
      context.gazetteer(name.tokens).isDisjoint(with: [.country, .region, .largeCity])
    {
      return .person
    }
    if name.kind == .work, isPublisher(name) { return .organisation }
    let before = name.tokens.lowerBound - 1
    guard before > 0, context.isSameSentence(before, name.tokens.lowerBound) else { return nil }
    let word = context.form(before)
    if word == "of" { return kind(of: name, behind: before - 1) }
    if isBehindBody(name, before) { return .organisation }
    // "played for Platense": what one does something for is no place that nobody knows.
    if word == "for", name.kind == .place, context.gazetteer(name.tokens).isDisjoint(with: .anyPlace),
      let verb = context.reading.tokens[context.forest.head(of: name.tokens)].head,
      cues[context.reading.tokens[verb].lemma.lowercased()] == .service
    {
      return .organisation
    }
    if isBehindKin(name), name.kind != .event { return .person }
    if word == "by", name.kind == .organisation, isFullName(name.tokens) { return .person }
    if word == "in", name.kind == .organisation, name.tokens.count == 1,
      !context.gazetteer(name.tokens).isDisjoint(with: [.country, .largeCity, .historicalPlace])
    {
      return .place
    }
    return nil
  }

  /// "the company Red Gate", whatever the name's own words say.
  private func isBehindBody(_ name: NameSpan, _ noun: Int) -> Bool {
    let nouns = context.nouns(noun)
    if nouns.contains(.periodical), name.kind != .organisation, !isKnownPerson(name),
      context.reading.tokens[noun].pennTag == .nn, !context.isCapital(noun)
    {
      return true
    }
    // "founded the company Red Gate"
    if name.kind == .place, nouns.contains(.company), noun > 0,
      context.reading.tokens[noun].pennTag == .nn, context.reading.tokens[noun - 1].tag == .det,
      context.gazetteer(name.tokens).isDisjoint(with: .anyPlace)
    {
      return true
    }
    guard name.kind == .place || name.kind == .person, context.reading.tokens[noun].pennTag == .nn,
      !context.isCapital(noun),
      context.reading.tokens[context.forest.head(of: name.tokens)].head == noun
        || context.reading.tokens[noun].head.map(name.tokens.contains) == true
    else { return false }
    return !nouns.isDisjoint(with: [.company, .ensemble, .periodical, .team])
      && !context.looksPersonal(name.tokens)
  }

  /// "the newspaper Marin founded"
  private func isKnownPerson(_ name: NameSpan) -> Bool { name.kind == .person && isListedPerson(name) }

  /// Whether a word is on a list of names or in the article's title.
  private func isListedPerson(_ name: NameSpan) -> Bool {
    name.tokens.contains { token in
      context.evidence.usage(token).isInTitle
        || !Gazetteer.classes(of: context.form(token)).isDisjoint(with: [.femaleName, .maleName, .surname])
    }
  }

  /// "a daughter, Nada": a noun of kin right before what no gazetteer knows as a country or large city.
  private func isBehindKin(_ name: NameSpan) -> Bool {
    guard name.kind != .person, name.tokens.count < 3, let noun = nounBefore(name.tokens.lowerBound),
      context.nouns(noun).contains(.kin), cues[context.form(noun)] != .household
    else { return false }
    let classes = context.gazetteer(name.tokens)
    let isPlace = !classes.isDisjoint(with: [.country, .region, .largeCity])
    return (!isPlace || !classes.isDisjoint(with: .givenName)) && !isBody(name.tokens.upperBound - 1)
  }

  /// The common noun before a name, with or without a comma or "named" between.
  private func nounBefore(_ name: Int) -> Int? {
    var token = name - 1
    while token > 0, [",", ":", "named", "called"].contains(context.form(token)) { token -= 1 }
    guard token >= 0, name - token < 4, context.isSameSentence(token, name),
      context.reading.tokens[token].tag == .noun, !context.isCapital(token)
    else { return nil }
    return token
  }

  // MARK: Pets

  /// "her two dogs, Biscuit and Pepper": animals are no entities.
  private func dropPets(from names: inout [NameSpan]) {
    var isPet = false
    var pets: Set<String> = []
    for index in names.indices {
      let isNext = isPet && areListed(names[index - 1], names[index])
      let noun = nounBefore(names[index].tokens.lowerBound)
      isPet = isNext || noun.map { cues[context.reading.tokens[$0].lemma.lowercased()] == .pet } ?? false
      guard isPet else { continue }
      names[index].kind = nil
      pets.insert(context.folded(names[index].tokens))
    }
    for index in names.indices where !pets.isEmpty && pets.contains(context.folded(names[index].tokens)) {
      names[index].kind = nil
    }
  }

  /// "The Harbour Reporter's article": whose articles, critics and editors are spoken of is a periodical.
  private func isPublisher(_ name: NameSpan) -> Bool {
    let mark = name.tokens.upperBound
    guard mark + 1 < context.reading.tokens.count, ["'s", "’s"].contains(context.form(mark)) else {
      return false
    }
    return (mark + 1...min(mark + 2, context.reading.tokens.count - 1)).contains {
      cues[context.reading.tokens[$0].lemma.lowercased()] == .press
    }
  }

  /// A given name and a surname, by the lists.
  private func isFullName(_ tokens: Range<Int>) -> Bool {
    tokens.count == 2 && context.looksPersonal(tokens)
      && Gazetteer.classes(of: context.form(tokens.upperBound - 1)).contains(.surname)
      && !isBody(tokens.upperBound - 1)
  }

  private func kind(of name: NameSpan, behind noun: Int) -> EntityKind? {
    let lemma = context.reading.tokens[noun].lemma.lowercased()
    guard !context.isCapital(noun), name.kind != .event, !isBody(name.tokens.upperBound - 1) else {
      return nil
    }
    let isKnownPlace = !context.gazetteer(name.tokens).isDisjoint(with: [.country, .region, .largeCity])
    switch cues[lemma] {
    case .dweller, .estate:
      let isPerson = isFullName(name.tokens) || name.kind == .person && name.tokens.count > 2
      return name.kind == .place || isPerson ? nil : .place
    case .office, .chief: return name.kind == .person && !isListedPerson(name) ? .organisation : nil
    case .aid: return name.kind == .place && !isKnownPlace ? .person : nil
    default: return nil
    }
  }

  // MARK: Lists

  /// A name between others of one kind has that kind, unless a gazetteer knows it for its own; so has each name of a list
  /// behind "the newspapers".
  private func settleLists(in names: inout [NameSpan], _ settled: inout [String: EntityKind]) {
    var start = names.startIndex
    while start < names.endIndex {
      var end = start + 1
      while end < names.endIndex, areListed(names[end - 1], names[end]) { end += 1 }
      if let kind = kindBefore(names[start]) {
        for index in start..<end { settle(kind, index, &names, &settled) }
      } else if end - start > 1 {
        settleMembers(start..<end, of: &names, &settled)
      }
      start = end
    }
  }

  private func settle(
    _ kind: EntityKind, _ index: Int, _ names: inout [NameSpan], _ settled: inout [String: EntityKind]
  ) {
    names[index].kind = kind
    settled[context.folded(names[index].tokens)] = kind
  }

  private func settleMembers(
    _ list: Range<Int>, of names: inout [NameSpan], _ settled: inout [String: EntityKind]
  ) {
    for index in list.dropFirst() {
      let kind = names[index - 1].kind
      let isLast = index + 1 == list.upperBound
      let isBetween = isLast ? isClosed(names[index - 1], names[index]) : names[index + 1].kind == kind
      guard let kind, kind != .work, kind != .event, kind != names[index].kind, isBetween,
        names[index].kind != .work, names[index].kind != nil,
        list.count(where: { names[$0].kind == kind }) * 2 > list.count || names[index].kind == .event,
        isUnknown(names[index], as: kind)
      else { continue }
      settle(kind, index, &names, &settled)
    }
  }

  /// Whether "and" or "or" ends a list with the second name; what follows a comma may be outside of it.
  private func isClosed(_ one: NameSpan, _ last: NameSpan) -> Bool {
    (one.tokens.upperBound..<last.tokens.lowerBound).contains {
      ["and", "or", "&"].contains(context.form($0))
    }
  }

  /// Whether nothing but the labels speaks for the kind of a name.
  private func isUnknown(_ name: NameSpan, as kind: EntityKind) -> Bool {
    let classes = context.gazetteer(name.tokens)
    let first = Gazetteer.classes(of: context.form(name.tokens.lowerBound))
    switch name.kind {
    case .place:
      return classes.isDisjoint(with: .anyPlace)
        || kind == .person && !first.isDisjoint(with: .givenName)
          && classes.isDisjoint(with: [.country, .region, .largeCity])
    case .person:
      return first.isDisjoint(with: .givenName)
        && !context.evidence.usage(name.tokens.upperBound - 1).isInTitle
    case .organisation:
      return kind == .person ? !first.isDisjoint(with: .givenName) : !isBody(name.tokens.upperBound - 1)
    case .event:
      // A name of an event says so, or has a number.
      return kind == .organisation && name.tokens.count > 1
        && name.tokens.allSatisfy {
          Gazetteer.classes(of: context.form($0)).isDisjoint(with: [.event, .award])
            && context.form($0).allSatisfy(\.isLetter)
        }
    case .work, nil: return false
    }
  }

  private func areListed(_ one: NameSpan, _ other: NameSpan) -> Bool {
    let between = one.tokens.upperBound..<max(one.tokens.upperBound, other.tokens.lowerBound)
    return (1...3).contains(between.count)
      && between.allSatisfy { [",", "and", "&", "or", ";", "the"].contains(context.form($0)) }
      && between.contains { context.form($0) != "the" }
      && context.isSameSentence(one.tokens.lowerBound, other.tokens.lowerBound)
  }

  /// The kind that a plural noun in front of a list says: "the newspapers Tribuna and Norte".
  private func kindBefore(_ name: NameSpan) -> EntityKind? {
    let noun = name.tokens.lowerBound - 1
    guard noun >= 0, context.reading.tokens[noun].pennTag == .nns, !context.isCapital(noun),
      let head = context.reading.tokens[context.forest.head(of: name.tokens)].head,
      head == noun || name.tokens.contains(context.reading.tokens[noun].head ?? -1)
    else { return nil }
    let nouns = context.nouns(noun)
    if nouns.contains(.kin) { return .person }
    if nouns.contains(.periodical) { return .organisation }
    let kind = NounGroups(nouns).kind
    return kind == .place || kind == .organisation ? kind : nil
  }
}
