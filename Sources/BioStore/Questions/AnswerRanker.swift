/// Keeps the rows that meet what a question asks beyond its pattern, and of these the best.
///
/// Requirements (a body named, a word of the title, a date) must be met, at least by the sentence; preferences (a
/// gender, the noun after "which") only choose where several rows are left.
struct AnswerRanker {
  let pattern: FactPattern
  let lexicon: QuestionLexicon
  /// For entities of the pattern: folded names, and the places that lie within.
  let names: [Int64: [String]]
  let within: [Int64: Set<Int64>]
  let genders: [Int64: Entity.Gender]
  let entityNames: [Int64: [String]]
  let unnamed: Set<Int64>
  /// For people, what other facts say that they are, folded.
  let traits: [Int64: [String]]
  /// The entities of the pattern that the sentences of a fact mention, in whatever words.
  let mentioned: [Int64: Set<Int64>]

  /// The best rows and how sure they are; no rows if a requirement is not met.
  func best(_ candidates: [AnswerCandidate]) -> (rows: [AnswerCandidate], confidence: Double) {
    guard let clause = pattern.clauses.first else { return (candidates, 1) }
    var rows = candidates
    var confidence = 1.0
    func require(_ level: (AnswerCandidate) -> Int, of top: Int) -> Bool {
      let levels = rows.map(level)
      guard let best = levels.max(), best > 0 else { return rows.isEmpty }
      rows = zip(rows, levels).filter { $0.1 == best }.map(\.0)
      if best < top { confidence *= 0.8 }
      return true
    }
    for term in clause.attached where !require({ attachment(term, $0) }, of: 3) { return ([], 0) }
    if let time = clause.time, !require({ timeLevel(time, $0) }, of: 2) { return ([], 0) }
    if let time = clause.time, pattern.preferences.isChange { prefer(&rows) { changeLevel(time, $0) } }
    if !clause.valueWords.isEmpty, !require({ valueLevel(clause.valueWords, $0) }, of: 3) { return ([], 0) }
    if clause.types.count > 1, !require({ typeLevel(clause, $0) }, of: Int.max) { return ([], 0) }
    rows = rows.filter(fitsPersonClass)
    rows = rows.filter(saysWhatMustBe)
    if answersDate { rows = rows.filter { (asksForEnd ? $0.fact.end : $0.fact.start) != nil } }
    prefer(&rows) { genderLevel(clause, $0.entity, $0.sentence) }
    for (index, other) in pattern.clauses.dropFirst().enumerated() where other.noun != nil {
      prefer(&rows) { chainLevel(other, $0, index) }
    }
    if !pattern.preferences.hints.isEmpty {
      if pattern.preferences.needsHint { rows = rows.filter { hintLevel($0) > 0 } }
      prefer(&rows) { hintLevel($0) }
    }
    preferVerb(&rows)
    for trait in pattern.preferences.traits { prefer(&rows) { traitLevel(trait, $0) } }
    preferClass(&rows)
    narrow(&rows)
    return (rows, confidence)
  }

  private var asksForEnd: Bool {
    if case .end = pattern.answer { return true }
    return false
  }

  private var answersDate: Bool {
    switch pattern.answer {
    case .start, .end: pattern.aggregate == .list
    default: false
    }
  }

  private func prefer(_ rows: inout [AnswerCandidate], _ level: (AnswerCandidate) -> Int) {
    let levels = rows.map(level)
    guard let best = levels.max(), best > 0 else { return }
    rows = zip(rows, levels).filter { $0.1 == best }.map(\.0)
  }

  /// Where one fact says the verb of the question, those with another verb are no answer: who illustrated a book did not
  /// write it.
  private func preferVerb(_ rows: inout [AnswerCandidate]) {
    let verbs = pattern.preferences.verbs
    guard !verbs.isEmpty, case .variable = pattern.answer, pattern.clauses[0].subject.isVariable else {
      return
    }
    let said = rows.map { row -> [[String]] in
      (row.fact.value ?? "").pieces(at: .space).map { lexicon.verbLemmas(NameFolding.fold($0)) }
    }
    let fits = said.map { $0.contains { $0.contains(where: verbs.contains) } }
    guard fits.contains(true) else { return }
    rows = rows.indices.filter { fits[$0] || said[$0].allSatisfy(\.isEmpty) }.map { rows[$0] }
  }

