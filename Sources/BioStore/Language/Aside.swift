/// A part of a sentence that says something by the way and is parsed apart.
struct Aside: Sendable, Hashable {
  enum Kind: Sendable { case bracket, otherName, letters }

  var kind: Kind
  /// The tokens with the brackets or commas around.
  var tokens: Range<Int>
  /// The tokens without these.
  var inner: Range<Int>

  /// The brackets or commas around.
  var marks: [Int] {
    Array(tokens.lowerBound..<inner.lowerBound) + Array(inner.upperBound..<tokens.upperBound)
  }
}

/// Finds what a sentence says by the way: brackets, other names, honours behind a name.
///
///     Ana Kovač (born 1950), also known as Anica, was …    Ivan Marin, CBE FRS, was …
struct AsideFinder {
  private let tokens: [Token]
  private let sentence: Range<Int>
  private let lexicon: AsideLexicon
  private let brackets: [Aside]

  /// The asides of a sentence, in the order of the text; those that stand within another are left out.
  static func asides(of sentence: Range<Int>, in tokens: [Token]) -> [Aside] {
    let finder = AsideFinder(sentence, in: tokens)
    let others = finder.behindNames()
    if others.isEmpty { return finder.brackets }
    let outer = finder.brackets.filter { bracket in
      !others.contains { $0.tokens.overlaps(bracket.tokens) }
    }
    return (outer + others).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private init(_ sentence: Range<Int>, in tokens: [Token]) {
    self.tokens = tokens
    self.sentence = sentence
    lexicon = .shared
    brackets = Self.brackets(of: sentence, in: tokens)
  }

  /// The outermost pairs of brackets; none where they do not match.
  private static func brackets(of sentence: Range<Int>, in tokens: [Token]) -> [Aside] {
    var found: [Aside] = []
    var open: Int?
    var depth = 0
    for index in sentence {
      switch tokens[index].form {
      case "(", "[":
        if depth == 0 { open = index }
        depth += 1
      case ")", "]":
        guard depth > 0 else { return [] }
        depth -= 1
        if depth == 0, let start = open, start > sentence.lowerBound, index > start + 1 {
          found.append(
            Aside(kind: .bracket, tokens: start..<(index + 1), inner: (start + 1)..<index))
        }
      default: continue
      }
    }
    return depth == 0 ? found : []
  }

  // MARK: Behind names

  private func behindNames() -> [Aside] {
    var found: [Aside] = []
    var index = sentence.lowerBound + 1
    while index < sentence.upperBound {
      guard let first = aside(at: index) else {
        index += 1
        continue
      }
      found.append(first)
      while let next = aside(at: found[found.count - 1].tokens.upperBound) { found.append(next) }
      // The comma behind the last belongs to it, so that none parts the name from its verb.
      let end = found[found.count - 1].tokens.upperBound
      if end < sentence.upperBound, isPartner(end, of: first.tokens.lowerBound) {
        found[found.count - 1].tokens = found[found.count - 1].tokens.lowerBound..<(end + 1)
      }
      index = found[found.count - 1].tokens.upperBound
    }
    return found
  }

  private func isPartner(_ mark: Int, of opening: Int) -> Bool {
    isOpening(opening) && tokens[mark].form == tokens[opening].form
  }

  private func isOpening(_ index: Int) -> Bool { [",", "–", "—"].contains(tokens[index].form) }

  private func aside(at index: Int) -> Aside? {
    guard index < sentence.upperBound, index > sentence.lowerBound, endsName(index - 1) else { return nil }
    return letters(at: index) ?? otherName(at: index)
  }

  /// Whether a token may be the last of a name or of a bracket behind it.
  private func endsName(_ index: Int) -> Bool {
    let form = tokens[index].form
    if lexicon.letters.contains(form) { return index > sentence.lowerBound }
    return isCapitalised(index) || form == ")" || form == "\"" || form == "”"
  }

  private func isCapitalised(_ index: Int) -> Bool {
    guard let first = tokens[index].form.unicodeScalars.first else { return false }
    switch ScalarClass.of(first) {
    case .upper: return true
    case .lower, .digit: return false
    default: return first.value >= 0x370 && first.properties.isAlphabetic
    }
  }

  /// ", CBE FRS", "OBE"
  private func letters(at index: Int) -> Aside? {
    let start = isOpening(index) ? index + 1 : index
    var end = start
    while end < sentence.upperBound, lexicon.letters.contains(tokens[end].form) {
      end += 1
      if end + 1 < sentence.upperBound, tokens[end].form == ",",
        lexicon.letters.contains(tokens[end + 1].form)
      {
        end += 1
      }
    }
    guard end > start, end < sentence.upperBound, isNameBefore(index) else { return nil }
    // Without comma they might begin another name, and "Jr." belongs to the one before.
    if start == index, isCapitalised(end) || !isInCapitals(index) { return nil }
    return Aside(kind: .letters, tokens: index..<end, inner: start..<end)
  }

  private func isInCapitals(_ index: Int) -> Bool {
    tokens[index].form.unicodeScalars.allSatisfy { ScalarClass.of($0) != .lower }
  }

  /// Whether two capitalised words, a person's name, stand before a token.
  private func isNameBefore(_ index: Int) -> Bool {
    index - 2 >= sentence.lowerBound && isCapitalised(index - 1) && isCapitalised(index - 2)
      || tokens[index - 1].form == ")"
  }

  /// ", better known as Anica", ", or simply Ana Kovač", ", née Babić"
  private func otherName(at index: Int) -> Aside? {
    guard isOpening(index) else { return nil }
    guard let name = cuesEnd(from: index + 1), var end = nameEnd(from: name) else { return nil }
    while let bracket = brackets.first(where: { $0.tokens.lowerBound == end }) {
      end = bracket.tokens.upperBound
    }
    guard end < sentence.upperBound else { return nil }
    guard isOpening(end) || lexicon.finiteVerbs.contains(tokens[end].form) || isLetters(end) else {
      return nil
    }
    return Aside(kind: .otherName, tokens: index..<end, inner: (index + 1)..<end)
  }

  private func isLetters(_ index: Int) -> Bool { lexicon.letters.contains(tokens[index].form) }

  /// Where the name begins that cues announce.
  private func cuesEnd(from start: Int) -> Int? {
    var hasCue = false
    var position = start
    while position < min(sentence.upperBound, start + 8) {
      let form = tokens[position].form.lowercased()
      if lexicon.cues.contains(form) {
        hasCue = true
      } else if form == "or", position == start {
        hasCue = isAlternative(position)
      } else if !lexicon.helpers.contains(form), form != ":" {
        break
      }
      position += 1
    }
    guard hasCue, position < sentence.upperBound,
      !lexicon.placeWords.contains(tokens[position - 1].form.lowercased())
    else { return nil }
    return position
  }

  /// "or simply Ana", or any "or" behind the name that the sentence begins with.
  private func isAlternative(_ conjunction: Int) -> Bool {
    if conjunction + 1 < sentence.upperBound, lexicon.helpers.contains(tokens[conjunction + 1].form) {
      return true
    }
    return (sentence.lowerBound..<(conjunction - 1)).allSatisfy { index in
      isCapitalised(index) || lexicon.particles.contains(tokens[index].form)
        || brackets.contains { $0.tokens.contains(index) }
    }
  }

  private func nameEnd(from start: Int) -> Int? {
    if let close = quotationEnd(from: start) { return close }
    var end = start
    while end < min(sentence.upperBound, start + 10) {
      if isCapitalised(end) || tokens[end].form == "-" {
        end += 1
      } else if end + 1 < sentence.upperBound, lexicon.particles.contains(tokens[end].form.lowercased()),
        isCapitalised(end + 1)
      {
        end += 1
      } else if let close = quotationEnd(from: end) {
        end = close
      } else {
        break
      }
    }
    return end > start ? end : nil
  }

  /// The end of a quotation of a few words.
  private func quotationEnd(from start: Int) -> Int? {
    let closing = ["\"": "\"", "“": "”", "'": "'", "‘": "’"]
    guard start < sentence.upperBound, let close = closing[tokens[start].form] else { return nil }
    return ((start + 1)..<min(sentence.upperBound, start + 9)).first { tokens[$0].form == close }
      .map { $0 + 1 }
  }
}
