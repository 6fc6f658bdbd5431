/// A linear classifier over hashed features, read in place from the model file.
///
/// Weights are 8-bit numbers; only those that are not zero are stored, one row a feature. Rows stand in buckets by
/// the high bits of the feature's hash; twelve of its low bits tell the rows of a bucket apart. Scoring costs two
/// reads of memory a feature and allocates nothing.
///
/// Layout (little-endian): a header of eight 32-bit words (classes, buckets, units of the pool, rows, bits of the
/// scale as a Float, three unused), the buckets' starts (32-bit, one more than there are buckets), the pool
/// (16-bit units). A row is a unit `fingerprint << 4 | count`, where a count of 15 means that the next unit holds
/// it, and a unit `class << 8 | weight` for each weight.
///
/// The memory must outlive the value: whoever maps the file keeps it.
package struct LinearModel {
  package let classCount: Int
  /// The weight that a stored 1 stands for.
  package let scale: Float
  private let bucketCount: UInt64
  private let starts: UnsafePointer<UInt32>
  private let pool: UnsafePointer<UInt16>
  private let lastUnit: UInt32

  /// The classifier in a section of a model file; `nil` if the section is none.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard section.count >= Self.headerSize, let base = section.baseAddress,
      Int(bitPattern: base) % 4 == 0
    else { return nil }
    let header = base.assumingMemoryBound(to: UInt32.self)
    let buckets = Int(UInt32(littleEndian: header[1]))
    let units = Int(UInt32(littleEndian: header[2]))
    let startsSize = (buckets + 1) * 4
    guard buckets > 0, units > 0, section.count >= Self.headerSize + startsSize + units * 2 else {
      return nil
    }
    classCount = Int(UInt32(littleEndian: header[0]))
    scale = Float(bitPattern: UInt32(littleEndian: header[4]))
    bucketCount = UInt64(buckets)
    lastUnit = UInt32(max(units, 1) - 1)
    starts = (base + Self.headerSize).assumingMemoryBound(to: UInt32.self)
    pool = (base + Self.headerSize + startsSize).assumingMemoryBound(to: UInt16.self)
  }

  package static let headerSize = 32

  /// Adds a feature's weights to `scores`, which holds one number a class.
  @inlinable @inline(__always)
  package func add(_ feature: UInt64, to scores: UnsafeMutablePointer<Int32>) {
    addRow(feature, to: scores)
  }

  @usableFromInline @inline(__always)
  func addRow(_ feature: UInt64, to scores: UnsafeMutablePointer<Int32>) {
    let bucket = Int(truncatingIfNeeded: feature.multipliedFullWidth(by: bucketCount).high)
    var unit = Int(starts[bucket])
    let end = Int(starts[bucket + 1])
    let fingerprint = UInt16(truncatingIfNeeded: feature & 0xfff)
    while unit < end {
      let head = pool[unit]
      var count = Int(head & 15)
      unit += 1
      if count == 15 {
        count = Int(pool[unit])
        unit += 1
      }
      if head &>> 4 == fingerprint {
        for index in unit..<(unit + count) {
          let entry = pool[index]
          scores[Int(entry &>> 8)] &+= Int32(Int8(truncatingIfNeeded: entry))
        }
        return
      }
      unit += count
    }
  }

  /// Sets `scores` to the sum of the features' weights. Linear in the number of features.
  @inline(__always)
  package func score(
    _ features: UnsafeBufferPointer<UInt64>, into scores: UnsafeMutablePointer<Int32>
  ) {
    scores.update(repeating: 0, count: classCount)
    for feature in features { addRow(feature, to: scores) }
  }

  /// Sets `scores` to the sum of the features' weights, as `score(_:into:)` of the bare features does.
  ///
  /// All buckets are looked up before any row is read, so that the processor waits for memory once, not once a
  /// feature.
  @inline(__always)
  package func score(
    _ buffer: borrowing FeatureBuffer, into scores: UnsafeMutablePointer<Int32>
  ) {
    scores.update(repeating: 0, count: classCount)
    lookUp(buffer)
    for index in 0..<buffer.count {
      let (first, last) = row(index, of: buffer)
      for unit in first..<last {
        let entry = pool[unit]
        scores[Int(entry &>> 8)] &+= Int32(Int8(truncatingIfNeeded: entry))
      }
    }
  }

  /// The sums of the features' weights for a model of at most three classes.
  ///
  /// They are added in the three thirds of one 64-bit number; 4,000 features of the largest weight would fit.
  @inline(__always)
  package func scoreOfThree(_ buffer: borrowing FeatureBuffer) -> (Int, Int, Int) {
    lookUp(buffer)
    var sum = 0
    for index in 0..<buffer.count {
      let (first, last) = row(index, of: buffer)
      for unit in first..<last {
        let entry = pool[unit]
        sum &+= Int(Int8(truncatingIfNeeded: entry)) &<< Int(Self.thirdBits &* Int(entry &>> 8))
      }
    }
    let low = (sum &<< 43) &>> 43
    sum = (sum &- low) &>> Self.thirdBits
    let middle = (sum &<< 43) &>> 43
    return (low, middle, (sum &- middle) &>> Self.thirdBits)
  }

  private static let thirdBits = 21

  /// Finds the bucket of each feature and the head of the bucket's first row.
  @inline(__always)
  private func lookUp(_ buffer: borrowing FeatureBuffer) {
    for index in 0..<buffer.count {
      let bucket = Int(truncatingIfNeeded: buffer.base[index].multipliedFullWidth(by: bucketCount).high)
      buffer.units[index] = starts[bucket]
      buffer.ends[index] = starts[bucket &+ 1]
    }
    for index in 0..<buffer.count { buffer.heads[index] = pool[Int(min(buffer.units[index], lastUnit))] }
  }

  /// The units of the pool that hold a feature's weights; none if the model does not know it.
  @inline(__always)
  private func row(_ index: Int, of buffer: borrowing FeatureBuffer) -> (Int, Int) {
    let fingerprint = UInt16(truncatingIfNeeded: buffer.base[index] & 0xfff)
    var unit = Int(buffer.units[index])
    let end = Int(buffer.ends[index])
    var head = buffer.heads[index]
    while unit < end {
      var count = Int(head & 15)
      unit &+= 1
      if count == 15 {
        count = Int(pool[unit])
        unit &+= 1
      }
      if head &>> 4 == fingerprint { return (unit, unit &+ count) }
      unit &+= count
      if unit < end { head = pool[unit] }
    }
    return (0, 0)
  }
}
