/// Everything that the Reader found in one article: each stage's work, in one value.
public struct Reading: Sendable {
  public var article: Article
  public var tokens: [Token]
  public var sentences: [Sentence]
  public var names: [NameSpan]
  public var dates: [TemporalExpression]
  public var entities: [Entity]
  /// Whom or what the article is about: an index into the entities; `nil` where no name tells.
  public var subject: Int?
  /// In the order of the text.
  public var mentions: [Mention]
  public var facts: [Fact]

  public init(article: Article) {
    self.article = article
    tokens = []
    sentences = []
    names = []
    dates = []
    entities = []
    mentions = []
    facts = []
  }
}

extension Reading {
  /// For each token, the kind of the name that it is part of. Linear in the number of tokens.
  var kindsOfTokens: [EntityKind?] {
    var kinds = [EntityKind?](repeating: nil, count: tokens.count)
    for name in names { for token in name.tokens { kinds[token] = name.kind } }
    return kinds
  }
}
