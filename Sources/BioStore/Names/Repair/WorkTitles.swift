/// Finds titles of works that the labels missed: by quotation marks, by a year in brackets, by verbs such as "wrote".
struct WorkTitles {
  private let reading: Reading
  private let evidence: NameEvidence
  /// Index of the name that covers each token, or -1.
  private var nameOfToken: [Int]

  init(_ names: [NameSpan], reading: Reading, evidence: NameEvidence) {
    self.reading = reading
    self.evidence = evidence
    nameOfToken = [Int](repeating: -1, count: reading.tokens.count)
    for (index, name) in names.enumerated() { for token in name.tokens { nameOfToken[token] = index } }
  }

  /// The names with titles of works added. Linear in the length of the article.
  func added(to names: [NameSpan]) -> [NameSpan] {
    var names = names
    for index in names.indices where names[index].kind == nil && isTitle(names[index].tokens) {
      names[index].kind = .work
    }
    var titles: [NameSpan] = []
    for sentence in reading.sentences {
      for quoted in quotations(in: sentence.tokens) where isWork(quoted, in: sentence.tokens, names) {
        titles.append(NameSpan(tokens: quoted, kind: .work, confidence: 0.6))
      }
    }
    guard !titles.isEmpty else { return names }
    return names.filter { name in !titles.contains { $0.tokens.overlaps(name.tokens) } } + titles
  }

  /// Whether a name of no known kind is the title of a work: a year follows in brackets, or it is what someone wrote.
  private func isTitle(_ tokens: Range<Int>) -> Bool {
    guard evidence.word(tokens.upperBound - 1).names.isDisjoint(with: [.award, .demonym, .people]) else {
      return false
    }
    return isFollowedByYear(tokens.upperBound) || isObjectOfWorkVerb(tokens)
  }

  private func isFollowedByYear(_ index: Int) -> Bool {
    guard index + 2 < reading.tokens.count, reading.tokens[index].form == "(" else { return false }
    let year = reading.tokens[index + 1].form
    return year.count == 4 && year.allSatisfy(\.isNumber)
      && [")", ",", ";"].contains(reading.tokens[index + 2].form)
  }

  private func isObjectOfWorkVerb(_ tokens: Range<Int>) -> Bool {
    guard let head = tokens.compactMap({ reading.tokens[$0].head }).first(where: { !tokens.contains($0) })
    else {
      return false
    }
    return Self.verbs.contains(reading.tokens[head].lemma)
  }

  /// What stands between quotation marks in a sentence.
  private func quotations(in sentence: Range<Int>) -> [Range<Int>] {
    var quotations: [Range<Int>] = []
    var open: Int?
    for index in sentence {
      switch reading.tokens[index].form {
      case "\"":
        if let start = open {
          quotations.append(start..<index)
          open = nil
        } else {
          open = index + 1
        }
      case "“", "„", "«", "``": open = index + 1
      case "”", "»", "''":
        if let start = open { quotations.append(start..<index) }
        open = nil
      default: break
      }
    }
    return quotations.filter { !$0.isEmpty && $0.count <= Self.longestTitle }
  }

  private static let longestTitle = 12

  private func isWork(_ quoted: Range<Int>, in sentence: Range<Int>, _ names: [NameSpan]) -> Bool {
    guard looksLikeTitle(quoted), !isNickname(quoted, in: sentence) else { return false }
    let known = nameOfToken[quoted.lowerBound]
    if known >= 0, names[known].tokens == quoted, names[known].kind != nil { return false }
    if isFollowedByYear(quoted.upperBound + 1) { return true }
    let window = max(sentence.lowerBound, quoted.lowerBound - Self.window)..<(quoted.lowerBound - 1)
    return window.contains { index in
      Self.verbs.contains(reading.tokens[index].lemma)
        || reading.tokens[index].tag == .noun && WordClasses(of: reading.tokens[index].lemma).contains(.work)
    }
  }

  private static let window = 8

  /// Titles are written with capitals; a quoted remark is not.
  private func looksLikeTitle(_ quoted: Range<Int>) -> Bool {
    guard evidence.marks[quoted.lowerBound].contains(.capitalised) else { return false }
    let words = quoted.filter { reading.tokens[$0].form.count > 3 }
    let capitals = words.filter { evidence.marks[$0].contains(.capitalised) }
    return capitals.count * 3 >= words.count * 2
      && !reading.tokens[quoted].contains { $0.form == "." || $0.form == ";" }
  }

  /// "Ann "Nan" Brown": quoted words between the parts of a name.
  private func isNickname(_ quoted: Range<Int>, in sentence: Range<Int>) -> Bool {
    let before = quoted.lowerBound - 2
    let after = quoted.upperBound + 1
    return before >= sentence.lowerBound && after < sentence.upperBound
      && evidence.marks[before].contains(.capitalised) && evidence.marks[after].contains(.capitalised)
  }

  private static let verbs = LexiconFile.words("lexicons/work-verbs.txt")
}
