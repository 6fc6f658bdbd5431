/// Hangs a name on the common noun right before it that says what it names: "the magazine The Lantern", "the
/// engineering firm Marin & Co.", "its journal, Naprijed".
///
/// Parsers see two nouns side by side far less often than names do stand so, and take the name for a second object, a
/// subject or a loose phrase. Linear in the number of names but for the depth of the trees.
struct NamedApposition {
  private var tokens: [Token]

  /// Mends the trees of all sentences; call it when the names and their kinds are known.
  static func attach(_ reading: inout Reading) {
    var mender = NamedApposition(tokens: reading.tokens)
    var isNamed = [Bool](repeating: false, count: reading.tokens.count)
    for name in reading.names { for token in name.tokens { isNamed[token] = true } }
    var sentence = 0
    for name in reading.names {
      while sentence < reading.sentences.count,
        reading.sentences[sentence].tokens.upperBound <= name.tokens.lowerBound
      {
        sentence += 1
      }
      guard sentence < reading.sentences.count else { break }
      mender.attach(name, isNamed: isNamed, in: reading.sentences[sentence].tokens)
    }
    reading.tokens = mender.tokens
  }

  private mutating func attach(_ name: NameSpan, isNamed: [Bool], in sentence: Range<Int>) {
    guard
      let head = name.tokens.first(where: { token in
        tokens[token].head.map { !name.tokens.contains($0) } ?? false
      }), isLoose(head)
    else { return }
    var before = name.tokens.lowerBound - 1
    // "the magazine The Lantern": a leading article is no part of the span.
    if before > sentence.lowerBound, tokens[before].tag == .det,
      tokens[before].form.startsUppercase
    {
      before -= 1
    }
    let hasComma = before > sentence.lowerBound && tokens[before].form == ","
    if hasComma { before -= 1 }
    guard before >= sentence.lowerBound, tokens[before].tag == .noun, tokens[before].pennTag == .nn,
      !isNamed[before], canName(before, name, hasComma: hasComma, governor: head)
    else { return }
    if hasComma, !isDefinite(before, in: sentence) || !closes(name, in: sentence) { return }
    guard !tokens.dominates(head, before) else { return }
    tokens[head].head = before
    tokens[head].relation = .appos
  }

  /// Whether the tree gives the name a place that an apposition may have been mistaken for.
  private func isLoose(_ head: Int) -> Bool {
    switch tokens[head].relation {
    case .obj, .obl, .oblUnmarked, .nmod, .nmodUnmarked, .nsubj, .nsubjPass, .conj, .dep, .list, .parataxis,
      .xcomp, .appos:
      return !hasOwnMarker(head)
    default: return false
    }
  }

  /// A preposition, a possessive or a conjunction of its own.
  private func hasOwnMarker(_ head: Int) -> Bool {
    tokens.indices[max(0, head - 12)..<min(tokens.count, head + 4)].contains {
      tokens[$0].head == head && [.case, .cc, .cop].contains(tokens[$0].relation)
    }
  }

  /// Whether the noun can say what the name names.
  private func canName(_ noun: Int, _ name: NameSpan, hasComma: Bool, governor: Int) -> Bool {
    let classes = WordClasses(of: tokens[noun].lemma.lowercased())
    let isBody = !classes.isDisjoint(with: [
      .organisation, .company, .party, .team, .ensemble, .periodical, .committee, .school, .militaryUnit,
    ])
    let isWork = !classes.isDisjoint(with: [.work, .book, .show, .musicWork])
    guard isBody || isWork, !classes.contains(.person) || classes.contains(.periodical) else { return false }
    guard name.kind == .person else { return true }
    // "after he left the band Marin sang": a person's name behind a noun for a body begins a clause.
    return !hasComma && tokens[governor].relation != .nsubj && tokens[governor].relation != .nsubjPass
  }

  /// "the", "its", "Anna's": the noun means one thing.
  private func isDefinite(_ noun: Int, in sentence: Range<Int>) -> Bool {
    for index in stride(from: noun - 1, through: max(sentence.lowerBound, noun - 5), by: -1) {
      switch tokens[index].tag {
      case .adj, .noun, .num: continue
      case .det: return tokens[index].lemma == "the"
      case .pron: return [.nmodPoss].contains(tokens[index].relation)
      case .part: return true
      default: return false
      }
    }
    return false
  }

  /// Whether a name behind a comma ends its phrase, and is no member of a list.
  private func closes(_ name: NameSpan, in sentence: Range<Int>) -> Bool {
    let next = name.tokens.upperBound
    guard next < sentence.upperBound else { return true }
    return [",", ".", ";", ")", "(", "in", "from", "until", "for"].contains(tokens[next].form)
  }
}
