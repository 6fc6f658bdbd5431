/// Something that the article asserts, with the sentences that assert it.
public struct Fact: Sendable, Hashable {
  /// A sentence that says the fact, and the rule that read it there.
  public struct Evidence: Sendable, Hashable {
    /// Index into the reading's sentences.
    public var sentence: Int
    /// The name of the rule.
    public var rule: String

    public init(sentence: Int, rule: String) {
      self.sentence = sentence
      self.rule = rule
    }
  }

  public var type: FactType
  /// Index into the reading's entities.
  public var subject: Int
  /// Index into the reading's entities.
  public var object: Int?
  /// A short string from the article: a title, a manner, a role.
  public var value: String?
  /// Where: an index into the reading's entities.
  public var place: Int?
  public var interval: DateInterval?
  /// Never empty; the sentence that says it best comes first.
  public var evidence: [Evidence]
  /// From 0 to 1.
  public var confidence: Double
  /// True for what follows from other facts rather than from one sentence.
  public var isInferred: Bool
  /// What its confidence is worked out from.
  package var signs: FactSigns?

  public init(
    type: FactType, subject: Int, object: Int? = nil, value: String? = nil, place: Int? = nil,
    interval: DateInterval? = nil, evidence: [Evidence], confidence: Double = 1,
    isInferred: Bool = false
  ) {
    self.type = type
    self.subject = subject
    self.object = object
    self.value = value
    self.place = place
    self.interval = interval
    self.evidence = evidence
    self.confidence = confidence
    self.isInferred = isInferred
  }
}
