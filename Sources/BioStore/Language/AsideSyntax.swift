/// Parses what a sentence says by the way apart from it, so that neither misleads the other.
///
/// "Ana Kovač (Split, 3 May 1887 – 9 June 1937), known as Anica, was a painter" is parsed as "Ana Kovač was a painter"; the
/// words left out get trees of their own, which hang on the word before them.
struct AsideSyntax {
  /// Annotates the words of a sentence that has such parts.
  ///
  /// - Parameters:
  ///   - words: indices of the tokens to annotate, in order; tokens of the sentence that are not among them stay as
  ///     they are.
  ///   - properNouns: those of them that are known to be proper nouns.
  static func annotate(
    _ words: [Int], asides: [Aside], properNouns: Set<Int> = [], of reading: inout Reading,
    with pipeline: inout SyntaxPipeline
  ) {
    let main = words.filter { word in !asides.contains { $0.tokens.contains(word) } }
    annotateAlone(main, properNouns: properNouns, of: &reading, with: &pipeline)
    for aside in asides {
      let inner = words.filter { aside.inner.contains($0) }
      let properNouns = aside.kind == .letters ? Set(inner) : properNouns
      let nested = AsideFinder.asides(of: aside.inner, in: reading.tokens).filter { $0.kind == .bracket }
      if aside.kind == .bracket || nested.isEmpty {
        annotateAlone(inner, properNouns: properNouns, of: &reading, with: &pipeline)
      } else {
        annotate(inner, asides: nested, properNouns: properNouns, of: &reading, with: &pipeline)
      }
      let anchor = main.last { $0 < aside.tokens.lowerBound } ?? aside.tokens.lowerBound - 1
      attach(aside, inner: inner, to: anchor, of: &reading)
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

  /// Hangs the root of an aside on the word before it, and the marks around on that root.
  private static func attach(_ aside: Aside, inner: [Int], to word: Int, of reading: inout Reading) {
    guard let root = inner.first(where: { reading.tokens[$0].head == nil }) else { return }
    var anchor = word
    while let head = reading.tokens[anchor].head, isInsideName(reading.tokens[anchor].relation) {
      anchor = head
    }
    reading.tokens[root].head = anchor
    reading.tokens[root].relation = relation(of: reading.tokens[root], in: aside, count: inner.count)
    for mark in aside.marks { attachMark(mark, to: root, isFirst: mark < root, of: &reading) }
  }

  private static func relation(of root: Token, in aside: Aside, count: Int) -> DependencyRelation {
    let isNominal = [.noun, .propn].contains(root.tag)
    if aside.kind == .bracket { return isNominal && count < 8 ? .appos : .parataxis }
    return root.tag == .verb ? .acl : .appos
  }

  private static func attachMark(_ mark: Int, to root: Int, isFirst: Bool, of reading: inout Reading) {
    reading.tokens[mark].tag = .punct
    switch reading.tokens[mark].form {
    case ",": reading.tokens[mark].pennTag = .comma
    case "–", "—": reading.tokens[mark].pennTag = .colon
    default: reading.tokens[mark].pennTag = isFirst ? .leftBracket : .rightBracket
    }
    reading.tokens[mark].lemma = reading.tokens[mark].form
    reading.tokens[mark].head = root
    reading.tokens[mark].relation = .punct
  }

  private static func isInsideName(_ relation: DependencyRelation) -> Bool {
    switch relation {
    case .flat, .compound, .punct, .goeswith, .fixed: true
    default: false
    }
  }
}
