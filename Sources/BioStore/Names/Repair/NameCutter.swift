/// Takes names apart that the recogniser took for one, and offices off the names that they are no part of.
///
/// - "Tartu, Estonia", "Ghent in Belgium" and "Poland and Sweden" are two places, "Ana Kovač and Ivan Marin" two people.
/// - "Royal Guard and Coast Guard", "Zora's Night School" are two bodies; "Marks and Spencer" is one.
/// - "Fellow of the Zadar Society" and "the Queen" say what somebody is; only the society is a name.
/// - A month is no place, a degree no body.
struct NameCutter {
  private let context: NameContext
  private let lexicon: EntityLexicon
  private let names: [NameSpan]
  /// The kinds of the names as they were, by their folded words.
  private let known: [String: EntityKind]

  init(_ names: [NameSpan], in context: NameContext) {
    self.context = context
    self.names = names
    lexicon = context.lexicon
    known = Dictionary(
      names.compactMap { name in name.kind.map { (context.folded(name.tokens), $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The names, in the order of the text.
  func cut() -> [NameSpan] { names.flatMap(parts) }

  private func parts(of name: NameSpan) -> [NameSpan] {
    guard let kind = name.kind else { return [name] }
    if isMonthOrDegree(name) || isBareTitle(name) || isMemberOrOfficer(name) { return [] }
    if kind == .person, let office = office(name.tokens) { return office.map { [$0] } ?? [] }
    if kind == .organisation, let body = body(ofOffice: name) { return [body] }
    guard name.tokens.count > 2, let (left, right) = halves(of: name, kind: kind) else { return [name] }
    return isRole(right) ? [left] : [left] + parts(of: right)
  }

  // MARK: Two names

  /// The two names that a word within the span joins; `nil` if it is one name.
  private func halves(of name: NameSpan, kind: EntityKind) -> (NameSpan, NameSpan)? {
    guard kind != .event, context.gazetteer(name.tokens).isEmpty else { return nil }
    for token in name.tokens.dropFirst().dropLast()
    where context.isCapital(token - 1) || context.form(token - 1) == "." {
      var start = token + 1
      while start < name.tokens.upperBound - 1, Self.fillers.contains(context.form(start)) { start += 1 }
      guard context.isCapital(start) else { continue }
      let left = name.over(name.tokens.lowerBound..<token)
      let right = name.over(start..<name.tokens.upperBound)
      if let halves = halves(left, right, at: token, kind: kind) { return halves }
    }
    return nil
  }

  private static let fillers: Set<String> = ["the", "in", "and"]

  private func halves(
    _ left: NameSpan, _ right: NameSpan, at token: Int, kind: EntityKind
  ) -> (NameSpan, NameSpan)? {
    let word = context.form(token)
    if word == "'s" || word == "’s" { return possessor(left, right, kind: kind) }
    switch kind {
    case .place:
      let isDistrict = context.form(right.tokens.lowerBound) == "D.C."
      return [",", ";", "and", "in"].contains(word) && !isDistrict ? (left, right) : nil
    case .person: return [",", ";", "and"].contains(word) && !isSuffix(token + 1) ? (left, right) : nil
    case .organisation, .work:
      switch word {
      case "and", "or", "nor": return areTwo(left.tokens, right.tokens, kind: kind) ? (left, right) : nil
      case "in", "with": return personAndTitle(left, right, at: word)
      default: return nil
      }
    case .event: return nil
    }
  }

  private func isSuffix(_ token: Int) -> Bool {
    lexicon.namePart(NameFolding.fold(context.form(token))) == .generation
      || Gazetteer.classes(of: context.form(token)).contains(.suffix)
  }

  /// Whether two bodies or works stand beside each other, and no single one that has "and" in its name.
  private func areTwo(_ left: Range<Int>, _ right: Range<Int>, kind: EntityKind) -> Bool {
    if known[context.folded(left)] != nil || known[context.folded(right)] != nil { return true }
    if kind == .work, Self.articles.contains(context.form(right.lowerBound)) { return true }
    if left.count > 1, right.count > 1 {
      if areEqual(left.lowerBound, right.lowerBound) || areEqual(left.upperBound - 1, right.upperBound - 1) {
        return true
      }
      if kind == .organisation, isBody(left), isBody(right) { return true }
    }
    return isInList(left.lowerBound, kind: kind)
  }

  private static let articles: Set<String> = ["The", "A", "An"]

  private func areEqual(_ one: Int, _ other: Int) -> Bool {
    NameFolding.fold(context.form(one)) == NameFolding.fold(context.form(other))
  }

  private func isBody(_ tokens: Range<Int>) -> Bool {
    Gazetteer.classes(of: context.form(context.head(of: tokens))).contains(.organisation)
  }

  /// Whether what stands before announces several names: "both", a plural noun, or a name of the same kind and a comma.
  private func isInList(_ start: Int, kind: EntityKind) -> Bool {
    let before = start - 1
    guard before > 0 else { return false }
    let word = context.reading.tokens[before]
    if word.form == "both" || word.form == "between" { return true }
    if word.pennTag == .nns { return NounGroups(context.nouns(before)).kind == kind }
    return word.form == "," && names.contains { $0.tokens.upperBound == before && $0.kind == kind }
  }

  /// "Karl Berg in Book of Names", "New Front with Karl Berg".
  private func personAndTitle(
    _ left: NameSpan, _ right: NameSpan, at word: String
  ) -> (NameSpan, NameSpan)? {
    var (left, right) = (left, right)
    if word == "in", context.looksPersonal(left.tokens) {
      left.kind = .person
      if right.kind == .organisation, !isBody(right.tokens) { right.kind = .work }
      return (left, right)
    }
    guard word == "with",
      context.looksPersonal(right.tokens) || known[context.folded(right.tokens)] == .person
    else { return nil }
    right.kind = .person
    return (left, right)
  }

  /// "Zora's Night School": the owner is a name of its own where it is known as one, or is an acronym or a place.
  private func possessor(_ left: NameSpan, _ right: NameSpan, kind: EntityKind) -> (NameSpan, NameSpan)? {
    var (left, right) = (left, right)
    let word = context.form(left.tokens.lowerBound)
    let isAcronym = left.tokens.count == 1 && word.count > 2 && word.allSatisfy(\.isUppercase)
    if let kind = known[context.folded(left.tokens)], kind != .work {
      left.kind = kind
    } else if isAcronym {
      left.kind = .organisation
    } else if kind != .work, !context.gazetteer(left.tokens).isDisjoint(with: [.country, .largeCity]) {
      left.kind = .place
    } else {
      return nil
    }
    if kind == .organisation, !isBody(right.tokens) { right.kind = .work }
    return (left, right)
  }

  /// "… Staff Correspondent": what somebody is, and no name.
  private func isRole(_ name: NameSpan) -> Bool {
    name.kind == .work
      && WordClasses(of: NameFolding.fold(context.form(name.tokens.upperBound - 1))).contains(.role)
  }

  // MARK: No names

  private func isMonthOrDegree(_ name: NameSpan) -> Bool {
    name.tokens.count == 1 && name.kind != .person
      && (context.gazetteer(name.tokens).contains(.month)
        || KindCues.standard[context.form(name.tokens.lowerBound)] == .degree)
  }

  /// "the German Marxist", "Press Officer": what somebody is by nation and belief, or by office.
  private func isMemberOrOfficer(_ name: NameSpan) -> Bool {
    guard name.kind == .organisation, name.tokens.count > 1 else { return false }
    if KindCues.standard[context.form(name.tokens.upperBound - 1).lowercased()] == .office { return true }
    guard name.tokens.count == 2 else { return false }
    let isAll = name.tokens.allSatisfy {
      !Gazetteer.classes(of: context.form($0)).isDisjoint(with: [.people, .demonym])
    }
    let last = context.form(name.tokens.upperBound - 1)
    return isAll && !last.hasSuffix("s")
      && (Gazetteer.classes(of: last).contains(.people)
        || WordClasses(of: last.lowercased()).contains(.person))
  }

  /// "the Regent", "the Tsars": a title that stands for its bearer is taken for a place or a body.
  private func isBareTitle(_ name: NameSpan) -> Bool {
    guard name.tokens.count == 1, name.kind == .place || name.kind == .organisation else { return false }
    let token = name.tokens.lowerBound
    guard Gazetteer.classes(of: context.form(token)).isDisjoint(with: .anyPlace) else { return false }
    let word = NameFolding.fold(context.form(token))
    let isPlural = word.hasSuffix("s") && lexicon.personNoun(word) == nil
    // Teams and papers are named for people in office, so the plural tells places only.
    if isPlural && name.kind == .organisation { return false }
    return lexicon.personNoun(isPlural ? String(word.dropLast()) : word)?.isTitle == true
  }

  /// For a span that is an office and not a name: what follows "of" as a name of its own, if it is one.
  ///
  /// The outer optional is `nil` for real names.
  private func office(_ tokens: Range<Int>) -> NameSpan?? {
    guard let first = tokens.first else { return nil }
    let noun = NameFolding.fold(context.form(first))
    let isRole = lexicon.personNoun(noun)?.isTitle == true || WordClasses(of: noun).contains(.role)
    guard isRole, !lexicon.isPeerage(noun) else { return nil }
    if tokens.count == 1 { return .some(nil) }
    guard context.form(first + 1) == "of", tokens.count > 2 else { return nil }
    var start = first + 2
    while start < tokens.upperBound, !context.isCapital(start) { start += 1 }
    guard start < tokens.upperBound else { return .some(nil) }
    let rest = start..<tokens.upperBound
    let head = WordClasses(of: NameFolding.fold(context.form(rest.upperBound - 1)))
    let isBody = head.contains(.organisation) && !head.contains(.country)
    let isPlace = !context.gazetteer(rest).isDisjoint(with: .anyPlace)
    if !isBody && !isPlace { return .some(nil) }
    return .some(NameSpan(tokens: rest, kind: isPlace ? .place : .organisation))
  }

  /// "Chief Executive Officer of Adria Shipping": the body, where the words before "of" are what somebody is there.
  private func body(ofOffice name: NameSpan) -> NameSpan? {
    guard let of = name.tokens.dropFirst().dropLast().first(where: { context.form($0) == "of" }) else {
      return nil
    }
    let head = NameFolding.fold(context.form(of - 1))
    let isOffice =
      head != "member" && WordClasses(of: head).contains(.role)
      && WordClasses(of: head).isDisjoint(with: .organisation)
    guard isOffice, Gazetteer.classes(of: head).isDisjoint(with: [.organisation, .award, .work, .place])
    else {
      return nil
    }
    var start = of + 1
    while start < name.tokens.upperBound, !context.isCapital(start) { start += 1 }
    return start < name.tokens.upperBound ? name.over(start..<name.tokens.upperBound) : nil
  }
}
