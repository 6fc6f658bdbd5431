internal import CResources

/// The place of a feature in a model: one line of the processor's cache, with the fingerprints of the features there.
enum HashBucket {
  /// The bucket that the high bits of a feature's hash choose of `count`.
  @inline(__always)
  static func number(of feature: UInt64, count: UInt64) -> Int {
    Int(truncatingIfNeeded: feature.multipliedFullWidth(by: count).high)
  }

  static let size = 64

  /// Has the buckets of all features fetched at the same time: memory, not arithmetic, is what scoring costs.
  @inline(__always)
  static func prefetch(_ buffer: borrowing FeatureBuffer, from buckets: UnsafeRawPointer, count: UInt64) {
    for index in 0..<buffer.count {
      resource_prefetch(buckets + number(of: buffer.base[index], count: count) &* size)
    }
  }

  /// -1 where the 16-bit number in a bucket's first 32 bytes is the feature's fingerprint, 0 elsewhere.
  @inline(__always)
  static func matches(_ bucket: UnsafeRawPointer, feature: UInt64) -> SIMD16<Int16> {
    let fingerprint = SIMD16<Int16>(repeating: Int16(truncatingIfNeeded: feature))
    let difference = bucket.loadUnaligned(as: SIMD16<Int16>.self) ^ fingerprint
    // A number or its negative has the sign bit, unless it is 0. A comparison would go lane by lane.
    let isDifferent = (difference | (SIMD16<Int16>.zero &- difference)) &>> SIMD16<Int16>(repeating: 15)
    return ~isDifferent
  }
}
