import BioStore

/// How well a model does on a treebank, on gold tokens.
struct AccuracyReport {
  private(set) var words = 0
  private var universal = 0
  private var penn = 0
  private var unlabelled = 0
  private var labelled = 0
  private var labelledWithoutSubtypes = 0
  private var lemmas = 0
  /// How often a gold relation was given another or a wrong head.
  private(set) var confusions: [String: Int] = [:]

  mutating func add(_ reading: Reading, gold: Reading) {
    for (token, truth) in zip(reading.tokens, gold.tokens) {
      words += 1
      if token.tag == truth.tag { universal += 1 }
      if token.pennTag == truth.pennTag { penn += 1 }
      if token.lemma == truth.lemma { lemmas += 1 }
      if token.head == truth.head {
        unlabelled += 1
        if token.relation == truth.relation { labelled += 1 }
        if Self.main(token.relation) == Self.main(truth.relation) { labelledWithoutSubtypes += 1 }
      }
      if token.head != truth.head {
        confusions["\(truth.relation.label) → wrong head", default: 0] += 1
      } else if token.relation != truth.relation {
        confusions["\(truth.relation.label) → \(token.relation.label)", default: 0] += 1
      }
    }
  }

  private static func main(_ relation: DependencyRelation) -> Substring {
    relation.label.prefix { $0 != ":" }
  }

  private func percent(_ count: Int) -> String {
    let hundredths = words == 0 ? 0 : (count * 10_000 + words / 2) / words
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  static let header = "| treebank | words | UPOS | XPOS | lemma | UAS | LAS | LAS without subtypes |"

  func row(_ name: String) -> String {
    let figures = [universal, penn, lemmas, unlabelled, labelled, labelledWithoutSubtypes]
    return "| \(name) | \(words) | " + figures.map(percent).joined(separator: " | ") + " |"
  }
}
