/// What the gazetteers know of a name, whatever it names in a given text.
///
/// "Florence" is a large city, a woman's name and a surname. Words that say what a longer name names ("university",
/// "war", "street") and words that stand by names ("Dr.", "van", "Jr.") are here as well.
package struct NameClasses: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  package static let country = Self(bit: 0)
  /// First-level divisions of countries, historical and geographical regions.
  package static let region = Self(bit: 1)
  /// Cities and towns of more than 10,000 people.
  package static let city = Self(bit: 2)
  /// Cities of more than 100,000 people; these are in `city` as well.
  package static let largeCity = Self(bit: 3)
  /// Continents, seas, rivers, mountains, islands, quarters of great cities.
  package static let physical = Self(bit: 4)
  /// Former states, former names of places.
  package static let historicalPlace = Self(bit: 5)
  package static let femaleName = Self(bit: 6)
  package static let maleName = Self(bit: 7)
  package static let surname = Self(bit: 8)
  /// Adjectives and nouns that come from a place: "Bavarian", "Swedes".
  package static let demonym = Self(bit: 9)
  /// Peoples, religions, ideologies, languages without a place of their own.
  package static let people = Self(bit: 10)
  /// Titles and ranks before names.
  package static let title = Self(bit: 11)
  /// Words after names: "Jr.", "III", "the Great".
  package static let suffix = Self(bit: 12)
  /// Small words within names: "van", "de la", "ibn".
  package static let particle = Self(bit: 13)
  /// Words that make a name one of an organisation; likewise the next four.
  package static let organisation = Self(bit: 14)
  package static let event = Self(bit: 15)
  package static let place = Self(bit: 16)
  package static let work = Self(bit: 17)
  package static let award = Self(bit: 18)
  /// Months, weekdays, feasts: capitalised, and no name of an entity.
  package static let month = Self(bit: 19)

  /// Names of places as such.
  package static let anyPlace: Self = [.country, .region, .city, .physical, .historicalPlace]
  package static let givenName: Self = [.femaleName, .maleName]

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  private init(bit: UInt32) { rawValue = 1 << bit }
}

/// The gazetteers: places of the whole world, given names and surnames, demonyms, titles, words of names.
///
///     Gazetteer.classes(of: "Leningrad")              // [.historicalPlace, …]
///     Gazetteer.entry("Bombay")?.today                // "Mumbai"
///     Gazetteer.entry("Norwegian")?.country           // "NO"
///     Gazetteer.gender(ofGivenName: "Katarzyna")      // .female
///
/// Names are compared as `NameFolding` folds them. A look-up is a binary search over embedded bytes and needs no
/// preparation. Sources: `Sources/CResources/lexicons/NOTICE.md`.
package enum Gazetteer {
  /// A name in the gazetteers.
  package struct Entry: Sendable, Hashable {
    package var classes: NameClasses
    /// Code of ISO 3166 of the country that the place is in or the people comes from (the largest place of that name).
    package var country: String?
    /// For a former name, the name of today; for a demonym of no country, the place ("Bavarian": "Bavaria").
    package var today: String?
  }

  /// All that is known of `name`; `nil` if it is in no list.
  package static func entry(_ name: some StringProtocol) -> Entry? {
    guard let value = table.value(NameFolding.fold(name)) else { return nil }
    let fields = value.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    func field(_ index: Int) -> String? {
      guard index < fields.count, !fields[index].isEmpty else { return nil }
      return String(decoding: fields[index], as: UTF8.self)
    }
    return Entry(
      classes: NameClasses(rawValue: UInt32(truncatingIfNeeded: hexadecimal(value))), country: field(1),
      today: field(2))
  }

  /// The classes of `name`; empty if it is in no list.
  package static func classes(of name: some StringProtocol) -> NameClasses {
    classes(ofFolded: Array(NameFolding.fold(name).utf8))
  }

  /// The gender of a given name; `nil` if it is none or may be either.
  package static func gender(ofGivenName name: some StringProtocol) -> Entity.Gender? {
    switch classes(of: name).intersection(.givenName) {
    case .femaleName: .female
    case .maleName: .male
    default: nil
    }
  }

  /// The classes of a name that `NameFolding` has folded already. Allocates nothing.
  static func classes(ofFolded key: [UInt8]) -> NameClasses {
    guard let value = table.value(key) else { return [] }
    return NameClasses(rawValue: UInt32(truncatingIfNeeded: hexadecimal(value)))
  }

  /// Whether a longer name begins with the words of `key`.
  static func hasName(beginningWith key: [UInt8]) -> Bool {
    table.hasKey(beginningWith: key + [UInt8(ascii: " ")])
  }

  private static let table = SortedTable(resource: "lexicons/names.tsv")
}
