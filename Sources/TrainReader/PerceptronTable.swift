import BioStore

/// Weights of an averaged perceptron in training: a row a feature, an entry a class that was ever updated.
///
/// Averaging is lazy (each entry remembers when it changed last). A row takes part in scoring only after
/// `minimumUpdates` updates, which leaves rare features out from the start and so trains the others to do
/// without them (Goldberg & Elhadad, "Learning Sparser Perceptron Models", 2011).
final class PerceptronTable {
  private struct Entry {
    var label: UInt8
    var weight: Float
    /// The step of the last change.
    var stamp: UInt32
    var total: Double
  }

  private struct Row {
    var feature: UInt64
    var start: UInt32
    var count: UInt16
    var capacity: UInt16
    var updates: UInt32
  }

  let classCount: Int
  let minimumUpdates: Int
  private var rows: [Row] = []
  private var entries: [Entry] = []
  /// Open addressing: 0 is free, else the row's index plus 1.
  private var slots: [UInt32]
  private var step: UInt32 = 0

  init(classCount: Int, minimumUpdates: Int) {
    self.classCount = classCount
    self.minimumUpdates = minimumUpdates
    slots = [UInt32](repeating: 0, count: 1 << 20)
  }

  var featureCount: Int { rows.count }

  /// Sets `scores` to the sum of the features' current weights.
  func score(_ features: UnsafeBufferPointer<UInt64>, into scores: UnsafeMutablePointer<Float>) {
    for label in 0..<classCount { scores[label] = 0 }
    entries.withUnsafeBufferPointer { entries in
      rows.withUnsafeBufferPointer { rows in
        slots.withUnsafeBufferPointer { slots in
          let mask = slots.count - 1
          for feature in features {
            var slot = Int(truncatingIfNeeded: feature) & mask
            while slots[slot] != 0 {
              let row = rows[Int(slots[slot]) - 1]
              if row.feature == feature {
                if row.updates >= minimumUpdates {
                  for index in Int(row.start)..<(Int(row.start) + Int(row.count)) {
                    scores[Int(entries[index].label)] += entries[index].weight
                  }
                }
                break
              }
              slot = (slot + 1) & mask
            }
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
      let row = rowIndex(feature)
      rows[row].updates += 1
      add(amount, to: row, label: UInt8(truth))
      add(-amount, to: row, label: UInt8(guess))
    }
  }

  /// Moves one feature's weight for one class.
  func adjust(_ feature: UInt64, label: Int, by amount: Float) {
    let row = rowIndex(feature)
    rows[row].updates += 1
    add(amount, to: row, label: UInt8(label))
  }

  private func add(_ amount: Float, to row: Int, label: UInt8) {
    let start = Int(rows[row].start)
    let count = Int(rows[row].count)
    for index in start..<(start + count) where entries[index].label == label {
      entries[index].total += Double(entries[index].weight) * Double(step - entries[index].stamp)
      entries[index].stamp = step
      entries[index].weight += amount
      return
    }
    if count == Int(rows[row].capacity) { grow(row) }
    entries[Int(rows[row].start) + count] = Entry(
      label: label, weight: amount, stamp: step, total: 0)
    rows[row].count += 1
  }

  /// Moves a full row to the end of the pool, with twice the room.
  private func grow(_ row: Int) {
    let start = Int(rows[row].start)
    let count = Int(rows[row].count)
    let capacity = max(2, count * 2)
    rows[row].start = UInt32(entries.count)
    rows[row].capacity = UInt16(capacity)
    for index in start..<(start + count) { entries.append(entries[index]) }
    for _ in count..<capacity { entries.append(Entry(label: 0, weight: 0, stamp: 0, total: 0)) }
  }

  private func rowIndex(_ feature: UInt64) -> Int {
    if rows.count * 2 >= slots.count { rehash() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: feature) & mask
    while slots[slot] != 0 {
      let row = Int(slots[slot]) - 1
      if rows[row].feature == feature { return row }
      slot = (slot + 1) & mask
    }
    rows.append(Row(feature: feature, start: 0, count: 0, capacity: 0, updates: 0))
    slots[slot] = UInt32(rows.count)
    return rows.count - 1
  }

  private func rehash() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, row) in rows.enumerated() {
      var slot = Int(truncatingIfNeeded: row.feature) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// The averaged weights, those of rows with too few updates or with a size below `minimumWeight` left out.
  func averagedRows(minimumWeight: Float = 0) -> [LinearModelRow] {
    rows.compactMap { row in
      guard row.updates >= minimumUpdates, step > 0 else { return nil }
      let range = Int(row.start)..<(Int(row.start) + Int(row.count))
      let weights = entries[range].compactMap { entry -> (label: UInt8, weight: Float)? in
        let total = entry.total + Double(entry.weight) * Double(step - entry.stamp)
        let average = Float(total / Double(step))
        return abs(average) > minimumWeight ? (entry.label, average) : nil
      }
      guard !weights.isEmpty else { return nil }
      return LinearModelRow(
        feature: row.feature, weights: weights.sorted { $0.label < $1.label })
    }
  }
}
