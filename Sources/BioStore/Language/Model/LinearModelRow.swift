/// A feature with its weights, before they are quantised.
package struct LinearModelRow: Sendable {
  package var feature: UInt64
  /// Class and weight, in the order of the classes.
  package var weights: [(label: UInt8, weight: Float)]

  package init(feature: UInt64, weights: [(label: UInt8, weight: Float)]) {
    self.feature = feature
    self.weights = weights
  }

  /// The same row with as few weights as can be: only differences between the classes count.
  ///
  /// A row that has a weight for every class gives the middle one up and lowers the others by it.
  package func relative(classCount: Int) -> LinearModelRow {
    guard weights.count == classCount else { return self }
    let middle = weights.map(\.weight).sorted()[classCount / 2]
    let rest = weights.map { ($0.label, $0.weight - middle) }.filter { $0.1 != 0 }
    return LinearModelRow(feature: feature, weights: rest)
  }
}

extension LinearModel {
  /// Bytes of the section that `LinearModel(_:)` reads: the rows with weights rounded to 8 bits.
  ///
  /// The scale lets all but `clipped` of the weights through; larger ones become the largest that fits. Rows that
  /// round to nothing are left out. The result depends on the rows alone, not on their order.
  package static func section(
    classCount: Int, rows: [LinearModelRow], rowsPerBucket: Int = 2, clipped: Double = 0.0002
  ) -> [UInt8] {
    let scale = scale(of: rows, clipped: clipped)
    let bucketCount = max(1, rows.count / rowsPerBucket)
    func bucket(_ feature: UInt64) -> Int {
      Int(truncatingIfNeeded: feature.multipliedFullWidth(by: UInt64(bucketCount)).high)
    }
    var starts: [UInt32] = []
    starts.reserveCapacity(bucketCount + 1)
    var pool: [UInt16] = []
    var rowCount: UInt32 = 0
    for row in rows.sorted(by: { $0.feature < $1.feature }) {
      let entries = row.weights.compactMap { entry -> UInt16? in
        let rounded = Int((entry.weight / scale).rounded())
        guard rounded != 0 else { return nil }
        let weight = Int8(max(-127, min(127, rounded)))
        return UInt16(entry.label) << 8 | UInt16(UInt8(bitPattern: weight))
      }
      guard !entries.isEmpty else { continue }
      while starts.count <= bucket(row.feature) { starts.append(UInt32(pool.count)) }
      pool.append(UInt16(truncatingIfNeeded: row.feature & 0xfff) << 4 | UInt16(min(entries.count, 15)))
      if entries.count >= 15 { pool.append(UInt16(entries.count)) }
      pool += entries
      rowCount += 1
    }
    while starts.count <= bucketCount { starts.append(UInt32(pool.count)) }
    let header = [
      UInt32(classCount), UInt32(bucketCount), UInt32(pool.count), rowCount, scale.bitPattern, 0, 0, 0,
    ]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(headerSize + starts.count * 4 + pool.count * 2)
    for word in header + starts { withUnsafeBytes(of: word.littleEndian) { bytes += $0 } }
    for unit in pool { withUnsafeBytes(of: unit.littleEndian) { bytes += $0 } }
    return bytes
  }

  private static func scale(of rows: [LinearModelRow], clipped: Double) -> Float {
    let magnitudes = rows.flatMap { $0.weights.map { abs($0.weight) } }.sorted()
    guard let largest = magnitudes.last, largest > 0 else { return 1 }
    let index = Int(Double(magnitudes.count - 1) * (1 - clipped))
    return max(magnitudes[index], largest / 8) / 127
  }
}
