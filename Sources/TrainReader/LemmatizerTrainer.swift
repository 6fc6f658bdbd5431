import BioStore
import Foundation

/// Learns lemmas from treebanks and from WordNet's irregular forms: rules for endings, and a table of the words for
/// which the rules are wrong.
struct LemmatizerTrainer {
  private var scripts: [LemmaScript: UInt16] = [:]
  private var ordered: [LemmaScript] = []
  private var endings: [UInt64: UInt16] = [:]
  private var words: [UInt64: UInt16] = [:]
  /// The words that are decided, by the table or by the rules.
  private var decided: Set<UInt64> = []
  private var encoder = WordEncoder()

  private struct WordForm: Hashable {
    var form: String
    var pair: TagPair
  }

  /// The lemmatiser's sections of the model file.
  mutating func train(_ treebank: [CoNLLUSentence], wordNet: URL?) -> [String: [UInt8]] {
    let seen = Self.scripts(of: treebank)
    learnEndings(seen)
    for (word, script) in seen { addWord(word.form, word.pair, script: script) }
    if let wordNet {
      addIrregular(wordNet)
      addRegular(wordNet)
    }
    return [
      "lemma.scripts": Lemmatizer.section(ordered),
      "lemma.words": CodeTable.section(words),
      "lemma.endings": CodeTable.section(endings),
    ]
  }

  /// The most frequent script of each word with its tags, in a fixed order.
  private static func scripts(of treebank: [CoNLLUSentence]) -> [(WordForm, LemmaScript)] {
    var counts: [WordForm: [LemmaScript: Int]] = [:]
    for word in treebank.lazy.flatMap(\.words) where word.lemma != "_" {
      let pair = TagPair(universal: word.tag, penn: word.pennTag)
      let script = LemmaScript(form: word.form, lemma: word.lemma)
      counts[WordForm(form: word.form, pair: pair), default: [:]][script, default: 0] += 1
    }
    let best = counts.compactMap { word, scripts in most(scripts).map { (word, $0) } }
    return best.sorted { ($0.0.form, $0.0.pair) < ($1.0.form, $1.0.pair) }
  }

  /// The script with the highest count; of equals the one that comes first in a fixed order.
  private static func most(_ counts: [LemmaScript: Int]) -> LemmaScript? {
    counts.max { left, right in
      left.value != right.value
        ? left.value < right.value : order(left.key) > order(right.key)
    }?.key
  }

  private static func order(_ script: LemmaScript) -> (Int, Int, String) {
    (script.keepsCase ? 1 : 0, script.removed, script.added)
  }

  private mutating func learnEndings(_ seen: [(WordForm, LemmaScript)]) {
    var counts: [UInt64: [LemmaScript: Int]] = [:]
    for (word, script) in seen {
      let codes = encoder.encode(word.form)
      for length in 0...LemmaKey.longestEnding {
        guard let key = LemmaKey.ending(length, codes, word.pair, isCapitalised: codes.hasCapital) else {
          continue
        }
        // What an ending teaches must not change more than that ending.
        guard script.removed <= length else { continue }
        counts[key, default: [:]][script, default: 0] += 1
      }
    }
    for key in counts.keys.sorted() {
      guard let scripts = counts[key], let best = Self.most(scripts),
        scripts.values.reduce(0, +) > 1
      else { continue }
      endings[key] = number(best)
    }
  }

  private mutating func number(_ script: LemmaScript) -> UInt16 {
    if let number = scripts[script] { return number }
    ordered.append(script)
    scripts[script] = UInt16(ordered.count)
    return UInt16(ordered.count)
  }

  /// Adds a word to the table, unless the rules give the same lemma or the table has it.
  private mutating func addWord(_ form: String, _ pair: TagPair, script: LemmaScript) {
    let codes = encoder.encode(form)
    let key = LemmaKey.word(codes, pair)
    guard decided.insert(key).inserted else { return }
    let rule = LemmaKey.longestEnding(codes, pair) { endings[$0] ?? 0 }
    let byRule = rule == 0 ? LemmaScript.lowercase : ordered[Int(rule) - 1]
    let isLowercase = !codes.hasCapital
    if byRule.apply(to: form, isLowercase: isLowercase) == script.apply(to: form, isLowercase: isLowercase) {
      return
    }
    words[key] = number(script)
  }

  private static let inflections: [(part: String, universal: UniversalTag, penn: [PennTag])] = [
    ("noun", .noun, [.nns]), ("verb", .verb, [.vbd, .vbn, .vbg, .vbz]), ("adj", .adj, [.jjr, .jjs]),
    ("adv", .adv, [.rbr, .rbs]),
  ]

  private mutating func addIrregular(_ wordNet: URL) {
    for (part, universal, penn) in Self.inflections {
      for line in WordNetFolder(url: wordNet).lines("\(part).exc") {
        let fields = line.split(separator: " ")
        guard fields.count >= 2, !line.contains("_") else { continue }
        let script = LemmaScript(form: String(fields[0]), lemma: String(fields[1]))
        for tag in penn {
          addWord(String(fields[0]), TagPair(universal: universal, penn: tag), script: script)
        }
      }
    }
  }

  /// Adds the regular forms of WordNet's words that the rules for endings take apart wrongly; where two words
  /// share a form, the one that is used more.
  private mutating func addRegular(_ wordNet: URL) {
    let folder = WordNetFolder(url: wordNet)
    for lemma in folder.wordsByUse("noun") {
      let plural = EnglishInflection.plural(lemma)
      addWord(
        plural, TagPair(universal: .noun, penn: .nns), script: LemmaScript(form: plural, lemma: lemma))
    }
    for lemma in folder.wordsByUse("verb") {
      for form in EnglishInflection.verbForms(lemma) {
        let penn: [PennTag] = form.hasSuffix("ing") ? [.vbg] : form.hasSuffix("d") ? [.vbd, .vbn] : [.vbz]
        for tag in penn {
          addWord(
            form, TagPair(universal: .verb, penn: tag), script: LemmaScript(form: form, lemma: lemma))
        }
      }
    }
  }
}
