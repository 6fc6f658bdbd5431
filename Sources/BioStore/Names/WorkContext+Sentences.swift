/// Titles that no cue stands right before: the rest of the sentence tells them.
extension WorkContext {
  /// "His Notes on a Voyage were published": the title that ends right before such a verb.
  func title(before verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard reading.tokens[verb].tag == .verb, cues.isPublication(reading.tokens[verb].lemma) else {
      return nil
    }
    var end = verb
    while end > sentence.lowerBound, [.aux, .adv].contains(reading.tokens[end - 1].tag) { end -= 1 }
    guard end < verb || reading.tokens[verb].pennTag == .vbd, end > sentence.lowerBound, isCapital(end - 1)
    else { return nil }
    var start = end - 1
    var index = start
    while index > sentence.lowerBound, start - index < 3 {
      index -= 1
      if isCapital(index) {
        start = index
      } else if !Self.looseJoins.contains(reading.tokens[index].form) {
        break
      }
    }
    let title = start..<end
    let isPerson = title.contains { nameOfToken[$0] >= 0 && names[nameOfToken[$0]].kind == .person }
    guard title.count > 1, !isPerson, reading.tokens[start].tag != .pron else { return nil }
    let classes = evidence.word(end - 1).names
    return classes.isDisjoint(with: [.organisation, .anyPlace]) ? title : nil
  }

  /// "cast as Medea in The Salt Road": a capital article within a sentence that speaks of works opens a title, unless
  /// the labels see a body or the gazetteers a place.
  func title(withArticle index: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard isArticle(index), index > sentence.lowerBound, index + 1 < sentence.upperBound,
      isCapital(index + 1),
      reading.tokens[index - 1].tag == .adp,
      (max(sentence.lowerBound, index - Self.reach)..<index).contains(where: speaksOfWorks)
    else { return nil }
    let title = extent(from: index, joins: Self.closeJoins, in: sentence)
    let words = reading.tokens[title].map(\.form).joined(separator: " ")
    let rest = reading.tokens[title.dropFirst()].map(\.form).joined(separator: " ")
    guard Gazetteer.classes(of: words).isDisjoint(with: .anyPlace),
      Gazetteer.classes(of: rest).isDisjoint(with: .anyPlace),
      evidence.word(title.upperBound - 1).names.isDisjoint(with: [.organisation, .event, .award])
    else { return nil }
    let name = nameOfToken[index + 1]
    let kind = name >= 0 ? names[name].kind : nil
    return kind == nil || kind == .place || kind == .work ? title : nil
  }

  private static let reach = 16

  private func speaksOfWorks(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    switch token.tag {
    case .verb: return cues.verb(token.lemma) != nil || cues.speaksOfWorks(token.lemma)
    case .noun:
      return cues.noun(token.lemma) != nil || cues.speaksOfWorks(token.lemma)
        || !WordClasses(of: token.lemma).isDisjoint(with: [.artist, .writer])
    default: return false
    }
  }
}
