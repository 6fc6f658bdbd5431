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
    let folder = WordNetFolder(url: wordNet)
    var encoder = WordEncoder()
    for (part, bit) in [("noun", 1), ("verb", 4), ("adj", 16), ("adv", 32)] {
      for lemma in folder.words(part) {
        dictionary[encoder.encode(lemma).lower, default: 0] |= UInt16(bit)
        let inflected =
          part == "noun"
          ? [EnglishInflection.plural(lemma)] : part == "verb" ? EnglishInflection.verbForms(lemma) : []
        for form in inflected { dictionary[encoder.encode(form).lower, default: 0] |= UInt16(bit * 2) }
      }
    }
    for (part, bit) in [("noun", 2), ("verb", 8), ("adj", 16), ("adv", 32)] {
      for line in folder.lines("\(part).exc") {
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
}
