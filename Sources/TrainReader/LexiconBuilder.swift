import BioStore
import Foundation

/// Builds the tagger's lexicon: for each word the tags it was seen with, and its parts of speech in WordNet.
///
/// The value of a word has six bits for WordNet (noun, plural, verb, inflected verb, adjective, adverb), above them
/// the number of its set of tags; words that were seen seldom have none.
struct LexiconBuilder: Sendable {
  /// WordNet's part of the values.
  private var dictionary: [UInt64: UInt16] = [:]
  private static let minimumCount = 4
  private static let minimumShare = 0.03
  private static let setLimit = 1023

  /// - Parameter wordNet: the folder with `index.noun` and so on; without it the lexicon has the treebanks only.
  init(wordNet: URL?) {
    guard let wordNet else { return }
    var encoder = WordEncoder()
    for (part, bit) in [("noun", 1), ("verb", 4), ("adj", 16), ("adv", 32)] {
      let url = wordNet.appendingPathComponent("index.\(part)")
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
      for line in text.split(separator: "\n") where !line.hasPrefix(" ") {
        guard let word = line.split(separator: " ").first, !word.contains("_") else { continue }
        let lemma = String(word)
        dictionary[encoder.encode(lemma).lower, default: 0] |= UInt16(bit)
        let inflected = part == "noun" ? [Self.plural(lemma)] : part == "verb" ? Self.verbForms(lemma) : []
        for form in inflected { dictionary[encoder.encode(form).lower, default: 0] |= UInt16(bit * 2) }
      }
    }
    addExceptions(wordNet, encoder: &encoder)
  }

  private mutating func addExceptions(_ wordNet: URL, encoder: inout WordEncoder) {
    for (part, bit) in [("noun", 2), ("verb", 8), ("adj", 16), ("adv", 32)] {
      let url = wordNet.appendingPathComponent("\(part).exc")
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
      for line in text.split(separator: "\n") {
        guard let form = line.split(separator: " ").first, !form.contains("_") else { continue }
        dictionary[encoder.encode(String(form)).lower, default: 0] |= UInt16(bit)
      }
    }
  }

  /// The values of all words of WordNet and of the sentences.
  func values(_ sentences: [TrainingSentence], classes: [TagPair]) -> [UInt64: UInt16] {
    var counts: [UInt64: [TagPair: Int]] = [:]
    for sentence in sentences {
      for (word, pair) in zip(sentence.words, sentence.pairs) {
        counts[word.lower, default: [:]][pair, default: 0] += 1
      }
    }
    var sets: [UInt64: [TagPair]] = [:]
    var frequencies: [[TagPair]: Int] = [:]
    for (word, tags) in counts {
      let total = tags.values.reduce(0, +)
      guard total >= Self.minimumCount else { continue }
      let set = tags.filter { Double($0.value) >= Self.minimumShare * Double(total) }.keys.sorted()
      sets[word] = set
      frequencies[set, default: 0] += 1
    }
    let ranked = frequencies.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }
    var numbers: [[TagPair]: UInt16] = [:]
    for (rank, entry) in ranked.prefix(Self.setLimit).enumerated() { numbers[entry.key] = UInt16(rank + 1) }
    var values = dictionary
    for (word, set) in sets {
      values[word, default: 0] |= (numbers[set] ?? 0) << 6
    }
    return values
  }

  private static func isVowel(_ character: Character?) -> Bool {
    character.map { "aeiou".contains($0) } ?? false
  }

  private static func plural(_ noun: String) -> String {
    if noun.hasSuffix("y"), !isVowel(noun.dropLast().last) { return noun.dropLast() + "ies" }
    let takesE = ["s", "x", "z", "ch", "sh"].contains { noun.hasSuffix($0) }
    return noun + (takesE ? "es" : "s")
  }

  private static func verbForms(_ verb: String) -> [String] {
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
}
