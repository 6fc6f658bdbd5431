import Testing

@testable import BioStore
@testable import TrainReader

/// A small language with a known grammar: sentences with their trees, the same for the same seed.
private struct ToyTreebank {
  private var random: RandomSource
  private static let nouns = [
    ("painter", "painters"), ("village", "villages"), ("letter", "letters"), ("garden", "gardens"),
    ("teacher", "teachers"), ("bridge", "bridges"), ("river", "rivers"), ("singer", "singers"),
  ]
  private static let verbs = [
    ("painted", "paint"), ("visited", "visit"), ("crossed", "cross"), ("admired", "admire"),
    ("found", "find"), ("described", "describe"),
  ]
  private static let adjectives = ["old", "young", "famous", "quiet", "green"]
  private static let names = ["Anna", "Boris", "Clara", "David", "Elena"]
  private static let places = ["Riga", "Lima", "Oslo", "Accra"]

  init(seed: UInt64) { random = RandomSource(seed: seed) }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int(random.next() % UInt64(choices.count))]
  }

  /// Subject, verb, object, perhaps a place, full stop.
  mutating func sentence() -> CoNLLUSentence {
    var words: [CoNLLUWord] = []
    let subject = phrase(into: &words)
    let verb = words.count
    let (form, lemma) = pick(Self.verbs)
    words.append(
      CoNLLUWord(form: form, lemma: lemma, tag: .verb, pennTag: .vbd, head: nil, relation: .root))
    words[subject].head = verb
    words[subject].relation = .nsubj
    let object = phrase(into: &words)
    words[object].head = verb
    words[object].relation = .obj
    if random.unit() < 0.5 {
      let place = words.count + 1
      words.append(
        CoNLLUWord(form: "in", lemma: "in", tag: .adp, pennTag: .in, head: place, relation: .case))
      let name = pick(Self.places)
      words.append(
        CoNLLUWord(form: name, lemma: name, tag: .propn, pennTag: .nnp, head: verb, relation: .obl))
    }
    words.append(
      CoNLLUWord(form: ".", lemma: ".", tag: .punct, pennTag: .period, head: verb, relation: .punct))
    return CoNLLUSentence(words: words)
  }

  /// Adds a name, or a noun with its article and perhaps an adjective; gives the index of its head.
  private mutating func phrase(into words: inout [CoNLLUWord]) -> Int {
    if random.unit() < 0.3 {
      let name = pick(Self.names)
      words.append(
        CoNLLUWord(form: name, lemma: name, tag: .propn, pennTag: .nnp, head: 0, relation: .nsubj))
      return words.count - 1
    }
    let hasAdjective = random.unit() < 0.5
    let head = words.count + (hasAdjective ? 2 : 1)
    let article = words.isEmpty ? "The" : "the"
    words.append(
      CoNLLUWord(form: article, lemma: "the", tag: .det, pennTag: .dt, head: head, relation: .det))
    if hasAdjective {
      let adjective = pick(Self.adjectives)
      words.append(
        CoNLLUWord(
          form: adjective, lemma: adjective, tag: .adj, pennTag: .jj, head: head, relation: .amod))
    }
    let (singular, plural) = pick(Self.nouns)
    let isPlural = random.unit() < 0.4
    words.append(
      CoNLLUWord(
        form: isPlural ? plural : singular, lemma: singular, tag: .noun,
        pennTag: isPlural ? .nns : .nn, head: 0, relation: .obj))
    return head
  }
}

private func trainOnToyTreebank() async -> [UInt8] {
  var treebank = ToyTreebank(seed: 7)
  var training = ReaderTraining()
  training.tagger.epochs = 3
  training.tagger.minimumUpdates = 1
  training.parser.epochs = 3
  training.parser.transitionMinimumUpdates = 1
  training.parser.relationMinimumUpdates = 1
  training.foldCount = 2
  let sentences = (0..<240).map { _ in treebank.sentence() }
  return ModelFile.bytes(
    sections: await training.train(sentences, stages: Set(ReaderTraining.Stage.allCases)))
}

@Test func trainingOnAFewHundredSentencesReachesItsAccuracy() async throws {
  let bytes = await trainOnToyTreebank()
  let file = try ModelFile(copying: bytes)
  var treebank = ToyTreebank(seed: 8)
  let gold = Reading(conllu: (0..<60).map { _ in treebank.sentence() })
  var reading = gold
  for index in reading.tokens.indices {
    reading.tokens[index].head = nil
    reading.tokens[index].relation = .dep
    reading.tokens[index].lemma = ""
  }
  SyntaxAnnotator(model: try SyntaxModel(file)).annotate(&reading)
  let pairs = zip(reading.tokens, gold.tokens)
  let count = Double(gold.tokens.count)
  #expect(Double(pairs.filter { $0.tag == $1.tag && $0.pennTag == $1.pennTag }.count) / count > 0.98)
  #expect(Double(pairs.filter { $0.head == $1.head && $0.relation == $1.relation }.count) / count > 0.96)
  #expect(Double(pairs.filter { $0.lemma == $1.lemma }.count) / count > 0.96)
}

@Test func sameDataAndSeedGiveTheSameModel() async {
  let first = await trainOnToyTreebank()
  let second = await trainOnToyTreebank()
  #expect(first == second)
}

@Test func withoutAModelEachSentenceStillHasOneRoot() {
  var treebank = ToyTreebank(seed: 9)
  var reading = Reading(conllu: (0..<3).map { _ in treebank.sentence() })
  FallbackSyntax.annotate(&reading)
  for sentence in reading.sentences {
    #expect(sentence.tokens.filter { reading.tokens[$0].head == nil } == [sentence.tokens.lowerBound])
  }
}
