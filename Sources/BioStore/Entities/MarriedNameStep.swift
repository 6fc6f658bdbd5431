/// The name that somebody took by marriage: "Vera Belova" is "Vera Orlina" once she is known to be Pavel Orlin's wife.
struct MarriedNameStep {
  static let name = "married-name"

  /// The spouse in whose given name and whose partner's surname a new full name is made up, if there is just one.
  static func bearer(of phrase: Int, name: Int, in discourse: Discourse) -> Int? {
    guard let person = discourse.phrases[phrase].person, person.words.count > 1,
      discourse.entities[name].phrases.min() == phrase
    else { return nil }
    var bearers: Set<Int> = []
    for (key, value) in discourse.kin where key.relation == "spouse" {
      let (owner, spouse) = (discourse.root(key.owner), discourse.root(value))
      guard spouse != name, owner != name, let before = discourse.entities[spouse].person,
        let partner = discourse.entities[owner].person, before.words.first == person.words.first,
        discourse.entities[spouse].gender != .male, isForm(person.surname, of: partner.surname)
      else { continue }
      bearers.insert(spouse)
    }
    return bearers.count == 1 ? bearers.first : nil
  }

  /// Whether a surname is that of the partner, or the form of it that a woman bears.
  private static func isForm(_ surname: String, of other: String) -> Bool {
    if surname == other { return true }
    for (ending, forms) in forms where other.hasSuffix(ending) {
      let stem = other.dropLast(ending.count)
      if forms.contains(where: { surname == stem + $0 }) { return true }
    }
    return surname == other + "a" || surname == other + "ova"
  }

  /// Endings of surnames by which Slavic languages tell women from men, folded.
  private static let forms: [(ending: String, forms: [String])] = [
    ("sky", ["skaya", "skaia", "ska"]), ("skiy", ["skaya"]), ("skii", ["skaia"]), ("ski", ["ska"]),
    ("cki", ["cka"]), ("dzki", ["dzka"]), ("oy", ["aya"]), ("y", ["aya", "a"]),
  ]
}
