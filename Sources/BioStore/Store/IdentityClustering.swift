/// Sorts the appearances of one component into entities.
///
/// The appearances are taken in an order of their own (`IdentityAppearance.precedes`), each joins the entity that it
/// resembles most, or opens one. The result depends on which appearances there are, not on when they came. Linear in the
/// appearances times the entities that they form.
struct IdentityClustering {
  /// Why an appearance is where it is.
  struct Decision {
    var appearance: Int
    /// An appearance of the entity that it was compared with.
    var other: Int
    var isSame: Bool
    var score: Double
    var reason: String
    var isUsers: Bool
  }

  private let appearances: [IdentityAppearance]
  private let arePeople: Bool
  private let choices: ComponentChoices
  /// The facts of an appearance, asked for only where names and lives leave it in doubt.
  private let marks: (Int64) throws -> Set<IdentityMark>
  private var marksByIndex: [Int: Set<IdentityMark>] = [:]
  private(set) var clusters: [IdentityCluster] = []
  private(set) var decisions: [Decision] = []

  /// - Parameter appearances: In the order of `IdentityAppearance.precedes`.
  init(
    _ appearances: [IdentityAppearance], arePeople: Bool, choices: ComponentChoices,
    marks: @escaping (Int64) throws -> Set<IdentityMark>
  ) throws {
    self.appearances = appearances
    self.arePeople = arePeople
    self.choices = choices
    self.marks = marks
    for index in appearances.indices {
      try place(index)
    }
  }

  private mutating func place(_ index: Int) throws {
    let partners = choices.partners(of: index).filter { $0 < index }
    var joined = Set(partners.compactMap(cluster(of:)))
    for partner in partners {
      decisions.append(
        Decision(
          appearance: index, other: partner, isSame: true, score: 1, reason: "decided by the user",
          isUsers: true))
    }
    if joined.isEmpty {
      joined = arePeople ? Set([try bestCluster(for: index)].compactMap { $0 }) : clustersOfSameName(index)
    }
    guard let target = joined.min() else {
      var cluster = IdentityCluster()
      cluster.add(index, appearances[index])
      return clusters.append(cluster)
    }
    clusters[target].add(index, appearances[index])
    // What is the same as two is one.
    for other in joined.sorted().reversed() where other != target {
      for member in clusters.remove(at: other).members {
        clusters[target].add(member, appearances[member])
      }
    }
  }

  private func cluster(of index: Int) -> Int? {
    clusters.firstIndex { $0.members.contains(index) }
  }

  /// The entity that the person resembles most, if it is enough.
  private mutating func bestCluster(for index: Int) throws -> Int? {
    let appearance = appearances[index]
    let threshold = IdentityLexicon.standard.weight("same-person-from")
    var candidates: [(cluster: Int, score: IdentityScore)] = []
    for (number, cluster) in clusters.enumerated() where !cluster.keys.isDisjoint(with: appearance.keys) {
      if noteForbidden(index, cluster) || cluster.articles.contains(appearance.article) { continue }
      guard var score = IdentityScore(names: appearance, cluster) else { continue }
      score.compareLives(appearance, cluster)
      if score.value < threshold,
        score.value >= threshold - IdentityLexicon.standard.weight("shared-facts-at-most")
      {
        score.addSharedFacts(try sharedFacts(index, cluster))
      }
      candidates.append((number, score))
    }
    guard let best = try best(of: candidates, for: index) else { return nil }
    // Sums of decimal weights: half a hundredth is no difference.
    let isSame = best.isAlone && best.score.value >= threshold - 0.005
    let reason = best.isAlone ? best.score.reason : "several of that name fit alike"
    decisions.append(
      Decision(
        appearance: index, other: clusters[best.cluster].members[0], isSame: isSame,
        score: best.isAlone ? best.score.stored : 0, reason: reason, isUsers: false))
    return isSame ? best.cluster : nil
  }

  /// The candidate with the highest score, and whether no other comes near it: where namesakes fit alike, facts that
  /// the articles share decide, and nobody if there are none.
  private mutating func best(
    of candidates: [(cluster: Int, score: IdentityScore)], for index: Int
  ) throws -> (cluster: Int, score: IdentityScore, isAlone: Bool)? {
    guard let first = Self.highest(of: candidates) else { return nil }
    let threshold = IdentityLexicon.standard.weight("same-person-from")
    let margin = IdentityLexicon.standard.weight("tie-margin")
    var tied = candidates.filter {
      $0.score.value >= threshold - 0.005 && first.score.value - $0.score.value < margin
    }
    guard tied.count > 1 else { return (first.cluster, first.score, true) }
    for place in tied.indices {
      tied[place].score.addSharedFacts(try sharedFacts(index, clusters[tied[place].cluster]))
    }
    guard let best = Self.highest(of: tied) else { return nil }
    let isAlone = tied.allSatisfy {
      $0.cluster == best.cluster || best.score.value - $0.score.value >= margin
    }
    return (best.cluster, best.score, isAlone)
  }

  /// The first of those with the highest score.
  private static func highest(
    of candidates: [(cluster: Int, score: IdentityScore)]
  ) -> (cluster: Int, score: IdentityScore)? {
    var best: (cluster: Int, score: IdentityScore)?
    for candidate in candidates where candidate.score.value > best?.score.value ?? -.infinity {
      best = candidate
    }
    return best
  }

  private mutating func clustersOfSameName(_ index: Int) -> Set<Int> {
    var found: Set<Int> = []
    for (number, cluster) in clusters.enumerated()
    where !cluster.keys.isDisjoint(with: appearances[index].keys) {
      if noteForbidden(index, cluster) { continue }
      found.insert(number)
    }
    if let first = found.min() {
      decisions.append(
        Decision(
          appearance: index, other: clusters[first].members[0], isSame: true,
          score: IdentityLexicon.standard.weight("same-name"), reason: "same name", isUsers: false))
    }
    return found
  }

  /// Whether the user has said that the appearance is none of these.
  private mutating func noteForbidden(_ index: Int, _ cluster: IdentityCluster) -> Bool {
    guard let other = cluster.members.first(where: { choices.areDifferent(index, $0) }) else { return false }
    decisions.append(
      Decision(
        appearance: index, other: other, isSame: false, score: 0, reason: "decided by the user", isUsers: true
      ))
    return true
  }

  private mutating func sharedFacts(_ index: Int, _ cluster: IdentityCluster) throws -> Set<IdentityMark> {
    let own = try marks(of: index)
    guard !own.isEmpty else { return [] }
    var others: Set<IdentityMark> = []
    for member in cluster.members {
      others.formUnion(try marks(of: member))
    }
    return own.intersection(others)
  }

  private mutating func marks(of index: Int) throws -> Set<IdentityMark> {
    if let known = marksByIndex[index] { return known }
    let found = try marks(appearances[index].row)
    marksByIndex[index] = found
    return found
  }
}

/// What the user decided about the appearances of one component, by their indices.
struct ComponentChoices {
  private var same: [Int: [Int]] = [:]
  private var different: [Int: Set<Int>] = [:]

  mutating func add(_ first: Int, _ second: Int, isSame: Bool) {
    if isSame {
      same[first, default: []].append(second)
      same[second, default: []].append(first)
    } else {
      different[first, default: []].insert(second)
      different[second, default: []].insert(first)
    }
  }

  func partners(of index: Int) -> [Int] { same[index] ?? [] }
  func areDifferent(_ first: Int, _ second: Int) -> Bool { different[first]?.contains(second) ?? false }
}
