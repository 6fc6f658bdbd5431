/// A person, place, organisation, event or work of an article.
public struct Entity: Sendable, Hashable {
  public enum Gender: String, Sendable { case female, male }

  public var kind: EntityKind
  /// The fullest form that the article uses, or the description of an unnamed entity without article or possessive.
  public var name: String
  /// Every other proper-name form that the article uses.
  public var aliases: [String]
  /// False for what is known by a description only ("an apartment").
  public var isNamed: Bool
  /// For people, where the text shows it.
  public var gender: Gender?

  public init(
    kind: EntityKind, name: String, aliases: [String] = [], isNamed: Bool = true,
    gender: Gender? = nil
  ) {
    self.kind = kind
    self.name = name
    self.aliases = aliases
    self.isNamed = isNamed
    self.gender = gender
  }
}

/// A place in the text that refers to an entity.
///
/// Words that refer to several entities ("they", "the couple") give one mention for each.
public struct Mention: Sendable, Hashable {
  public enum Form: String, Sendable, CaseIterable { case name, description, pronoun }

  /// Index into the reading's entities.
  public var entity: Int
  /// Indices into the reading's tokens.
  public var tokens: Range<Int>
  /// The token that governs the others: the noun of a phrase, the head of a name.
  public var head: Int
  /// Scalars of the article's text.
  public var range: Range<Int>
  public var form: Form
  /// The step of coreference that decided it, such as `exact-name` or `pronoun`.
  public var step: String

  public init(
    entity: Int, tokens: Range<Int>, head: Int, range: Range<Int>, form: Form, step: String
  ) {
    self.entity = entity
    self.tokens = tokens
    self.head = head
    self.range = range
    self.form = form
    self.step = step
  }
}
