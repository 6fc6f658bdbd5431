/// What is known of an article's tokens before any name is recognised: codes of the words, gazetteer hits, what the
/// article as a whole says about each word. Computed once an article; the features of both passes combine it.
package struct NameEvidence: Sendable {
  /// A word form of the article.
  package struct Word: Sendable {
    package var codes: WordCodes
    /// What the gazetteers know of the single word, if it is capitalised or short.
    package var names: NameClasses
    /// What the word means as a noun.
    var nouns: WordClasses
    /// Index of the lower-case form in the article's `Usage`.
    package var usage: Int32
  }

  /// How the article uses a word, whatever its case.
  package struct Usage: Sendable {
    /// Occurrences in lower case.
    package var lower: UInt16 = 0
    /// Capitalised occurrences that do not begin a sentence.
    package var capitalised: UInt16 = 0
    /// Occurrences at the beginning of a sentence.
    package var initial: UInt16 = 0
    package var isInTitle = false
    /// What the article says that names with this word are ("X is a village", "the painter X"), as `NounGroups`.
    var definition = NounGroups()
  }

  /// Where a name stands in the tree: all tokens of a run share the place of the token that governs the others.
  struct Place: Sendable {
    var relation: UInt8 = 255
    /// Code of the governor in lower case.
    var governor: UInt64 = 0
    var governorNouns = NounGroups()
    /// Nouns that say what the name names: a predicate, an apposition.
    var definition = NounGroups()
  }

  /// Marks of a token.
  package struct Marks: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let sentenceStart = Marks(rawValue: 1)
    package static let quoted = Marks(rawValue: 2)
    package static let bracketed = Marks(rawValue: 4)
    /// A place's name of several words in the gazetteers begins here, goes on here, ends here.
    package static let placeBegins = Marks(rawValue: 8)
    package static let placeInside = Marks(rawValue: 16)
    package static let placeEnds = Marks(rawValue: 32)
    /// The same words stand in the article's title, in the same order.
    package static let title = Marks(rawValue: 64)
    /// No space before the token.
    package static let joined = Marks(rawValue: 128)
    /// A name may cover the token.
    package static let candidate = Marks(rawValue: 256)
    package static let capitalised = Marks(rawValue: 512)
    /// A demonym or title of several words.
    package static let phrase = Marks(rawValue: 1024)
  }

  package private(set) var words: [Word] = []
  package private(set) var usages: [Usage] = []
  /// Index into `words`, for each token.
  package private(set) var wordOfToken: [Int32] = []
  package private(set) var marks: [Marks] = []
  /// The run of capitalised tokens and small words between them that each candidate is in: its bounds.
  package private(set) var runs: [Range<Int32>] = []
  /// For each token.
  private(set) var places: [Place] = []
  /// What the article is about, where its first sentence or the bracket in its title says so.
  private(set) var titleKind: EntityKind?
  package let tags: [UInt8]
  package let sentences: [Range<Int>]

  private static let longestParticle = 5

  /// Linear in the length of the article.
  ///
  /// - Parameter clusters: the model's table of word clusters, if it has one.
  package init(_ reading: Reading, clusters: CodeTable? = nil) {
    tags = reading.tokens.map { $0.pennTag.rawValue }
    sentences = reading.sentences.map(\.tokens)
    collectWords(reading, clusters: clusters)
    markTokens(reading)
    markTitle(reading)
    markPhrases(reading)
    markCandidates()
    placeRuns(reading)
  }

  @inline(__always)
  package func word(_ token: Int) -> Word { words[Int(wordOfToken[token])] }

  mutating func define(_ token: Int, _ groups: NounGroups) {
    usages[Int(word(token).usage)].definition.formUnion(groups)
  }

  mutating func defineTitle(_ groups: NounGroups) {
    titleKind = groups.kind
    for index in usages.indices where usages[index].isInTitle { usages[index].definition.formUnion(groups) }
  }

  mutating func setPlaces(_ places: [Place]) { self.places = places }

  @inline(__always)
  package func usage(_ token: Int) -> Usage { usages[Int(words[Int(wordOfToken[token])].usage)] }
}

extension NameEvidence {
  private mutating func collectWords(_ reading: Reading, clusters: CodeTable?) {
    var wordIndices: [String: Int32] = [:]
    var usageIndices: [UInt64: Int32] = [:]
    var encoder = WordEncoder()
    var folded: [UInt8] = []
    wordOfToken.reserveCapacity(reading.tokens.count)
    for token in reading.tokens {
      if let index = wordIndices[token.form] {
        wordOfToken.append(index)
        continue
      }
      var codes = encoder.encode(token.form)
      if let clusters {
        let cluster = clusters[codes.form]
        codes.cluster = UInt64(cluster != 0 ? cluster : clusters[codes.lower])
      }
      let usage = usageIndices[codes.lower] ?? Int32(usages.count)
      if usage == usages.count {
        usageIndices[codes.lower] = usage
        usages.append(Usage())
      }
      var word = Word(codes: codes, names: [], nouns: [], usage: usage)
      if codes.traits.contains(.capitalized) || token.form.utf8.count <= Self.longestParticle {
        folded.removeAll(keepingCapacity: true)
        NameFolding.append(token.form.unicodeScalars, to: &folded)
        word.names = Gazetteer.classes(ofFolded: folded)
      }
      if codes.traits.contains(.hasLetter) { word.nouns = WordClasses(of: token.form.lowercased()) }
      wordIndices[token.form] = Int32(words.count)
      wordOfToken.append(Int32(words.count))
      words.append(word)
    }
  }

