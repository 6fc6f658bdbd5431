/// Fifth stage: who is who. Groups names, descriptions and pronouns into entities.
struct EntityResolver: Sendable {
  /// Sets the reading's entities and mentions, unnamed candidates included.
  func resolve(_ reading: inout Reading) {}
}
