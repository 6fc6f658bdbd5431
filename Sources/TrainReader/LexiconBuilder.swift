import BioStore
import Foundation

/// Builds the tagger's lexicon: for each word the tags it was seen with, and its parts of speech in WordNet.
///
/// The value of a word has six bits for WordNet (noun, plural, verb, inflected verb, adjective, adverb), above them
/// the number of its set of tags; words that were seen seldom have none.
struct LexiconBuilder: Sendable {
  /// WordNet's part of the values.
  private var dictionary: [UInt64: UInt16] = [:]
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

  /// The lexicon of WordNet and of the sentences.
  func lexicon(_ sentences: [TrainingSentence], classes: [TagPair]) -> TaggerLexicon {
    var counts: [UInt64: [TagPair: Int]] = [:]
    for sentence in sentences {
      for (word, pair) in zip(sentence.words, sentence.pairs) {
        counts[word.lower, default: [:]][pair, default: 0] += 1
      }
    }
    var sets: [UInt64: TagSet] = [:]
    var frequencies: [TagSet: Int] = [:]
    for (word, tags) in counts {
      guard let set = TagSet(tags) else { continue }
      sets[word] = set
      frequencies[set, default: 0] += 1
    }
    let ranked = frequencies.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    var lexicon = TaggerLexicon(values: dictionary)
    var numbers: [TagSet: UInt16] = [:]
    for (rank, entry) in ranked.prefix(Self.setLimit).enumerated() {
      numbers[entry.key] = UInt16(rank + 1)
      let label = entry.key.isCertain ? classes.firstIndex(of: entry.key.pairs[0]) : nil
      lexicon.certainClasses.append(label.map { UInt8($0 + 1) } ?? 0)
    }
    for (word, set) in sets { lexicon.values[word, default: 0] |= (numbers[set] ?? 0) << 6 }
    return lexicon
  }
}

/// What the tagger knows of words before it sees them in a sentence.
struct TaggerLexicon: Sendable {
  var values: [UInt64: UInt16]
  /// For each set of tags, from number 0 on, the tagger's class plus 1 if its words always have that one, else 0.
  var certainClasses: [UInt8] = [0]
}

/// The tags that a word was seen with.
private struct TagSet: Hashable, Comparable {
  var pairs: [TagPair]
  /// Whether the word is frequent and always has the one tag.
  var isCertain: Bool

  private static let minimumCount = 4
  private static let minimumShare = 0.03
  private static let certainCount = 40
  private static let certainShare = 0.998

  /// `nil` for a word that was seen too seldom.
  init?(_ counts: [TagPair: Int]) {
    let total = counts.values.reduce(0, +)
    guard total >= Self.minimumCount else { return nil }
    pairs = counts.filter { Double($0.value) >= Self.minimumShare * Double(total) }.keys.sorted()
    let largest = counts.values.max() ?? 0
    isCertain = total >= Self.certainCount && Double(largest) >= Self.certainShare * Double(total)
  }

  static func < (left: TagSet, right: TagSet) -> Bool {
    if left.pairs == right.pairs { return !left.isCertain && right.isCertain }
    return left.pairs.lexicographicallyPrecedes(right.pairs)
  }
}
