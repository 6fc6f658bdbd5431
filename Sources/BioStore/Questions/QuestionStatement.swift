/// A question turned round into the order of a statement, with a word in place of the hole.
///
///     "Which newspaper did Ana Kovač edit in Zadar?"  →  "Kovač did edit a newspaper in Zadar ."
///
/// The Reader's parser was trained on statements; names become one word each, so that it cannot tear them apart.
struct QuestionStatement {
  /// A word of the statement.
  struct Word {
    var form: String
    var isProperNoun = false
    /// The name that it stands for.
    var name: NameMatch?
    /// Whether the hole stands here.
    var isHole = false
  }

  /// Where the parts of the question stand among its items.
  struct Layout: Sendable {
    var items: [QuestionItem] = []
    var auxiliary: Int?
    /// `nil` where the hole is the subject.
    var subject: Range<Int>?
    /// Where what follows subject and auxiliary begins.
    var rest = 0
    /// The preposition that stood before the question word.
    var fronted: String?
  }

  private(set) var words: [Word] = []
  private let lexicon: QuestionLexicon
  private let parsed: ParsedQuestion

  init(_ parsed: ParsedQuestion, lexicon: QuestionLexicon) {
    self.lexicon = lexicon
    self.parsed = parsed
    let layout = parsed.layout
    guard layout.rest <= layout.items.count else { return }
    let auxiliary = layout.auxiliary.map { [layout.items[$0]] } ?? []
    if let subject = layout.subject {
      add(layout.items[subject] + auxiliary)
      addRest(Array(layout.items[layout.rest...]))
    } else {
      addHole()
      add(auxiliary + layout.items[layout.rest...])
    }
    words.append(Word(form: "."))
  }

  // MARK: - The predicate

  /// What follows the verb, with the hole where it belongs.
  private mutating func addRest(_ rest: [QuestionItem]) {
    if let fronted = parsed.layout.fronted {
      add(rest)
      guard parsed.place == .preposition else { return }
      words.append(Word(form: fronted))
      return addHole()
    }
    switch parsed.place {
    case .adverb where parsed.hole.kind == .whereabouts:
      add(rest)
      words.append(Word(form: "in"))
      addHole()
    case .preposition:
      let place = rest.indices.first { isPreposition(rest, $0) && isPreposition(rest, $0 + 1) }
      let end = place.map { $0 + 1 } ?? rest.count
      add(rest[..<end])
      addHole()
      add(rest[end...])
    case .object:
      let verb = rest.firstIndex { $0.folded.map { !lexicon.isWord($0, "adverb") } ?? true } ?? 0
      add(rest.prefix(verb + 1))
      addHole()
      add(rest.dropFirst(verb + 1))
    default: add(rest)
    }
  }

  private func isPreposition(_ rest: [QuestionItem], _ index: Int) -> Bool {
    rest.indices.contains(index)
      && rest[index].folded.map { lexicon.isWord($0, "preposition") && !lexicon.isWord($0, "particle") }
        ?? false
  }

  // MARK: - Words

  private mutating func addHole() {
    let hole = parsed.hole
    let placeholder = lexicon.placeholder
    if hole.kind == .whose {
      words.append(Word(form: placeholder, isProperNoun: true, isHole: true))
      words.append(Word(form: "'s"))
      words += (hole.modifiers + hole.nouns.suffix(1)).map { Word(form: $0) }
    } else if let noun = hole.noun, hole.kind != .who {
      words.append(Word(form: "a"))
      words.append(Word(form: noun, isHole: true))
    } else {
      words.append(Word(form: placeholder, isProperNoun: true, isHole: true))
    }
  }

  private mutating func add(_ items: some Sequence<QuestionItem>) {
    for item in items {
      switch item {
      case .word(let word):
        words.append(Word(form: word.text))
        if word.isPossessive { words.append(Word(form: "'s")) }
      case .name(let match):
        words.append(Word(form: Self.head(of: match.words), isProperNoun: true, name: match))
        if match.isPossessive { words.append(Word(form: "'s")) }
      case .time: continue
      }
    }
  }

  /// The word that stands for a name: the one before "of", else the last.
  private static func head(of name: String) -> String {
    let words = name.split(separator: " ").map(String.init)
    guard let preposition = words.dropFirst().firstIndex(where: { $0.first?.isLowercase ?? false }) else {
      return words.last ?? name
    }
    return words[preposition - 1]
  }
}