  /// Quotation marks, brackets, beginnings of sentences, joined tokens; counts the words' uses.
  private mutating func markTokens(_ reading: Reading) {
    marks = [Marks](repeating: [], count: reading.tokens.count)
    for sentence in reading.sentences {
      var isQuoted = false
      var brackets = 0
      var isInitial = true
      for index in sentence.tokens {
        let form = reading.tokens[index].form
        let codes = words[Int(wordOfToken[index])].codes
        switch form {
        case "\"": isQuoted.toggle()
        case "“", "„", "«", "``": isQuoted = true
        case "”", "»", "''": isQuoted = false
        case "(", "[": brackets += 1
        case ")", "]": brackets = max(0, brackets - 1)
        default: break
        }
        if isQuoted { marks[index].insert(.quoted) }
        if brackets > 0 { marks[index].insert(.bracketed) }
        if isInitial { marks[index].insert(.sentenceStart) }
        if index > sentence.tokens.lowerBound,
          reading.tokens[index - 1].range.upperBound == reading.tokens[index].range.lowerBound
        {
          marks[index].insert(.joined)
        }
        if codes.traits.contains(.capitalized) { marks[index].insert(.capitalised) }
        if codes.traits.contains(.hasLetter) {
          count(index, isInitial: isInitial)
          isInitial = false
        }
      }
    }
  }

  private mutating func count(_ index: Int, isInitial: Bool) {
    let word = words[Int(wordOfToken[index])]
    let usage = Int(word.usage)
    if isInitial {
      usages[usage].initial &+= 1
    } else if word.codes.traits.contains(.capitalized) {
      usages[usage].capitalised &+= 1
    } else {
      usages[usage].lower &+= 1
    }
  }

  private mutating func markTitle(_ reading: Reading) {
    let base = reading.article.title.prefix { $0 != "(" }
    var encoder = WordEncoder()
    let title = base.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "'" }
      .map { encoder.encode(String($0)).lower }
    let inTitle = Set(title)
    for index in words.indices where inTitle.contains(words[index].codes.lower) {
      if words[index].codes.traits.contains(.capitalized) { usages[Int(words[index].usage)].isInTitle = true }
    }
    for index in marks.indices
    where marks[index].contains(.capitalised) && inTitle.contains(word(index).codes.lower) {
      marks[index].insert(.title)
    }
  }

  /// Names of several words that the gazetteers have: of places, of peoples, titles.
  private mutating func markPhrases(_ reading: Reading) {
    var key: [UInt8] = []
    for sentence in sentences {
      var start = sentence.lowerBound
      while start < sentence.upperBound {
        guard marks[start].contains(.capitalised) else {
          start += 1
          continue
        }
        key.removeAll(keepingCapacity: true)
        var end = start
        var best: (end: Int, classes: NameClasses)?
        while end < min(sentence.upperBound, start + 6) {
          NameFolding.append(reading.tokens[end].form.unicodeScalars, to: &key)
          end += 1
          if end > start + 1 {
            let classes = Gazetteer.classes(ofFolded: key)
            if !classes.isEmpty, marks[end - 1].contains(.capitalised) { best = (end, classes) }
          }
          if key.isEmpty || !Gazetteer.hasName(beginningWith: key) { break }
        }
        if let best { mark(start..<best.end, best.classes) }
        start = best?.end ?? start + 1
      }
    }
  }

  private mutating func mark(_ phrase: Range<Int>, _ classes: NameClasses) {
    guard !classes.isDisjoint(with: .anyPlace) else {
      for index in phrase { marks[index].insert(.phrase) }
      return
    }
    marks[phrase.lowerBound].insert(.placeBegins)
    for index in phrase.dropFirst().dropLast() { marks[index].insert(.placeInside) }
    marks[phrase.upperBound - 1].insert(.placeEnds)
  }

  /// A name can cover capitalised tokens, those with digits or of other scripts, and up to three tokens between two such.
  private mutating func markCandidates() {
    runs = [Range<Int32>](repeating: 0..<0, count: marks.count)
    for sentence in sentences {
      var last: Int?
      for index in sentence where isAnchor(index) {
        marks[index].insert(.candidate)
        if let last, index - last <= 4 { for between in last..<index { marks[between].insert(.candidate) } }
        last = index
      }
      var start: Int?
      for index in sentence {
        let isIn = marks[index].contains(.capitalised) || (start != nil && continuesRun(index, sentence))
        if isIn, start == nil { start = index }
        if !isIn, let first = start {
          close(first..<index)
          start = nil
        }
      }
      if let first = start { close(first..<sentence.upperBound) }
    }
  }

  private func isAnchor(_ index: Int) -> Bool {
    let traits = word(index).codes.traits
    if marks[index].contains(.joined), marks[index - 1].contains(.joined), traits.contains(.hasLetter) {
      return marks[index - 2].contains(.capitalised)
    }
    if !traits.isDisjoint(with: [.capitalized, .allCapitals, .hasDigit]) { return true }
    return traits.contains(.hasNonASCII) && traits.contains(.hasLetter)
      || marks[index].contains(.quoted) && traits.contains(.hasLetter)
  }

  /// Small words within names: particles, "of the", hyphens.
  private func continuesRun(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard index + 1 < sentence.upperBound else { return false }
    if marks[index].contains(.joined), marks[index + 1].contains(.joined) { return true }
    let next = marks[index + 1].contains(.capitalised)
    let afterNext = index + 2 < sentence.upperBound && marks[index + 2].contains(.capitalised)
    guard word(index).names.contains(.particle) else { return false }
    return next || afterNext && word(index + 1).names.contains(.particle)
  }

  private mutating func close(_ run: Range<Int>) {
    var end = run.upperBound
    while end > run.lowerBound + 1, !marks[end - 1].contains(.capitalised) { end -= 1 }
    for index in run.lowerBound..<end { runs[index] = Int32(run.lowerBound)..<Int32(end) }
  }
}
