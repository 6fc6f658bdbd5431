/// The words that tokeniser and sentence splitter go by, from the embedded lexicons; all in lower case.
struct TokenizerLexicon: Sendable {
  enum AbbreviationClass: String, Sendable { case title, reference, inner, final }

  static let shared = TokenizerLexicon()

  let abbreviations: [String: AbbreviationClass]
  let prefixes: Set<String>
  /// Where the first of the two tokens ends.
  let contractions: [String: Int]
  let starters: Set<String>
  /// Pronouns and prepositions with their capital, which hardly begin a name; they show a forgotten full stop.
  let plainStarters: Set<String>
  /// Words and pairs of words that open a clause even behind a word, where a full stop is missing.
  let clauseOpeners: Set<String>
  let units: Set<String>
  /// What an apostrophe joins to a word as a token of its own.
  let clitics: Set<String>

  /// Whether a contraction begins with this letter and has this length; spares most words the look-up.
  func mayBeContraction(_ first: Unicode.Scalar, length: Int) -> Bool {
    length < contractionInitials.count && contractionInitials[length] & (1 << UInt64(first.value & 31)) != 0
  }

  /// For each length the set of first letters, as bits.
  private let contractionInitials: [UInt64]

  init() {
    var abbreviations: [String: AbbreviationClass] = [:]
    for row in LexiconFile.rows("lexicons/abbreviations.tsv") where row.count > 1 {
      abbreviations[String(row[0])] = AbbreviationClass(rawValue: String(row[1]))
    }
    self.abbreviations = abbreviations
    var contractions: [String: Int] = [:]
    for row in LexiconFile.rows("lexicons/contractions.tsv") where row.count > 1 {
      contractions[String(row[0])] = row[1].prefix { $0 != "|" }.unicodeScalars.count
    }
    self.contractions = contractions
    var initials = [UInt64](repeating: 0, count: 16)
    for word in contractions.keys {
      let scalars = Array(word.unicodeScalars)
      if scalars.count < initials.count { initials[scalars.count] |= 1 << UInt64(scalars[0].value & 31) }
    }
    contractionInitials = initials
    prefixes = LexiconFile.words("lexicons/attached-prefixes.txt")
    starters = LexiconFile.words("lexicons/sentence-starters.txt")
    plainStarters = LexiconFile.words("lexicons/plain-starters.txt")
    clauseOpeners = LexiconFile.words("lexicons/clause-openers.txt")
    units = LexiconFile.words("lexicons/units.txt")
    clitics = LexiconFile.words("lexicons/clitics.txt")
  }
}
