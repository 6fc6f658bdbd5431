/// A word, number or punctuation mark of an article, with what the tagger and the parser made of it.
///
/// Tokens follow the conventions of UD English: "didn't" is two tokens, "Anna's" is two.
public struct Token: Sendable, Hashable {
  /// Scalars of the article's text, end exclusive.
  public var range: Range<Int>
  /// The token as written.
  public var form: String
  /// The dictionary form; equal to `form` until the lemmatiser has run.
  public var lemma: String
  /// Universal part of speech.
  public var tag: UniversalTag
  /// Penn Treebank tag, as in UD English's XPOS column.
  public var pennTag: PennTag
  /// Index of the governor in the same array of tokens; `nil` for the root of a sentence.
  public var head: Int?
  /// The relation to the governor.
  public var relation: DependencyRelation
  /// How sure the parser was of the head, from 0 to 1: the share of right heads among tokens attached like this one.
  public var attachmentConfidence: Float = 1

  public init(
    range: Range<Int>, form: String, lemma: String? = nil, tag: UniversalTag = .x,
    pennTag: PennTag = .nn, head: Int? = nil, relation: DependencyRelation = .root
  ) {
    self.range = range
    self.form = form
    self.lemma = lemma ?? form
    self.tag = tag
    self.pennTag = pennTag
    self.head = head
    self.relation = relation
  }
}

/// A sentence: a run of tokens with one root.
public struct Sentence: Sendable, Hashable {
  /// Scalars of the article's text, from the first token's start to the last token's end.
  public var range: Range<Int>
  /// Indices into the reading's tokens.
  public var tokens: Range<Int>
  /// Index into the article's sections.
  public var section: Int
  /// Index of the paragraph in its section.
  public var paragraph: Int

  public init(range: Range<Int>, tokens: Range<Int>, section: Int, paragraph: Int) {
    self.range = range
    self.tokens = tokens
    self.section = section
    self.paragraph = paragraph
  }
}

extension [Token] {
  /// The first token of a run that hangs on none of the others, the head of a phrase; `nil` if there is none.
  func governor(of run: Range<Int>) -> Int? {
    run.first { token in self[token].head.map { !run.contains($0) } ?? true }
  }

  /// Whether `ancestor` governs `token`, directly or not, or is it. Linear in the depth of the tree.
  func dominates(_ ancestor: Int, _ token: Int) -> Bool {
    var current: Int? = token
    while let index = current {
      if index == ancestor { return true }
      current = self[index].head
    }
    return false
  }
}
