/// Parses sentences again once their names are known, each name as one proper noun.
///
/// A title such as "Night Train" or "Award for Best Actress" is made of words that a parser takes for more than a
/// name. Where the first tree tears a name apart, the sentence is parsed anew with the name as one word; its other words
/// then hang from that word.
struct NamedSyntax {
  /// Whether every word of a name but one hangs from another word of it, and that one is a proper noun.
  static func isWhole(_ name: Range<Int>, in tokens: [Token]) -> Bool {
    var governors = 0
    for index in name where !isInside(tokens[index].head, name) { governors += 1 }
    guard governors == 1, let head = name.first(where: { !isInside(tokens[$0].head, name) }) else {
      return false
    }
    return tokens[head].tag == .propn && head == self.head(of: name, in: tokens)
  }

  /// Parses the sentences anew whose trees tear a name apart. Linear in the number of tokens.
  static func refine(_ reading: inout Reading, with pipeline: inout SyntaxPipeline) {
    var next = 0
    for sentence in reading.sentences {
      var names: [Range<Int>] = []
      while next < reading.names.count, reading.names[next].tokens.lowerBound < sentence.tokens.upperBound {
        let name = reading.names[next].tokens
        if name.count > 1, sentence.tokens.lowerBound <= name.lowerBound,
          name.upperBound <= sentence.tokens.upperBound
        {
          names.append(name)
        }
        next += 1
      }
      if names.contains(where: { !isWhole($0, in: reading.tokens) }) {
        parse(sentence, names: names, of: &reading, with: &pipeline)
      }
    }
  }

  /// Parses one sentence with each of the names as one word, brackets apart.
  private static func parse(
    _ sentence: Sentence, names: [Range<Int>], of reading: inout Reading, with pipeline: inout SyntaxPipeline
  ) {
    let before = reading.tokens
    var heads: [Int: Range<Int>] = [:]
    for name in names { heads[head(of: name, in: before)] = name }
    let asides = AsideFinder.asides(of: sentence.tokens, in: before).filter { aside in
      !names.contains { $0.overlaps(aside.tokens) && $0.clamped(to: aside.inner) != $0 }
    }
    let words = sentence.tokens.filter { index in
      heads[index] != nil || !names.contains { $0.contains(index) }
    }
    for (head, name) in heads {
      for index in name where index != head && !isInside(before[index].head, name) {
        reading.tokens[index].head = head
        reading.tokens[index].relation = index < head ? .compound : .flat
      }
    }
    AsideSyntax.annotate(
      words, asides: asides, properNouns: Set(heads.keys), of: &reading, with: &pipeline)
  }

  /// The word of a name that stands for it: the noun before its first preposition, else what governs it already, else
  /// its last word.
  private static func head(of name: Range<Int>, in tokens: [Token]) -> Int {
    if let preposition = name.dropFirst().first(where: { tokens[$0].tag == .adp }) { return preposition - 1 }
    let governors = name.filter { !isInside(tokens[$0].head, name) && tokens[$0].tag != .punct }
    if governors.count == 1, [.propn, .noun].contains(tokens[governors[0]].tag) { return governors[0] }
    return (name.dropFirst().first { tokens[$0].tag == .punct } ?? name.upperBound) - 1
  }

  private static func isInside(_ head: Int?, _ name: Range<Int>) -> Bool {
    guard let head else { return false }
    return name.contains(head)
  }
}
