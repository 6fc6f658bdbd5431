/// "who", "which", "whose": what the relative clause belongs to.
struct RelativePronounStep {
  static let name = "relative-pronoun"

  static func resolve(_ phrase: Int, in discourse: Discourse) -> [Int]? {
    let token = discourse.phrases[phrase].head
    guard let head = PhraseGeometry.antecedentHead(of: token, in: discourse.forest) else { return nil }
    let referents = discourse.referents(at: head)
    return referents.isEmpty ? nil : referents
  }
}
