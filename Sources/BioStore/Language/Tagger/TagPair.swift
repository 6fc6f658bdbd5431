/// A universal tag and a Penn tag that stand together: the class that the tagger decides on.
package struct TagPair: Sendable, Hashable, Comparable {
  package var universal: UniversalTag
  package var penn: PennTag

  package init(universal: UniversalTag, penn: PennTag) {
    self.universal = universal
    self.penn = penn
  }

  package static func < (left: TagPair, right: TagPair) -> Bool {
    (left.universal.rawValue, left.penn.rawValue) < (right.universal.rawValue, right.penn.rawValue)
  }

  /// The bytes of the section that lists the tagger's classes, two for each.
  package static func section(_ pairs: [TagPair]) -> [UInt8] {
    pairs.flatMap { [$0.universal.rawValue, $0.penn.rawValue] }
  }

  /// The tagger's classes from their section; `nil` if it is damaged.
  package static func pairs(in section: UnsafeRawBufferPointer) -> [TagPair]? {
    var pairs: [TagPair] = []
    for index in stride(from: 0, to: section.count - 1, by: 2) {
      guard let universal = UniversalTag(rawValue: section[index]),
        let penn = PennTag(rawValue: section[index + 1])
      else { return nil }
      pairs.append(TagPair(universal: universal, penn: penn))
    }
    return pairs.isEmpty ? nil : pairs
  }
}
