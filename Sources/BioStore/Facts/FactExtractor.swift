/// Last stage: reads the facts off the parse by the declarative rules.
struct FactExtractor: Sendable {
  private let engine: RuleEngine

  init(rules: RuleSet = .standard) {
    engine = RuleEngine(rules: rules)
  }

  /// Sets the reading's facts and drops the unnamed entities that no fact needs.
  func extract(_ reading: inout Reading) {
    guard !reading.entities.isEmpty, !reading.tokens.isEmpty else { return }
    let syntax = SyntaxIndex(reading.tokens)
    let frames = FrameExtractor(
      lexicon: engine.rules.lexicon, symbols: engine.rules.symbols, words: engine.rules.words
    )
    .extract(syntax, sentences: reading.sentences)
    let source = MentionFillers(reading, frames: frames, lexicon: engine.rules.lexicon)
    let builder = FactBuilder(
      reading, engine: engine, frames: frames,
      phrases: PhraseText(reading, syntax: syntax, frames: frames, words: engine.rules.words),
      times: FactTimes(reading, syntax: syntax, frames: frames))
    let facts = builder.facts(from: engine.matches(in: frames, tokens: reading.tokens, source: source))
    let merger = FactMerger()
    reading.facts = merger.merge(FactInference().complete(merger.merge(facts)))
    EntityPruner().prune(&reading)
  }
}
