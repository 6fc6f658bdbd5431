/// Reads a question with the Reader's own parser and rules: whatever fact a rule would read off the statement, the
/// question asks for, and the part that the hole plays is the answer.
struct StatementReader {
  typealias Slot = QuestionLexicon.Slot

  let lexicon: QuestionLexicon
  let parsed: ParsedQuestion

  /// A draft for each way in which a rule fits, those that use more of the question first.
  func drafts() -> [PatternDraft] {
    let words = QuestionStatement(parsed, lexicon: lexicon).words
    guard words.count > 2, let rules = lexicon.rules, let model = SyntaxModel.embedded else { return [] }
    let engine = RuleEngine(rules: rules)
    var reading = Reading(article: Article(title: "", text: "", source: ""))
    reading.tokens = words.enumerated().map { Token(range: $0.offset..<$0.offset + 1, form: $0.element.form) }
    let sentence = Sentence(range: 0..<words.count, tokens: words.indices, section: 0, paragraph: 0)
    reading.sentences = [sentence]
    var pipeline = SyntaxPipeline(model)
    pipeline.annotate(
      sentence, of: &reading, properNouns: words.indices.filter { words[$0].isProperNoun })
    let frames = engine.frames(of: reading)
    let source = StatementFillers(
      words: words, tokens: reading.tokens, frames: frames, hole: parsed.hole, lexicon: lexicon)
    var found: [(draft: PatternDraft, score: Int)] = []
    for match in engine.matches(in: frames, tokens: reading.tokens, source: source) {
      for candidate in engine.candidates(of: match) {
        let maker = StatementDraft(
          candidate: candidate, words: words, tokens: reading.tokens, parsed: parsed, lexicon: lexicon)
        guard let draft = maker.draft() else { continue }
        if let known = found.firstIndex(where: { $0.draft.asksTheSame(as: draft) }) {
          found[known].draft.types += draft.types.filter { !found[known].draft.types.contains($0) }
        } else {
          found.append((draft, maker.score(of: draft)))
        }
      }
    }
    let best = found.map(\.score).max() ?? 0
    return found.indices.filter { found[$0].score == best }.map { found[$0].draft }
  }
}

/// What the words of a question's statement stand for: names, the hole, and nouns that describe somebody.
struct StatementFillers: FillerSource {
  private let own: [[Filler]]
  private let frames: FrameTable

  /// The number of the variable for the hole; other nouns have the number of their token after it.
  static let hole = 0

  init(
    words: [QuestionStatement.Word], tokens: [Token], frames: FrameTable, hole: QuestionHole,
    lexicon: QuestionLexicon
  ) {
    self.frames = frames
    own = words.indices.map { index in
      let word = words[index]
      if let name = word.name {
        return Set(name.candidates.map(\.kind)).map {
          Filler(referent: .entity(index), kinds: FillerKinds($0))
        }
      }
      if word.isHole { return [Self.filler(of: hole, lexicon)] }
      switch tokens[index].tag {
      case .pron
      where lexicon.isWord(tokens[index].form.lowercased(), "male")
        || lexicon.isWord(tokens[index].form.lowercased(), "female"):
        return [Filler(referent: .entity(index), kinds: .person)]
      case .noun:
        let kinds = Self.kinds(of: tokens[index].lemma, lexicon)
        return kinds.isEmpty
          ? [] : [Filler(referent: .variable(index + 1), kinds: kinds, isNamed: false)]
      default: return []
      }
    }
  }

  private static func filler(of hole: QuestionHole, _ lexicon: QuestionLexicon) -> Filler {
    let kinds: FillerKinds
    if hole.kind == .whereabouts {
      kinds = [.place, .organisation]
    } else if let known = AnswerKinds(lexicon: lexicon, hole: hole).kinds {
      kinds = known.reduce(into: []) { $0.formUnion(FillerKinds($1)) }
    } else {
      kinds = .anyEntity
    }
    return Filler(referent: .variable(Self.hole), kinds: kinds)
  }

  private static func kinds(of noun: String, _ lexicon: QuestionLexicon) -> FillerKinds {
    let hole = QuestionHole(kind: .which, nouns: [noun])
    return (AnswerKinds(lexicon: lexicon, hole: hole).kinds ?? []).reduce(into: []) {
      $0.formUnion(FillerKinds($1))
    }
  }

  func fillers(for token: Int) -> [Filler] {
    guard token >= 0 else { return [] }
    let mine = own[token]
    if mine.contains(where: \.isNamed) { return mine }
    // "X was a painter who …": what is said of the noun is said of X.
    var borne: [Filler] = []
    for argument in frames.arguments(of: token)
    where argument.role == .bearer && argument.token != token && argument.token >= 0 {
      borne += own[argument.token]
    }
    return borne.isEmpty ? mine : borne
  }
}
