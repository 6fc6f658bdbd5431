/// The words of `lexicons/kind-cues.tsv`, which tell the kind of the name they stand in or beside.
struct KindCues: Sendable {
  enum Cue: String, Sendable {
    case club, league, courtesy, state, dweller, estate, aid, versus, direction, saint, sanctuary, site,
      household, poll, pet, press, office, chief, service, degree
  }

  static let standard = KindCues()

  private let cues: [String: Cue]

  private init() {
    var cues: [String: Cue] = [:]
    for row in LexiconFile.rows("lexicons/kind-cues.tsv") where row.count == 2 {
      cues[String(row[0])] = Cue(rawValue: String(row[1]))
    }
    self.cues = cues
  }

  /// What a word tells, written as in the text.
  subscript(word: String) -> Cue? { cues[word] }
}
