/// The kinds of fact that BioStore reads. The raw value is the name in the database and in exports.
public enum FactType: String, Sendable, CaseIterable {
  case born
  case died
  case parent
  case sibling
  case spouse
  case partner
  case relative
  case nationality
  case occupation
  case religion
  case educatedAt = "educated_at"
  case studentOf = "student_of"
  case employedBy = "employed_by"
  case position
  case memberOf = "member_of"
  case expelledFrom = "expelled_from"
  case left
  case founded
  case created
  case received
  case participatedIn = "participated_in"
  case residedIn = "resided_in"
  case movedTo = "moved_to"
  case sharedResidence = "shared_residence"
  case associatedWith = "associated_with"
  case met
  case supported
  case opposed
  case arrested
  case tried
  case convicted
  case imprisoned
  case exiled
  case released
  case rehabilitated
  case injured
  case killed
  case happened
  case locatedIn = "located_in"
  case partOf = "part_of"

  /// Whether the fact holds in both directions, so that it is written once.
  public var isSymmetric: Bool {
    switch self {
    case .sibling, .spouse, .partner, .relative, .sharedResidence, .associatedWith, .met: true
    default: false
    }
  }
}
