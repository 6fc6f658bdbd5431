/// What can be said of words without a model: tags by shape, and a tree in which all hang from the first.
enum FallbackSyntax {
  static func annotate(_ reading: inout Reading) {
    for sentence in reading.sentences {
      for index in sentence.tokens { tag(&reading.tokens[index]) }
      attach(sentence.tokens, of: &reading)
    }
  }

  /// Makes the first word the root and hangs the others from it.
  static func attach(_ range: Range<Int>, of reading: inout Reading) {
    for index in range {
      let isFirst = index == range.lowerBound
      reading.tokens[index].head = isFirst ? nil : range.lowerBound
      let isPunctuation = reading.tokens[index].tag == .punct
      reading.tokens[index].relation = isFirst ? .root : isPunctuation ? .punct : .dep
    }
  }

  private static func tag(_ token: inout Token) {
    token.lemma = token.form
    guard let first = token.form.unicodeScalars.first else { return }
    if first.properties.numericType != nil {
      token.tag = .num
      token.pennTag = .cd
    } else if first.properties.isUppercase {
      token.tag = .propn
      token.pennTag = .nnp
    } else if first.properties.isAlphabetic {
      token.tag = .noun
      token.pennTag = .nn
    } else {
      token.tag = .punct
      token.pennTag = PennTag(label: token.form) ?? .colon
    }
  }
}
