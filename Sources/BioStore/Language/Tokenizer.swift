/// Cuts running text into tokens after the conventions of UD English (EWT 2.15, GUM): contractions and
/// possessives are cut, hyphenated words are cut except behind prefixes, the stop of an abbreviation stays.
///
/// One pass over the scalars from left to right; every scalar that is no white space is in exactly one token.
struct Tokenizer {
  private let lexicon: TokenizerLexicon
  private let text: [Unicode.Scalar]
  private let classes: [ScalarClass]
  private(set) var spans: [TokenSpan] = []
  private var position = 0
  private var end = 0

  init(_ text: ScalarText, lexicon: TokenizerLexicon = .shared) {
    self.text = text.scalars
    classes = ScalarClass.of(text.scalars)
    self.lexicon = lexicon
    spans.reserveCapacity(text.count / 5)
  }

  /// Appends the tokens of one paragraph. Linear in its length.
  mutating func tokenize(_ paragraph: Range<Int>) {
    position = paragraph.lowerBound
    end = paragraph.upperBound
    let first = spans.count
    while position < end {
      if scalarClass(position) == .space {
        position += 1
      } else if !scanAddress() {
        scanToken(isFirst: spans.count == first)
      }
    }
  }

  // MARK: Looking

  /// The class of a scalar of the paragraph; beyond it everything is white space.
  private func scalarClass(_ index: Int) -> ScalarClass {
    index < end ? classes[index] : .space
  }

  /// Whether white space or the paragraph's beginning precedes the position.
  private var followsSpace: Bool {
    spans.last.map { $0.end < position } ?? true
  }

  private func lowercased(_ range: Range<Int>) -> String { String(lowercasing: text[range]) }

  // MARK: Tokens

  private mutating func append(to tokenEnd: Int, _ kind: TokenSpan.Kind) {
    spans.append(TokenSpan(start: position, end: tokenEnd, kind: kind))
    position = tokenEnd
  }

  private mutating func scanToken(isFirst: Bool) {
    switch scalarClass(position) {
    case .space: position += 1
    case .lower, .upper, .letter, .underscore: scanWord()
    case .digit: scanNumber(isFirst: isFirst)
    case .period: scanStops()
    case .ellipsis: append(to: runEnd { $0 == .ellipsis || $0 == .period }, .ellipsis)
    case .exclamation: append(to: runEnd { $0 == .exclamation }, .exclamation)
    case .hyphen: append(to: runOfSame(), .symbol)
    case .dash: append(to: position + 1, .symbol)
    case .comma, .colon: append(to: position + 1, .comma)
    case .openBracket: append(to: position + 1, .openBracket)
    case .closeBracket: append(to: position + 1, .closeBracket)
    case .openQuote: append(to: runOfSame(), .openQuote)
    case .closeQuote: append(to: runOfSame(), .closeQuote)
    case .quote: append(to: position + 1, quoteKind)
    case .apostrophe: scanApostrophe()
    case .number: append(to: position + 1, .number)
    case .slash, .ampersand, .symbol: scanSymbol()
    }
  }

  private func runEnd(_ belongs: (ScalarClass) -> Bool) -> Int {
    var index = position + 1
    while index < end, belongs(scalarClass(index)) { index += 1 }
    return index
  }

  private func runOfSame() -> Int {
    var index = position + 1
    while index < end, text[index] == text[position] { index += 1 }
    return index
  }

  /// A straight quote opens behind white space or an opening bracket and closes elsewhere.
  private var quoteKind: TokenSpan.Kind {
    guard !followsSpace, let last = spans.last else { return .openQuote }
    let opens = last.kind == .openBracket || last.kind == .openQuote || isDash(last)
    return opens && scalarClass(position + 1) != .space ? .openQuote : .closeQuote
  }

  private func isDash(_ span: TokenSpan) -> Bool {
    let scalarClass = classes[span.start]
    return scalarClass == .dash || scalarClass == .hyphen
  }

