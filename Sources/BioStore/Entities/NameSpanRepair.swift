/// Mends the names before anyone asks who is who: one name a span, one kind a name over the whole article.
///
/// - "Alpine, Arizona", "Ghent in Belgium" and "Poland and Sweden" are several names.
/// - "Fellow of the Zadar Society" and "the Queen" say what somebody is; only the society is a name.
/// - "the Ural region", "the Berg faction" are longer than what is capitalised.
/// - A surname alone is a person where the article has a person of that surname.
/// - A month is no place.
struct NameSpanRepair {
  private let reading: Reading
  private let forest: SyntaxForest
  private let lexicon: EntityLexicon
  private var spans: [NameSpan] = []
  /// The names as they were, folded.
  private let known: Set<String>

  /// The names of a reading, mended, in the order of the text. Linear in the number of tokens.
  static func repaired(_ reading: Reading, forest: SyntaxForest, lexicon: EntityLexicon) -> [NameSpan] {
    var repair = NameSpanRepair(reading: reading, forest: forest, lexicon: lexicon)
    for name in reading.names { repair.add(name) }
    repair.addPeoples()
    repair.addDatedEvents()
    repair.extendToClassNouns()
    repair.findPeople()
    repair.useHeadNouns()
    repair.harmoniseKinds()
    return repair.spans
  }

  private init(reading: Reading, forest: SyntaxForest, lexicon: EntityLexicon) {
    self.reading = reading
    self.forest = forest
    self.lexicon = lexicon
    known = Set(
      reading.names.map { NameFolding.fold($0.tokens.map { reading.tokens[$0].form }.joined(separator: " ")) }
    )
  }

  private func form(_ token: Int) -> String { reading.tokens[token].form }

  private func isCapital(_ token: Int) -> Bool { form(token).first?.isUppercase == true }

  private func words(_ tokens: Range<Int>) -> String { tokens.map(form).joined(separator: " ") }

  // MARK: One name a span

  private mutating func add(_ name: NameSpan) {
    guard let kind = name.kind else {
      spans.append(name)
      return
    }
    if name.tokens.count == 1, kind != .person,
      Gazetteer.classes(of: form(name.tokens.lowerBound)).contains(.month)
    {
      return
    }
    if kind == .person, let office = office(name.tokens) {
      if let complement = office { spans.append(complement) }
      return
    }
    guard kind != .event, let cut = cut(name, kind: kind) else {
      spans.append(name)
      return
    }
    spans.append(
      NameSpan(tokens: name.tokens.lowerBound..<cut.lowerBound, kind: kind, confidence: name.confidence))
    add(NameSpan(tokens: cut.upperBound..<name.tokens.upperBound, kind: kind, confidence: name.confidence))
  }

  /// The words that join two names within a span: a comma, "in", "and" before another capital.
  private func cut(_ name: NameSpan, kind: EntityKind) -> Range<Int>? {
    guard name.tokens.count > 2, Gazetteer.classes(of: words(name.tokens)).isEmpty else { return nil }
    for token in name.tokens.dropFirst().dropLast() where isCapital(token - 1) || form(token - 1) == "." {
      let word = form(token)
      guard word == "," || word == "and" || word == "in" else { continue }
      if kind == .organisation || kind == .work {
        // "Marks and Spencer" is one name; that of two papers is not where one of them stands alone elsewhere.
        guard word == "and", known.contains(NameFolding.fold(words(name.tokens.lowerBound..<token))) else {
          continue
        }
      }
      if kind == .person, word == "in" || lexicon.namePart(NameFolding.fold(form(token + 1))) == .generation {
        continue
      }
      var end = token + 1
      while end < name.tokens.upperBound - 1, form(end) == "the" || form(end) == "in" || form(end) == "and" {
        end += 1
      }
      if isCapital(end) { return token..<end }
    }
    return nil
  }

