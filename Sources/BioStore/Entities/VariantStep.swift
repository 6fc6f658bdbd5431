/// Names that the whole world uses for one thing: "Petrograd" and "St Petersburg", "World War II" and "Second World
/// War".
struct VariantStep {
  static let name = "variant"

  static func apply(to discourse: inout Discourse) {
    var known: [String: Int] = [:]
    for index in discourse.phrases.indices where discourse.phrases[index].form == .name {
      let phrase = discourse.phrases[index]
      guard let kind = phrase.kind, kind != .person, let entity = discourse.referent(of: index) else {
        continue
      }
      let key = kind.rawValue + " " + discourse.lexicon.standardName(phrase.key, kind: kind)
      if let other = known[key] {
        discourse.merge(other, entity)
      } else {
        known[key] = entity
      }
    }
  }
}
