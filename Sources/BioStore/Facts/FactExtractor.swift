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
    var frames = FrameExtractor(
      lexicon: engine.rules.lexicon, symbols: engine.rules.symbols, words: engine.rules.words
    )
    .extract(syntax, sentences: reading.sentences, lists: NameLists(reading).next)
    // Words within names name no nation and no belief.
    for mention in reading.mentions where mention.form == .name {
      // "a Thai singer": the adjective may have been taken for a name, and says the nation all the same.
      if mention.tokens.count == 1, reading.tokens[mention.tokens.lowerBound].tag == .adj { continue }
      for token in mention.tokens {
        frames.frames[token].isNation = false
        frames.frames[token].isBelief = false
        // A verb within a title of a work does not tell of the work's hero.
        if [.verb, .aux, .adj, .adv].contains(reading.tokens[token].tag) {
          frames.frames[token].symbol = nil
        }
      }
    }
    let source = MentionFillers(reading, frames: frames, lexicon: engine.rules.lexicon)
    let builder = FactBuilder(
      reading, engine: engine, frames: frames,
      phrases: PhraseText(reading, syntax: syntax, frames: frames, words: engine.rules.words),
      times: FactTimes(reading, syntax: syntax, frames: frames))
    var facts = builder.facts(from: engine.matches(in: frames, tokens: reading.tokens, source: source))
    facts += BracketReader(reading).facts(sentenceOf: builder.sentence)
    facts += PlaceListReader(reading: reading).facts(sentenceOf: builder.sentence)
    facts += WorkLineReader(reading: reading).facts(
      subject: source.articleSubject, sentenceOf: builder.sentence)
    facts += InfoboxReader(reading).facts(subject: source.articleSubject, sentenceOf: builder.sentence)
    facts += EventNameReader(reading: reading).facts(sentenceOf: builder.sentence)
    facts = ClubJoining.apply(to: facts, of: reading)
    let filter = FactFilter(reading: reading)
    facts = filter.withoutPartsOfWorks(filter.withoutOuterPlaces(facts.filter(filter.isWorthKeeping)))
      .map(withConfidence)
    let merger = FactMerger()
    reading.facts = merger.merge(FactInference().complete(merger.merge(facts)))
    EntityPruner().prune(&reading)
  }

  private func withConfidence(_ fact: Fact) -> Fact {
    var fact = fact
    // Readers of brackets and lists say who is meant by name.
    let signs = fact.signs ?? FactSigns(rule: fact.evidence[0].rule, declared: fact.confidence)
    fact.signs = signs
    fact.confidence = FactConfidence.standard.confidence(of: signs, type: fact.type)
    return fact
  }
}
