/// Fourth stage: finds the words that say when and resolves them in the order of the narrative.
public struct DateRecognizer: Sendable {
  private let lexicon = TimeLexicon.shared

  public init() {}

  /// Sets the reading's dates, in the order of the text and without overlap.
  ///
  /// Linear in the number of tokens. Dates within the name of an event, an organisation or a work ("the 1905
  /// revolution") belong to that name and are left out.
  public func recognize(_ reading: inout Reading) {
    var finder = DateFinder(reading, lexicon: lexicon)
    finder.findMatches()
    finder.resolve()
    if finder.learnEventDates() { finder.resolve() }
    reading.dates = finder.dates
  }
}
