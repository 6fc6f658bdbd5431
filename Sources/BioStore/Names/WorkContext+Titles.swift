/// Titles that their own form shows: "her History of Dalmatia", "followed by Late Rains (1825)".
extension WorkContext {
  /// The titles in a sentence that open with the word for a kind of work behind a possessor, or have a year in brackets
  /// behind them in a sentence that speaks of works. Linear in the number of tokens.
  func titlesByForm(in sentence: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let speaksOfWorks = sentence.contains(where: isCue)
    for index in sentence {
      if let title = genreTitle(at: index, in: sentence) ?? describedTitle(at: index, in: sentence)
        ?? appositiveTitle(behind: index, in: sentence)
      {
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

  // MARK: Titles that the words beside them describe

  /// "The Salt Road, her second novel, …", "The Salt Road was a novel", "The Salt Road was written by …".
  private func describedTitle(at index: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard index == sentence.lowerBound, isCapital(index), isArticle(index) || nameOfToken[index] >= 0 else {
      return nil
    }
    let title = extent(from: index, joins: Self.closeJoins, in: sentence)
    guard title.count > 1, title.upperBound + 2 < sentence.upperBound, mayBeTitle(title) else { return nil }
    let next = title.upperBound
    let following = reading.tokens[next + 1]
    switch reading.tokens[next].form {
    case ",", "is", "was":
      guard following.tag == .det || following.pennTag == .prpDollar else {
        return next + 2 < sentence.upperBound && Self.makings.contains(following.lemma)
          && reading.tokens[next + 2].form == "by" ? title : nil
      }
      let noun = (next + 2..<min(next + 6, sentence.upperBound)).first { isSingularGenre($0) }
      guard let noun, !(next + 2..<noun).contains(where: { reading.tokens[$0].tag == .punct }) else {
        return nil
      }
      return title
    default: return nil
    }
  }

  private static let makings: Set<String> = ["write", "compose", "direct", "paint", "choreograph", "sculpt"]

  /// "her first collection of poems, Late Rains, …": a title between commas behind what somebody made.
  private func appositiveTitle(behind comma: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard reading.tokens[comma].form == ",", comma + 2 < sentence.upperBound, isCapital(comma + 1),
      comma - 1 > sentence.lowerBound
    else { return nil }
    let before = max(sentence.lowerBound, comma - 6)..<comma
    guard let owner = before.last(where: { reading.tokens[$0].pennTag == .prpDollar }),
      (owner + 1..<comma).contains(where: { isSingularGenre($0) }),
      !(owner + 1..<comma).contains(where: {
        isCapital($0) || [.verb, .punct].contains(reading.tokens[$0].tag)
      })
    else { return nil }
    let title = extent(from: comma + 1, joins: Self.closeJoins, in: sentence)
    guard title.upperBound < sentence.upperBound, mayBeTitle(title),
      [",", ".", "(", ";"].contains(reading.tokens[title.upperBound].form)
    else { return nil }
    return title
  }

  /// A noun in the singular for a kind of work.
  private func isSingularGenre(_ index: Int) -> Bool {
    guard !isCapital(index), reading.tokens[index].form == reading.tokens[index].lemma else { return false }
    return cues.noun(reading.tokens[index].lemma).map { $0 == .noun || $0 == .list } ?? false
  }

  private func mayBeTitle(_ title: Range<Int>) -> Bool {
    let first = evidence.word(title.lowerBound).names
    return first.isDisjoint(with: [.givenName, .title, .month, .country, .demonym])
      || isArticle(title.lowerBound)
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
