/// Last stage: reads the facts off the parse by the declarative rules.
struct FactExtractor: Sendable {
  /// Sets the reading's facts and drops the unnamed entities that no fact needs.
  func extract(_ reading: inout Reading) {}
}
