/// Drops candidates that say too little to be a fact: about a nameless crowd, or what a title before a name says anyway.
struct FactFilter {
  let reading: Reading

  func isWorthKeeping(_ fact: Fact) -> Bool {
    if fact.object == fact.subject { return false }
    let isNamed = reading.entities[fact.subject].isNamed
    switch fact.type {
    case .parent, .sibling, .relative, .associatedWith, .spouse, .studentOf, .partner, .met, .sharedResidence,
      .killed,
      .opposed, .supported, .founded:
      guard let object = fact.object else { return isNamed }
      return (isNamed || reading.entities[object].isNamed) && !isCrowd(fact.subject) && !isCrowd(object)
        && !isBareKin(fact)
    default: return isNamed
    }
  }

  /// "his friends", "opponents": several people without name.
  private func isCrowd(_ entity: Int) -> Bool {
    guard !reading.entities[entity].isNamed, reading.entities[entity].kind == .person else { return false }
    guard let mention = reading.mentions.first(where: { $0.entity == entity && $0.form == .description })
    else {
      return false
    }
    return reading.tokens[mention.head].pennTag == .nns
  }

  /// A parent of whom only that is said: "his mother".
  private func isBareKin(_ fact: Fact) -> Bool {
    guard fact.type == .parent else { return false }
    return [fact.subject, fact.object ?? fact.subject].contains { entity in
      !reading.entities[entity].isNamed
        && WordClasses(of: reading.entities[entity].name.lowercased()).contains(.kin)
    }
  }
}
