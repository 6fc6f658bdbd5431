import BioStore

/// Exact spans with their kinds against an annotation: precision, recall and F1.
struct NameScore {
  private(set) var right: [EntityKind: Int] = [:]
  private(set) var wrong: [EntityKind: Int] = [:]
  private(set) var missed: [EntityKind: Int] = [:]

  /// Spans of scalars; those in `free` count neither way.
  mutating func add(
    found: [EntityKind: Set<Range<Int>>], gold: [EntityKind: Set<Range<Int>>], free: Set<Range<Int>>
  ) {
    for kind in EntityKind.allCases {
      let found = (found[kind] ?? []).subtracting(free)
      let gold = (gold[kind] ?? []).subtracting(free)
      right[kind, default: 0] += found.intersection(gold).count
      wrong[kind, default: 0] += found.subtracting(gold).count
      missed[kind, default: 0] += gold.subtracting(found).count
    }
  }

  func line(_ kinds: [EntityKind]) -> String {
    func sum(_ counts: [EntityKind: Int]) -> Double { Double(kinds.map { counts[$0] ?? 0 }.reduce(0, +)) }
    let precision = sum(right) / max(1, sum(right) + sum(wrong))
    let recall = sum(right) / max(1, sum(right) + sum(missed))
    let f1 = 2 * precision * recall / max(1e-9, precision + recall)
    func percent(_ value: Double) -> String { "\((value * 1000).rounded() / 10)" }
    return "P \(percent(precision)) R \(percent(recall)) F1 \(percent(f1))"
  }
}
