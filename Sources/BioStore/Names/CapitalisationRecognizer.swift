/// Finds names by capitals and gazetteers alone: what the Reader does without a trained model.
///
/// Weak by nature: it takes titles for persons, knows no name that begins a sentence unless a list or the rest of the
/// article does, and guesses the kind of single unknown words by the preposition before them.
struct CapitalisationRecognizer {
  private let tokens: [Token]
  private let sentences: [Sentence]
  private var classes: [NameClasses] = []
  /// Folded words that stand capitalised within sentences of the article.
  private var known: Set<String> = []
  private let title: Set<String>

  init(_ reading: Reading) {
    tokens = reading.tokens
    sentences = reading.sentences
    title = Set(NameFolding.fold(reading.article.title).split(separator: " ").map(String.init))
    classes = tokens.map { Gazetteer.classes(of: $0.form) }
    for sentence in sentences {
      for index in sentence.tokens.dropFirst() where isCapitalised(index) {
        known.insert(NameFolding.fold(tokens[index].form))
      }
    }
  }

  /// The names of the article in order. Linear in its length.
  func names() -> [NameSpan] {
    var names: [NameSpan] = []
    for sentence in sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard begins(index, in: sentence) else {
          index += 1
          continue
        }
        let span = index..<end(of: index, in: sentence)
        if let kind = kind(of: span, in: sentence) {
          names.append(NameSpan(tokens: span, kind: kind, confidence: 0.5))
        }
        index = span.upperBound
      }
    }
    return names
  }

  private func isCapitalised(_ index: Int) -> Bool {
    tokens[index].form.unicodeScalars.first?.properties.isUppercase ?? false
  }

  private func begins(_ index: Int, in sentence: Sentence) -> Bool {
    guard isCapitalised(index), !classes[index].contains(.month), tokens[index].form != "I" else {
      return false
    }
    if index > sentence.tokens.lowerBound { return true }
    let next = index + 1
    if known.contains(NameFolding.fold(tokens[index].form)) { return true }
    return !classes[index].isDisjoint(with: [.country, .region, .largeCity, .femaleName, .maleName])
      && (next >= sentence.tokens.upperBound || !classes[index].contains(.particle))
      && WordClasses(of: tokens[index].form.lowercased()).isEmpty
  }

  /// Takes capitalised words, and small words between them.
  private func end(of start: Int, in sentence: Sentence) -> Int {
    var end = start + 1
    var next = end
    while next < sentence.tokens.upperBound, next - end < 3 {
      if isCapitalised(next), !classes[next].contains(.month) {
        next += 1
        end = next
      } else if connects(next, after: start) {
        next += 1
      } else {
        break
      }
    }
    return end
  }

  private func connects(_ index: Int, after start: Int) -> Bool {
    let form = tokens[index].form
    if form == "of" || form == "the" || form == "and" {
      let words = classes[start..<index].reduce(into: NameClasses()) { $0.formUnion($1) }
      return !words.isDisjoint(with: [.organisation, .event, .place, .title]) && form != "and"
    }
    if form == "-" || form == "'" { return true }
    return classes[index].contains(.particle) && form.unicodeScalars.allSatisfy { $0.properties.isLowercase }
      && form.count > 1
  }

  private func kind(of span: Range<Int>, in sentence: Sentence) -> EntityKind? {
    let all = classes[span].reduce(into: NameClasses()) { $0.formUnion($1) }
    let whole = Gazetteer.classes(of: tokens[span].map(\.form).joined(separator: " "))
    if span.count == 1, !whole.isDisjoint(with: [.demonym, .people]) { return nil }
    if !whole.isDisjoint(with: [.country, .historicalPlace, .region, .largeCity]) { return .place }
    let words = span.count > 1 ? headClasses(of: span) : []
    if words.contains(.event) { return .event }
    if words.contains(.organisation) { return .organisation }
    if words.contains(.place) { return .place }
    if all.contains(.title) || classes[span.lowerBound].intersection(.givenName) != [] { return .person }
    if title.contains(NameFolding.fold(tokens[span.upperBound - 1].form)) { return .person }
    if whole.contains(.city) { return .place }
    let form = tokens[span.lowerBound].form
    if span.count == 1, form.count > 1, form == form.uppercased() { return .organisation }
    if span.count > 1 { return .person }
    let before = span.lowerBound - 1
    if before >= sentence.tokens.lowerBound, ["in", "at", "from", "to", "near"].contains(tokens[before].form)
    {
      return .place
    }
    return .person
  }

  /// The classes of the word that says what the name names: the last before "of", or the last.
  private func headClasses(of span: Range<Int>) -> NameClasses {
    let of = span.first { tokens[$0].form == "of" && $0 > span.lowerBound }
    return classes[(of ?? span.upperBound) - 1]
  }
}
