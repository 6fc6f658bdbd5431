/// An entity as the database lists it.
public struct EntityRecord: Sendable, Hashable {
  public let id: Int64
  public let kind: EntityKind
  /// The usual full name, or the description of an unnamed entity.
  public let name: String
  public let isNamed: Bool
  /// The other names, sorted.
  public let aliases: [String]
  /// The articles that refer to it.
  public let articleCount: Int
  /// The facts of which it is the subject, the object or the place.
  public let factCount: Int
}

/// An entity where only its name is needed.
public struct EntityReference: Sendable, Hashable {
  public let id: Int64
  public let kind: EntityKind
  public let name: String

  public init(id: Int64, kind: EntityKind, name: String) {
    self.id = id
    self.kind = kind
    self.name = name
  }
}
