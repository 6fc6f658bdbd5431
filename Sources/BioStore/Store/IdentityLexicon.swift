/// The weights and words of `lexicons/identity.tsv`.
struct IdentityLexicon: Sendable {
  private let weights: [String: Double]
  private let genericWords: Set<String>
  private let patronymicEndings: [String]

  static let standard = IdentityLexicon()

  private init() {
    var weights: [String: Double] = [:]
    var words: [String: [String]] = [:]
    for row in LexiconFile.rows("lexicons/identity.tsv") {
      if row.count == 3, row[0] == "weight" {
        weights[String(row[1])] = Double(row[2])
      } else if row.count == 2 {
        words[String(row[0]), default: []] += row[1].split(separator: " ").map(String.init)
      }
    }
    self.weights = weights
    genericWords = Set(words["generic"] ?? [])
    patronymicEndings = words["patronymic"] ?? []
  }

  /// The weight of this name.
  ///
  /// - Precondition: The table has it.
  func weight(_ name: String) -> Double {
    guard let weight = weights[name] else { preconditionFailure("no weight \(name) in identity.tsv") }
    return weight
  }

  /// Whether a middle name is one that may be left out ("Antonovich").
  func isPatronymic(_ word: String) -> Bool {
    patronymicEndings.contains { word.hasSuffix($0) && word.utf8.count > $0.utf8.count + 1 }
  }

  /// Whether each of these folded words says what kind of thing is meant, and none says which ("central committee").
  func isGeneric(_ words: [String]) -> Bool {
    let classWords: NameClasses = [.organisation, .event, .place, .title, .suffix]
    return words.allSatisfy {
      genericWords.contains($0) || !Gazetteer.classes(of: $0).isDisjoint(with: classWords)
    }
  }
}
