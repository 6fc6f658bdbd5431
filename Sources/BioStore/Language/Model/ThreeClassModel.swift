/// A linear classifier of three classes over hashed features, read in place from the model file.
///
/// Only differences between the classes count, so that a feature has two weights: by how much it favours the second and
/// the third class over the first. A bucket is one line of the processor's cache with the fingerprints and the weights of
/// sixteen features; a feature is compared with all of them at once and its weights are added without a branch.
///
/// Layout (little-endian): the header of `LinearModel`, then the buckets, each of sixteen fingerprints and sixteen pairs of
/// weights (16-bit). A pair is the third class's weight times 256 plus the second's; both are from -127 to 127.
///
/// The memory must outlive the value: whoever maps the file keeps it.
package struct ThreeClassModel {
  /// The weight that a stored 1 stands for.
  package let scale: Float
  private let bucketCount: UInt64
  private let buckets: UnsafeRawPointer

  /// The classifier in a section of a model file; `nil` if the section is none.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let header = LinearModelHeader(section), let base = section.baseAddress, header.classCount == 3,
      section.count >= LinearModelHeader.size + header.bucketCount * HashBucket.size
    else { return nil }
    scale = header.scale
    bucketCount = UInt64(header.bucketCount)
    buckets = base + LinearModelHeader.size
  }

  /// The most features that a bucket can hold.
  static let slotCount = 16
  private static let pairsOffset = 32

  /// The sums of the features' weights; that of the first class is always 0.
  ///
  /// They are exact for up to 256 features of the largest weight in one place of their buckets.
  @inline(__always)
  package func score(_ buffer: borrowing FeatureBuffer) -> (Int, Int, Int) {
    HashBucket.prefetch(buffer, from: buckets, count: bucketCount)
    // Only operations that one instruction does for all lanes: that is why there is no mask and no sum of a vector.
    var sums = SIMD16<Int16>.zero
    var thirds = SIMD16<Int16>.zero
    let half = SIMD16<Int16>(repeating: 128)
    let byte = SIMD16<Int16>(repeating: 8)
    for index in 0..<buffer.count {
      let feature = buffer.base[index]
      let number = HashBucket.number(of: feature, count: bucketCount)
      let bucket = buckets + number &* HashBucket.size
      let pairs = bucket.loadUnaligned(fromByteOffset: Self.pairsOffset, as: SIMD16<Int16>.self)
      let matched = pairs & HashBucket.matches(bucket, feature: feature)
      sums &+= matched
      thirds &+= (matched &+ half) &>> byte
    }
    // Sums wrap around, but what they hold beside the third class's share fits.
    let seconds = sums &- (thirds &<< byte)
    var second = 0
    var third = 0
    for lane in 0..<16 {
      second &+= Int(seconds[lane])
      third &+= Int(thirds[lane])
    }
    return (0, second, third)
  }
}
