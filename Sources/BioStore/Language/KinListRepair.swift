/// "He was the third son of Ivan Marin and a nephew of Ana Kovač": a second noun of kin with its own "of" is said of whom
/// the first is said of, not of the name between them.
struct KinListRepair {
  static func apply(to tree: inout SentenceTree) {
    for word in tree.words where tree.tokens[word].relation == .conj && tree.tokens[word].tag == .noun {
      guard let head = tree.tokens[word].head, let noun = relation(above: head, in: tree),
        isRelation(tree.tokens[word]), hasComplement(word, in: tree),
        !contradict(tree.tokens[noun], tree.tokens[word])
      else { continue }
      tree.attach(word, to: noun, as: .conj)
    }
  }

  /// The noun of kin or friendship whose "of" phrase holds a token.
  private static func relation(above token: Int, in tree: SentenceTree) -> Int? {
    var current = token
    while let head = tree.tokens[current].head {
      switch tree.tokens[current].relation {
      case .nmod where tree.tokens[head].tag == .noun && isRelation(tree.tokens[head]): return head
      case .appos, .flat, .compound, .conj, .nmod, .nmodDesc: current = head
      default: return nil
      }
    }
    return nil
  }

  private static func isRelation(_ token: Token) -> Bool {
    !WordClasses(of: token.lemma.lowercased()).isDisjoint(with: [.kin, .associate, .student])
  }

  private static func hasComplement(_ word: Int, in tree: SentenceTree) -> Bool {
    tree.dependents(of: word).contains { child in
      tree.tokens[child].relation == .nmod
        && tree.dependents(of: child).contains { tree.tokens[$0].form == "of" }
    }
  }

  /// "the son of a miller and the daughter of a smith" has two parents.
  private static func contradict(_ first: Token, _ second: Token) -> Bool {
    let (first, second) = (WordClasses(of: first.lemma), WordClasses(of: second.lemma))
    return first.contains(.male) && second.contains(.female)
      || first.contains(.female) && second.contains(.male)
  }
}
