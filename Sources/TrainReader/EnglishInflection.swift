import Foundation

/// Regular plurals and verb forms by the rules of spelling; consonants are doubled wherever they may be.
enum EnglishInflection {
  static func plural(_ noun: String) -> String {
    if noun.hasSuffix("y"), !isVowel(noun.dropLast().last) { return noun.dropLast() + "ies" }
    let takesE = ["s", "x", "z", "ch", "sh"].contains { noun.hasSuffix($0) }
    return noun + (takesE ? "es" : "s")
  }

  static func verbForms(_ verb: String) -> [String] {
    if verb.hasSuffix("e") { return [verb + "s", verb + "d", verb.dropLast() + "ing"] }
    if verb.hasSuffix("y"), !isVowel(verb.dropLast().last) {
      return [plural(verb), verb.dropLast() + "ied", verb + "ing"]
    }
    var forms = [plural(verb), verb + "ed", verb + "ing"]
    if let last = verb.last, !isVowel(last), isVowel(verb.dropLast().last) {
      forms += ["\(verb)\(last)ed", "\(verb)\(last)ing"]
    }
    return forms
  }

  private static func isVowel(_ character: Character?) -> Bool {
    character.map { "aeiou".contains($0) } ?? false
  }
}

/// WordNet's files of words and of irregular forms.
struct WordNetFolder {
  let url: URL

  /// The lines of a file; none if it is missing.
  func lines(_ file: String) -> [Substring] {
    let text = (try? String(contentsOf: url.appendingPathComponent(file), encoding: .utf8)) ?? ""
    return text.split(separator: "\n")
  }

  /// The single words of a part of speech, those with many senses in WordNet's tagged texts first.
  func wordsByUse(_ part: String) -> [String] {
    let uses = lines("index.\(part)").compactMap { line -> (word: String, senses: Int)? in
      let fields = line.split(separator: " ")
      guard !line.hasPrefix(" "), fields.count > 6, !fields[0].contains("_"), let pointers = Int(fields[3]),
        fields.count > 5 + pointers, let senses = Int(fields[5 + pointers])
      else { return nil }
      return (String(fields[0]), senses)
    }
    return uses.sorted { ($1.senses, $0.word) < ($0.senses, $1.word) }.map(\.word)
  }

  /// The single words of a part of speech: `noun`, `verb`, `adj` or `adv`.
  func words(_ part: String) -> [String] {
    lines("index.\(part)").compactMap { line in
      guard !line.hasPrefix(" "), let word = line.split(separator: " ").first, !word.contains("_") else {
        return nil
      }
      return String(word)
    }
  }
}