  /// For a span that is an office and not a name: what follows "of" as a name of its own, if it is one.
  ///
  /// The outer optional is `nil` for real names.
  private func office(_ tokens: Range<Int>) -> NameSpan?? {
    guard let first = tokens.first else { return nil }
    let noun = NameFolding.fold(form(first))
    let isRole = lexicon.personNoun(noun)?.isTitle == true || WordClasses(of: noun).contains(.role)
    guard isRole, !lexicon.isPeerage(noun) else { return nil }
    if tokens.count == 1 { return .some(nil) }
    guard form(first + 1) == "of", tokens.count > 2 else { return nil }
    var start = first + 2
    while start < tokens.upperBound, !isCapital(start) { start += 1 }
    guard start < tokens.upperBound else { return .some(nil) }
    let rest = start..<tokens.upperBound
    let head = NameFolding.fold(form(rest.upperBound - 1))
    let isBody = WordClasses(of: head).contains(.organisation) && !WordClasses(of: head).contains(.country)
    let isPlace = !Gazetteer.classes(of: words(rest)).isDisjoint(with: .anyPlace)
    if !isBody && !isPlace { return .some(nil) }
    return .some(NameSpan(tokens: rest, kind: isPlace ? .place : .organisation))
  }

  // MARK: Peoples

