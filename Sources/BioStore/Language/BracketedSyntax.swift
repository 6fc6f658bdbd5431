/// Parses what stands in brackets apart from its sentence, so that neither misleads the other.
///
/// "Ana Kovač (Split, 3 May 1887 – 9 June 1937) was a painter" is parsed as "Ana Kovač was a painter"; the words in the
/// brackets get a tree of their own, which hangs on the word before them.
struct BracketedSyntax {
  /// The bracketed parts of a sentence with their brackets; empty if it has none that can be taken out.
  static func asides(of sentence: Sentence, in tokens: [Token]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    var depth = 0
    for index in sentence.tokens {
      switch tokens[index].form {
      case "(", "[":
        if depth == 0 { open = index }
        depth += 1
      case ")", "]":
        guard depth > 0 else { return [] }
        depth -= 1
        if depth == 0, let start = open, start > sentence.tokens.lowerBound, index > start + 1 {
          found.append(start..<(index + 1))
        }
      default: continue
      }
    }
    return depth == 0 ? found : []
  }

  /// Annotates the words of a sentence that has such parts.
  ///
  /// - Parameters:
  ///   - words: indices of the tokens to annotate, in order; tokens of the sentence that are not among them stay as
  ///     they are.
  ///   - properNouns: those of them that are known to be proper nouns.
  static func annotate(
    _ words: [Int], asides: [Range<Int>], properNouns: Set<Int> = [], of reading: inout Reading,
    with pipeline: inout SyntaxPipeline
  ) {
    let main = words.filter { word in !asides.contains { $0.contains(word) } }
    annotateAlone(main, properNouns: properNouns, of: &reading, with: &pipeline)
    for aside in asides {
      let inner = words.filter { $0 > aside.lowerBound && $0 < aside.upperBound - 1 }
      annotateAlone(inner, properNouns: properNouns, of: &reading, with: &pipeline)
      attach(aside, inner: inner, of: &reading)
    }
  }

  /// Annotates tokens as if they were a sentence.
  private static func annotateAlone(
    _ indices: [Int], properNouns: Set<Int>, of reading: inout Reading, with pipeline: inout SyntaxPipeline
  ) {
    var part = Reading(article: Article(title: "", text: "", source: ""))
    part.tokens = indices.map { reading.tokens[$0] }
    pipeline.annotate(
      Sentence(range: 0..<0, tokens: 0..<indices.count, section: 0, paragraph: 0), of: &part,
      properNouns: indices.indices.filter { properNouns.contains(indices[$0]) })
    for (position, index) in indices.enumerated() {
      var token = part.tokens[position]
      token.head = token.head.map { indices[$0] }
      reading.tokens[index] = token
    }
  }

  /// Hangs the root of a bracket on the word before it, and the brackets on that root.
  private static func attach(_ aside: Range<Int>, inner: [Int], of reading: inout Reading) {
    guard let root = inner.first(where: { reading.tokens[$0].head == nil }) else { return }
    var anchor = aside.lowerBound - 1
    while let head = reading.tokens[anchor].head, !aside.contains(head),
      isInsideName(reading.tokens[anchor].relation)
    {
      anchor = head
    }
    reading.tokens[root].head = anchor
    let isNominal = [.noun, .propn].contains(reading.tokens[root].tag)
    reading.tokens[root].relation = isNominal && inner.count < 8 ? .appos : .parataxis
    for bracket in [aside.lowerBound, aside.upperBound - 1] {
      reading.tokens[bracket].tag = .punct
      reading.tokens[bracket].pennTag = bracket == aside.lowerBound ? .leftBracket : .rightBracket
      reading.tokens[bracket].lemma = reading.tokens[bracket].form
      reading.tokens[bracket].head = root
      reading.tokens[bracket].relation = .punct
    }
  }

  private static func isInsideName(_ relation: DependencyRelation) -> Bool {
    switch relation {
    case .flat, .compound, .punct, .goeswith, .fixed: true
    default: false
    }
  }
}