  /// Keeps what fits the noun after "which"; where several are asked for, drops only what contradicts it.
  private func preferClass(_ rows: inout [AnswerCandidate]) {
    guard !pattern.preferences.classNouns.isEmpty else { return }
    let isValue = rows.allSatisfy { $0.entity == nil && $0.fact.object == nil }
    let isGeneric = lexicon.isWord(pattern.preferences.classNouns.last ?? "", "generic")
    if isValue && isGeneric { return }
    // What contradicts the noun is no answer, even if there is no other.
    if !isValue { rows = rows.filter { classLevel($0) > 0 } }
    if !pattern.preferences.isPlural || isValue { return prefer(&rows) { classLevel($0) } }
    // "Which academies": where several names say the noun, one that says another noun is none.
    let levels = rows.map(classLevel)
    guard levels.filter({ $0 == 3 }).count > 1 else { return }
    rows = zip(rows, levels).filter { $0.1 == 3 || $0.1 > 0 && !saysOtherClass($0.0) }.map(\.0)
  }

  /// "Which emperors ruled": without a name to start from, the noun must be said of the answer.
  private func fitsPersonClass(_ row: AnswerCandidate) -> Bool {
    guard let noun = pattern.preferences.classNouns.last, let clause = pattern.clauses.first,
      case .variable = pattern.answer,
      WordClasses(of: noun).contains(.role), clause.attached.isEmpty,
      clause.object == .any || clause.object.isVariable,
      clause.subject.isVariable
    else { return true }
    return AnswerRanker.contains(NameFolding.fold(row.fact.value ?? ""), noun)
      || (row.entity.flatMap { entityNames[$0] } ?? []).contains { Self.contains(NameFolding.fold($0), noun) }
      || row.entity.flatMap { entityNames[$0] }.map { speaksOf(noun, beside: $0, in: row.sentence) } ?? false
  }

  // MARK: - Requirements

  private func attachment(_ term: FactPattern.Term, _ row: AnswerCandidate) -> Int {
    guard case .entities(let ids, _) = term else { return 3 }
    let slots = [row.fact.object?.id, row.fact.place?.id, row.fact.subject.id].compactMap { $0 }
    if ids.contains(where: slots.contains) { return 3 }
    if ids.contains(where: { id in slots.contains { within[id]?.contains($0) ?? false } }) { return 3 }
    if let known = mentioned[row.fact.id], ids.contains(where: known.contains) { return 2 }
    let forms = ids.flatMap { names[$0] ?? [] }.flatMap {
      $0.hasSuffix("s") ? [$0, String($0.dropLast())] : [$0]
    }
    if let value = row.fact.value.map({ " " + NameFolding.fold($0) + " " }),
      forms.contains(where: { value.contains(" " + $0 + " ") })
    {
      return 2
    }
    if let object = row.fact.object.map({ " " + NameFolding.fold($0.name) + " " }),
      forms.contains(where: { object.contains(" " + $0 + " ") })
    {
      return 2
    }
    return forms.contains { row.sentence.contains(" " + $0 + " ") } ? 1 : 0
  }

  private func timeLevel(_ time: TimeCondition, _ row: AnswerCandidate) -> Int {
    // "From 1922 to 1925" is the fact of just that time rather than one that overlaps.
    if time.isRange, let start = row.fact.start, let end = row.fact.end {
      return time.isExactly(start, end) ? 3 : 2
    }
    if row.fact.start != nil || row.fact.end != nil { return 2 }
    return row.sentence.contains(" \(time.year) ") ? 1 : 0
  }

  /// Whether the fact begins in the time that the question says.
  private func changeLevel(_ time: TimeCondition, _ row: AnswerCandidate) -> Int {
    guard let start = row.fact.start else { return 0 }
    return time.admits(from: start, to: start) ? 1 : 0
  }

  private func valueLevel(_ words: [String], _ row: AnswerCandidate) -> Int {
    let said = [row.fact.value, row.fact.object?.name].compactMap { $0 }.map(NameFolding.fold).joined(
      separator: " ")
    let words = words.flatMap { $0.pieces(at: UInt8(ascii: "-")).map(String.init) }
    let stems = words.map { NameFolding.fold(lexicon.nounLemma($0)) }
    let hits = stems.filter { Self.contains(said, $0) }.count
    if hits == stems.count { return 3 }
    // The head, which stands last, matters most.
    if let head = stems.last, Self.contains(said, head) { return 2 }
    if let head = words.last, isSameRole(head, said) || Self.sharesStem(head, said) { return 2 }
    return stems.allSatisfy { Self.contains(row.sentence, $0) } ? 1 : 0
  }