  /// "the Tatars": plural names of peoples and followers that the recogniser leaves out.
  private mutating func addPeoples() {
    var isTaken = [Bool](repeating: false, count: reading.tokens.count)
    for span in spans where span.kind != nil { for token in span.tokens { isTaken[token] = true } }
    var added: [NameSpan] = []
    for token in reading.tokens.indices.dropFirst() where !isTaken[token] {
      guard reading.tokens[token].pennTag == .nnps || reading.tokens[token].pennTag == .nns, isCapital(token),
        form(token - 1).lowercased() == "the", isPeople(form(token))
      else { continue }
      added.append(NameSpan(tokens: token..<(token + 1), kind: .organisation, confidence: 0.5))
    }
    guard !added.isEmpty else { return }
    let taken = Set(added.map(\.tokens.lowerBound))
    spans.removeAll { $0.kind == nil && $0.tokens.contains(where: taken.contains) }
    spans = (spans + added).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func isPeople(_ word: String) -> Bool {
    let classes = Gazetteer.classes(of: word).union(
      word.hasSuffix("s") ? Gazetteer.classes(of: word.dropLast()) : [])
    return !classes.isDisjoint(with: [.people, .demonym])
  }

  // MARK: Head nouns

  /// "… State Archive" is a body, "Fifth Party Congress" an event, "Cape …" a place, whatever the recogniser says.
  private mutating func useHeadNouns() {
    for index in spans.indices {
      if isPeriodical(spans[index]) { spans[index].kind = .organisation }
      if spans[index].kind == .organisation,
        Gazetteer.classes(of: self.words(spans[index].tokens)).contains(.country)
      {
        spans[index].kind = .place
      }
      guard spans[index].tokens.count > 1 else { continue }
      let words = spans[index].tokens.map { form($0).lowercased() }
      let end = words.dropFirst().firstIndex { lexicon.opensComplement($0) } ?? words.count
      let head = words[end - 1]
      switch spans[index].kind {
      case .place where lexicon.isInstitutionNoun(head) || lexicon.isInstitutionNoun(words[0]):
        spans[index].kind = .organisation
      case .organisation where lexicon.isDatedEventNoun(head) && words.contains(where: isOrdinal):
        spans[index].kind = .event
      case .organisation where end == 1 && !WordClasses(of: head).isDisjoint(with: [.landform, .water]):
        spans[index].kind = .place
      default: continue
      }
    }
  }

  /// "the newspaper Tribuna": as a publisher a periodical is a body, whatever its title looks like.
  private func isPeriodical(_ span: NameSpan) -> Bool {
    guard span.kind == .work, span.tokens.lowerBound > 0 else { return false }
    let before = reading.tokens[span.tokens.lowerBound - 1]
    return before.tag == .noun && WordClasses(of: before.lemma.lowercased()).contains(.periodical)
  }

  private func isOrdinal(_ word: String) -> Bool {
    lexicon.isOrdinal(word) || word.first?.isNumber == true
  }

  // MARK: Dated events

  /// "the 1905 revolution", "the 1988–89 season": events that their year tells from others.
  private mutating func addDatedEvents() {
    var added: [NameSpan] = []
    for noun in reading.tokens.indices where reading.tokens[noun].tag == .noun && isDatedEvent(noun) {
      guard let year = forest.children(of: noun).first(where: { $0 < noun && isYear($0) }) else { continue }
      let start = min(year, Int(forest.leftEdge[year]))
      let isWhole = (start..<noun).allSatisfy { reading.tokens[$0].tag != .verb && form($0) != "," }
      if isWhole, noun - start < 7 {
        added.append(NameSpan(tokens: start..<(noun + 1), kind: .event, confidence: 0.5))
      }
    }
    guard !added.isEmpty else { return }
    spans.removeAll { span in added.contains { $0.tokens.overlaps(span.tokens) } }
    spans = (spans + added).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func isDatedEvent(_ token: Int) -> Bool {
    let lemma = reading.tokens[token].lemma.lowercased()
    return lexicon.isDatedEventNoun(lemma)
      || !WordClasses(of: lemma).isDisjoint(with: [.war, .uprising, .election])
  }

  private func isYear(_ token: Int) -> Bool {
    let word = form(token)
    guard reading.tokens[token].tag == .num, word.utf8.count >= 4 else { return false }
    let digits = word.unicodeScalars.prefix { ("0"..."9").contains($0) }
    return digits.count == 4 && (digits.first == "1" || digits.first == "2")
  }

  // MARK: Class nouns

  /// "the Ural region", "the Berg faction": a name right before the noun of a region or body that it modifies.
  private mutating func extendToClassNouns() {
    for index in spans.indices {
      let span = spans[index]
      guard span.kind != nil, span.kind != .work, let kind = kindOfExtension(span) else { continue }
      let end = forestHead(after: span) + 1
      spans[index] = NameSpan(tokens: span.tokens.lowerBound..<end, kind: kind, confidence: 0.5)
    }
  }

  /// The noun that the name modifies, with nothing but words in lower case between; the name's own end if none.
  private func forestHead(after span: NameSpan) -> Int {
    let head = forest.head(of: span.tokens)
    guard reading.tokens[head].relation == .compound || reading.tokens[head].relation == .amod,
      let noun = reading.tokens[head].head,
      noun >= span.tokens.upperBound, noun - span.tokens.upperBound < 2
    else { return span.tokens.upperBound - 1 }
    return noun
  }

  private func kindOfExtension(_ span: NameSpan) -> EntityKind? {
    let noun = forestHead(after: span)
    guard noun >= span.tokens.upperBound, reading.tokens[noun].tag == .noun, !isCapital(noun),
      reading.tokens[noun].pennTag == .nn, reading.tokens[noun].relation != .compound,
      !(span.tokens.upperBound...noun).contains(where: { isOverlapped($0) || form($0) == "-" })
    else { return nil }
    if let determiner = forest.child(of: noun, .det), form(determiner).lowercased() != "the" { return nil }
    let lemma = reading.tokens[noun].lemma.lowercased()
    let classes = WordClasses(of: lemma)
    if span.kind == .organisation { return lexicon.isBodyNoun(lemma) ? .organisation : nil }
    if !classes.isDisjoint(with: [.committee, .party, .militaryUnit, .court]) { return .organisation }
    if span.kind == .place, lexicon.isRegionNoun(lemma) { return .place }
    return nil
  }

  private func isOverlapped(_ token: Int) -> Bool { spans.contains { $0.tokens.contains(token) } }

  // MARK: One kind a name

  /// Gives equal names the kind of most of them, and bare surnames of the article's people that of people.
  private mutating func harmoniseKinds() {
    // First of all, since the surnames of the people that this finds tell what bare surnames are.
    for index in spans.indices where isPersonalName(spans[index]) { spans[index].kind = .person }
    var votes: [String: [EntityKind: Double]] = [:]
    var surnames: Set<String> = []
    let keys = spans.map { NameFolding.fold(words($0.tokens)) }
    for (key, span) in zip(keys, spans) {
      guard let kind = span.kind else { continue }
      votes[key, default: [:]][kind, default: 0] += span.confidence
      if kind == .person, span.tokens.count > 1, let last = key.split(separator: " ").last {
        surnames.insert(String(last))
      }
    }
    for index in spans.indices {
      guard let kind = spans[index].kind, let counts = votes[keys[index]] else { continue }
      let best = EntityKind.allCases.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? kind
      if (counts[best] ?? 0) > 1.5 * (counts[kind] ?? 0) { spans[index].kind = best }
      // Titles of works are the recogniser's least certain kind.
      if kind == .work, (counts[.person] ?? 0) >= (counts[.work] ?? 0) { spans[index].kind = .person }
      if spans[index].tokens.count == 1, spans[index].kind != .person, surnames.contains(keys[index]),
        !isLocative(spans[index].tokens.lowerBound)
      {
        spans[index].kind = .person
      }
    }
  }

  /// Gives the kind of people to names that the words around tell to be people's.
  private mutating func findPeople() {
    let surnames = Set(
      spans.filter { $0.kind == .person && $0.tokens.count == 1 }.map { NameFolding.fold(words($0.tokens)) })
    for index in spans.indices where spans[index].kind != .person && spans[index].kind != nil {
      if isFullName(spans[index], of: surnames) || isPersonalName(spans[index])
        || isDescribedAsPerson(spans[index])
      {
        spans[index].kind = .person
      }
    }
  }

  /// A given name with a surname that stands alone for a person elsewhere in the article.
  private func isFullName(_ span: NameSpan, of surnames: Set<String>) -> Bool {
    guard (2...4).contains(span.tokens.count), span.tokens.allSatisfy(isCapital),
      !isLocative(span.tokens.lowerBound),
      surnames.contains(NameFolding.fold(form(span.tokens.upperBound - 1)))
    else { return false }
    return !Gazetteer.classes(of: form(span.tokens.lowerBound)).isDisjoint(with: .givenName)
  }

  /// "Ernst Falk, the German Marxist": two capitals with a noun for a person in apposition.
  private func isDescribedAsPerson(_ span: NameSpan) -> Bool {
    guard span.kind == .place, (2...3).contains(span.tokens.count), span.tokens.allSatisfy(isCapital),
      let noun = forest.child(of: forest.head(of: span.tokens), .appos), noun >= span.tokens.upperBound
    else { return false }
    let classes = WordClasses(of: reading.tokens[noun].lemma.lowercased())
    return classes.contains(.person) && classes.isDisjoint(with: [.place, .organisation])
  }

  /// A given name and a surname that are taken for a place which no gazetteer knows.
  private func isPersonalName(_ span: NameSpan) -> Bool {
    guard span.kind == .place, (2...3).contains(span.tokens.count), span.tokens.allSatisfy(isCapital),
      !isLocative(span.tokens.lowerBound)
    else { return false }
    let first = NameFolding.fold(form(span.tokens.lowerBound))
    let last = NameFolding.fold(form(span.tokens.upperBound - 1))
    let isTitled = lexicon.personNoun(first).map { $0.isTitle && $0.gender != nil } ?? false
    guard isTitled || !Gazetteer.classes(of: first).isDisjoint(with: .givenName) else { return false }
    return Gazetteer.classes(of: words(span.tokens)).isDisjoint(with: .anyPlace)
      && WordClasses(of: last).isDisjoint(with: [.place, .organisation])
      && Gazetteer.classes(of: last).isDisjoint(with: [.country, .region, .place])
  }

  /// Whether a preposition of place stands before the name.
  private func isLocative(_ token: Int) -> Bool {
    token > 0 && lexicon.isLocativePreposition(form(token - 1).lowercased())
  }
}
