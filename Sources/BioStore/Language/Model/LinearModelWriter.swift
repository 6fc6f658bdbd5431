extension LinearModel {
  /// Bytes of the section that `LinearModel(_:)` reads: the rows with weights rounded to 8 bits.
  ///
  /// Rows that round to nothing are left out, and of a bucket that is too full those with the smallest weights. The
  /// result depends on the rows alone, not on their order.
  package static func section(classCount: Int, rows: [LinearModelRow]) -> [UInt8] {
    let scale = LinearModelRow.scale(of: rows.flatMap { $0.weights.map(\.weight) })
    let bucketCount = max(1, rows.count / meanRows)
    var buckets: [UInt8] = []
    var pool: [UInt16] = []
    var rowCount = 0
    for rows in LinearModelRow.buckets(rows, count: bucketCount) {
      let quantised = rows.map { ($0.feature, $0.units(scale: scale)) }.filter { !$0.1.isEmpty }
      let kept = HashBucket.fullest(quantised, limit: slotCount) { units in
        units.reduce(0) { $0 + abs(Int(Int8(truncatingIfNeeded: $1))) }
      }
      let fingerprints = kept.map { UInt16(truncatingIfNeeded: $0.0) }
      let padding = slotCount - kept.count
      for print in fingerprints + [UInt16](repeating: 0, count: padding) {
        buckets.append(littleEndian: print)
      }
      buckets.append(littleEndian: UInt32(pool.count))
      var start: UInt16 = 0
      buckets.append(littleEndian: start)
      for (_, units) in kept {
        pool += units
        start += UInt16(units.count)
        buckets.append(littleEndian: start)
      }
      for _ in 0...padding { buckets.append(littleEndian: start) }
      rowCount += kept.count
    }
    let header = LinearModelHeader(
      classCount: classCount, bucketCount: bucketCount, unitCount: pool.count, rowCount: rowCount,
      scale: scale)
    var bytes = header.bytes + buckets
    for unit in pool { bytes.append(littleEndian: unit) }
    return bytes
  }

  /// Rows that a bucket holds on average: few buckets overflow, and few places stay empty.
  private static let meanRows = 9
}

extension ThreeClassModel {
  /// Bytes of the section that `ThreeClassModel(_:)` reads, made as `LinearModel.section(classCount:rows:)` makes its.
  package static func section(rows: [LinearModelRow]) -> [UInt8] {
    let differences = rows.map { row -> (feature: UInt64, second: Float, third: Float) in
      func weight(_ label: UInt8) -> Float { row.weights.first { $0.label == label }?.weight ?? 0 }
      return (row.feature, weight(1) - weight(0), weight(2) - weight(0))
    }
    let scale = LinearModelRow.scale(of: differences.flatMap { [$0.second, $0.third] }.filter { $0 != 0 })
    let bucketCount = max(1, rows.count / meanRows)
    var byBucket = [[(UInt64, [Int8])]](repeating: [], count: bucketCount)
    for row in differences.sorted(by: { $0.feature < $1.feature }) {
      let bucket = HashBucket.number(of: row.feature, count: UInt64(bucketCount))
      for pair in pairs(row.second, row.third, scale: scale) { byBucket[bucket].append((row.feature, pair)) }
    }
    var buckets: [UInt8] = []
    var rowCount = 0
    for rows in byBucket {
      let kept = HashBucket.fullest(rows, limit: slotCount) { $0.reduce(0) { $0 + abs(Int($1)) } }
      let padding = [UInt8](repeating: 0, count: slotCount - kept.count)
      for row in kept { buckets.append(littleEndian: UInt16(truncatingIfNeeded: row.0)) }
      buckets += padding + padding
      for row in kept { buckets.append(littleEndian: Int16(row.1[1]) * 256 + Int16(row.1[0])) }
      buckets += padding + padding
      rowCount += kept.count
    }
    let header = LinearModelHeader(
      classCount: 3, bucketCount: bucketCount, unitCount: 0, rowCount: rowCount, scale: scale)
    return header.bytes + buckets
  }

  private static let meanRows = 9

  /// The pairs of 8-bit weights that sum up to a feature's weights: one for most features, none if both are 0.
  private static func pairs(_ second: Float, _ third: Float, scale: Float) -> [[Int8]] {
    let seconds = LinearModelRow.parts(of: second, scale: scale)
    let thirds = LinearModelRow.parts(of: third, scale: scale)
    return (0..<max(seconds.count, thirds.count)).map { index in
      [index < seconds.count ? seconds[index] : 0, index < thirds.count ? thirds[index] : 0]
    }
  }
}

extension HashBucket {
  /// The rows that fit, in their order: those with the most weight, of one feature for each fingerprint.
  fileprivate static func fullest<Content>(
    _ rows: [(UInt64, Content)], limit: Int, weight: (Content) -> Int
  ) -> [(UInt64, Content)] {
    let ranked = rows.indices.sorted { (weight(rows[$0].1), $1) > (weight(rows[$1].1), $0) }
    var owners: [UInt16: UInt64] = [:]
    var kept: Set<Int> = []
    for index in ranked where kept.count < limit {
      let feature = rows[index].0
      if owners[UInt16(truncatingIfNeeded: feature), default: feature] != feature { continue }
      owners[UInt16(truncatingIfNeeded: feature)] = feature
      kept.insert(index)
    }
    return rows.indices.filter { kept.contains($0) }.map { rows[$0] }
  }
}

extension LinearModelRow {
  /// The rows of each bucket, in the order of their features.
  fileprivate static func buckets(_ rows: [LinearModelRow], count: Int) -> [[LinearModelRow]] {
    var buckets = [[LinearModelRow]](repeating: [], count: count)
    for row in rows.sorted(by: { $0.feature < $1.feature }) {
      buckets[HashBucket.number(of: row.feature, count: UInt64(count))].append(row)
    }
    return buckets
  }

  /// `class << 8 | weight` of the weights that do not round to 0.
  fileprivate func units(scale: Float) -> [UInt16] {
    weights.flatMap { entry in
      Self.parts(of: entry.weight, scale: scale).map { part in
        UInt16(entry.label) << 8 | UInt16(UInt8(bitPattern: part))
      }
    }
  }

  /// The 8-bit numbers that sum up to a weight: one for most weights, none for one that rounds to 0.
  ///
  /// Few weights are large, but a parser whose largest weights were cut to 8 bits lost 1.4 points of LAS.
  fileprivate static func parts(of weight: Float, scale: Float) -> [Int8] {
    var rest = Int((weight / scale).rounded())
    var parts: [Int8] = []
    while rest != 0 {
      let part = Int8(max(-127, min(127, rest)))
      parts.append(part)
      rest -= Int(part)
    }
    return parts
  }

  /// What a stored 1 stands for: all but a few in ten thousand of the weights fit one number of 8 bits then.
  fileprivate static func scale(of weights: [Float]) -> Float {
    let magnitudes = weights.map(abs).sorted()
    guard let largest = magnitudes.last, largest > 0 else { return 1 }
    let index = Int(Double(magnitudes.count - 1) * (1 - largeShare))
    return max(magnitudes[index], largest / 8) / 127
  }

  private static let largeShare = 0.0005
}

extension [UInt8] {
  /// Appends a number's bytes, the lowest first.
  mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { self += $0 }
  }
}
