/// What kind of thing an entity is.
public enum EntityKind: String, Sendable, CaseIterable, Codable {
  case person, place, organisation, event, work
}

/// A proper name in the text, as the name recogniser found it.
public struct NameSpan: Sendable, Hashable {
  /// Indices into the reading's tokens; a leading "the" is not part of a name.
  public var tokens: Range<Int>
  /// The kind, decided over the whole article; `nil` for a name of another kind (a language, an award, a people).
  public var kind: EntityKind?
  /// How sure the recogniser is, from 0 to 1.
  public var confidence: Double

  public init(tokens: Range<Int>, kind: EntityKind?, confidence: Double = 1) {
    self.tokens = tokens
    self.kind = kind
    self.confidence = confidence
  }
}
