/// Finds the dictionary form of a tagged word: by a table of words first, then by the longest ending that has a rule.
package struct Lemmatizer {
  private let scripts: [LemmaScript]
  private let words: CodeTable
  private let endings: CodeTable

  /// The lemmatiser of a model file, which must outlive it.
  package init(_ file: ModelFile) throws {
    guard let words = CodeTable(try file.requiredSection("lemma.words")),
      let endings = CodeTable(try file.requiredSection("lemma.endings")),
      let scripts = Self.scripts(in: try file.requiredSection("lemma.scripts"))
    else { throw ModelFileError.damaged }
    self.words = words
    self.endings = endings
    self.scripts = scripts
  }

  /// The lemma of a word with these codes and tags.
  package func lemma(of form: String, codes: WordCodes, pair: TagPair) -> String {
    let isLowercase = !codes.hasCapital
    if pair.universal == .verb, let lemma = Self.exceptions[form.lowercased()] { return lemma }
    var known = words[LemmaKey.word(codes, pair)]
    // "Born" at the head of a sentence is the table's "born"; a name is not its namesake.
    if known == 0, codes.hasCapital, pair.universal != .propn {
      known = words[LemmaKey.lowerCase(codes, pair)]
    }
    if known != 0, let script = script(known) { return script.apply(to: form, isLowercase: isLowercase) }
    let number = LemmaKey.longestEnding(codes, pair) { endings[$0] }
    if let script = script(number) { return script.apply(to: form, isLowercase: isLowercase) }
    return LemmaScript.lowercase.apply(to: form, isLowercase: isLowercase)
  }

  /// Forms of verbs that neither the table of words nor the endings have right.
  private static let exceptions: [String: String] = {
    var lemmas: [String: String] = [:]
    for row in LexiconFile.rows("lexicons/verb-forms.tsv") where row.count == 2 {
      lemmas[String(row[0])] = String(row[1])
    }
    return lemmas
  }()

  private func script(_ number: UInt16) -> LemmaScript? {
    number > 0 && Int(number) <= scripts.count ? scripts[Int(number) - 1] : nil
  }

  /// The bytes of the section of scripts: a line each, their number is that of the line, from 1.
  package static func section(_ scripts: [LemmaScript]) -> [UInt8] {
    let lines = scripts.map { "\($0.keepsCase ? 1 : 0)\t\($0.removed)\t\($0.added)\n" }
    return Array(lines.joined().utf8)
  }

  private static func scripts(in section: UnsafeRawBufferPointer) -> [LemmaScript]? {
    var scripts: [LemmaScript] = []
    for line in section.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard fields.count == 3, let removed = Int(String(decoding: fields[1], as: UTF8.self)) else {
        return nil
      }
      scripts.append(
        LemmaScript(
          keepsCase: fields[0].elementsEqual([UInt8(ascii: "1")]), removed: removed,
          added: String(decoding: fields[2], as: UTF8.self)))
    }
    return scripts
  }
}

/// Keys of the lemmatiser's tables.
package enum LemmaKey {
  package static let longestEnding = 5

  package static func word(_ codes: WordCodes, _ pair: TagPair) -> UInt64 {
    FeatureHash.of(400, codes.form, code(pair))
  }

  /// The key of the word in lower case.
  package static func lowerCase(_ codes: WordCodes, _ pair: TagPair) -> UInt64 {
    FeatureHash.of(400, codes.lower, code(pair))
  }

  /// Whether a word with a capital may be what is written without one elsewhere.
  package static func isCommonWord(_ codes: WordCodes, _ pair: TagPair) -> Bool {
    codes.hasCapital && pair.universal != .propn
  }

  /// The number that the table has for the longest ending of the word, capitals counted first; 0 if it has none.
  package static func longestEnding(
    _ codes: WordCodes, _ pair: TagPair, table: (UInt64) -> UInt16
  ) -> UInt16 {
    for length in stride(from: longestEnding, through: 0, by: -1) {
      guard let key = ending(length, codes, pair, isCapitalised: codes.hasCapital) else { continue }
      var number = table(key)
      if number == 0, isCommonWord(codes, pair), let key = ending(length, codes, pair, isCapitalised: false) {
        number = table(key)
      }
      if number != 0 { return number }
    }
    return 0
  }

  /// The key of the last `length` characters; `nil` if the word is not longer than that.
  package static func ending(
    _ length: Int, _ codes: WordCodes, _ pair: TagPair, isCapitalised: Bool
  ) -> UInt64? {
    let suffix: UInt64
    switch length {
    case 0: suffix = 1
    case 1: suffix = codes.suffixes.0
    case 2: suffix = codes.suffixes.1
    case 3: suffix = codes.suffixes.2
    case 4: suffix = codes.suffixes.3
    default: suffix = codes.suffixes.4
    }
    if suffix == 0 { return nil }
    return FeatureHash.of(401 + UInt64(length), suffix, code(pair), isCapitalised ? 1 : 0)
  }

  private static func code(_ pair: TagPair) -> UInt64 {
    UInt64(pair.universal.rawValue) << 8 | UInt64(pair.penn.rawValue)
  }
}