  private mutating func scanStops() {
    let stopsEnd = runEnd { $0 == .period || $0 == .ellipsis }
    if stopsEnd - position > 1 {
      append(to: stopsEnd, .ellipsis)
    } else if scalarClass(stopsEnd) == .digit, followsSpace {
      // ".45"
      append(to: numberEnd(from: stopsEnd), .number)
    } else if scalarClass(stopsEnd).isLetter, followsSpace {
      // ".NET"
      append(to: wordEnd(from: stopsEnd), .word)
    } else {
      append(to: stopsEnd, .stop)
    }
  }

  private mutating func scanApostrophe() {
    let run = runOfSame()
    if run - position > 1 {
      append(to: run, quoteKind)
    } else if !followsSpace, let suffixEnd = cliticEnd(after: position) {
      append(to: suffixEnd, .word)
    } else {
      append(to: position + 1, quoteKind)
    }
  }

  /// The end of "s", "re", "ll" … behind the apostrophe at `apostrophe`, if that is what follows it.
  private func cliticEnd(after apostrophe: Int) -> Int? {
    var index = apostrophe + 1
    while index < end, scalarClass(index).isLetter, index - apostrophe <= 3 { index += 1 }
    guard index > apostrophe + 1, !scalarClass(index).isWord else { return nil }
    return lexicon.clitics.contains(lowercased(apostrophe + 1..<index)) ? index : nil
  }

  private mutating func scanSymbol() {
    // "#1" and "#hashtag", as in UD English.
    if text[position] == "#", scalarClass(position + 1).isWord {
      append(to: wordEnd(from: position + 1), .word)
    } else {
      append(to: position + 1, .symbol)
    }
  }

  // MARK: Words

  /// Reads letters, digits and what may stand between them in one token.
  private mutating func scanWord() {
    let wordEnd = wordEnd(from: position)
    if scalarClass(wordEnd) == .period, scalarClass(wordEnd + 1) != .period {
      if let kind = abbreviationKind(position..<wordEnd) {
        append(to: wordEnd + 1, kind)
        return
      }
    }
    if scanContraction(to: wordEnd) { return }
    // "US$", "HK$"
    if wordEnd < end, text[wordEnd] == "$", scalarClass(wordEnd - 1) == .upper {
      append(to: wordEnd + 1, .symbol)
      return
    }
    append(to: wordEnd, .word)
  }

  /// The end of the word that begins at `start`.
  private func wordEnd(from start: Int) -> Int {
    var index = start
    while index < end {
      switch scalarClass(index) {
      case .lower, .upper, .letter, .digit, .underscore:
        index += 1
      case .apostrophe, .openQuote:
        guard joinsLetters(apostrophe: index, start: start) else { return index }
        index += 1
      case .period:
        guard joinsWord(period: index, start: start) else { return index }
        index += 1
      case .hyphen:
        guard joinsPrefix(hyphen: index, start: start) else { return index }
        index += 1
      case .ampersand:
        guard index > start, scalarClass(index + 1).isLetter else { return index }
        index += 1
      case .symbol:
        guard index > start, text[index] == "+", scalarClass(index + 1).isLetter else { return index }
        index += 1
      default:
        return index
      }
    }
    return index
  }

  /// "O'Reilly", "d'état" and "didn't" (cut later), but neither "Mary's" nor the end of a quotation.
  private func joinsLetters(apostrophe index: Int, start: Int) -> Bool {
    guard index > start, scalarClass(index + 1).isWord, text[index] != "“", text[index] != "«" else {
      return false
    }
    return cliticEnd(after: index) == nil
  }

  /// "U.S", "Ph.D", "example.com"; not the missing space of "home.He".
  private func joinsWord(period index: Int, start: Int) -> Bool {
    guard index > start, scalarClass(index + 1).isWord else { return false }
    let before = scalarClass(index - 1)
    let after = scalarClass(index + 1)
    if after == .upper, before == .lower || before == .digit {
      let isAcronym = index - start <= 2 || scalarClass(index - 2) == .period
      return isAcronym || !(scalarClass(index + 2) == .lower || scalarClass(index + 2) == .space)
    }
    if after == .digit, before != .digit { return false }
    if after == .upper, before == .upper, scalarClass(index + 2) == .lower {
      // "J.Smith" is an initial and a name.
      return false
    }
    return true
  }

