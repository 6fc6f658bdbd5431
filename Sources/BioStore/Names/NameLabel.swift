/// A label of the name recogniser: outside of names, or a kind of name and the place within it (BILOU).
///
/// Begin, inside, last and unit tell the boundaries of names apart better than begin and inside do (Ratinov & Roth,
/// "Design Challenges and Misconceptions in Named Entity Recognition", 2009).
package struct NameLabel: RawRepresentable, Sendable, Hashable {
  /// What a name names, as the labels tell it apart; `other` is a name of no entity (a language, an award).
  package enum Kind: UInt8, Sendable, CaseIterable {
    case person, place, organisation, event, work, other

    package var entityKind: EntityKind? {
      switch self {
      case .person: .person
      case .place: .place
      case .organisation: .organisation
      case .event: .event
      case .work: .work
      case .other: nil
      }
    }
  }

  package enum Position: UInt8, Sendable, CaseIterable {
    case begin, inside, last, unit
  }

  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package init(_ kind: Kind, _ position: Position) {
    rawValue = 1 + kind.rawValue * 4 + position.rawValue
  }

  package static let outside = NameLabel(rawValue: 0)
  package static let count = 1 + Kind.allCases.count * 4

  /// `nil` outside of names.
  package var kind: Kind? { rawValue == 0 ? nil : Kind(rawValue: (rawValue - 1) / 4) }
  /// `nil` outside of names.
  package var position: Position? { rawValue == 0 ? nil : Position(rawValue: (rawValue - 1) % 4) }

  /// Whether a name goes on after a token of this label.
  package var isOpen: Bool { position == .begin || position == .inside }

  /// Whether `next` may follow in a sentence.
  package func allows(_ next: NameLabel) -> Bool {
    let continues = next.position == .inside || next.position == .last
    return isOpen ? continues && next.kind == kind : !continues
  }

  /// The labels of a name of `count` tokens.
  package static func labels(_ kind: Kind, count: Int) -> [NameLabel] {
    if count == 1 { return [NameLabel(kind, .unit)] }
    return (0..<count).map { index in
      NameLabel(kind, index == 0 ? .begin : index == count - 1 ? .last : .inside)
    }
  }
}

/// A set of labels, one bit a label.
package struct NameLabelSet: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }
  package init(_ label: NameLabel) { rawValue = 1 << UInt32(label.rawValue) }

  package static let all = NameLabelSet(rawValue: (1 << UInt32(NameLabel.count)) - 1)
  package static let outside = NameLabelSet(.outside)

  /// All labels of a kind.
  package init(kind: NameLabel.Kind) { rawValue = 0b1111 << (1 + 4 * UInt32(kind.rawValue)) }

  package func contains(label: UInt8) -> Bool { rawValue >> UInt32(label) & 1 != 0 }
}
