/// A record of an export: the database's content in an order and with numbers that do not depend on the order of import.
public enum ExportRecord: Sendable, Hashable {
  case article(Article)
  case entity(Entity)
  case mention(Mention)
  case fact(Fact)

  public struct Article: Sendable, Hashable {
    public let id: Int
    public let title: String
    public let source: String
    public let identifier: String?
    public let url: String?
  }

  public struct Entity: Sendable, Hashable {
    public let id: Int
    public let kind: EntityKind
    public let name: String
    public let aliases: [String]
    public let isNamed: Bool
    public let gender: BioStore.Entity.Gender?
  }

  public struct Mention: Sendable, Hashable {
    public let article: Int
    public let entity: Int
    /// Scalars of the article's text.
    public let range: Range<Int>
    public let text: String
    public let form: BioStore.Mention.Form
    public let step: String
  }

  public struct Sentence: Sendable, Hashable {
    /// Scalars of the article's text.
    public let range: Range<Int>
    public let text: String
  }

  /// A fact as one article asserts it.
  public struct Fact: Sendable, Hashable {
    /// The same for each article that asserts the fact.
    public internal(set) var id: Int
    public let article: Int
    public let type: FactType
    public let subject: Int
    public let object: Int?
    public let value: String?
    public let place: Int?
    public let start: String?
    public let end: String?
    public let precision: DateInterval.Precision
    public let dateWords: String?
    public let confidence: Double
    public let isInferred: Bool
    /// The sentence of the article that says it best.
    public let sentence: Sentence
    public let rule: String
    /// The article's other sentences that say it.
    public internal(set) var otherSentences: [Sentence]
  }
}