  /// "co-founder", "e-mail", "mid-1920s".
  private func joinsPrefix(hyphen index: Int, start: Int) -> Bool {
    guard index - start <= 8, scalarClass(index + 1).isWord, index > start else { return false }
    return lexicon.prefixes.contains(lowercased(start..<index))
  }

  /// "don't" is "do" and "n't"; "cannot" is "can" and "not".
  private mutating func scanContraction(to wordEnd: Int) -> Bool {
    if wordEnd - position >= 3, text[wordEnd - 1] == "t" || text[wordEnd - 1] == "T",
      scalarClass(wordEnd - 2) == .apostrophe
    {
      guard wordEnd - position > 3, text[wordEnd - 3] == "n" || text[wordEnd - 3] == "N" else {
        return false
      }
      append(to: wordEnd - 3, .word)
      append(to: wordEnd, .word)
      return true
    }
    guard lexicon.mayBeContraction(text[position], length: wordEnd - position),
      let cut = lexicon.contractions[lowercased(position..<wordEnd)]
    else {
      return false
    }
    append(to: position + cut, .word)
    append(to: wordEnd, .word)
    return true
  }

  // MARK: Abbreviations

  /// The kind of the word if the stop behind it belongs to it.
  private func abbreviationKind(_ word: Range<Int>) -> TokenSpan.Kind? {
    let isLone = scalarClass(word.lowerBound + 1) == .period
    if isLone, scalarClass(word.lowerBound) == .upper { return initialKind(word) }
    if word.count <= 12, let kind = lexicon.abbreviations[lowercased(word)] {
      if kind == .reference, !isBeforeNumber(word.upperBound + 1) { return nil }
      return kind == .final ? .finalAbbreviation : .abbreviation
    }
    if isAcronym(word) { return .finalAbbreviation }
    // "Cal., 1870": a stop before a comma belongs to a short word.
    return word.count <= 5 && scalarClass(word.upperBound + 1) == .comma ? .abbreviation : nil
  }

  /// A capital with a stop is an initial, unless it is the number of a ruler or a war that ends a sentence.
  private func initialKind(_ word: Range<Int>) -> TokenSpan.Kind? {
    let isRoman = "IVX".unicodeScalars.contains(text[word.lowerBound])
    guard isRoman, let last = spans.last, last.kind == .word, followsSpace,
      scalarClass(last.start) == .upper, last.end - last.start > 1
    else { return .initial }
    var index = word.upperBound + 1
    while index < end, scalarClass(index) == .space { index += 1 }
    if index == end { return nil }
    var nextEnd = index
    while nextEnd < end, scalarClass(nextEnd).isLetter { nextEnd += 1 }
    return lexicon.starters.contains(lowercased(index..<nextEnd)) ? nil : .initial
  }

  /// "U.S", "P.O", "B.Sc": single letters or short syllables between stops.
  private func isAcronym(_ word: Range<Int>) -> Bool {
    var lengths = 0
    var hasPeriod = false
    for index in word {
      if scalarClass(index) == .period {
        hasPeriod = true
        lengths = 0
      } else {
        lengths += 1
        if lengths > 3 || !scalarClass(index).isLetter { return false }
      }
    }
    return hasPeriod
  }

  private func isBeforeNumber(_ start: Int) -> Bool {
    var index = start
    while index < end, scalarClass(index) == .space { index += 1 }
    return scalarClass(index) == .digit
  }

  // MARK: Numbers

  /// "1,200", "7.2", "9/11", "10:30", "3rd", "1920s", "35" + "mm".
  private mutating func scanNumber(isFirst: Bool) {
    let digitsEnd = numberEnd(from: position)
    var tokenEnd = digitsEnd
    while tokenEnd < end, scalarClass(tokenEnd).isLetter { tokenEnd += 1 }
    if tokenEnd > digitsEnd {
      scanNumberWithLetters(digitsEnd, to: tokenEnd)
    } else if isDecadePossessive(digitsEnd) {
      append(to: digitsEnd + 2, .number)
    } else if isFirst, scalarClass(digitsEnd) == .period, scalarClass(digitsEnd + 1) == .space,
      digitsEnd - position <= 3, digitsEnd + 1 < end
    {
      append(to: digitsEnd + 1, .enumerator)
    } else {
      append(to: digitsEnd, .number)
    }
  }

