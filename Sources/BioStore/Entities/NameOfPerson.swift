/// A name of a person, taken apart.
struct NameOfPerson: Sendable, Hashable {
  /// Titles and ranks in front, folded ("prince", "dr").
  var titles: [String] = []
  /// Given names and surname in order, folded, without particles ("charles", "gaulle").
  var words: [String] = []
  /// What stands after "of" or "the" ("great", "cyrene").
  var epithet: [String] = []
  /// "jr", "iii".
  var generation: String?
  /// The gender that the titles tell.
  var gender: Entity.Gender?
  /// The gender that the given name tells.
  var givenGender: Entity.Gender?

  /// Takes the words of a name apart.
  init(words forms: [Substring], lexicon: EntityLexicon) {
    let folded = forms.flatMap { form in
      NameFolding.fold(form).split(separator: " ").map {
        (word: String($0), isCapital: form.allSatisfy { !$0.isLowercase })
      }
    }
    var rest = folded[...]
    takeTitles(&rest, lexicon: lexicon)
    if let split = rest.dropFirst().firstIndex(where: { lexicon.namePart($0.word) == .epithet }) {
      epithet = rest[split...].map(\.word).filter { lexicon.namePart($0) == nil }
      rest = rest[..<split]
    }
    takeEndings(&rest, lexicon: lexicon)
    words = rest.map(\.word).filter {
      lexicon.namePart($0) != .particle && $0.unicodeScalars.contains(where: \.properties.isAlphabetic)
    }
    if words.isEmpty { words = rest.map(\.word) }
    if words.isEmpty { words = folded.map(\.word) }
    if gender == nil, words.count > 1 { givenGender = Gazetteer.gender(ofGivenName: words[0]) }
  }

  private typealias Words = ArraySlice<(word: String, isCapital: Bool)>

  /// A title is one only where a name follows it.
  private mutating func takeTitles(_ rest: inout Words, lexicon: EntityLexicon) {
    while rest.count > 1, let word = rest.first?.word, let noun = lexicon.personNoun(word), noun.isTitle {
      guard let next = rest.dropFirst().first?.word, lexicon.namePart(next) != .epithet else { break }
      titles.append(word)
      gender = gender ?? noun.gender
      rest = rest.dropFirst()
    }
  }

  private mutating func takeEndings(_ rest: inout Words, lexicon: EntityLexicon) {
    while rest.count > 1, let (last, isCapital) = rest.last {
      switch lexicon.namePart(last) {
      case .generation: generation = generation ?? last
      case .honour where isCapital: break
      default:
        if last.unicodeScalars.contains(where: \.properties.isAlphabetic) { return }
      }
      rest = rest.dropLast()
    }
  }

  var surname: String { words.last ?? "" }
  var isSingle: Bool { words.count == 1 }

  /// Whether the two may name one person as far as titles, generation and epithet go.
  func isCompatible(with other: NameOfPerson) -> Bool {
    if let generation, let theirs = other.generation, generation != theirs { return false }
    if let gender, let theirs = other.gender, gender != theirs { return false }
    if !epithet.isEmpty, !other.epithet.isEmpty, Set(epithet).isDisjoint(with: other.epithet) {
      return false
    }
    return true
  }

  /// Whether the two are forms of one name: the words of the shorter stand in the longer in the same order, as
  /// they are, as initials ("A. M." for "Anna Maria") or in short forms ("Bill" for "William").
  func isForm(of other: NameOfPerson, lexicon: EntityLexicon) -> Bool {
    guard isCompatible(with: other) else { return false }
    // "Otto II" is no short form of "Otto Weber".
    if generation != nil, words.count == 1, other.generation == nil, other.words.count > 1 { return false }
    if other.generation != nil, other.words.count == 1, generation == nil, words.count > 1 { return false }
    let (short, long) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
    guard let last = short.last, last.count > 1 else { return false }
    if short.count == 1 { return long.last == last || long.first == last || long.contains(last) }
    guard let end = long.lastIndex(of: last), end > 0 else { return false }
    var next = 0
    for word in short.dropLast() {
      guard let place = (next..<end).first(where: { Self.match(word, long[$0], lexicon) }) else {
        return false
      }
      next = place + 1
    }
    // What is left out must be a middle name or a second surname, not the given name itself.
    return Self.match(short[0], long[0], lexicon) || end + 1 == long.count && next > 0
  }

  private static func match(_ first: String, _ second: String, _ lexicon: EntityLexicon) -> Bool {
    if first == second { return true }
    if first.count == 1 || second.count == 1 { return first.first == second.first }
    return lexicon.areVariants(first, second)
  }
}
