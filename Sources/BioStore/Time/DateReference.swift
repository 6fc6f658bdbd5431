/// What the words of a date say, before the narrative has told which year they mean.
enum DateReference: Equatable {
  /// A part of the year: a day, a month or a season.
  struct YearPart: Equatable {
    var month: Int?
    var day: Int?
    var isSeason = false
  }

  /// How a part of the year finds its year.
  enum Direction: Equatable {
    /// "on 16 January": the next such day from the last date on.
    case forward
    /// "in December of that year"
    case same
    /// "the following spring"
    case next
    /// "the previous autumn"
    case previous
  }

  /// The text gives the year.
  case fixed(PartialDate, PartialDate?, isCirca: Bool)
  /// "1999–present", "1999 onwards"
  case open(PartialDate)
  case yearless(YearPart, YearPart?, Direction)
  /// "the same day", "that year"
  case same(TimeWord.Unit)
  /// "three weeks later", "the previous year"
  case shifted(Int, TimeWord.Unit)
  /// "at the age of 15"
  case age(Int)
  /// "the end of the congress": the date of an event that the article itself dates.
  case event(DateInterval)
  /// Decades, centuries and what no date fixes.
  case vague
}

/// A date expression in the tokens of one reading.
struct DateMatch: Equatable {
  /// Indices into the reading's tokens.
  var tokens: Range<Int>
  var reference: DateReference
  /// Whether later dates may lean on it: false in brackets and before a noun ("his 1929 novel").
  var movesNarrative = true
  /// What a preposition before it makes of it.
  var bound = DateBound.none
}

/// The effect of "until", "since", "before" and "after" on a date.
enum DateBound: Equatable {
  case none, end, start, before, after
}
