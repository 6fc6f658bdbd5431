/// Random numbers that are the same on every machine for the same seed (SplitMix64; Steele, Lea and Flood, "Fast
/// Splittable Pseudorandom Number Generators", 2014).
public struct RandomSource {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// From 0 up to `bound`, exclusive.
  public mutating func number(below bound: Int) -> Int {
    Int(next() % UInt64(bound))
  }

  public mutating func element<Element>(of elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }
}
