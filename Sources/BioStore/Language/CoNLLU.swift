/// One syntactic word of a CoNLL-U sentence.
public struct CoNLLUWord: Sendable, Hashable {
  public var form: String
  public var lemma: String
  public var tag: UniversalTag
  public var pennTag: PennTag
  /// The FEATS column as written; `_` when empty.
  public var features: String
  /// Index of the governor in the sentence's words, from 0; `nil` for the root.
  public var head: Int?
  public var relation: DependencyRelation
  /// The MISC column as written; `_` when empty.
  public var miscellaneous: String

  public init(
    form: String, lemma: String, tag: UniversalTag, pennTag: PennTag, features: String = "_",
    head: Int?, relation: DependencyRelation, miscellaneous: String = "_"
  ) {
    self.form = form
    self.lemma = lemma
    self.tag = tag
    self.pennTag = pennTag
    self.features = features
    self.head = head
    self.relation = relation
    self.miscellaneous = miscellaneous
  }

  /// Whether a space follows the word in the text.
  public var isFollowedBySpace: Bool {
    !miscellaneous.split(separator: "|").contains("SpaceAfter=No")
  }
}

/// A multi-word token such as "didn't": the surface form of several syntactic words.
public struct CoNLLUSurfaceToken: Sendable, Hashable {
  /// Indices into the sentence's words, from 0.
  public var words: Range<Int>
  public var form: String
  /// The MISC column as written; `_` when empty.
  public var miscellaneous: String
}

/// A sentence of a treebank.
public struct CoNLLUSentence: Sendable, Hashable {
  /// The lines that open with `#`, without that mark and the blanks around.
  public var comments: [String] = []
  public var words: [CoNLLUWord] = []
  /// The multi-word tokens, in the order of the text.
  public var surfaceTokens: [CoNLLUSurfaceToken] = []

  public init(
    comments: [String] = [], words: [CoNLLUWord] = [], surfaceTokens: [CoNLLUSurfaceToken] = []
  ) {
    self.comments = comments
    self.words = words
    self.surfaceTokens = surfaceTokens
  }

  /// The value of the comment `key = value`; the empty string for a bare `# key`.
  public func comment(_ key: String) -> String? {
    for line in comments {
      if line == key { return "" }
      if line.hasPrefix(key + " = ") { return String(line.dropFirst(key.count + 3)) }
    }
    return nil
  }

  /// The identifier of the sentence in its treebank.
  public var identifier: String? { comment("sent_id") }
}

/// A line of a file that is not in the CoNLL-U format.
public struct CoNLLUError: Error, CustomStringConvertible {
  /// Counted from 1.
  public var line: Int
  public var problem: String

  public var description: String { "CoNLL-U line \(line): \(problem)" }
}

/// Reads and writes treebanks in the CoNLL-U format.
///
/// <https://universaldependencies.org/format.html>. Empty nodes (`8.1`) are skipped, the DEPS column is not kept.
public enum CoNLLU {
  /// The sentences of a file's text. Linear in its length.
  ///
  /// - Throws: `CoNLLUError` for a line with too few columns, a tag or relation that UD English does not use, or
  ///   a head outside the sentence.
  public static func parse(_ text: String) throws -> [CoNLLUSentence] {
    var sentences: [CoNLLUSentence] = []
    var reader = SentenceReader()
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      var line = Substring(line)
      if line.utf8.last == UInt8(ascii: "\r") { line = line.dropLast() }
      if line.isEmpty {
        if let sentence = try reader.finish(line: number) { sentences.append(sentence) }
      } else {
        try reader.add(line, number: number)
      }
    }
    if let sentence = try reader.finish(line: number) { sentences.append(sentence) }
    return sentences
  }

  /// The sentences as a file's text, each followed by an empty line.
  public static func format(_ sentences: [CoNLLUSentence]) -> String {
    var text = ""
    for sentence in sentences { write(sentence, to: &text) }
    return text
  }

  private static func write(_ sentence: CoNLLUSentence, to text: inout String) {
    for comment in sentence.comments { text += "# \(comment)\n" }
    var surface = sentence.surfaceTokens[...]
    for (index, word) in sentence.words.enumerated() {
      if let token = surface.first, token.words.lowerBound == index {
        let range = "\(token.words.lowerBound + 1)-\(token.words.upperBound)"
        text += "\(range)\t\(token.form)\t_\t_\t_\t_\t_\t_\t_\t\(token.miscellaneous)\n"
        surface = surface.dropFirst()
      }
      let head = word.head.map { $0 + 1 } ?? 0
      text += "\(index + 1)\t\(word.form)\t\(word.lemma)\t\(word.tag.label)\t\(word.pennTag.label)\t"
      text += "\(word.features)\t\(head)\t\(word.relation.label)\t_\t\(word.miscellaneous)\n"
    }
    text += "\n"
  }
}

