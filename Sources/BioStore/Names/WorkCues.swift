/// The words that a title of a work follows, from `lexicons/work-cues.tsv`.
struct WorkCues: Sendable {
  enum Place: String, Sendable {
    /// Right behind a verb: "wrote The Salt Road".
    case object
    /// Behind "in" after a verb: "starred in The Salt Road".
    case within = "in"
    /// Right behind a noun: "the film The Salt Road".
    case noun
    /// Behind "for", "of" or "to" after a noun: "the music for The Salt Road".
    case part
    /// Somewhere in a sentence that speaks of works: "cast in The Salt Road".
    case about
    /// Behind a word that opens examples: "her works include The Salt Road".
    case list
    /// The word itself opens a title where it has a capital: "her History of Dalmatia".
    case title
  }

  static let standard = WorkCues()

  private let places: [String: Place]
  private let titleWords: Set<String>
  /// Words between a noun in the plural and the titles that are examples of it.
  private let openers: Set<String> = ["include", "including", "like", "as", "among", "are", "were", ":"]

  private init() {
    var places: [String: Place] = [:]
    var titleWords: Set<String> = []
    for row in LexiconFile.rows("lexicons/work-cues.tsv") where row.count == 2 {
      guard let place = Place(rawValue: String(row[1])) else { continue }
      if place == .title { titleWords.insert(String(row[0])) } else { places[String(row[0])] = place }
    }
    self.places = places
    self.titleWords = titleWords
  }

  /// Where titles stand that a verb governs.
  func verb(_ lemma: String) -> Place? {
    guard let place = places[lemma], place == .object || place == .within else { return nil }
    return place
  }

  /// Where titles stand that a noun names the genre of.
  func noun(_ lemma: String) -> Place? {
    guard let place = places[lemma], place != .object, place != .within, place != .about else { return nil }
    return place
  }

  /// Whether a word in small letters opens titles where it has a capital behind a possessor: "his Memoirs".
  func opensTitles(_ word: String) -> Bool { titleWords.contains(word) }

  /// Whether a word lets titles be near without saying where.
  func speaksOfWorks(_ lemma: String) -> Bool { places[lemma] == .about }

  /// The verb of a form with "co-": "co-wrote".
  func base(ofForm form: String) -> String? {
    let stem = Self.irregular[form] ?? (form.hasSuffix("ed") ? String(form.dropLast(2)) : form)
    return [stem, stem + "e"].first { places[$0] != nil }
  }

  private static let irregular = ["co-wrote": "co-write", "co-written": "co-write", "co-starred": "co-star"]

  /// Whether a verb says that a work came out: "was published", "premiered".
  func isPublication(_ lemma: String) -> Bool { publications.contains(lemma) }

  private let publications: Set<String> = [
    "publish", "release", "premiere", "reissue", "reprint", "serialise",
  ]

  /// Whether examples follow: "include", "such as", "among them", "are".
  func opensExamples(_ token: Token) -> Bool {
    openers.contains(token.lemma) || openers.contains(token.form.lowercased())
  }
}
