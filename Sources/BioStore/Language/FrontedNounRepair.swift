/// "A pupil of Ivan Marin, she sang in Zadar": a noun for a person in front of the subject, with a comma between them,
/// describes the subject.
struct FrontedNounRepair {
  static func apply(to tree: inout SentenceTree) {
    guard let subject = tree.words.first(where: { isSubject($0, in: tree) }),
      let start = tree.words.firstIndex(of: firstWord(of: subject, in: tree)), start > 1,
      tree.tokens[tree.words[start - 1]].form == ",",
      let noun = frontedNoun(before: start - 1, in: tree), !tree.dominates(noun, subject)
    else { return }
    tree.attach(noun, to: subject, as: .appos)
  }

  /// The first subject of a finite verb or predicate that is a pronoun or a name.
  private static func isSubject(_ word: Int, in tree: SentenceTree) -> Bool {
    guard [.nsubj, .nsubjPass].contains(tree.tokens[word].relation) else { return false }
    switch tree.tokens[word].tag {
    case .pron: return ["he", "she"].contains(tree.tokens[word].form.lowercased())
    case .propn: return true
    default: return false
    }
  }

  private static func firstWord(of name: Int, in tree: SentenceTree) -> Int {
    let parts = tree.dependents(of: name).filter {
      $0 < name && [.compound, .flat, .nmodDesc].contains(tree.tokens[$0].relation)
    }
    return parts.first ?? name
  }

  /// The noun for a person that opens the sentence, or follows a participle in front, with all before the comma in its
  /// phrase.
  private static func frontedNoun(before comma: Int, in tree: SentenceTree) -> Int? {
    var position = 0
    if tree.tokens[tree.words[0]].tag == .verb {
      // "Born in Zadar, the son of a miller, he …"
      guard let inner = tree.words.prefix(comma).lastIndex(where: { tree.tokens[$0].form == "," }),
        inner + 1 < comma
      else { return nil }
      position = inner + 1
    }
    let opening = tree.tokens[tree.words[position]].tag
    guard [.det, .adj, .noun, .propn, .adv, .num].contains(opening) else { return nil }
    while position < comma {
      let token = tree.tokens[tree.words[position]]
      switch token.tag {
      case .det, .adj, .adv, .num, .propn, .verb, .punct: position += 1
      case .noun:
        let next = position + 1 < comma ? tree.tokens[tree.words[position + 1]] : nil
        if let next, next.tag == .noun || next.tag == .punct && next.form == "-" {
          position += 1
          continue
        }
        return WordClasses(of: token.lemma.lowercased()).contains(.person) ? tree.words[position] : nil
      default: return nil
      }
    }
    return nil
  }
}
