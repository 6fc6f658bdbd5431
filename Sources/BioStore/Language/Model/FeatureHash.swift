/// Hashes of features: a template's number and the integer codes that it combines, mixed into 64 bits.
///
/// The mixing is MurmurHash3's finaliser, a step for each code. The same codes give the same hash on every
/// machine, so that a trained model can be read anywhere.
package enum FeatureHash {
  @inlinable @inline(__always)
  package static func combine(_ hash: UInt64, _ code: UInt64) -> UInt64 {
    let mixed = (hash ^ code) &* 0xff51_afd7_ed55_8ccd
    return mixed ^ (mixed &>> 32)
  }

  @inlinable @inline(__always)
  package static func template(_ number: UInt64) -> UInt64 {
    (number &+ 1) &* 0x9e37_79b9_7f4a_7c15
  }

  /// A feature of one code.
  @inlinable @inline(__always)
  package static func of(_ number: UInt64, _ first: UInt64) -> UInt64 {
    combine(combine(template(number), first), 0x51)
  }

  /// A feature of two codes; their order counts.
  @inlinable @inline(__always)
  package static func of(_ number: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
    combine(combine(template(number), first), second)
  }

  /// A feature of three codes; their order counts.
  @inlinable @inline(__always)
  package static func of(
    _ number: UInt64, _ first: UInt64, _ second: UInt64, _ third: UInt64
  ) -> UInt64 {
    combine(combine(combine(template(number), first), second), third)
  }

  /// A feature of four codes; their order counts.
  @inlinable @inline(__always)
  package static func of(
    _ number: UInt64, _ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64
  ) -> UInt64 {
    combine(combine(combine(combine(template(number), first), second), third), fourth)
  }

  /// The code of a run of bytes: 64-bit FNV-1a, then mixed.
  @inlinable
  package static func of(bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01b3 }
    return combine(hash, 0)
  }

  /// The code of a string's UTF-8.
  @inlinable
  package static func of(_ string: some StringProtocol) -> UInt64 {
    of(bytes: string.utf8)
  }
}

/// The hashes of the features that hold at one decision. Its memory is reused from decision to decision.
package struct FeatureBuffer: ~Copyable {
  package let base: UnsafeMutablePointer<UInt64>
  /// Room for where a model has the features' weights, one of each a feature and one more.
  let firstUnits: UnsafeMutablePointer<UInt32>
  let lastUnits: UnsafeMutablePointer<UInt32>
  package let capacity: Int
  package private(set) var count = 0

  /// A buffer for at most `capacity` features.
  package init(capacity: Int = 256) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
    firstUnits = .allocate(capacity: capacity + 1)
    lastUnits = .allocate(capacity: capacity + 1)
  }

  deinit {
    base.deallocate()
    firstUnits.deallocate()
    lastUnits.deallocate()
  }

  @inline(__always)
  package mutating func removeAll() { count = 0 }

  /// Adds a feature. More than `capacity` is a caller's bug and traps.
  @inline(__always)
  package mutating func add(_ feature: UInt64) {
    precondition(count < capacity)
    base[count] = feature
    count += 1
  }

  @inline(__always)
  package var features: UnsafeBufferPointer<UInt64> { UnsafeBufferPointer(start: base, count: count) }
}
