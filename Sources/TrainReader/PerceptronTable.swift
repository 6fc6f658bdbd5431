import BioStore

/// Weights of an averaged perceptron in training: a row a feature, an entry a class that was ever updated.
///
/// Averaging is lazy (each entry remembers when it changed last). A row takes part in scoring only after
/// `minimumUpdates` updates, which leaves rare features out from the start and so trains the others to do
/// without them (Goldberg & Elhadad, "Learning Sparser Perceptron Models", 2011).
final class PerceptronTable {
  /// What scoring reads of an entry.
  private struct Weight {
    var label: UInt32
    var value: Float
  }

  /// What averaging needs of an entry.
  private struct History {
    /// The step of the last change.
    var stamp: UInt32
    var total: Double
  }

  private struct Row {
    /// 0 for a free place in the table.
    var feature: UInt64
    var start: UInt32
    var updates: UInt32
    var count: UInt16
    var capacity: UInt16
  }

  let classCount: Int
  let minimumUpdates: Int
  /// Open addressing by the low bits of the feature.
  private var rows: [Row]
  private var rowCount = 0
  private var weights: [Weight] = []
  private var histories: [History] = []
  private var step: UInt32 = 0

  init(classCount: Int, minimumUpdates: Int) {
    self.classCount = classCount
    self.minimumUpdates = minimumUpdates
    rows = Self.emptyRows(1 << 18)
  }

  var featureCount: Int { rowCount }

  private static func emptyRows(_ count: Int) -> [Row] {
    [Row](
      repeating: Row(feature: 0, start: 0, updates: 0, count: 0, capacity: 0), count: count)
  }

  /// Sets `scores` to the sum of the features' current weights.
  func score(_ features: UnsafeBufferPointer<UInt64>, into scores: UnsafeMutablePointer<Float>) {
    for label in 0..<classCount { scores[label] = 0 }
    weights.withUnsafeBufferPointer { weights in
      rows.withUnsafeBufferPointer { rows in
        let mask = rows.count - 1
        for feature in features {
          var slot = Int(truncatingIfNeeded: feature) & mask
          while rows[slot].feature != feature && rows[slot].feature != 0 { slot = (slot + 1) & mask }
          if rows[slot].feature == 0 || rows[slot].updates < minimumUpdates { continue }
          let start = Int(rows[slot].start)
          for index in start..<(start + Int(rows[slot].count)) {
            scores[Int(weights[index].label)] += weights[index].value
          }
        }
      }
    }
  }

  /// Counts a decision, right or wrong: the average is over decisions.
  func advance() { step += 1 }

  /// Moves the features' weights towards `truth` and away from `guess`.
  func update(_ features: UnsafeBufferPointer<UInt64>, truth: Int, guess: Int, amount: Float = 1) {
    for feature in features {
      let slot = slot(feature)
      rows[slot].updates += 1
      add(amount, to: slot, label: UInt32(truth))
      add(-amount, to: slot, label: UInt32(guess))
    }
  }

  /// Moves one feature's weight for one class.
  func adjust(_ feature: UInt64, label: Int, by amount: Float) {
    let slot = slot(feature)
    rows[slot].updates += 1
    add(amount, to: slot, label: UInt32(label))
  }

  private func add(_ amount: Float, to slot: Int, label: UInt32) {
    let start = Int(rows[slot].start)
    let count = Int(rows[slot].count)
    for index in start..<(start + count) where weights[index].label == label {
      let passed = Double(step - histories[index].stamp)
      histories[index].total += Double(weights[index].value) * passed
      histories[index].stamp = step
      weights[index].value += amount
      return
    }
    if count == Int(rows[slot].capacity) { grow(slot) }
    let index = Int(rows[slot].start) + count
    weights[index] = Weight(label: label, value: amount)
    histories[index] = History(stamp: step, total: 0)
    rows[slot].count += 1
  }

  /// Moves a full row to the end of the pool, with twice the room.
  private func grow(_ slot: Int) {
    let start = Int(rows[slot].start)
    let count = Int(rows[slot].count)
    let capacity = max(2, count * 2)
    rows[slot].start = UInt32(weights.count)
    rows[slot].capacity = UInt16(capacity)
    for index in start..<(start + count) {
      weights.append(weights[index])
      histories.append(histories[index])
    }
    for _ in count..<capacity {
      weights.append(Weight(label: 0, value: 0))
      histories.append(History(stamp: 0, total: 0))
    }
  }

  /// The place of a feature, which is new if it was never updated before.
  private func slot(_ feature: UInt64) -> Int {
    precondition(feature != 0, "no feature has the hash 0, which marks free places")
    if rowCount * 2 >= rows.count { rehash() }
    let mask = rows.count - 1
    var slot = Int(truncatingIfNeeded: feature) & mask
    while rows[slot].feature != 0 {
      if rows[slot].feature == feature { return slot }
      slot = (slot + 1) & mask
    }
    rows[slot].feature = feature
    rowCount += 1
    return slot
  }

  private func rehash() {
    let old = rows
    rows = Self.emptyRows(old.count * 2)
    let mask = rows.count - 1
    for row in old where row.feature != 0 {
      var slot = Int(truncatingIfNeeded: row.feature) & mask
      while rows[slot].feature != 0 { slot = (slot + 1) & mask }
      rows[slot] = row
    }
  }

  /// The averaged weights, those of rows with too few updates or with a size below `minimumWeight` left out.
  func averagedRows(minimumWeight: Float = 0) -> [LinearModelRow] {
    rows.compactMap { row in
      guard row.feature != 0, row.updates >= minimumUpdates, step > 0 else { return nil }
      let range = Int(row.start)..<(Int(row.start) + Int(row.count))
      let averages = range.compactMap { index -> (label: UInt8, weight: Float)? in
        let passed = Double(step - histories[index].stamp)
        let total = histories[index].total + Double(weights[index].value) * passed
        let average = Float(total / Double(step))
        return abs(average) > minimumWeight ? (UInt8(weights[index].label), average) : nil
      }
      guard !averages.isEmpty else { return nil }
      return LinearModelRow(
        feature: row.feature, weights: averages.sorted { $0.label < $1.label })
    }
  }
}
