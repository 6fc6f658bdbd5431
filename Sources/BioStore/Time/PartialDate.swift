/// A day, a month or a year of the calendar that the article uses.
public struct PartialDate: Sendable, Hashable {
  /// The year; 44 BC is -44. There is no year 0.
  public var year: Int
  /// 1 to 12, if the text fixes it.
  public var month: Int?
  /// 1 to 31, if the text fixes it; never without a month.
  public var day: Int?

  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = month == nil ? nil : day
  }
}

/// When something was true or happened, with the words that say so.
public struct DateInterval: Sendable, Hashable {
  /// How exact the words are.
  public enum Precision: String, Sendable, CaseIterable {
    case exact, circa, before, after
  }

  /// The beginning; a point in time has a start only.
  public var start: PartialDate?
  /// The end, if the words name one.
  public var end: PartialDate?
  public var precision: Precision
  /// The words of the article, such as "8–9 December 1934" or "the same day".
  public var words: String

  public init(
    start: PartialDate?, end: PartialDate? = nil, precision: Precision = .exact, words: String
  ) {
    self.start = start
    self.end = end
    self.precision = precision
    self.words = words
  }
}

/// Words of a text that say when, resolved in the order of the narrative.
public struct TemporalExpression: Sendable, Hashable {
  /// Indices into the reading's tokens; prepositions ("in", "since") are not part of it.
  public var tokens: Range<Int>
  /// What the words stand for; `nil` where the article does not fix it.
  public var interval: DateInterval?

  public init(tokens: Range<Int>, interval: DateInterval?) {
    self.tokens = tokens
    self.interval = interval
  }
}
