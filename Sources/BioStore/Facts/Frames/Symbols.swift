/// Numbers for the lemmas that rules and predicate tables name, so that matching compares integers.
///
/// Lemmas that no table names have no number, and cost one look-up.
struct Symbols: Sendable {
  typealias Symbol = Int32

  private var numbers: [String: Symbol] = [:]
  private(set) var names: [String] = []

  /// The number of a lemma; a new one if it has none yet.
  mutating func intern(_ lemma: String) -> Symbol {
    if let number = numbers[lemma] { return number }
    let number = Symbol(names.count)
    numbers[lemma] = number
    names.append(lemma)
    return number
  }

  /// The number of a lemma that some table names.
  func symbol(_ lemma: String) -> Symbol? { numbers[lemma] }

  func name(_ symbol: Symbol) -> String { names[Int(symbol)] }
}
