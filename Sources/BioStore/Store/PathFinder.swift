/// Finds how two entities are connected: the shortest ways from one to the other, fact by fact.
///
/// Breadth-first from both ends at once, always on from the end that has fewer entities, so that the cost is that of two
/// half-way searches. What everyone shares (countries, cities) is no connection: the default types leave it out.
public struct PathFinder {
  /// What a search may cost.
  public struct Limits: Sendable, Hashable {
    /// The longest way, in facts.
    public var hops: Int
    /// So many ways, all of the same length.
    public var paths: Int
    /// Facts that are looked at before the search gives up.
    public var facts: Int
    public var minimumConfidence: Double

    public init(hops: Int = 6, paths: Int = 3, facts: Int = 200_000, minimumConfidence: Double = 0) {
      self.hops = hops
      self.paths = paths
      self.facts = facts
      self.minimumConfidence = minimumConfidence
    }
  }

  /// One step of a way.
  public struct Hop: Sendable, Hashable {
    public let from: EntityReference
    public let to: EntityReference
    /// Of which the two are subject and object, in either order.
    public let fact: FactRecord
  }

  /// What a search found.
  public struct Result: Sendable, Hashable {
    /// The shortest ways; empty if there is none within the limits.
    public let paths: [[Hop]]
    /// Whether the search gave up before it had seen everything within its hops.
    public let isCutOff: Bool
  }

  /// Ties that mean something: kin, friends, foes, homes, bodies, schools, works and events; not places.
  public static let defaultTypes: Set<FactType> = [
    .parent, .sibling, .spouse, .partner, .relative, .educatedAt, .studentOf, .employedBy, .position,
    .memberOf,
    .expelledFrom, .left, .founded, .created, .participatedIn, .sharedResidence, .associatedWith, .met,
    .supported,
    .opposed, .killed,
  ]

  private let store: Store
  private let types: String
  private let limits: Limits

  public init(store: Store, types: Set<FactType> = PathFinder.defaultTypes, limits: Limits = Limits()) {
    self.store = store
    self.types = JSONText.array(types.map(\.rawValue).sorted())
    self.limits = limits
  }

  /// The shortest ways between two entities.
  ///
  /// - Throws: `StoreError` if the database cannot be read.
  public func paths(from start: Int64, to goal: Int64) throws -> Result {
    try store.translatingErrors {
      try store.database.snapshot { try search(from: start, to: goal) }
    }
  }

  /// What is reached from one end: for each entity the facts that lead on towards that end.
  private struct Side {
    struct Step {
      let entity: Int64
      let fact: Int64
    }

    var steps: [Int64: [Step]]
    var frontier: [Int64]

    init(_ start: Int64) {
      steps = [start: []]
      frontier = [start]
    }
  }

  private func search(from start: Int64, to goal: Int64) throws -> Result {
    guard start != goal else { return Result(paths: [], isCutOff: false) }
    var near = Side(start)
    var far = Side(goal)
    var seenFacts = 0
    var hops = 0
    while hops < limits.hops, !near.frontier.isEmpty, !far.frontier.isEmpty {
      hops += 1
      if near.frontier.count <= far.frontier.count {
        try expand(&near, &seenFacts)
      } else {
        try expand(&far, &seenFacts)
      }
      let meetings = meetings(near, far)
      if !meetings.isEmpty { return Result(paths: try records(meetings, near, far), isCutOff: false) }
      if seenFacts > limits.facts { return Result(paths: [], isCutOff: true) }
    }
    return Result(paths: [], isCutOff: false)
  }

  /// Goes one fact further from every entity of the frontier.
  private func expand(_ side: inout Side, _ seenFacts: inout Int) throws {
    let statement = try store.database.cached(
      """
      SELECT f.id, f.object_id AS other FROM facts AS f
      WHERE f.subject_id = ?1 AND f.object_id IS NOT NULL AND f.type IN (SELECT value FROM json_each(?2))
        AND f.confidence >= ?3
      UNION ALL
      SELECT f.id, f.subject_id FROM facts AS f
      WHERE f.object_id = ?1 AND f.type IN (SELECT value FROM json_each(?2)) AND f.confidence >= ?3
      """)
    var reached: [Int64: [Side.Step]] = [:]
    var order: [Int64] = []
    for entity in side.frontier where seenFacts <= limits.facts {
      try statement.bind([entity, types, limits.minimumConfidence])
      defer { statement.reset() }
      while try statement.step() {
        seenFacts += 1
        if seenFacts > limits.facts { break }
        let other = statement.int64(at: 1)
        guard side.steps[other] == nil else { continue }
        if reached[other] == nil { order.append(other) }
        // A few ways into an entity are enough: no more are shown.
        if reached[other, default: []].count < limits.paths {
          reached[other, default: []].append(Side.Step(entity: entity, fact: statement.int64(at: 0)))
        }
      }
    }
    side.steps.merge(reached) { first, _ in first }
    side.frontier = order
  }

  private func meetings(_ near: Side, _ far: Side) -> [Int64] {
    let (small, large) = near.steps.count <= far.steps.count ? (near, far) : (far, near)
    return small.frontier.filter { large.steps[$0] != nil } + large.frontier.filter { small.steps[$0] != nil }
  }

  /// The ways through the meeting points, with their facts.
  private func records(_ meetings: [Int64], _ near: Side, _ far: Side) throws -> [[Hop]] {
    var ways: [[(from: Int64, fact: Int64, to: Int64)]] = []
    var seen: Set<[Int64]> = []
    for meeting in meetings.sorted() {
      for head in chains(from: meeting, near) {
        for tail in chains(from: meeting, far) {
          let before = head.reversed().map { (from: $0.to, fact: $0.fact, to: $0.from) }
          let way = before + tail
          // Two facts between the same two are one way: the first is shown.
          let entities = way.map(\.from) + [way.last?.to ?? meeting]
          if seen.insert(entities).inserted { ways.append(way) }
        }
      }
    }
    let shortest = ways.map(\.count).min() ?? 0
    return try ways.filter { $0.count == shortest }.prefix(limits.paths).map { way in
      try way.compactMap { try hop($0) }
    }
  }

  /// The ways from an entity back to its side's end, each a list of steps.
  private func chains(from entity: Int64, _ side: Side) -> [[(from: Int64, fact: Int64, to: Int64)]] {
    guard let steps = side.steps[entity], !steps.isEmpty else { return [[]] }
    var chains: [[(from: Int64, fact: Int64, to: Int64)]] = []
    for step in steps {
      for rest in self.chains(from: step.entity, side) {
        chains.append([(from: entity, fact: step.fact, to: step.entity)] + rest)
        if chains.count >= limits.paths { return chains }
      }
    }
    return chains
  }

  private func hop(_ step: (from: Int64, fact: Int64, to: Int64)) throws -> Hop? {
    guard let fact = try store.fact(id: step.fact), let object = fact.object else { return nil }
    let isForward = fact.subject.id == step.from
    return Hop(from: isForward ? fact.subject : object, to: isForward ? object : fact.subject, fact: fact)
  }
}
