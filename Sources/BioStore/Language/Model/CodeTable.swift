/// A map from hashes to 16-bit numbers, read in place from the model file.
///
/// Keys are told apart by 16 bits within their bucket, so that about one foreign word in 20,000 is taken for one
/// of the table. Layout (little-endian): number of buckets and of entries (32-bit each), the buckets' starts
/// (32-bit, one more than there are buckets), the entries (`fingerprint << 16 | value`, 32-bit).
package struct CodeTable {
  private let bucketCount: UInt64
  private let starts: UnsafePointer<UInt32>
  private let entries: UnsafePointer<UInt32>

  /// The table in a section of a model file; `nil` if the section is none. The memory must outlive the value.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard section.count >= 8, let base = section.baseAddress, Int(bitPattern: base) % 4 == 0 else {
      return nil
    }
    let words = base.assumingMemoryBound(to: UInt32.self)
    let buckets = Int(words[0])
    guard buckets > 0, section.count >= (3 + buckets + Int(words[1])) * 4 else { return nil }
    bucketCount = UInt64(buckets)
    starts = words + 2
    entries = words + 3 + buckets
  }

  /// The number of a hash; 0 if the table does not have it.
  @inline(__always)
  package subscript(hash: UInt64) -> UInt16 {
    let bucket = Int(truncatingIfNeeded: hash.multipliedFullWidth(by: bucketCount).high)
    let fingerprint = UInt32(truncatingIfNeeded: hash & 0xffff)
    for index in Int(starts[bucket])..<Int(starts[bucket + 1])
    where entries[index] &>> 16 == fingerprint {
      return UInt16(truncatingIfNeeded: entries[index])
    }
    return 0
  }

  /// The bytes of the section that holds `values`; zeros are left out.
  package static func section(_ values: [UInt64: UInt16]) -> [UInt8] {
    let keys = values.keys.filter { values[$0] != 0 }.sorted()
    let bucketCount = max(1, keys.count / 2)
    var starts: [UInt32] = []
    var entries: [UInt32] = []
    for key in keys {
      let bucket = Int(key.multipliedFullWidth(by: UInt64(bucketCount)).high)
      while starts.count <= bucket { starts.append(UInt32(entries.count)) }
      entries.append(UInt32(truncatingIfNeeded: key & 0xffff) << 16 | UInt32(values[key] ?? 0))
    }
    while starts.count <= bucketCount { starts.append(UInt32(entries.count)) }
    var bytes: [UInt8] = []
    for word in [UInt32(bucketCount), UInt32(entries.count)] + starts + entries {
      withUnsafeBytes(of: word.littleEndian) { bytes += $0 }
    }
    return bytes
  }
}
