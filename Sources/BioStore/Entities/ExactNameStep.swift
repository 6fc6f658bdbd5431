/// Names that are spelt alike are one entity.
struct ExactNameStep {
  static let name = "exact-name"

  static func apply(to discourse: inout Discourse) {
    var known: [Key: Int] = [:]
    for (index, phrase) in discourse.phrases.enumerated() where phrase.form == .name {
      let key = Key(phrase)
      if discourse.isResolved(index) { continue }
      if let entity = known[key], !isSomeoneNew(index, entity, in: discourse) {
        discourse.refer(index, to: [entity], step: name)
      } else if phrase.person?.isSingle != true || phrase.kind != .person {
        known[key] = discourse.introduce(index, step: name)
      }
    }
  }

  private struct Key: Hashable {
    let kind: EntityKind?
    let words: String

    init(_ phrase: Phrase) {
      kind = phrase.kind
      if let person = phrase.person {
        words = (person.words + person.epithet + [person.generation ?? ""]).joined(separator: " ")
      } else {
        words = phrase.key
      }
    }
  }

  /// Whether titles tell that it is another person ("Mr Brown", "Mrs Brown").
  private static func isSomeoneNew(_ phrase: Int, _ entity: Int, in discourse: Discourse) -> Bool {
    guard let gender = discourse.phrases[phrase].gender, let known = discourse.entities[entity].gender else {
      return false
    }
    return gender != known
  }
}
