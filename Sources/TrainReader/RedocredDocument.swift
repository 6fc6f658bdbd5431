import BioStore

/// An article of Re-DocRED as its JSON Lines file holds it.
struct RedocredDocument: Decodable {
  struct Mention: Decodable {
    var start: Int
    var end: Int
    var text: String
  }

  struct Entity: Decodable {
    var type: String
    var mentions: [Mention]
  }

  struct Relation: Decodable {
    var head: Int
    var relation: String
    var tail: Int
  }

  var title: String
  var text: String
  var entities: [Entity]
  var relations: [Relation]

  /// The names by the guidelines, longest first: without "the", without demonyms, the rest told apart.
  func names(_ text: ScalarText) -> [(range: Range<Int>, kinds: [NameLabel.Kind])] {
    var names: [(range: Range<Int>, kinds: [NameLabel.Kind])] = []
    for (index, entity) in entities.enumerated() where ["PER", "LOC", "ORG", "MISC"].contains(entity.type) {
      for mention in entity.mentions {
        var start = mention.start
        if mention.text.lowercased().hasPrefix("the ") { start += 4 }
        let words = text[start..<mention.end].split(separator: " ").map(String.init)
        guard words.contains(where: { $0.contains { !$0.isLowercase } }) else { continue }
        let kinds =
          entity.type == "MISC" && !NameKindRules.isDemonym(words)
          ? kinds(ofOther: index, words: words) : NameKindRules.kinds(tag: entity.type, words: words)
        if !kinds.isEmpty { names.append((start..<mention.end, kinds)) }
      }
    }
    return names.sorted {
      $0.range.count != $1.range.count
        ? $0.range.count > $1.range.count : $0.range.lowerBound < $1.range.lowerBound
    }
  }

  private func kinds(ofOther entity: Int, words: [String]) -> [NameLabel.Kind] {
    var votes: [NameLabel.Kind: Int] = [:]
    for relation in relations {
      if relation.head == entity {
        if NameKindRules.workHeads.contains(relation.relation) { votes[.work, default: 0] += 1 }
        if NameKindRules.eventHeads.contains(relation.relation) { votes[.event, default: 0] += 1 }
      }
      if relation.tail == entity {
        if NameKindRules.workTails.contains(relation.relation) { votes[.work, default: 0] += 1 }
        if NameKindRules.eventTails.contains(relation.relation) { votes[.event, default: 0] += 1 }
        if NameKindRules.otherTails.contains(relation.relation) { votes[.other, default: 0] += 1 }
      }
    }
    if let byHead = NameKindRules.kindsByHead(words) { votes[byHead[0], default: 0] += 2 }
    let most = votes.values.max() ?? 0
    guard most > 0 else { return [.event, .work, .other] }
    return NameLabel.Kind.allCases.filter { votes[$0] == most }
  }
}
