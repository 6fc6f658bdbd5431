/// A number with its noun.
enum Counted {
  /// `1 article`, `3 entities`.
  static func text(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }
}
