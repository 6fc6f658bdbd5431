import BioStore

/// Trains the parser with a dynamic oracle and exploration (Goldberg & Nivre, "Training Deterministic Parsers with
/// Non-Deterministic Oracles", 2013).
struct ParserTrainer: Sendable {
  var epochs = 10
  var transitionMinimumUpdates = 4
  var relationMinimumUpdates = 2
  /// From this epoch on the parser's own mistakes are followed,
  var explorationStart = 1
  /// this often.
  var explorationRate = 0.9
  var seed: UInt64 = 1

  /// The parser's sections of the model file.
  ///
  /// - Parameters:
  ///   - sentences: treebank sentences with their lemmas' codes.
  ///   - tags: for each sentence the classes that a tagger gave which had not seen it.
  func train(
    _ sentences: [TrainingSentence], tags: [[UInt8]], classes: [TagPair],
    report: (Int) -> Void = { _ in }
  ) -> [String: [UInt8]] {
    let transitions = PerceptronTable(
      classCount: ParserState.Transition.allCases.count, minimumUpdates: transitionMinimumUpdates)
    let relations = PerceptronTable(
      classCount: DependencyRelation.allCases.count, minimumUpdates: relationMinimumUpdates)
    var pass = ParserTrainingPass(
      transitions: transitions, relations: relations, random: RandomSource(seed: seed))
    var order = Array(sentences.indices)
    var words: [ParserWord] = []
    for epoch in 0..<epochs {
      order.shuffle(using: &pass.random)
      pass.explorationRate = epoch >= explorationStart ? explorationRate : 0
      for index in order {
        ParserWord.fill(
          &words, words: sentences[index].words, lemmas: sentences[index].lemmas, tags: tags[index],
          classes: classes)
        pass.run(sentences[index], words: words)
      }
      report(epoch + 1)
    }
    return [
      "parser.transitions": ThreeClassModel.section(rows: transitions.averagedRows()),
      "parser.relations": LinearModel.section(
        classCount: relations.classCount, rows: relations.averagedRows()),
    ]
  }
}

/// What one pass over a sentence needs and changes.
private struct ParserTrainingPass: ~Copyable {
  let transitions: PerceptronTable
  let relations: PerceptronTable
  var random: RandomSource
  var explorationRate = 0.0
  private var state = ParserState()
  private var buffer = FeatureBuffer()
  private var transitionScores = [Float](repeating: 0, count: 3)
  private var relationScores: [Float]

  init(transitions: PerceptronTable, relations: PerceptronTable, random: RandomSource) {
    self.transitions = transitions
    self.relations = relations
    self.random = random
    relationScores = [Float](repeating: 0, count: relations.classCount)
  }

  mutating func run(_ sentence: TrainingSentence, words: [ParserWord]) {
    state.reset(count: sentence.words.count)
    words.withUnsafeBufferPointer { words in
      guard let words = words.baseAddress else { return }
      while !state.isFinal { step(sentence, words: words) }
    }
  }

  private mutating func step(_ sentence: TrainingSentence, words: UnsafePointer<ParserWord>) {
    let transition = decide(sentence, words: words)
    if transition == .shift {
      state.shift()
      return
    }
    let (head, dependent) = state.arc(transition)
    var relation = DependencyRelation.root.rawValue
    if head != state.count {
      relation = relate(sentence, words: words, head: head, dependent: dependent)
    }
    state.attach(transition, relation: relation)
  }

  /// The next transition, after the weights have learned from it.
  private mutating func decide(
    _ sentence: TrainingSentence, words: UnsafePointer<ParserWord>
  ) -> ParserState.Transition {
    let allowed = ParserState.Transition.allCases.filter { state.allows($0) }
    if allowed.count == 1 { return allowed[0] }
    TransitionFeatures.extract(state, words: words, into: &buffer)
    transitionScores.withUnsafeMutableBufferPointer { scores in
      if let base = scores.baseAddress { transitions.score(buffer.features, into: base) }
    }
    let costs = allowed.map { TransitionOracle.cost(of: $0, in: state, heads: sentence.heads) }
    let lowest = costs.min() ?? 0
    var guess: ParserState.Transition?
    var truth: ParserState.Transition?
    for (transition, cost) in zip(allowed, costs) {
      let score = transitionScores[transition.rawValue]
      if guess.map({ score > transitionScores[$0.rawValue] }) ?? true { guess = transition }
      if cost == lowest, truth.map({ score > transitionScores[$0.rawValue] }) ?? true {
        truth = transition
      }
    }
    guard let guess, let truth else { return .shift }
    transitions.advance()
    let isWrong = costs[allowed.firstIndex(of: guess) ?? 0] > lowest
    if isWrong {
      transitions.update(buffer.features, truth: truth.rawValue, guess: guess.rawValue)
    }
    return isWrong && random.unit() >= explorationRate ? truth : guess
  }

  /// The relation that the model gives the arc, after the weights have learned from it.
  private mutating func relate(
    _ sentence: TrainingSentence, words: UnsafePointer<ParserWord>, head: Int, dependent: Int
  ) -> UInt8 {
    RelationFeatures.extract(state, words: words, head: head, dependent: dependent, into: &buffer)
    relationScores.withUnsafeMutableBufferPointer { scores in
      if let base = scores.baseAddress { relations.score(buffer.features, into: base) }
    }
    let root = Int(DependencyRelation.root.rawValue)
    var best = 0
    for label in 1..<relationScores.count
    where relationScores[label] > relationScores[best] && label != root {
      best = label
    }
    guard Int(sentence.heads[dependent]) == head else { return UInt8(best) }
    relations.advance()
    let truth = Int(sentence.relations[dependent])
    if truth != best { relations.update(buffer.features, truth: truth, guess: best) }
    return UInt8(best)
  }
}

/// How many gold arcs a transition puts out of reach (Goldberg & Nivre 2013, section 4).
enum TransitionOracle {
  static func cost(
    of transition: ParserState.Transition, in state: borrowing ParserState, heads: [Int32]
  ) -> Int {
    let next = state.next
    switch transition {
    case .shift:
      var cost = 0
      for depth in 0..<state.stackCount {
        let word = state.stackWord(depth)
        if Int(heads[word]) == next { cost += 1 }
        if depth > 0 && Int(heads[next]) == word { cost += 1 }
      }
      return cost
    case .left, .right:
      let top = state.stackWord(0)
      let head = Int(heads[top])
      var cost = 0
      if transition == .left {
        if head == state.stackWord(1) || head > next { cost += 1 }
      } else if head >= next {
        cost += 1
      }
      for word in next..<max(next, state.count) where Int(heads[word]) == top { cost += 1 }
      return cost
    }
  }
}