  /// Digits and the marks between them.
  private func numberEnd(from start: Int) -> Int {
    var index = start
    while index < end {
      switch scalarClass(index) {
      case .digit: index += 1
      case .period, .colon, .slash:
        guard scalarClass(index + 1) == .digit else { return index }
        index += 1
      case .comma:
        guard isThousands(comma: index, start: start) else { return index }
        index += 1
      case .hyphen:
        guard isTelephoneOrDate(hyphen: index, start: start) else { return index }
        index += 1
      default: return index
      }
    }
    return index
  }

  /// A comma groups thousands, or stands for the decimal point; it parts years that lack a space.
  private func isThousands(comma index: Int, start: Int) -> Bool {
    let after = digitCount(from: index + 1)
    return after == 3 || (after > 0 && after < 3 && index - start < 3)
  }

  /// Three groups of digits make one token ("1937-01-10", "713-853-3989"), two are a range.
  private func isTelephoneOrDate(hyphen index: Int, start: Int) -> Bool {
    guard scalarClass(index + 1) == .digit else { return false }
    if text[start..<index].contains("-") { return true }
    let second = index + 1 + digitCount(from: index + 1)
    return scalarClass(second) == .hyphen && scalarClass(second + 1) == .digit
  }

  private func digitCount(from start: Int) -> Int {
    var index = start
    while index < end, scalarClass(index) == .digit { index += 1 }
    return index - start
  }

  /// "1930’s"
  private func isDecadePossessive(_ digitsEnd: Int) -> Bool {
    guard text[digitsEnd - 1] == "0", scalarClass(digitsEnd) == .apostrophe, digitsEnd + 1 < end,
      text[digitsEnd + 1] == "s"
    else { return false }
    let digits = digitsEnd - position
    return (digits == 2 || digits == 4) && !scalarClass(digitsEnd + 2).isWord
  }

  private mutating func scanNumberWithLetters(_ digitsEnd: Int, to lettersEnd: Int) {
    if lexicon.units.contains(lowercased(digitsEnd..<lettersEnd)) {
      append(to: digitsEnd, .number)
      append(to: lettersEnd, .word)
    } else if isGluedSentence(digitsEnd, lettersEnd) {
      append(to: digitsEnd, .number)
    } else {
      append(to: wordEnd(from: digitsEnd), .number)
    }
  }

  /// "in 1901He studied": four digits of a year, then a word with a capital.
  private func isGluedSentence(_ digitsEnd: Int, _ lettersEnd: Int) -> Bool {
    digitsEnd - position == 4 && lettersEnd - digitsEnd > 1 && scalarClass(digitsEnd) == .upper
      && scalarClass(digitsEnd + 1) == .lower
  }

  // MARK: Addresses

  /// Web and mail addresses, at the beginning of a run without white space.
  private mutating func scanAddress() -> Bool {
    guard followsSpace || spans.last?.kind == .openBracket, scalarClass(position).isWord else {
      return false
    }
    var index = position
    var sign = -1
    while index < end, scalarClass(index) != .space {
      if text[index] == "@" || (text[index] == ":" && isSchemeEnd(index)) { sign = index }
      index += 1
    }
    let startsWithWWW = text[position] == "w" && lowercased(position..<min(position + 4, end)) == "www."
    guard sign > position || startsWithWWW else { return false }
    let closing: Set<Unicode.Scalar> = [".", ",", ";", ":", "!", "?", ")", "]", ">", "\"", "'", "”", "’"]
    while index > position + 1, closing.contains(text[index - 1]) { index -= 1 }
    guard index > sign + 1 else { return false }
    append(to: index, .word)
    return true
  }

  private func isSchemeEnd(_ colon: Int) -> Bool {
    colon + 2 < end && text[colon + 1] == "/" && text[colon + 2] == "/"
  }
}