/// Collects the lines of one sentence.
private struct SentenceReader {
  private var sentence = CoNLLUSentence()

  mutating func add(_ line: Substring, number: Int) throws {
    if line.utf8.first == UInt8(ascii: "#") {
      sentence.comments.append(String(line.dropFirst().drop { $0 == " " }))
      return
    }
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count == 10 else {
      throw CoNLLUError(line: number, problem: "\(columns.count) columns where there must be 10")
    }
    let identifier = columns[0]
    if identifier.contains(".") { return }
    if let dash = identifier.firstIndex(of: "-") {
      guard let first = Int(identifier[..<dash]),
        let last = Int(identifier[identifier.index(after: dash)...]), first >= 1, last >= first
      else { throw CoNLLUError(line: number, problem: "\"\(identifier)\" is no range of words") }
      sentence.surfaceTokens.append(
        CoNLLUSurfaceToken(
          words: (first - 1)..<last, form: String(columns[1]), miscellaneous: String(columns[9])))
      return
    }
    guard Int(identifier) == sentence.words.count + 1 else {
      throw CoNLLUError(
        line: number, problem: "word \(identifier) where \(sentence.words.count + 1) should follow")
    }
    sentence.words.append(try word(columns, number: number))
  }

  private func word(_ columns: [Substring], number: Int) throws -> CoNLLUWord {
    guard let tag = UniversalTag(label: String(columns[3])) else {
      throw CoNLLUError(line: number, problem: "no universal tag is called \"\(columns[3])\"")
    }
    guard let pennTag = PennTag(label: String(columns[4])) else {
      throw CoNLLUError(line: number, problem: "no Penn tag is called \"\(columns[4])\"")
    }
    guard let head = Int(columns[6]), head >= 0 else {
      throw CoNLLUError(line: number, problem: "\"\(columns[6])\" is no head")
    }
    guard let relation = DependencyRelation(label: String(columns[7])) else {
      throw CoNLLUError(line: number, problem: "no relation is called \"\(columns[7])\"")
    }
    return CoNLLUWord(
      form: String(columns[1]), lemma: String(columns[2]), tag: tag, pennTag: pennTag,
      features: String(columns[5]), head: head == 0 ? nil : head - 1, relation: relation,
      miscellaneous: String(columns[9]))
  }

  /// The sentence that ends before `line`, if there is one.
  mutating func finish(line: Int) throws -> CoNLLUSentence? {
    defer { sentence = CoNLLUSentence() }
    guard !sentence.words.isEmpty else { return nil }
    let count = sentence.words.count
    guard sentence.words.allSatisfy({ ($0.head ?? 0) < count }) else {
      throw CoNLLUError(line: line, problem: "a head in the sentence before is not one of its words")
    }
    guard sentence.surfaceTokens.allSatisfy({ $0.words.upperBound <= count }) else {
      throw CoNLLUError(line: line, problem: "a multi-word token reaches past the end of its sentence")
    }
    return sentence
  }
}
