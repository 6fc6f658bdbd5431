/// A person's name in its parts.
struct PersonName: Hashable {
  /// As it is written, without titles; `nil` if the name is one word, or only a title and a surname.
  let givenName: String?
  /// As it is written, with its particles; `nil` where there is none ("Louis XIV", "Catherine of Aragon").
  let surname: String?
  /// The words that tell people apart, folded: given names, surname, epithet; titles and particles left out.
  let words: [String]
  /// "jr" or "sr" beside a given name and a surname.
  let generation: String?

  init(_ name: String) {
    let lexicon = EntityLexicon.standard
    let forms = name.split(separator: " ")
    let parsed = NameOfPerson(words: forms, lexicon: lexicon)
    // "Louis XIV", "Catherine the Great": what stands behind is part of the name.
    let isRegnal = parsed.words.count == 1 && (parsed.generation != nil || !parsed.epithet.isEmpty)
    words = parsed.words + parsed.epithet + (isRegnal ? [parsed.generation].compactMap { $0 } : [])
    generation = isRegnal ? nil : parsed.generation
    let parts = Self.written(forms, parsed: parsed, lexicon: lexicon)
    (givenName, surname) = isRegnal ? (parts.surname, nil) : parts
  }

  /// Whether the name is more than a surname: two words or more.
  var isFull: Bool { words.count > 1 }

  /// The first and the last word: what all forms of a full name have in common.
  var key: String { "\(words.first ?? "") \(words.last ?? "")" }

  /// The given names and the surname as they are written.
  private static func written(
    _ forms: [Substring], parsed: NameOfPerson, lexicon: EntityLexicon
  ) -> (given: String?, surname: String?) {
    // The written words that hold the first and the last word of the name; titles before and endings behind drop out.
    func place(of word: String?, last: Bool) -> Int? {
      guard let word else { return nil }
      let matches = forms.indices.filter {
        NameFolding.fold(forms[$0]).split(separator: " ").contains { $0 == word[...] }
      }
      return last ? matches.last : matches.first
    }
    guard let first = place(of: parsed.words.first, last: false),
      let last = place(of: parsed.words.last, last: true),
      first <= last
    else { return (nil, forms.last.map(String.init)) }
    var surnameStart = last
    while surnameStart > first + 1, lexicon.namePart(NameFolding.fold(forms[surnameStart - 1])) == .particle {
      surnameStart -= 1
    }
    func trimmed(_ words: ArraySlice<Substring>) -> String {
      let text = words.joined(separator: " ")
      return text.hasSuffix(",") ? String(text.dropLast()) : text
    }
    return first == last
      ? (nil, trimmed(forms[last...last]))
      : (trimmed(forms[first..<surnameStart]), trimmed(forms[surnameStart...last]))
  }
}
