/// Turns what the rules matched into facts of an article: entities, values cut from the text, times.
struct FactBuilder {
  let reading: Reading
  let engine: RuleEngine
  let frames: FrameTable
  let phrases: PhraseText
  let times: FactTimes
  private let signReader: FactSignReader
  private let sentenceOf: [Int]
  /// For each token that heads the name of an event, the event.
  private let eventAt: [Int: Int]
  /// For each token that heads the name of a body or place, that.
  private let bodyAt: [Int: Int]

  init(
    _ reading: Reading, engine: RuleEngine, frames: FrameTable, phrases: PhraseText, times: FactTimes
  ) {
    self.reading = reading
    self.engine = engine
    self.frames = frames
    self.phrases = phrases
    self.times = times
    signReader = FactSignReader(reading)
    var sentenceOf = [Int](repeating: 0, count: reading.tokens.count)
    for (number, sentence) in reading.sentences.enumerated() {
      for token in sentence.tokens { sentenceOf[token] = number }
    }
    self.sentenceOf = sentenceOf
    var eventAt: [Int: Int] = [:]
    var bodyAt: [Int: Int] = [:]
    for mention in reading.mentions where mention.form == .name {
      switch reading.entities[mention.entity].kind {
      case .event: eventAt[mention.head] = mention.entity
      case .organisation, .place: bodyAt[mention.head] = mention.entity
      default: continue
      }
    }
    self.eventAt = eventAt
    self.bodyAt = bodyAt
  }

  /// The sentence that holds a token.
  func sentence(of token: Int) -> Int { token >= 0 ? sentenceOf[token] : 0 }

  /// The facts of all matches that the text asserts, before merging.
  func facts(from matches: [RuleMatch]) -> [Fact] {
    var facts: [Fact] = []
    var predicates: [Int] = []
    // "joined the staff as a teacher" says a position by another word than its role noun.
    var titles: Set<Int> = []
    for match in matches {
      let rule = engine.rules.rules[match.rule]
      guard match.factuality.makesFacts || rule.conditions.contains(.unasserted) else { continue }
      for candidate in engine.candidates(of: match) {
        if var fact = fact(candidate, rule: rule) {
          fact.signs = signReader.signs(of: candidate, rule: rule, isPurpose: match.factuality == .purpose)
          facts.append(fact)
          predicates.append(match.predicate)
          if fact.type == .position, fact.object != nil, let title = candidate.valueToken {
            titles.insert(title)
          }
        }
      }
    }
    return withoutVagueRoles(facts, predicates: predicates, placed: titles)
  }

  /// Where one role noun says a position in a body, it says no occupation and no position without body besides; a title that
  /// is part of a name says neither.
  private func withoutVagueRoles(_ facts: [Fact], predicates: [Int], placed titles: Set<Int>) -> [Fact] {
    var placed = titles
    for (fact, predicate) in zip(facts, predicates) where fact.type == .position && fact.object != nil {
      placed.insert(predicate)
    }
    return zip(facts, predicates).compactMap { fact, predicate in
      let isRole = fact.type == .occupation || fact.type == .position
      guard isRole, fact.object == nil else { return fact }
      if placed.contains(predicate) || phrases.isName[predicate] || isPartOfRole(predicate) { return nil }
      return fact
    }
  }

  /// "General" in "General Secretary": a noun before a role noun is no role of its own.
  private func isPartOfRole(_ token: Int) -> Bool {
    guard let head = reading.tokens[token].head, head > token, !phrases.isName[head] else { return false }
    switch reading.tokens[token].relation {
    case .compound, .amod, .nmodDesc: return frames.frames[head].classes.contains(.role)
    default: return false
    }
  }

  private func fact(_ candidate: FactCandidate, rule: Rule) -> Fact? {
    guard let subject = candidate.subject.filler?.entity else { return nil }
    if candidate.object != nil, candidate.object?.filler == nil {
      return textObject(candidate, subject, rule)
    }
    let object = candidate.object?.filler?.entity
    let place = candidate.place?.filler?.entity
    let whole = wholeBody(candidate)
    return Fact(
      type: candidate.type, subject: subject, object: whole ?? object,
      value: whole == nil ? value(candidate) : longTitle(candidate),
      place: place == object ? nil : place, interval: interval(candidate),
      evidence: [Fact.Evidence(sentence: sentence(of: candidate.predicate), rule: rule.name)],
      confidence: rule.confidence, isInferred: candidate.isInferred)
  }

