/// "Ana Kovač married Ivan Marin, a sculptor, and a year later the couple settled in Zadar": a span of time behind "and" opens
/// a clause of its own.
///
/// A greedy parser takes "year" for another thing like the noun before it, and the verb of the clause for a participle of
/// its subject.
struct LaterClauseRepair {
  private static let units: Set<String> = ["day", "week", "month", "year", "decade"]
  private static let adverbs: Set<String> = ["later", "afterwards", "afterward", "before", "earlier"]

  static func apply(to tree: inout SentenceTree) {
    for position in tree.words.indices.dropLast(3) where position > 2 {
      let unit = tree.words[position]
      let adverb = tree.words[position + 1]
      guard units.contains(tree.tokens[unit].lemma),
        adverbs.contains(tree.tokens[adverb].form.lowercased())
      else { continue }
      let top = tree.dominates(unit, adverb) ? unit : adverb
      guard [.conj, .advmod, .parataxis, .dep].contains(tree.tokens[top].relation),
        let conjunction = tree.dependent(of: top, .cc) ?? tree.dependent(of: unit, .cc), conjunction < unit,
        conjunction >= unit - 3,
        let governor = tree.tokens[top].head, !units.contains(tree.tokens[governor].lemma),
        let main = verb(above: governor, in: tree)
      else { continue }
      mend(top, unit: unit, conjunction: conjunction, adverb: adverb, main: main, in: &tree)
    }
  }

  /// Makes the first noun behind the span the subject of the verb that hangs on it, and that verb the main one's equal.
  private static func mend(
    _ top: Int, unit: Int, conjunction: Int, adverb: Int, main: Int, in tree: inout SentenceTree
  ) {
    guard
      let verb = tree.words.first(where: { word in
        word > adverb && tree.tokens[word].tag == .verb
          && [.acl, .aclRelcl, .nsubj, .ccomp].contains(tree.tokens[word].relation)
          && [.vbd, .vbn].contains(tree.tokens[word].pennTag) && tree.dominates(top, word)
      }), let subject = tree.tokens[verb].head, subject > adverb, subject < verb,
      [.noun, .propn, .pron].contains(tree.tokens[subject].tag)
    else { return }
    tree.attach(verb, to: main, as: .conj)
    tree.tokens[verb].pennTag = .vbd
    tree.attach(subject, to: verb, as: .nsubj)
    tree.attach(unit, to: verb, as: .oblUnmarked)
    tree.attach(adverb, to: unit, as: .advmod)
    tree.tokens[conjunction].head = verb
  }

  private static func verb(above token: Int, in tree: SentenceTree) -> Int? {
    var current = token
    for _ in 0..<8 {
      if tree.tokens[current].tag == .verb { return current }
      guard let head = tree.tokens[current].head else { return nil }
      current = head
    }
    return nil
  }
}
