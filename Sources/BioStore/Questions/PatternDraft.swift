/// A clause under construction: which phrase of the question fills which slot of which fact.
struct PatternDraft: Sendable {
  typealias Slot = QuestionLexicon.Slot

  var types: [FactType]
  var fillers: [(slot: Slot, phrase: NounPhrase)] = []
  /// Phrases that the fact must name somewhere.
  var attached: [NounPhrase] = []
  /// Words that the value must hold.
  var valueWords: [String] = []
  var hints: [String] = []
  /// The slot that the hole fills.
  var answer: Slot?
  var gender: Entity.Gender?
  /// The dictionary forms of the verb that asks for it.
  var verbs: [String] = []
  /// The noun that asks for the fact, such as "mother".
  var noun: String?
  /// Words that only tell answers apart.
  var context: [String] = []
  /// Whom the answers share the fact with: "together with X".
  var companions: [NounPhrase] = []
  /// "before the war": a preposition and what it governs.
  var moments: [(preposition: String, phrase: NounPhrase)] = []
  /// "the most positions".
  var asksForMost = false
  var confidence = 1.0
  /// 1 for the first such fact, -1 for the last: "X's second wife".
  var rank: Int?
}
