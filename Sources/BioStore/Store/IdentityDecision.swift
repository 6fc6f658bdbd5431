/// Why what an article refers to was taken for an entity that other articles know, or kept apart from it.
public struct IdentityDecision: Sendable, Hashable {
  public enum Verdict: String, Sendable { case same, different }
  public enum Author: String, Sendable { case rule, user }

  /// An entity as one article knows it.
  public struct Appearance: Sendable, Hashable {
    /// The row in `appearances`; changes when the article is imported again.
    public let id: Int64
    public let entityID: Int64
    public let name: String
    public let articleID: Int64
    public let article: String
  }

  public let kind: EntityKind
  public let appearance: Appearance
  /// With `.same`, the entity that the appearance was joined with; with `.different`, the one that comes nearest.
  public let entity: EntityReference
  public let verdict: Verdict
  /// From 0 to 1; 0.5 and more is taken for the same.
  public let score: Double
  /// In words, such as `same full name; born in the same year`.
  public let reason: String
  public let author: Author
}

/// A user's decision, as it outlives new imports.
public struct IdentityChoice: Sendable, Hashable {
  public let id: Int64
  public let kind: EntityKind
  public let name: String
  /// The article's title or identifier.
  public let article: String
  public let otherName: String
  public let otherArticle: String
  public let verdict: IdentityDecision.Verdict
}
