/// Abbreviations: "Workers' League of Ruritania (WLR)", and elsewhere in the article where the letters are
/// the initials of one name only.
struct AcronymStep {
  static let name = "acronym"

  static func apply(to discourse: inout Discourse) {
    var full: [String: Set<Int>] = [:]
    for phrase in discourse.phrases.indices where discourse.phrases[phrase].form == .name {
      guard let entity = discourse.referent(of: phrase), discourse.phrases[phrase].kind != .person else {
        continue
      }
      for letters in initials(of: phrase, in: discourse) { full[letters, default: []].insert(entity) }
    }
    for phrase in discourse.phrases.indices where discourse.phrases[phrase].form == .name {
      guard let letters = letters(of: phrase, in: discourse), let entity = discourse.referent(of: phrase)
      else {
        continue
      }
      if let neighbour = bracketed(phrase, letters: letters, in: discourse) {
        discourse.merge(neighbour, entity)
      } else if letters.count > 2 {
        let targets = Set((full[letters] ?? []).map { discourse.root($0) }).subtracting([entity])
        if targets.count == 1, let only = targets.first { discourse.merge(only, entity) }
      }
    }
  }

  /// The letters of a name that is an abbreviation; `nil` for other names.
  private static func letters(of phrase: Int, in discourse: Discourse) -> String? {
    let tokens = discourse.phrases[phrase].tokens
    guard tokens.count == 1 else { return nil }
    let letters = discourse.reading.tokens[tokens.lowerBound].form.filter(\.isLetter)
    guard (2...8).contains(letters.count), letters.allSatisfy(\.isUppercase) else { return nil }
    return letters.lowercased()
  }

  /// The initials of all words and of the words that are not function words.
  private static func initials(of phrase: Int, in discourse: Discourse) -> [String] {
    let words = discourse.phrases[phrase].key.split { $0 == " " || $0 == "-" }
    guard words.count > 1 else { return [] }
    let content = words.filter { discourse.lexicon.namePart(String($0)) == nil && $0 != "for" && $0 != "in" }
    return [String(words.compactMap(\.first)), String(content.compactMap(\.first))]
  }

  /// The entity whose name stands right before the bracket that holds the abbreviation, if the letters fit it.
  private static func bracketed(_ phrase: Int, letters: String, in discourse: Discourse) -> Int? {
    let open = discourse.phrases[phrase].tokens.lowerBound - 1
    guard open > 0, discourse.reading.tokens[open].form == "(",
      let before = discourse.phrase(at: open - 1), discourse.phrases[before].form == .name,
      let entity = discourse.referent(of: before)
    else { return nil }
    let name = discourse.phrases[before].key
    guard name.first == letters.first, isSubsequence(letters, of: name) else { return nil }
    return entity
  }

  private static func isSubsequence(_ letters: String, of name: String) -> Bool {
    var rest = name[...]
    for letter in letters {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}
