/// How a lemma comes from a word: take off some characters at the end, put others there.
package struct LemmaScript: Sendable, Hashable {
  /// Whether the word's capitals stay; else it is put into lower case first.
  package var keepsCase: Bool
  /// How many scalars are taken off the end.
  package var removed: Int
  /// What is put there instead.
  package var added: String

  package static let lowercase = LemmaScript(keepsCase: false, removed: 0, added: "")

  package init(keepsCase: Bool, removed: Int, added: String) {
    self.keepsCase = keepsCase
    self.removed = removed
    self.added = added
  }

  /// The script that leads from `form` to `lemma` and takes off least.
  package init(form: String, lemma: String) {
    let target = Array(lemma.unicodeScalars)
    func shared(_ word: String) -> (count: Int, length: Int) {
      let scalars = Array(word.unicodeScalars)
      return (zip(scalars, target).prefix { $0 == $1 }.count, scalars.count)
    }
    let lower = shared(form.lowercased())
    let exact = shared(form)
    keepsCase = exact.count > lower.count
    let best = keepsCase ? exact : lower
    removed = best.length - best.count
    var view = String.UnicodeScalarView()
    view.append(contentsOf: target[best.count...])
    added = String(view)
  }

  /// The lemma of a word.
  package func apply(to form: String, isLowercase: Bool) -> String {
    var lemma = keepsCase || isLowercase ? form : form.lowercased()
    if removed == 0 && added.isEmpty { return lemma }
    let scalars = lemma.unicodeScalars
    let end =
      scalars.index(scalars.endIndex, offsetBy: -removed, limitedBy: scalars.startIndex)
      ?? scalars.startIndex
    lemma = String(scalars[..<end])
    lemma += added
    return lemma
  }
}
