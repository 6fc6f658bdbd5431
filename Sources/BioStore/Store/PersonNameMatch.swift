/// In what way two names of people may be one person's, and how much that says.
struct PersonNameMatch {
  let weight: Double
  let reason: String

  /// `nil` if the names are those of different people.
  ///
  /// - Parameter isPrimary: Whether both are the fullest forms that their articles use.
  init?(_ first: PersonName, _ second: PersonName, isPrimary: Bool) {
    guard let (rule, reason) = Self.rule(first, second, isPrimary: isPrimary) else { return nil }
    weight = IdentityLexicon.standard.weight(rule)
    self.reason = reason
  }

  private static func rule(
    _ first: PersonName, _ second: PersonName, isPrimary: Bool
  ) -> (rule: String, reason: String)? {
    if first.words == second.words {
      guard first.isFull else { return ("same-single-name", "same single name") }
      return isPrimary
        ? ("same-full-name", "same full name") : ("same-alias", "one is also known by the other's name")
    }
    guard first.isFull, second.isFull, first.key == second.key else { return nil }
    let short = first.words.count <= second.words.count ? first.words : second.words
    let long = first.words.count <= second.words.count ? second.words : first.words
    return middleNames(Array(short.dropFirst().dropLast()), Array(long.dropFirst().dropLast()))
  }

  /// Compares what stands between the first and the last word.
  private static func middleNames(_ short: [String], _ long: [String]) -> (rule: String, reason: String)? {
    var rest = long[...]
    var usesInitial = false
    for word in short {
      guard let place = rest.firstIndex(where: { fits(word, $0) }) else { return nil }
      if rest[place] != word { usesInitial = true }
      rest.remove(at: place)
    }
    if rest.isEmpty {
      return usesInitial
        ? ("initial-fits", "an initial fits the other's name") : ("same-full-name", "same full name")
    }
    if rest.allSatisfy(IdentityLexicon.standard.isPatronymic) {
      return ("patronymic-omitted", "same name but for the patronymic")
    }
    if rest.allSatisfy({ $0.count == 1 }) { return ("initial-omitted", "same name but for an initial") }
    return ("middle-name-omitted", "same name but for a middle name")
  }

  private static func fits(_ word: String, _ other: String) -> Bool {
    word == other || (word.count == 1 || other.count == 1) && word.first == other.first
  }
}
