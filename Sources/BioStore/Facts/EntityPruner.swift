/// Drops the unnamed entities that no fact uses, with their mentions, and renumbers the others.
struct EntityPruner: Sendable {
  func prune(_ reading: inout Reading) {
    var isUsed = reading.entities.map(\.isNamed)
    for fact in reading.facts {
      isUsed[fact.subject] = true
      if let object = fact.object { isUsed[object] = true }
      if let place = fact.place { isUsed[place] = true }
    }
    guard isUsed.contains(false) else { return }
    var number = [Int](repeating: -1, count: isUsed.count)
    var kept: [Entity] = []
    for (index, entity) in reading.entities.enumerated() where isUsed[index] {
      number[index] = kept.count
      kept.append(entity)
    }
    reading.entities = kept
    reading.subject = reading.subject.flatMap { number[$0] >= 0 ? number[$0] : nil }
    reading.mentions = reading.mentions.compactMap { mention in
      guard number[mention.entity] >= 0 else { return nil }
      var moved = mention
      moved.entity = number[mention.entity]
      return moved
    }
    for index in reading.facts.indices {
      reading.facts[index].subject = number[reading.facts[index].subject]
      reading.facts[index].object = reading.facts[index].object.map { number[$0] }
      reading.facts[index].place = reading.facts[index].place.map { number[$0] }
    }
  }
}
