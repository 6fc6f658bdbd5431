/// A token's place in the text and what the sentence splitter needs to know about it.
struct TokenSpan: Sendable, Equatable {
  enum Kind: UInt8, Sendable {
    case word, number
    /// `Dr.`, `No.`, `e.g.`: the stop belongs to the word and ends no sentence.
    case abbreviation
    /// `Inc.`, `U.S.`: the stop belongs to the word and may end a sentence too.
    case finalAbbreviation
    /// `J.`
    case initial
    /// `1.` where a list item begins.
    case enumerator
    /// `.`
    case stop
    /// `!`, `?` and runs of them.
    case exclamation
    case ellipsis
    case openBracket, closeBracket
    case openQuote, closeQuote
    /// `,`, `;` and `:`.
    case comma
    case symbol
  }

  /// Scalars of the text.
  var start: Int
  var end: Int
  var kind: Kind
}
