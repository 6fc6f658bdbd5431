/// Tagger, lemmatiser and parser of one model, with the memory that they reuse from sentence to sentence.
package struct SyntaxPipeline: ~Copyable {
  private let file: ModelFile
  private let tagger: Tagger
  private let lemmatizer: Lemmatizer?
  private let parser: DependencyParser?
  private var encoder = WordEncoder()
  private var buffer = FeatureBuffer()
  private var state = ParserState()
  private var words: [WordCodes] = []
  private var tags: [UInt8] = []
  private var parserWords: [ParserWord] = []

  /// - Throws: `ModelFileError` if the model lacks a section of the tagger; lemmatiser and parser may be missing.
  package init(_ file: ModelFile) throws {
    self.file = file
    tagger = try Tagger(file)
    lemmatizer = try? Lemmatizer(file)
    parser = try? DependencyParser(file)
  }

  /// Annotates the tokens of one sentence.
  package mutating func annotate(_ sentence: Sentence, of reading: inout Reading) {
    let range = sentence.tokens
    guard !range.isEmpty else { return }
    words.removeAll(keepingCapacity: true)
    for index in range { words.append(encoder.encode(reading.tokens[index].form)) }
    assignTags(count: range.count)
    for (offset, index) in range.enumerated() {
      let pair = tagger.classes[Int(tags[offset])]
      reading.tokens[index].tag = pair.universal
      reading.tokens[index].pennTag = pair.penn
      if let lemmatizer {
        reading.tokens[index].lemma = lemmatizer.lemma(
          of: reading.tokens[index].form, codes: words[offset], pair: pair)
      }
    }
    guard let parser else {
      FallbackSyntax.attach(range, of: &reading)
      return
    }
    words.withUnsafeBufferPointer { words in
      tags.withUnsafeBufferPointer { tags in
        guard let tags = tags.baseAddress else { return }
        ParserWord.fill(&parserWords, words: words, tags: tags, classes: tagger.classes)
      }
    }
    parserWords.withUnsafeBufferPointer { parserWords in
      guard let base = parserWords.baseAddress else { return }
      parser.parse(base, count: range.count, state: &state, buffer: &buffer)
    }
    for (offset, index) in range.enumerated() {
      let node = state.nodes[offset]
      let isRoot = Int(node.head) == range.count
      reading.tokens[index].head = isRoot ? nil : range.lowerBound + Int(node.head)
      reading.tokens[index].relation = DependencyRelation(rawValue: node.relation) ?? .dep
    }
  }

  /// The tagger's classes of a sentence's words, for training the parser.
  package mutating func tagClasses(of words: [WordCodes]) -> [UInt8] {
    self.words = words
    assignTags(count: words.count)
    return tags
  }

  private mutating func assignTags(count: Int) {
    tags = [UInt8](repeating: 0, count: count)
    words.withUnsafeMutableBufferPointer { words in
      tagger.addLexicon(to: words)
      tags.withUnsafeMutableBufferPointer { tags in
        guard let base = tags.baseAddress else { return }
        tagger.tag(UnsafeBufferPointer(words), into: base, buffer: &buffer)
      }
    }
  }
}
