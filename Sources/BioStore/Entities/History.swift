/// The places where entities were last mentioned, in the order of the text.
struct History: Sendable {
  struct Occurrence: Sendable {
    let phrase: Int
    /// One entity, or the members of a group.
    let entities: [Int]
    let sentence: Int
    let role: Phrase.Role
  }

  /// How many sentences back a pronoun may look.
  static let window = 4
  /// How many occurrences a pronoun may look at.
  static let limit = 60

  private(set) var occurrences: [Occurrence] = []

  mutating func add(_ phrase: Int, in discourse: Discourse) {
    let words = discourse.phrases[phrase]
    occurrences.append(
      Occurrence(
        phrase: phrase, entities: discourse.referents(of: phrase), sentence: words.sentence, role: words.role)
    )
  }

  /// The occurrences within reach of a sentence, the last one first.
  func recent(before sentence: Int) -> some Sequence<Occurrence> {
    occurrences.suffix(Self.limit).reversed().lazy.filter { sentence - $0.sentence < Self.window }
  }
}
