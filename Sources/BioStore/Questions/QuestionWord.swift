/// A word or mark of a question.
struct QuestionWord: Sendable, Hashable {
  /// As typed, without the "'s" of a possessive.
  var text: String
  /// Lower case, without diacritics; hyphens inside are kept: "co-founder".
  var folded: String
  /// As names are compared: "co founder".
  var name: String
  /// Whether "'s" or "'" follows: "Weber's", "Moritz'".
  var isPossessive = false

  var isCapitalised: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }
  var isNumber: Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { $0.properties.numericType == .decimal }
  }

  /// Cuts a question into words; punctuation other than commas inside is dropped. Linear in its length.
  static func words(of question: String) -> [QuestionWord] {
    let question = printable(question)
    var result: [QuestionWord] = []
    for piece in question.split(whereSeparator: { $0.isWhitespace || "?!;:()[]{}<>\"“”„«»¿¡…".contains($0) })
    {
      for part in piece.split(separator: ",") {
        if let word = word(String(part)) { result.append(word) }
      }
    }
    return result
  }

  /// Control characters become blanks, and marks that turn the direction of writing are dropped.
  private static func printable(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: view.append(" ")
      case .format, .surrogate, .unassigned, .privateUse: continue
      default: view.append(scalar)
      }
    }
    return String(view)
  }

  private static func word(_ piece: String) -> QuestionWord? {
    var text = piece[...]
    while let first = text.first, "'‘’`.-–—/*&|=+\\".contains(first), text != "&" { text.removeFirst() }
    var possessive = false
    while let last = text.last {
      if "'’‘`".contains(last) {
        possessive = possessive || text.dropLast().last == "s"
      } else if last == ".", !isAbbreviation(text) {
        // A full stop ends the question; "St." and "U.S." keep theirs.
      } else if !"-–—/*|=+\\".contains(last) {
        break
      }
      text.removeLast()
    }
    for suffix in ["'s", "’s", "‘s"] where text.hasSuffix(suffix) {
      text.removeLast(2)
      possessive = true
    }
    guard !text.isEmpty else { return nil }
    let name = NameFolding.fold(String(text))
    let parts = text.split(separator: "-").map { NameFolding.fold($0) }.filter { !$0.isEmpty }
    let folded = parts.count > 1 ? parts.joined(separator: "-") : name
    return QuestionWord(text: String(text), folded: folded, name: name, isPossessive: possessive)
  }

  /// Whether a full stop at the end belongs to the word: "St.", "Jr.", "P.", "U.S.".
  private static func isAbbreviation(_ text: Substring) -> Bool {
    let letters = text.dropLast()
    return letters.count <= 2 && letters.first?.isUppercase == true || letters.contains(".")
  }
}
