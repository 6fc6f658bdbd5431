/// When the confidence of a fact is worth the reader's notice.
enum Doubt {
  /// Facts that are less sure than this are printed with their confidence; of those above, nineteen in twenty were right
  /// on the development set.
  static let shown = 0.9
}
