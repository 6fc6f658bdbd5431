/// Takes the answer out of a row: an entity, a value, a date, a place.
struct AnswerFiller {
  struct Filler {
    var text: String
    var entity: EntityReference?
    /// Whether the entity has a proper name.
    var isNamed = false
  }

  let store: Store
  let pattern: FactPattern
  /// Entities without a proper name.
  var unnamed: Set<Int64> = []

  func fillers(_ row: AnswerCandidate) throws -> [Filler] {
    let fact = row.fact
    switch pattern.answer {
    case .variable:
      guard let id = row.entity, let entity = try store.uncountedEntity(id: id) else { return [] }
      let reference = EntityReference(id: id, kind: entity.kind, name: entity.name)
      return [Filler(text: entity.name, entity: reference, isNamed: entity.isNamed)]
    case .value: return value(fact)
    case .objectOrValue: return fact.object.map { [filler($0)] } ?? value(fact)
    case .valueOrObject: return fact.value == nil ? fact.object.map { [filler($0)] } ?? [] : value(fact)
    case .place: return fact.place.map { [filler($0)] } ?? []
    case .placeOrObject: return try place(fact)
    case .start: return fact.start.map { [Filler(text: $0)] } ?? []
    case .end: return fact.end.map { [Filler(text: $0)] } ?? []
    case .span: return [fact.start, fact.end].compactMap { $0 }.map { Filler(text: $0) }
    case .existence: return [Filler(text: "yes")]
    case .name: return []
    }
  }

  private func filler(_ entity: EntityReference) -> Filler {
    Filler(text: entity.name, entity: entity, isNamed: !unnamed.contains(entity.id))
  }

  private func value(_ fact: FactRecord) -> [Filler] { fact.value.map { [Filler(text: $0)] } ?? [] }

  /// Types whose object is where someone is, and whose place is something else or more exact.
  private static let objectIsPlace: Set<FactType> = [.residedIn, .movedTo, .exiled, .imprisoned, .locatedIn]

  private func place(_ fact: FactRecord) throws -> [Filler] {
    let isObjectAsked = pattern.clauses[0].object == .any
    if Self.objectIsPlace.contains(fact.type) {
      guard isObjectAsked else { return fact.place.map { [filler($0)] } ?? [] }
      return fact.object.map { [filler($0)] } ?? fact.place.map { [filler($0)] } ?? []
    }
    let wantsPlace = pattern.preferences.isPlaceAsked
    if let object = fact.object, isObjectAsked, !isAttached(object.id) {
      if object.kind == .place { return [filler(object)] }
      if object.kind == .organisation, !wantsPlace { return [filler(object)] }
      if let place = fact.place { return [filler(place)] }
      return try located(object.id)
    }
    if let place = fact.place, !isAttached(place.id) { return [filler(place)] }
    return try fact.object.map { try located($0.id) } ?? []
  }

  private func isAttached(_ id: Int64) -> Bool {
    pattern.clauses[0].attached.contains {
      if case .entities(let ids, _) = $0 { ids.contains(id) } else { false }
    }
  }

  /// Where a body or an event is, by its own facts.
  private func located(_ id: Int64) throws -> [Filler] {
    try store.facts(.init(entity: id, types: [.locatedIn, .happened])).filter { $0.subject.id == id }
      .compactMap { $0.object ?? $0.place }.prefix(1).map(filler)
  }
}
