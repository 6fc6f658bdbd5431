/// How far two words are apart: insertions, deletions, replacements and swaps of neighbours.
///
/// The optimal string alignment distance; see Navarro, "A guided tour to approximate string matching", 2001.
enum EditDistance {
  /// The distance, or `nil` if it is above `limit`. Cost is the product of the lengths; no allocation per cell.
  static func between(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int? {
    guard abs(first.count - second.count) <= limit else { return nil }
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    var row = last
    for i in 1...first.count {
      row[0] = i
      var best = i
      for j in 1...second.count {
        let cost = first[i - 1] == second[j - 1] ? 0 : 1
        var value = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
          value = min(value, beforeLast[j - 2] + 1)
        }
        row[j] = value
        best = min(best, value)
      }
      guard best <= limit else { return nil }
      swap(&beforeLast, &last)
      swap(&last, &row)
    }
    return last[second.count] <= limit ? last[second.count] : nil
  }
}