  /// "head of the department of law at the university": a part without name belongs to the title, and the position is in
  /// the named body or place that follows.
  private func wholeBody(_ candidate: FactCandidate) -> Int? {
    guard candidate.type == .position, let object = candidate.object, object.token > candidate.predicate,
      let part = object.filler?.entity, !reading.entities[part].isNamed,
      reading.entities[part].kind == .organisation
    else { return nil }
    let verb = Int(frames.frames[candidate.predicate].link)
    for governor in [object.token, candidate.predicate, verb] where governor >= 0 {
      for argument in frames.arguments(of: governor)
      where argument.role.isPreposition && argument.token > object.token {
        if let body = bodyAt[argument.token], canBelong(object.token, to: body) { return body }
        for inner in frames.arguments(of: argument.token)
        where inner.role.isPreposition && inner.token > object.token {
          if let body = bodyAt[inner.token], canBelong(object.token, to: body) { return body }
        }
      }
    }
    return nil
  }

  /// An institute in a town is a body of its own; a committee or branch is one of the town's.
  private func canBelong(_ part: Int, to body: Int) -> Bool {
    guard reading.entities[body].kind == .place else { return true }
    return WordClasses(of: reading.tokens[part].lemma).isDisjoint(
      with: [.school, .company, .building, .government])
  }

  private func longTitle(_ candidate: FactCandidate) -> String? {
    guard let title = value(candidate), let object = candidate.object else { return nil }
    return title + " of the " + phrases.title(object.token)
  }

  /// An object that is no entity, only words: kept as the value.
  private func textObject(_ candidate: FactCandidate, _ subject: Int, _ rule: Rule) -> Fact? {
    guard let object = candidate.object else { return nil }
    return Fact(
      type: candidate.type, subject: subject, value: phrases.title(object.token),
      place: candidate.place?.filler?.entity, interval: interval(candidate),
      evidence: [Fact.Evidence(sentence: sentence(of: candidate.predicate), rule: rule.name)],
      confidence: rule.confidence, isInferred: candidate.isInferred)
  }

  private func value(_ candidate: FactCandidate) -> String? {
    // "the death of Ana Kovač": whom it is said of is no cause.
    if let token = candidate.valueToken, token == candidate.subject.token, token != candidate.predicate {
      return nil
    }
    switch candidate.value {
    case .none: return nil
    case .literal(let text): return text
    case .form: return reading.tokens[candidate.predicate].form.lowercased()
    case .predicate, .part: return candidate.valueToken.map(phrases.title).flatMap { $0.isEmpty ? nil : $0 }
    case .phrase where candidate.type == .nationality:
      return candidate.valueToken.map(phrases.nation)
    case .phrase: return candidate.valueToken.map(phrases.phrase).flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  /// The year in the name of the event that the fact is about or took place at: "won a medal at the 1988 Games".
  private func eventYear(_ candidate: FactCandidate) -> DateInterval? {
    switch candidate.type {
    case .happened: return year(of: candidate.subject.filler?.entity)
    case .participatedIn: return year(of: candidate.object?.filler?.entity)
    case .received, .injured, .created:
      return [candidate.predicate, candidate.valueToken].lazy.compactMap { $0 }
        .compactMap(yearOfEvent).first
    default: return nil
    }
  }

  /// The year of an event that a phrase of the predicate names, or a phrase within that phrase.
  private func yearOfEvent(at predicate: Int) -> DateInterval? {
    for argument in frames.arguments(of: predicate) where argument.role.isPreposition && argument.token >= 0 {
      if let year = year(of: eventAt[argument.token]) { return year }
      for inner in frames.arguments(of: argument.token) where inner.role.isPreposition && inner.token >= 0 {
        if let year = year(of: eventAt[inner.token]) { return year }
      }
    }
    return nil
  }

  private func year(of entity: Int?) -> DateInterval? {
    guard let entity, reading.entities[entity].kind == .event else { return nil }
    return EventNameReader.year(of: reading.entities[entity].name)
  }

  /// Where the object is named: "the films The Salt Road (1931) and Late Rains (1940)" has a date behind each title.
  private func objectToken(_ candidate: FactCandidate) -> Int? {
    // "was awarded A (1999) and B (2001)": the value stands for the object.
    guard let object = candidate.object else {
      return candidate.type == .received ? candidate.valueToken : nil
    }
    guard object.token >= 0, let entity = object.filler?.entity, !phrases.isName[object.token] else {
      return object.token
    }
    let end = reading.sentences[sentence(of: object.token)].tokens.upperBound
    let own = reading.mentions.first {
      $0.entity == entity && $0.form == .name && (object.token..<end).contains($0.tokens.lowerBound)
    }
    return own?.head ?? object.token
  }

  private func interval(_ candidate: FactCandidate) -> DateInterval? {
    if candidate.time == .none { return nil }
    let found = times.interval(of: candidate.predicate, object: objectToken(candidate))
    guard var interval = found ?? eventYear(candidate) else { return nil }
    let phase = frames.frames[candidate.predicate].phase
    if candidate.time == .end || phase == .end {
      if interval.end == nil { interval.end = interval.start }
      interval.start = nil
    }
    return interval
  }
}
