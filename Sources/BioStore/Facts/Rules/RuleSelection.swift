/// Which rules of a file to compile: those that a few words can trigger.
///
/// A question has ten words, the rules have thousands of triggers: compiling them all would take most of the time of an
/// answer. Examples are left out too, since tests alone read them.
struct RuleSelection {
  /// The lemmas that may trigger a rule.
  let words: Set<Substring>
  /// The lists that hold one of them, each with its `$`.
  let lists: Set<Substring>

  init(words: Set<String>, lists: [String: [Symbols.Symbol]], symbols: Symbols) {
    self.words = Set(words.map { $0[...] })
    let wanted = Set(words.compactMap(symbols.symbol))
    self.lists = Set(
      lists.filter { !wanted.isDisjoint(with: $0.value) }.map { Substring("$" + $0.key) })
  }

  /// The lines of the rules that one of the words, a word class or any name can trigger.
  func lines(of text: String) -> [(number: Int, source: Substring)] {
    var selected: [(Int, Substring)] = []
    var rule: [(Int, Substring)] = []
    var isWanted = false
    for (number, source) in text.pieces(at: .newline, keepingEmpty: true).enumerated() {
      if source.utf8.starts(with: "rule ".utf8) {
        if isWanted { selected += rule }
        rule = []
        isWanted = false
      }
      guard let keyword = source.utf8.first(where: { $0 != .space }), !isExample(source, keyword) else {
        continue
      }
      rule.append((number + 1, source))
      isWanted = isWanted || isTrigger(source, keyword)
    }
    return isWanted ? selected + rule : selected
  }

  private func isExample(_ source: Substring, _ first: UInt8) -> Bool {
    guard first == UInt8(ascii: "e") || first == UInt8(ascii: "n"), source.utf8.last != UInt8(ascii: "=")
    else {
      return false
    }
    let keyword = source.pieces(at: .space).first
    return keyword == "example" || keyword == "near"
  }

  private func isTrigger(_ source: Substring, _ first: UInt8) -> Bool {
    guard Self.firstBytes.contains(first) else { return false }
    let words = source.pieces(at: .space)
    guard let keyword = words.first, Self.keywords.contains(keyword) else { return false }
    // A class, a nation, a belief or a name.
    if words.count == 1 { return true }
    return words.dropFirst().contains { word in
      switch word.utf8.first {
      case UInt8(ascii: "@"): true
      case UInt8(ascii: "$"): lists.contains(word)
      // "throw_out": a verb with its particle.
      default: self.words.contains(word.pieces(at: UInt8(ascii: "_")).first ?? word)
      }
    }
  }

  private static let keywords: Set<Substring> = [
    "verb", "plain-verb", "noun", "adjective", "nation", "belief", "name",
  ]
  private static let firstBytes = Set(keywords.compactMap(\.utf8.first))
}
