/// A person's name in its parts.
struct PersonName: Hashable {
  /// The given names; `nil` if the name is one word, or only a title and a surname.
  let givenName: String?
  let surname: String?

  init(_ name: String) {
    let words = name.split(separator: " ").map(String.init)
    givenName = words.count > 1 ? words.dropLast().joined(separator: " ") : nil
    surname = words.last
  }
}
