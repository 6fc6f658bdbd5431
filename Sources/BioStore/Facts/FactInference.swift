/// Draws what follows from the facts by the definition of their types, and marks it as inferred.
struct FactInference: Sendable {
  /// The facts with what follows from them added.
  func complete(_ facts: [Fact]) -> [Fact] {
    var facts = facts
    shareDwellings(&facts)
    endMemberships(&facts)
    return facts
  }

  /// Who lives in, or moves into, the dwelling that others share, shares it with them.
  private func shareDwellings(_ facts: inout [Fact]) {
    var shared: [Int: [(people: [Int], evidence: [Fact.Evidence])]] = [:]
    for fact in facts where fact.type == .sharedResidence {
      guard let place = fact.place, let object = fact.object else { continue }
      shared[place, default: []].append(([fact.subject, object], fact.evidence))
    }
    for fact in facts where fact.type == .movedTo || fact.type == .residedIn {
      guard let place = fact.object, let homes = shared[place] else { continue }
      for home in homes where !home.people.contains(fact.subject) {
        for person in home.people where !isKnown(facts, fact.subject, person, place) {
          facts.append(
            Fact(
              type: .sharedResidence, subject: min(fact.subject, person), object: max(fact.subject, person),
              place: place, interval: fact.interval, evidence: fact.evidence + home.evidence,
              confidence: fact.confidence * 0.9, isInferred: true))
        }
      }
    }
  }

  private func isKnown(_ facts: [Fact], _ first: Int, _ second: Int, _ place: Int) -> Bool {
    facts.contains {
      $0.type == .sharedResidence && $0.place == place
        && [$0.subject, $0.object ?? -1].sorted() == [first, second].sorted()
    }
  }

  /// An expulsion or departure ends the membership that it presupposes.
  private func endMemberships(_ facts: inout [Fact]) {
    for fact in facts where fact.type == .expelledFrom || fact.type == .left {
      guard let body = fact.object, let date = fact.interval?.start else { continue }
      let open = facts.indices.filter { index in
        let other = facts[index]
        return [.memberOf, .employedBy, .position].contains(other.type) && other.subject == fact.subject
          && other.object == body && other.interval?.end == nil
          && (other.interval?.start.map { $0.year <= date.year } ?? true)
      }
      for index in open {
        var interval = facts[index].interval ?? DateInterval(start: nil, words: fact.interval?.words ?? "")
        interval.end = date
        facts[index].interval = interval
        for evidence in fact.evidence where !facts[index].evidence.contains(evidence) {
          facts[index].evidence.append(evidence)
        }
      }
      if open.isEmpty, fact.type == .expelledFrom { facts.append(membership(endedBy: fact, date: date)) }
    }
  }

  private func membership(endedBy fact: Fact, date: PartialDate) -> Fact {
    Fact(
      type: .memberOf, subject: fact.subject, object: fact.object,
      interval: DateInterval(start: nil, end: date, words: fact.interval?.words ?? ""),
      evidence: fact.evidence, confidence: fact.confidence * 0.9, isInferred: true)
  }
}
