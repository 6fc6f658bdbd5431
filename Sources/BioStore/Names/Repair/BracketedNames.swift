/// "International Union of Physics (IUP)", "Ana Ruiz (Άννα)": the form in brackets has the kind of the name before it.
enum BracketedNames {
  static func add(to names: inout [NameSpan], in context: NameContext) {
    var added: [NameSpan] = []
    let tokens = context.reading.tokens
    for name in names {
      let open = name.tokens.upperBound
      guard open + 2 < tokens.count, tokens[open].form == "(" else { continue }
      let inside = open + 1
      if tokens[open + 2].form == ")", isAcronym(inside, of: name.tokens, tokens) {
        added.append(name.over(inside..<(inside + 1)))
      }
      var end = inside
      while end < tokens.count, isForeign(tokens[end].form) { end += 1 }
      if end > inside { added.append(name.over(inside..<end)) }
    }
    for name in added {
      names.removeAll { $0.tokens.overlaps(name.tokens) }
      names.append(name)
    }
  }

  /// Whether the letters of a token are the initials of the words of a name, in order.
  private static func isAcronym(_ token: Int, of name: Range<Int>, _ tokens: [Token]) -> Bool {
    let letters = tokens[token].form.filter(\.isLetter)
    guard letters.count > 1, letters.allSatisfy(\.isUppercase), name.count >= letters.count else {
      return false
    }
    let initials = name.compactMap { tokens[$0].form.first }.filter(\.isUppercase)
    var rest = letters[...]
    for initial in initials where initial == rest.first { rest = rest.dropFirst() }
    return rest.count * 3 <= letters.count
  }

  /// Whether a word is written in letters of another script than Latin.
  private static func isForeign(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    return scalars.allSatisfy {
      $0.value > 0x36f && $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
      && scalars.contains {
        $0.value > 0x36f && !(0x1d00...0x1fff ~= $0.value) && $0.value < 0x2000 || $0.value > 0x2e80
      }
  }
}
