/// All that the database knows of one entity.
public struct EntityCard: Sendable, Hashable {
  public let entity: EntityRecord
  /// For people, where known.
  public let gender: Entity.Gender?
  /// For people: the date and place that the most and surest evidence supports.
  public let birth: DatedPlace?
  public let death: DatedPlace?
  /// Facts of which the entity is the subject, the object or the place, in order of time; those without a date last,
  /// in the order of the articles' sentences.
  public let facts: [FactRecord]
  /// The articles that refer to it, by title.
  public let articles: [ArticleRecord]
  /// How the appearances of several articles came to be taken for one.
  public let identityDecisions: [IdentityDecision]

  /// A date and a place, of which one may be unknown.
  public struct DatedPlace: Sendable, Hashable {
    public let date: String?
    public let place: String?
  }
}
