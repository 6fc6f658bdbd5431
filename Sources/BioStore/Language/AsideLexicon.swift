/// The words that show what a sentence says by the way, from the embedded lexicons.
struct AsideLexicon: Sendable {
  static let shared = AsideLexicon()

  /// Words that announce another name, in lower case.
  let cues: Set<String>
  /// Words that may stand beside these.
  let helpers: Set<String>
  /// Honours and degrees behind a name, as written.
  let letters: Set<String>
  /// Verbs that may follow a name at once.
  let finiteVerbs: Set<String>
  /// Words that lead to a place rather than to another name.
  let placeWords: Set<String>
  /// Words in small letters inside names.
  let particles: Set<String>

  private init() {
    func words(_ name: String, of kind: String) -> Set<String> {
      Set(LexiconFile.rows(name).filter { $0.count > 1 && $0[1] == kind }.map { String($0[0]) })
    }
    cues = words("lexicons/alias-cues.tsv", of: "cue")
    helpers = words("lexicons/alias-cues.tsv", of: "helper")
    letters = words("lexicons/aside-words.tsv", of: "letters")
    finiteVerbs = words("lexicons/aside-words.tsv", of: "finite")
    placeWords = words("lexicons/aside-words.tsv", of: "place")
    particles = words("lexicons/name-parts.tsv", of: "particle")
  }
}
