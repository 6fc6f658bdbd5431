/// Cuts a paragraph's tokens into sentences by what stands on either side of a full stop.
///
/// One pass; a sentence never spans paragraphs.
struct SentenceSplitter {
  private let text: [Unicode.Scalar]
  private let lexicon: TokenizerLexicon

  init(_ text: ScalarText, lexicon: TokenizerLexicon = .shared) {
    self.text = text.scalars
    self.lexicon = lexicon
  }

  /// The sentences of a paragraph, as ranges of its tokens.
  func sentences(of tokens: ArraySlice<TokenSpan>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    let pairs = EnclosingPairs(tokens)
    var start = tokens.startIndex
    var index = start
    while index < tokens.endIndex {
      let next: Int
      if mayEnd(tokens[index]) {
        next = closersEnd(after: index, in: tokens)
        let isInside = pairs.encloses(next - 1, from: start)
        if next < tokens.endIndex, !isInside, isBoundary(index, before: next, in: tokens) {
          result.append(start..<next)
          start = next
        }
      } else {
        next = index + 1
        if next < tokens.endIndex, lacksStop(after: index, in: tokens) {
          result.append(start..<next)
          start = next
        }
      }
      index = next
    }
    if start < tokens.endIndex { result.append(start..<tokens.endIndex) }
    return result
  }

  private func mayEnd(_ token: TokenSpan) -> Bool {
    switch token.kind {
    case .stop, .exclamation, .ellipsis, .finalAbbreviation, .initial: true
    default: false
    }
  }

  /// Takes in what closes the sentence behind its stop: quotes, brackets, more stops, notes such as "[1]".
  private func closersEnd(after stop: Int, in tokens: ArraySlice<TokenSpan>) -> Int {
    var index = stop + 1
    while index < tokens.endIndex {
      if isNote(at: index, in: tokens) {
        index += 3
        continue
      }
      if isNoteNumber(at: index, in: tokens) { return index + 1 }
      guard tokens[index].start == tokens[index - 1].end else { return index }
      switch tokens[index].kind {
      case .closeQuote, .closeBracket, .stop, .exclamation, .ellipsis: index += 1
      default: return index
      }
    }
    return index
  }

  /// "[12]"
  private func isNote(at index: Int, in tokens: ArraySlice<TokenSpan>) -> Bool {
    guard index + 2 < tokens.endIndex, text[tokens[index].start] == "[" else { return false }
    return tokens[index + 1].kind == .number && tokens[index + 2].kind == .closeBracket
  }

  /// The number of a note that lost its raised form: "rights. 4 Even", "rights.4 Even".
  private func isNoteNumber(at index: Int, in tokens: ArraySlice<TokenSpan>) -> Bool {
    let number = tokens[index]
    guard number.kind == .number, number.end - number.start <= 3, index + 1 < tokens.endIndex else {
      return false
    }
    let next = tokens[index + 1]
    guard next.start > number.end, isCapitalised(next) else { return false }
    return number.start == tokens[index - 1].end || (number.end - number.start < 3 && isStarter(next))
  }

  private func isBoundary(_ index: Int, before next: Int, in tokens: ArraySlice<TokenSpan>) -> Bool {
    var follower = next
    while follower < tokens.endIndex,
      tokens[follower].kind == .openQuote || tokens[follower].kind == .openBracket
    {
      follower += 1
    }
    guard follower < tokens.endIndex else { return false }
    let word = tokens[follower]
    if tokens[index].kind == .stop, tokens[next].kind == .openBracket { return true }
    switch tokens[index].kind {
    case .stop, .exclamation:
      return opensSentence(word, in: tokens[index].kind)
    case .ellipsis:
      return isCapitalised(word) && (next > index + 1 || isStarter(word))
    default:
      // The stop of "U.S." ends a sentence too only where a new one clearly begins; a stop behind it does.
      let hasOwnStop = (index + 1..<next).contains { tokens[$0].kind == .stop }
      return hasOwnStop ? opensSentence(word, in: .stop) : isCapitalised(word) && isStarter(word)
    }
  }

  private func opensSentence(_ word: TokenSpan, in stop: TokenSpan.Kind) -> Bool {
    switch word.kind {
    case .comma, .closeBracket, .closeQuote, .stop, .exclamation: return false
    case .number: return stop == .stop
    case .word, .abbreviation, .finalAbbreviation, .initial:
      return ScalarClass.of(text[word.start]) != .lower
    default: return true
    }
  }

  private func isCapitalised(_ word: TokenSpan) -> Bool {
    ScalarClass.of(text[word.start]) == .upper
  }

