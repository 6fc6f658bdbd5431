/// Titles that their own form shows: "her History of Dalmatia", "followed by Late Rains (1825)".
extension WorkContext {
  /// The titles in a sentence that open with the word for a kind of work behind a possessor, or have a year in brackets
  /// behind them in a sentence that speaks of works. Linear in the number of tokens.
  func titlesByForm(in sentence: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let speaksOfWorks = sentence.contains(where: isCue)
    for index in sentence {
      if let title = genreTitle(at: index, in: sentence) {
        found.append(title)
      } else if speaksOfWorks, let title = datedTitle(before: index, in: sentence) {
        found.append(title)
      }
    }
    return found
  }

  // MARK: Kinds of work as titles

  /// "his Memoirs", "Marin's Treatise on Fevers", "a Life of Ivan Marin".
  private func genreTitle(at index: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard index > sentence.lowerBound, isCapital(index), isGenreWord(reading.tokens[index].form) else {
      return nil
    }
    let before = reading.tokens[index - 1]
    // "wrote her History": parsers take "her" for the receiver.
    let isOwned =
      before.pennTag == .prpDollar || before.pennTag == .pos || before.form.lowercased() == "her"
    let title = extent(from: index, joins: Self.genreJoins, in: sentence)
    if isOwned { return title }
    return ["a", "an"].contains(before.form) && title.count > 2
      && ["of", "on", "to"].contains(reading.tokens[index + 1].form) ? title : nil
  }

  private static let genreJoins = closeJoins.union(["on", "upon", "to", "concerning"])

  private func isGenreWord(_ form: String) -> Bool {
    let word = form.lowercased()
    return cues.opensTitles(word) || word.hasSuffix("s") && cues.opensTitles(String(word.dropLast()))
  }

  // MARK: Years behind titles

  /// Whether a word in small letters speaks of works: "novel", "wrote", "was published".
  private func isCue(_ index: Int) -> Bool {
    guard !isCapital(index) else { return false }
    let token = reading.tokens[index]
    switch token.tag {
    case .verb: return cues.verb(token.lemma) == .object || cues.isPublication(token.lemma)
    case .noun: return cues.noun(token.lemma).map { $0 == .noun || $0 == .list } ?? false
    default: return false
    }
  }

  /// The title that a bracket with a single year ends: "Late Rains (1825)", unless it names somebody or some place.
  private func datedTitle(before bracket: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard reading.tokens[bracket].form == "(", isSingleYear(behind: bracket, in: sentence) else { return nil }
    var start = bracket
    var index = bracket - 1
    while index >= sentence.lowerBound, bracket - index < 8 {
      if isCapital(index) {
        start = index
      } else if !Self.looseJoins.contains(reading.tokens[index].form) || reading.tokens[index].form == "by" {
        break
      }
      index -= 1
    }
    // Conjunctions and prepositions in front stand between the titles of a list.
    guard start < bracket, start > sentence.lowerBound else { return nil }
    let title = start..<bracket
    return isBehindLink(start) && namesNoOther(title) ? title : nil
  }

  private func isSingleYear(behind bracket: Int, in sentence: Range<Int>) -> Bool {
    guard bracket + 2 < sentence.upperBound, reading.tokens[bracket + 2].form == ")" else { return false }
    let year = reading.tokens[bracket + 1].form
    return year.count == 4 && year.allSatisfy(\.isNumber)
  }

  private func isBehindLink(_ start: Int) -> Bool {
    reading.tokens[start - 1].tag == .verb
      || [",", "and", "by", ":", ";", "with", "was", "is", "were", "include", "included", "the"].contains(
        reading.tokens[start - 1].form)
  }

  /// Whether no label and no word of a title says that it names a person, a body, an award, an event or a place.
  private func namesNoOther(_ title: Range<Int>) -> Bool {
    // "Late Rains and The Glass Harbour" are two.
    guard !title.contains(where: { reading.tokens[$0].form == "and" }) else { return false }
    let words = reading.tokens[title].map(\.form).joined(separator: " ")
    guard Gazetteer.classes(of: words).isDisjoint(with: .anyPlace) else { return false }
    let last = evidence.word(title.upperBound - 1).names
    let first = evidence.word(title.lowerBound).names
    if !first.isDisjoint(with: [.givenName, .title, .month]), title.count > 1, !isArticle(title.lowerBound) {
      return false
    }
    return last.isDisjoint(with: [.organisation, .event, .award])
  }
}
