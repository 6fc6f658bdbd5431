/// What the steps of repair look at: the article, its trees, what it says about its own words, and the tables.
struct NameContext {
  let reading: Reading
  let evidence: NameEvidence
  let forest: SyntaxForest
  let lexicon: EntityLexicon

  init(_ reading: Reading, evidence: NameEvidence, lexicon: EntityLexicon = .standard) {
    self.reading = reading
    self.evidence = evidence
    self.lexicon = lexicon
    forest = SyntaxForest(reading)
  }

  func form(_ token: Int) -> String { reading.tokens[token].form }

  func isCapital(_ token: Int) -> Bool { form(token).startsUppercase }

  func words(_ tokens: Range<Int>) -> String { tokens.map(form).joined(separator: " ") }

  /// The words of a name as names are compared.
  func folded(_ tokens: Range<Int>) -> String { NameFolding.fold(words(tokens)) }

  func gazetteer(_ tokens: Range<Int>) -> NameClasses { Gazetteer.classes(of: words(tokens)) }

  /// What a token means as a common noun.
  func nouns(_ token: Int) -> WordClasses { WordClasses(of: reading.tokens[token].lemma.lowercased()) }

  /// Whether a preposition of place stands before a token.
  func isLocative(_ token: Int) -> Bool {
    token > 0 && lexicon.isLocativePreposition(form(token - 1).lowercased())
  }

  /// The words of a name up to its complement: "Academy" of "Academy of Sciences".
  func head(of tokens: Range<Int>) -> Int {
    // A last word completes nothing: the head of "Adria Film Company" is "Company".
    let end =
      tokens.dropFirst().dropLast().first {
        let word = form($0).lowercased()
        return lexicon.opensComplement(word) || lexicon.opensLateComplement(word) && !isCapital($0)
      }
      ?? tokens.upperBound
    return end - 1
  }

  func isSameSentence(_ one: Int, _ other: Int) -> Bool {
    forest.sentenceOfToken[one] == forest.sentenceOfToken[other]
  }

  /// A given name, or a title that tells gender, before one to three more capitals of which the last is no word of a
  /// place or body.
  func looksPersonal(_ tokens: Range<Int>) -> Bool {
    guard (2...4).contains(tokens.count), tokens.allSatisfy(isCapital) else { return false }
    let first = NameFolding.fold(form(tokens.lowerBound))
    let last = NameFolding.fold(form(tokens.upperBound - 1))
    let isTitled = lexicon.personNoun(first).map { $0.isTitle && $0.gender != nil } ?? false
    guard isTitled || !Gazetteer.classes(of: first).isDisjoint(with: .givenName) else { return false }
    return gazetteer(tokens).isDisjoint(with: .anyPlace)
      && WordClasses(of: last).isDisjoint(with: [.place, .organisation])
      && Gazetteer.classes(of: last).isDisjoint(with: [.country, .region, .place])
  }
}

extension NameSpan {
  /// The same name over other tokens.
  func over(_ tokens: Range<Int>) -> NameSpan {
    NameSpan(tokens: tokens, kind: kind, confidence: confidence)
  }
}
