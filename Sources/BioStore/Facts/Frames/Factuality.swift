/// Whether the text presents what a predicate says as having happened.
///
/// The scale follows the event factuality of Saurí and Pustejovsky (FactBank, 2009), reduced to what decides
/// whether a fact is made.
enum Factuality: UInt8, Sendable {
  case asserted
  /// An aim that biographies mention because it came true: "moved to Paris to study".
  case purpose
  case reported
  case planned
  case modal
  case conditional
  case question
  case negated

  /// Whether a fact may be read off the predicate.
  var makesFacts: Bool { self == .asserted || self == .purpose }

  /// What holds for a predicate inside another: the less real of both.
  func combined(with inner: Factuality) -> Factuality { rawValue >= inner.rawValue ? self : inner }
}
