/// Applies tagger, lemmatiser and parser, with the memory that they reuse from sentence to sentence.
package struct SyntaxPipeline: ~Copyable {
  private let model: SyntaxModel
  private let properNounClass: UInt8?
  private let nounClass: UInt8?
  /// Whether names are written with capitals, as in edited text: then a word in small letters is none.
  package var expectsCapitals = false
  private var encoder = WordEncoder()
  private var buffer = FeatureBuffer()
  private var state = ParserState()
  private var words: [WordCodes] = []
  private var tags: [UInt8] = []
  /// Codes of the lemmas.
  private var lemmas: [UInt64] = []
  private var parserWords: [ParserWord] = []

  package init(_ model: SyntaxModel) {
    self.model = model
    properNounClass = model.tagger.classes.firstIndex { $0.universal == .propn && $0.penn == .nnp }
      .map(UInt8.init)
    nounClass = model.tagger.classes.firstIndex { $0.universal == .noun && $0.penn == .nn }.map(UInt8.init)
  }

  /// - Throws: `ModelFileError` if the file has no tagger or one for other features.
  package init(_ file: ModelFile) throws { self.init(try SyntaxModel(file)) }

  /// Annotates the tokens of one sentence.
  ///
  /// - Parameter properNouns: positions in the sentence of words that are known to be proper nouns.
  package mutating func annotate(_ sentence: Sentence, of reading: inout Reading, properNouns: [Int] = []) {
    let range = sentence.tokens
    guard !range.isEmpty else { return }
    words.removeAll(keepingCapacity: true)
    for index in range { words.append(encoder.encode(reading.tokens[index].form)) }
    assignTags(count: range.count)
    if expectsCapitals { correctSmallNames { reading.tokens[range.lowerBound + $0].form } }
    correctRoleNouns { reading.tokens[range.lowerBound + $0].form }
    lemmas.removeAll(keepingCapacity: true)
    if let number = properNounClass { for offset in properNouns { tags[offset] = number } }
    for (offset, index) in range.enumerated() {
      let pair = model.tagger.classes[Int(tags[offset])]
      reading.tokens[index].tag = pair.universal
      reading.tokens[index].pennTag = pair.penn
      if let lemmatizer = model.lemmatizer {
        reading.tokens[index].lemma = lemmatizer.lemma(
          of: reading.tokens[index].form, codes: words[offset], pair: pair)
      }
      lemmas.append(FeatureHash.of(reading.tokens[index].lemma))
    }
    guard let parser = model.parser else {
      FallbackSyntax.attach(range, of: &reading)
      return
    }
    ParserWord.fill(
      &parserWords, words: words, lemmas: lemmas, tags: tags, classes: model.tagger.classes)
    parserWords.withUnsafeBufferPointer { parserWords in
      guard let base = parserWords.baseAddress else { return }
      parser.parse(base, count: range.count, state: &state, buffer: &buffer)
    }
    PairedPunctuation.attach(state, tags: tags, classes: model.tagger.classes)
    for (offset, index) in range.enumerated() {
      let node = state.nodes[offset]
      let isRoot = Int(node.head) == range.count
      reading.tokens[index].head = isRoot ? nil : range.lowerBound + Int(node.head)
      reading.tokens[index].attachmentConfidence = Self.confidence(
        margin: Float(node.margin) * parser.marginScale)
      reading.tokens[index].relation = DependencyRelation(rawValue: node.relation) ?? .dep
    }
  }

  /// The tagger's classes of a sentence's words, for training the parser.
  package mutating func tagClasses(of words: [WordCodes]) -> [UInt8] {
    self.words = words
    assignTags(count: words.count)
    return tags
  }

  /// "She went into exile": a word in small letters in a sentence with capitals is no proper noun, unless it stands
  /// inside a name ("Ludwig van Marin") and is no noun for a role ("Prime minister Marin").
  private mutating func correctSmallNames(form: (Int) -> String) {
    guard let nounClass, words.contains(where: \.hasCapital) else { return }
    for index in words.indices where model.tagger.classes[Int(tags[index])].universal == .propn {
      guard !words[index].hasCapital, words[index].traits == .hasLetter else { continue }
      let isInside =
        index + 1 < words.count && words[index + 1].hasCapital || index > 0 && words[index - 1].hasCapital
      if !isInside || WordClasses(of: form(index)).contains(.role) { tags[index] = nounClass }
    }
  }

  /// "was secretary to", "became chaplain of": what stands between a verb of being and such a preposition, and can be an
  /// office, is a noun.
  private mutating func correctRoleNouns(form: (Int) -> String) {
    guard let nounClass, words.count > 3 else { return }
    let offices: WordClasses = [.official, .clergy, .teacher, .leader, .soldier]
    for index in 1..<(words.count - 1) where !words[index].hasCapital {
      switch model.tagger.classes[Int(tags[index])].universal {
      case .adj, .adv, .verb: break
      default: continue
      }
      // "as chief executive of"
      let isModified = index > 1 && model.tagger.classes[Int(tags[index - 1])].universal == .adj
      guard RoleContext.opens.contains(form(isModified ? index - 2 : index - 1)),
        RoleContext.closes.contains(form(index + 1)),
        !WordClasses(of: form(index)).isDisjoint(with: offices)
      else { continue }
      tags[index] = nounClass
    }
  }

  /// What stands around a role noun without article.
  private enum RoleContext {
    static let opens: Set = ["was", "were", "is", "been", "being", "became", "become", "as", "appointed"]
    static let closes: Set<String> = ["of", "to"]
  }

  private mutating func assignTags(count: Int) {
    tags = [UInt8](repeating: 0, count: count)
    words.withUnsafeMutableBufferPointer { words in
      model.tagger.addLexicon(to: words)
      tags.withUnsafeMutableBufferPointer { tags in
        guard let base = tags.baseAddress else { return }
        model.tagger.tag(UnsafeBufferPointer(words), into: base, buffer: &buffer)
      }
    }
  }

  /// The share of right heads at a margin, fitted to the development sets by hand.
  private static func confidence(margin: Float) -> Float {
    1 - 0.52 / (1 + max(0, margin) / 65)
  }
}
