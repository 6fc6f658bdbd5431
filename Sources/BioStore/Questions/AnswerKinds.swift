/// What kinds of thing the answer to a question may be, by its question word and noun.
struct AnswerKinds {
  let lexicon: QuestionLexicon
  let hole: QuestionHole

  /// The kinds of entity; `nil` where anything goes.
  var kinds: Set<EntityKind>? {
    switch hole.kind {
    case .who: return hole.nouns.isEmpty ? [.person, .organisation] : [.person]
    case .whose: return [.person]
    case .whereabouts: return [.place]
    default: break
    }
    guard let noun = hole.noun else { return nil }
    if let classes = lexicon.classes[noun] {
      let kinds = classes.compactMap { if case .kind(let kind) = $0 { kind } else { nil } }
      return kinds.isEmpty ? nil : Set(kinds)
    }
    let classes = WordClasses(of: noun)
    var kinds: Set<EntityKind> = []
    if classes.contains(.person) { kinds.insert(.person) }
    if classes.contains(.place) || classes.contains(.building) { kinds.insert(.place) }
    if classes.contains(.organisation) { kinds.insert(.organisation) }
    if classes.contains(.event) { kinds.insert(.event) }
    if classes.contains(.work) { kinds.insert(.work) }
    return kinds.isEmpty ? nil : kinds
  }

  /// Whether a person can answer.
  var mayBePerson: Bool {
    if hole.kind == .who || hole.kind == .whose { return true }
    return hole.kind == .which && hole.nouns.isEmpty || (kinds?.contains(.person) ?? false)
  }

  /// Whether the noun asks for a value such as a title or a prize.
  var isValue: Bool {
    guard let noun = hole.noun else { return false }
    return lexicon.classes[noun]?.contains(.value) ?? false
  }
}
