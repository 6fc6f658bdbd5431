internal import CResources

/// A linear classifier over hashed features, read in place from the model file.
///
/// Weights are 8-bit numbers; only those that are not zero are stored, one row a feature. The high bits of a feature's
/// hash choose a bucket of 64 bytes, one line of the processor's cache, and its low 16 bits are compared with the
/// fingerprints of all rows of the bucket at once: which row it is takes no branch that could be guessed wrong.
///
/// Layout (little-endian): a header of sixteen 32-bit words (classes, buckets, units of the pool, rows, bits of the
/// scale as a Float, the rest unused), the buckets, the pool (16-bit units). A bucket holds fourteen fingerprints
/// (16-bit), where its rows begin in the pool (32-bit), and for each row where it begins after that, and where the last
/// one ends (16-bit). A unit is `class << 8 | weight`.
///
/// The memory must outlive the value: whoever maps the file keeps it.
package struct LinearModel {
  package let classCount: Int
  /// The weight that a stored 1 stands for.
  package let scale: Float
  private let bucketCount: UInt64
  private let buckets: UnsafeRawPointer
  private let pool: UnsafePointer<UInt16>

  /// The classifier in a section of a model file; `nil` if the section is none.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let header = LinearModelHeader(section), let base = section.baseAddress,
      section.count >= LinearModelHeader.size + header.bucketCount * HashBucket.size + header.unitCount * 2
    else { return nil }
    classCount = header.classCount
    scale = header.scale
    bucketCount = UInt64(header.bucketCount)
    buckets = base + LinearModelHeader.size
    pool = (buckets + header.bucketCount * HashBucket.size).assumingMemoryBound(to: UInt16.self)
  }

  /// The most rows that a bucket can hold.
  static let slotCount = 14
  static let firstUnitOffset = 28
  static let startsOffset = 32

  /// Adds a feature's weights to `scores`, which holds one number a class.
  @inline(__always)
  package func add(_ feature: UInt64, to scores: UnsafeMutablePointer<Int32>) {
    let (first, last) = row(of: feature)
    addWeights(from: first, to: last, scores)
  }

  /// Sets `scores` to the sum of the features' weights. Linear in the number of features.
  ///
  /// All rows are looked up before any is read, so that the processor waits for memory once, not once a feature.
  @inline(__always)
  package func score(_ buffer: borrowing FeatureBuffer, into scores: UnsafeMutablePointer<Int32>) {
    scores.update(repeating: 0, count: classCount)
    HashBucket.prefetch(buffer, from: buckets, count: bucketCount)
    var found = 0
    for index in 0..<buffer.count {
      let (first, last) = row(of: buffer.base[index])
      buffer.firstUnits[found] = first
      buffer.lastUnits[found] = last
      resource_prefetch(pool + Int(first))
      found &+= first < last ? 1 : 0
    }
    for index in 0..<found { addWeights(from: buffer.firstUnits[index], to: buffer.lastUnits[index], scores) }
  }

  @inline(__always)
  private func addWeights(from first: UInt32, to last: UInt32, _ scores: UnsafeMutablePointer<Int32>) {
    for unit in Int(first)..<Int(last) {
      let entry = pool[unit]
      scores[Int(entry &>> 8)] &+= Int32(Int8(truncatingIfNeeded: entry))
    }
  }

  /// The units of the pool that hold a feature's weights; none if the model does not know it.
  @inline(__always)
  private func row(of feature: UInt64) -> (UInt32, UInt32) {
    let number = HashBucket.number(of: feature, count: bucketCount)
    let bucket = buckets + number &* HashBucket.size
    let matches = HashBucket.matches(bucket, feature: feature)
    let slot = Self.union(matches & Self.slotNumbers)
    // Slot 0 stands for no match, which ends where it begins.
    let starts = bucket + (Self.startsOffset - 2 + slot * 2)
    let base = bucket.loadUnaligned(fromByteOffset: Self.firstUnitOffset, as: UInt32.self)
    let first = starts.loadUnaligned(as: UInt16.self)
    let last = (starts + 2).loadUnaligned(as: UInt16.self)
    return slot == 0 ? (0, 0) : (base &+ UInt32(first), base &+ UInt32(last))
  }

  /// The places in a bucket, counted from 1; the last two lanes hold no fingerprints.
  private static let slotNumbers = SIMD16<Int16>(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0, 0)

  /// All lanes joined bit by bit. At most one is not 0, unless a feature's fingerprint is 0 as those of free places are.
  @inline(__always)
  private static func union(_ lanes: SIMD16<Int16>) -> Int {
    let quarters = unsafeBitCast(lanes, to: SIMD4<UInt64>.self)
    var joined = quarters[0] | quarters[1] | quarters[2] | quarters[3]
    joined |= joined &>> 32
    joined |= joined &>> 16
    return Int(truncatingIfNeeded: joined & 0xf)
  }
}

/// What the section of a model begins with.
struct LinearModelHeader {
  var classCount: Int
  var bucketCount: Int
  var unitCount: Int
  var rowCount: Int
  var scale: Float

  static let size = 64

  init(classCount: Int, bucketCount: Int, unitCount: Int, rowCount: Int, scale: Float) {
    self.classCount = classCount
    self.bucketCount = bucketCount
    self.unitCount = unitCount
    self.rowCount = rowCount
    self.scale = scale
  }

  /// The header of a section; `nil` if there is none.
  init?(_ section: UnsafeRawBufferPointer) {
    guard section.count >= Self.size else { return nil }
    func word(_ index: Int) -> UInt32 {
      UInt32(littleEndian: section.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
    self.init(
      classCount: Int(word(0)), bucketCount: Int(word(1)), unitCount: Int(word(2)), rowCount: Int(word(3)),
      scale: Float(bitPattern: word(4)))
    guard bucketCount > 0 else { return nil }
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for word in [classCount, bucketCount, unitCount, rowCount].map(UInt32.init) + [scale.bitPattern] {
      bytes.append(littleEndian: word)
    }
    return bytes + [UInt8](repeating: 0, count: Self.size - bytes.count)
  }
}