  /// Whether both are nouns for leaders: the "head" of a body may be its "chair".
  private func isSameRole(_ noun: String, _ said: String) -> Bool {
    guard lexicon.isWord(lexicon.nounLemma(noun), "leading") else { return false }
    return said.split(separator: " ").contains {
      lexicon.isWord(String($0), "leading")
    }
  }

  /// "teacher" and "teaching": one root with endings of an agent or an activity.
  static func sharesStem(_ noun: String, _ text: String) -> Bool {
    let root = Self.root(noun)
    return root.count > 3 && text.split(separator: " ").contains { Self.root(String($0)) == root }
  }

  private static func root(_ word: String) -> String {
    for ending in ["ing", "ers", "ors", "er", "or", "ed", "ship", "ist", "ion", "s"]
    where word.hasSuffix(ending) && word.count > ending.count + 3 {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  /// Whether a word of the text begins with the stem and is not much longer.
  static func contains(_ text: String, _ stem: String) -> Bool {
    guard stem.count > 1 else { return false }
    if stem.utf8.contains(UInt8(ascii: "-")) {
      return (" " + text).contains(" " + stem.replacing("-", with: " "))
    }
    return text.split(separator: " ").contains { $0.hasPrefix(stem) && $0.count <= stem.count + 3 }
  }

  /// Types that say nearly the same count alike.
  private static let near: [Set<FactType>] = [
    [.employedBy, .memberOf], [.founded, .created], [.residedIn, .movedTo], [.expelledFrom, .left],
    [.spouse, .partner],
    [.educatedAt, .received],
  ]

  private func typeLevel(_ clause: FactPattern.Clause, _ row: AnswerCandidate) -> Int {
    guard let index = clause.types.firstIndex(of: row.fact.type) else { return 0 }
    let first = clause.types.firstIndex { type in
      type == row.fact.type
        || Self.near.contains { $0.contains(type) && $0.contains(row.fact.type) && pattern.mixesTypes }
    }
    return clause.types.count - (first ?? index)
  }

  // MARK: - Preferences

  private func genderLevel(_ clause: FactPattern.Clause, _ entity: Int64?, _ sentence: String) -> Int {
    guard let gender = clause.gender else { return 0 }
    if let entity, let known = genders[entity] { return known == gender ? 3 : 0 }
    guard let noun = clause.noun else { return 1 }
    return Self.contains(sentence, noun) ? 2 : 1
  }

  private func chainLevel(_ clause: FactPattern.Clause, _ row: AnswerCandidate, _ index: Int) -> Int {
    guard index < row.support.count else { return 0 }
    let fact = row.support[index]
    let sentence = fact.evidence.map { " " + NameFolding.fold($0.sentence) + " " }.joined()
    // The one of the two that the variable stands for.
    let entity: Int64?
    if case .variable = clause.object { entity = fact.object?.id } else { entity = fact.subject.id }
    return genderLevel(clause, entity, sentence)
  }

  private func hintLevel(_ row: AnswerCandidate) -> Int {
    let value = NameFolding.fold(row.fact.value ?? "")
    let unwanted = pattern.preferences.hints.filter { $0.hasPrefix("!") }
    if unwanted.contains(where: { Self.begins(value, String($0.dropFirst())) }) { return 0 }
    if !unwanted.isEmpty { return 1 }
    if pattern.preferences.hints.contains(where: { $0.hasPrefix("+") }) { return 0 }
    if pattern.preferences.hints.contains(where: { Self.begins(value, $0) }) { return 2 }
    return pattern.preferences.hints.contains { Self.begins(row.sentence, $0) } ? 1 : 0
  }

  /// Hints with a + are no preference: one of them must be said.
  private func saysWhatMustBe(_ row: AnswerCandidate) -> Bool {
    let wanted = pattern.preferences.hints.filter { $0.hasPrefix("+") }.map { String($0.dropFirst()) }
    guard !wanted.isEmpty, let main = pattern.clauses.first?.types.first, row.fact.type == main else {
      return true
    }
    let said = NameFolding.fold(row.fact.value ?? "") + row.sentence
    return wanted.contains { Self.begins(said, $0) }
  }

  private static func begins(_ text: String, _ hint: String) -> Bool {
    text.split(separator: " ").contains { $0.hasPrefix(hint) }
      || hint.contains("-") && text.contains(NameFolding.fold(hint))
  }

  private func traitLevel(_ trait: String, _ row: AnswerCandidate) -> Int {
    guard let entity = row.entity else { return 0 }
    return (traits[entity] ?? []).contains { Self.contains($0, trait) } ? 1 : 0
  }

  /// How well what a row answers fits the noun after "which": 0 contradicts it, 1 says nothing of it.
  private func classLevel(_ row: AnswerCandidate) -> Int {
    guard let noun = pattern.preferences.classNouns.last else { return 0 }
    let entity =
      row.entity ?? (pattern.answersPlace ? row.fact.place?.id ?? row.fact.object?.id : row.fact.object?.id)
    guard let entity, let forms = entityNames[entity] else {
      return Self.contains(NameFolding.fold(row.fact.value ?? ""), noun) ? 3 : 1
    }
    let level = ClassFit(noun: noun, lexicon: lexicon).level(names: forms, isNamed: !unnamed.contains(entity))
    return level == 1 && speaksOf(noun, beside: forms, in: row.sentence) ? 2 : level
  }

  /// Whether the names of what a row answers say a noun, but none that can be the same kind of thing.
  private func saysOtherClass(_ row: AnswerCandidate) -> Bool {
    guard let entity = row.entity ?? row.fact.object?.id, let forms = entityNames[entity],
      let wanted = pattern.preferences.classNouns.last
    else { return false }
    let said = forms.flatMap { NameFolding.fold($0).pieces(at: .space) }.map { lexicon.nounLemma(String($0)) }
      .filter { lexicon.classes[$0] != nil && !lexicon.isWord($0, "generic") }
    return !said.isEmpty && !said.contains { $0 == wanted || lexicon.areAlike($0, wanted) }
  }

  /// By date; without one, by the place in the article.
  private static func precedes(_ first: FactRecord, _ second: FactRecord) -> Bool {
    if let one = (first.start ?? first.end).flatMap(DateText.init),
      let other = (second.start ?? second.end).flatMap(DateText.init)
    {
      let (a, b) = ((one.year, one.month ?? 0, one.day ?? 0), (other.year, other.month ?? 0, other.day ?? 0))
      if a != b { return a < b }
    }
    return (first.evidence.first?.range.lowerBound ?? 0, first.id) < (
      second.evidence.first?.range.lowerBound ?? 0, second.id
    )
  }

  /// Whether the noun stands within a few words of one of the names.
  private func speaksOf(_ noun: String, beside forms: [String], in sentence: String) -> Bool {
    let words = sentence.split(separator: " ").map(String.init)
    let stem = NameFolding.fold(noun)
    let nouns = words.indices.filter { words[$0].hasPrefix(stem) && words[$0].count <= stem.count + 3 }
    guard !nouns.isEmpty else { return false }
    for form in forms {
      let parts = NameFolding.fold(form).split(separator: " ").map(String.init)
      guard let first = parts.first, words.count >= parts.count else { continue }
      for start in words.indices where words[start] == first && words[start...].starts(with: parts) {
        if nouns.contains(where: { $0 < start ? start - $0 <= 4 : $0 - start - parts.count <= 4 }) {
          return true
        }
      }
    }
    return false
  }

  /// Chooses by the rank asked for ("first"), or where one answer is asked for and one row fits the other words best.
  private func narrow(_ rows: inout [AnswerCandidate]) {
    for (index, clause) in pattern.clauses.enumerated() {
      guard let rank = index == 0 ? pattern.preferences.rank ?? clause.rank : clause.rank else { continue }
      // "his second wife": all rows with the second of those facts.
      let facts = rows.map { index == 0 ? $0.fact : $0.support[index - 1] }
      var order: [Int64] = []
      for fact in facts.sorted(by: Self.precedes) where !order.contains(fact.id) { order.append(fact.id) }
      let place = rank > 0 ? rank - 1 : order.count + rank
      guard order.indices.contains(place) else { continue }
      rows = zip(rows, facts).filter { $0.1.id == order[place] }.map(\.0)
      if index == 0 { return }
    }
    guard rows.count > 1, !pattern.preferences.context.isEmpty, !pattern.preferences.isPlural else { return }
    let stems = Set(pattern.preferences.context.map { NameFolding.fold(lexicon.nounLemma($0)) })
    prefer(&rows) { row in
      let said = NameFolding.fold(
        [row.fact.value, row.fact.object?.name].compactMap { $0 }.joined(separator: " "))
      return stems.filter { Self.contains(said, $0) }.count * 2
        + stems.filter { Self.contains(row.sentence, $0) }.count
    }
  }
}

extension FactPattern {
  /// Whether facts of near types answer together: with "which", which asks for all.
  var mixesTypes: Bool { true }
}
