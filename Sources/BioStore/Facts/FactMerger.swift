/// Makes one fact of those that say the same, with all their evidence.
struct FactMerger: Sendable {
  private struct Key: Hashable {
    var type: FactType
    var subject: Int
    var object: Int?
    var value: String?
  }

  /// The facts in the order of their first evidence, each said once.
  func merge(_ facts: [Fact]) -> [Fact] {
    var merged: [Fact] = []
    var byKey: [Key: [Int]] = [:]
    for fact in facts.map(canonical) {
      let key = key(of: fact)
      if let index = byKey[key]?.first(where: { isSame(merged[$0], fact) }) {
        merged[index] = combine(merged[index], fact)
      } else {
        byKey[key, default: []].append(merged.count)
        merged.append(fact)
      }
    }
    return dropVague(merged)
  }

  /// Symmetric facts have the smaller entity as subject.
  private func canonical(_ fact: Fact) -> Fact {
    guard fact.type.isSymmetric, let object = fact.object, object < fact.subject else { return fact }
    var turned = fact
    turned.subject = object
    turned.object = fact.subject
    return turned
  }

  private func key(of fact: Fact) -> Key {
    let hasOwnValue = fact.object == nil || fact.type == .position
    let isUnique = fact.type == .born || fact.type == .died
    return Key(
      type: fact.type, subject: fact.subject, object: fact.object,
      value: hasOwnValue && !isUnique ? fact.value?.lowercased() : nil)
  }

  private func isSame(_ left: Fact, _ right: Fact) -> Bool {
    if left.type == .born || left.type == .died { return true }
    if let place = left.place, let other = right.place, place != other, left.object == nil { return false }
    guard let first = left.interval, let second = right.interval else { return true }
    return first.agrees(with: second)
  }

  private func combine(_ left: Fact, _ right: Fact) -> Fact {
    var fact = left
    fact.value = fact.value ?? right.value
    fact.place = fact.place ?? right.place
    fact.interval = combine(left.interval, right.interval)
    for evidence in right.evidence where !fact.evidence.contains(evidence) { fact.evidence.append(evidence) }
    if right.confidence > left.confidence {
      fact.confidence = right.confidence
      fact.signs = right.signs
    }
    fact.isInferred = left.isInferred && right.isInferred
    return fact
  }

  private func combine(_ left: DateInterval?, _ right: DateInterval?) -> DateInterval? {
    guard var interval = left else { return right }
    guard let right else { return interval }
    if let start = right.start, interval.start.map({ start.isFiner(than: $0) }) ?? true {
      interval.start = start
    }
    if let end = right.end, interval.end.map({ end.isFiner(than: $0) }) ?? true { interval.end = end }
    return interval
  }

  /// A degree as one sentence names it.
  private struct Degree: Hashable {
    var person: Int
    var value: String?
    var sentence: Int
  }

  private func degrees(of fact: Fact) -> [Degree] {
    fact.evidence.map { Degree(person: fact.subject, value: fact.value?.lowercased(), sentence: $0.sentence) }
  }

  /// Drops what says less than another fact: a position without body where another says the same title with one, a
  /// degree without school where its sentence names the school.
  private func dropVague(_ facts: [Fact]) -> [Fact] {
    var titled: Set<Key> = []
    var schooled: Set<Degree> = []
    for fact in facts where fact.object != nil {
      switch fact.type {
      case .position:
        titled.insert(
          Key(type: .position, subject: fact.subject, object: nil, value: fact.value?.lowercased()))
      case .educatedAt: schooled.formUnion(degrees(of: fact))
      default: continue
      }
    }
    return facts.filter { fact in
      guard fact.object == nil else { return true }
      switch fact.type {
      case .position: return !titled.contains(key(of: fact))
      case .educatedAt: return schooled.isDisjoint(with: degrees(of: fact))
      default: return true
      }
    }
  }
}

extension PartialDate {
  /// Whether two dates may be the same day: equal as far as the coarser goes.
  func agrees(with other: PartialDate) -> Bool {
    guard year == other.year else { return false }
    guard let month, let otherMonth = other.month else { return true }
    guard month == otherMonth else { return false }
    guard let day, let otherDay = other.day else { return true }
    return day == otherDay
  }

  func isFiner(than other: PartialDate) -> Bool {
    agrees(with: other) && (other.month == nil && month != nil || other.day == nil && day != nil)
  }
}

extension DateInterval {
  func agrees(with other: DateInterval) -> Bool {
    if let start, let otherStart = other.start, !start.agrees(with: otherStart) { return false }
    if let end, let otherEnd = other.end, !end.agrees(with: otherEnd) { return false }
    // An end before the other's start is another spell.
    if start == nil, let end, let otherStart = other.start, end.year < otherStart.year { return false }
    if other.start == nil, let otherEnd = other.end, let start, otherEnd.year < start.year { return false }
    return true
  }
}
