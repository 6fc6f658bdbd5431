/// What makes an earlier mention a likely antecedent of "he" or "she".
enum AntecedentFeature: String, Sendable, CaseIterable {
  /// Sentences between the pronoun and the last mention.
  case sameSentence = "same-sentence"
  case oneBack = "one-back"
  case twoBack = "two-back"
  case threeBack = "three-back"
  /// The article's subject, which the last sentences do not mention.
  case unmentioned
  /// What the last mention is in its clause.
  case lastSubject = "last-subject"
  case lastObject = "last-object"
  case lastOblique = "last-oblique"
  case lastPossessor = "last-possessor"
  case lastAttribute = "last-attribute"
  case lastPredicate = "last-predicate"
  case lastOther = "last-other"
  /// How the last mention is worded.
  case lastIsName = "last-is-name"
  case lastIsDescription = "last-is-description"
  case lastIsPronoun = "last-is-pronoun"
  /// The article is about that person.
  case articleSubject = "article-subject"
  case articleSubjectOpensParagraph = "article-subject-opens-paragraph"
  case unknownGender = "unknown-gender"
  /// Known by a description only.
  case unnamed
  /// No candidate has been mentioned later.
  case latest
  /// What the last pronoun of the same gender meant.
  case previousPronoun = "previous-pronoun"
  /// Mentioned at least twice, at least four times within reach.
  case twice
  case fourTimes = "four-times"
  /// Pronoun and last mention are both subjects.
  case parallelSubject = "parallel-subject"
  /// The subject of the sentence before, and the pronoun is the first of its sentence and its subject.
  case topic
  /// The subject of the pronoun's own clause: of a possessive, of another form.
  case ownClausePossessive = "own-clause-possessive"
  case ownClauseOther = "own-clause-other"
  /// The subject of the clause that governs the pronoun's.
  case governingClause = "governing-clause"
  /// Was the subject of some clause within reach.
  case onceSubject = "once-subject"
}

/// The weights of `lexicons/salience.tsv`, learnt from annotated articles; the highest sum wins.
struct SalienceWeights: Sendable {
  private let weights: [AntecedentFeature: Int]

  init(rows: [[String]]) {
    var weights: [AntecedentFeature: Int] = [:]
    for row in rows where row.count == 2 {
      if let feature = AntecedentFeature(rawValue: row[0]), let weight = Int(row[1]) {
        weights[feature] = weight
      }
    }
    self.weights = weights
  }

  func score(_ features: [AntecedentFeature]) -> Int { features.reduce(0) { $0 + (weights[$1] ?? 0) } }
}
