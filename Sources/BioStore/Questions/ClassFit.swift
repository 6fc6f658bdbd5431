/// How well a name fits a common noun: "Harbour University" and "university", "France" and "country".
struct ClassFit {
  let noun: String
  let lexicon: QuestionLexicon

  /// 3 if the name says the noun, 2 if the gazetteers do, 1 if nothing is known, 0 if the name says otherwise.
  func level(names: [String], isNamed: Bool) -> Int {
    let folded = names.map { NameFolding.fold($0) }
    if folded.contains(where: { AnswerRanker.contains($0, NameFolding.fold(noun)) }) { return 3 }
    if !isNamed {
      // "pamphlet" is no newspaper; "three-bedroom apartment" is no city.
      let heads = folded.compactMap { $0.split(separator: " ").last.map(String.init) }
      return heads.contains { isKind(of: $0) }
        ? 2 : heads.contains { lexicon.classes[$0] != nil || !WordClasses(of: $0).isEmpty } ? 0 : 1
    }
    if let place = placeLevel(names) { return place }
    return contradicts(folded) ? 0 : 1
  }

  /// Whether the names say another noun of the same kind: "High School" is no university.
  private func contradicts(_ names: [String]) -> Bool {
    guard !lexicon.isWord(noun, "generic"), let mine = lexicon.classes[noun] else { return false }
    return names.contains { name in
      name.split(separator: " ").contains { word in
        let other = lexicon.nounLemma(String(word))
        return other != noun && !lexicon.areAlike(noun, other) && !lexicon.isWord(other, "generic")
          && lexicon.classes[other].map { !Set($0).isDisjoint(with: mine) } ?? false
          && !WordClasses(of: other).isSuperset(
            of: WordClasses(of: noun).isEmpty ? .person : WordClasses(of: noun))
      }
    }
  }

  /// Whether one noun is of the classes of the other.
  private func isKind(of head: String) -> Bool {
    let mine = WordClasses(of: noun)
    return !mine.isEmpty && WordClasses(of: head).isSuperset(of: mine)
  }

  private func placeLevel(_ names: [String]) -> Int? {
    let wanted: NameClasses
    switch noun {
    case _ where lexicon.isWord(noun, "countries"): wanted = [.country, .historicalPlace, .region]
    case _ where lexicon.isWord(noun, "cities"): wanted = [.city, .historicalPlace]
    case _ where lexicon.isWord(noun, "regions"): wanted = [.region, .historicalPlace]
    default: return nil
    }
    var known: NameClasses = []
    for name in names { known.formUnion(Gazetteer.classes(of: name).intersection(.anyPlace)) }
    if known.isEmpty { return 1 }
    // A name that is a country and a city is both; a province is often called like its town.
    if known.isDisjoint(with: wanted) { return wanted.contains(.region) && known.contains(.city) ? 1 : 0 }
    return 2
  }
}