  private func isStarter(_ word: TokenSpan) -> Bool {
    lexicon.starters.contains(String(lowercasing: text[word.start..<word.end]))
  }

  /// A year or other number, then a capitalised pronoun or preposition: the full stop was forgotten.
  private func lacksStop(after index: Int, in tokens: ArraySlice<TokenSpan>) -> Bool {
    let next = tokens[index + 1]
    guard next.kind == .word, isCapitalised(next) else { return false }
    // "in 1901He studied": the space is gone too.
    guard next.start > tokens[index].end || tokens[index].kind == .number else { return false }
    guard tokens[index].kind == .number else { return opensClause(index + 1, in: tokens) }
    guard lexicon.plainStarters.contains(String(text[next.start..<next.end])) else { return false }
    // "In 1925" opens a sentence; "In the Mood" is a title.
    guard next.end - next.start == 2, text[next.start] == "I" || text[next.start] == "B" else { return true }
    return index + 2 < tokens.endIndex && tokens[index + 2].kind == .number
  }

  /// "… for Norte Born in Porto, he …", "… lived in Zadar She died …": behind a word, only what no name goes on with.
  private func opensClause(_ index: Int, in tokens: ArraySlice<TokenSpan>) -> Bool {
    guard tokens[index - 1].kind == .word, index + 2 < tokens.endIndex, tokens[index + 1].kind == .word else {
      return false
    }
    let word = String(text[tokens[index].start..<tokens[index].end])
    let after = tokens[index + 1]
    if lexicon.clauseOpeners.contains(word) {
      return !isCapitalised(after) && !isCapitalisedTitle(index - 1, tokens)
    }
    let pair = word + " " + String(text[after.start..<after.end])
    let third = tokens[index + 2]
    return lexicon.clauseOpeners.contains(pair) && (third.kind == .number || isCapitalised(third))
      && hasLaterSmallWord(index + 3, in: tokens)
  }

  /// Whether a clause may go on behind the place or date: "Born in Porto, he …", not the title "Born in Flames".
  private func hasLaterSmallWord(_ start: Int, in tokens: ArraySlice<TokenSpan>) -> Bool {
    let window = tokens[min(start, tokens.endIndex)..<min(start + 8, tokens.endIndex)]
    guard let comma = window.firstIndex(where: { $0.kind == .comma }), comma + 1 < tokens.endIndex else {
      return false
    }
    return tokens[comma + 1].kind == .word && !isCapitalised(tokens[comma + 1])
      || window.dropFirst(comma + 1 - window.startIndex).contains { $0.kind == .word && !isCapitalised($0) }
  }

  /// Whether a word may be the first of a name or title that goes on with a pronoun: "Zheng He", "And She".
  private func isCapitalisedTitle(_ index: Int, _ tokens: ArraySlice<TokenSpan>) -> Bool {
    let next = tokens[index + 1]
    guard isCapitalised(tokens[index]) else { return false }
    // Short pronouns are surnames too.
    return next.end - next.start == 2
  }
}

/// Which tokens stand inside brackets or quotation marks that are closed in the same paragraph.
private struct EnclosingPairs {
  /// Pairs longer than this are taken for a slip, or for a quotation of several sentences.
  private static let longestBrackets = 80
  private static let longestQuotation = 40
  /// For each token the opening of the outermost pair around it, or -1.
  private var opening: [Int] = []
  private let offset: Int

  init(_ tokens: ArraySlice<TokenSpan>) {
    offset = tokens.startIndex
    guard tokens.contains(where: { $0.kind == .openBracket || $0.kind == .openQuote }) else { return }
    opening = [Int](repeating: -1, count: tokens.count)
    var brackets: [Int] = []
    var quotes: [Int] = []
    for index in tokens.indices {
      switch tokens[index].kind {
      case .openBracket: brackets.append(index)
      case .openQuote: quotes.append(index)
      case .closeBracket: close(brackets.popLast(), at: index, longest: Self.longestBrackets)
      case .closeQuote: close(quotes.popLast(), at: index, longest: Self.longestQuotation)
      default: break
      }
    }
  }

  /// Pairs close from the inside out, so an outer pair overwrites the inner ones.
  private mutating func close(_ start: Int?, at end: Int, longest: Int) {
    guard let start, end - start <= longest else { return }
    for inside in start..<end { opening[inside - offset] = start }
  }

  /// Whether the token is inside a pair, other than one that the sentence from `start` on begins with.
  func encloses(_ token: Int, from start: Int) -> Bool {
    opening.isEmpty ? false : opening[token - offset] > start
  }
}
