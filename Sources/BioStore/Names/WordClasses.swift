/// What kinds of thing a common noun can name: "secretary" a person and a role, "newspaper" a periodical.
///
///     WordClasses(of: "newspaper").contains(.periodical)   // true
///     WordClasses(of: "prime minister").contains(.role)    // true; nouns of several words have one space between
///     WordClasses(of: "sister").isDisjoint(with: .male)    // true
///     WordClasses(named: "school")                         // .school, for rule files
///
/// Ask with the lemma in lower case (`Token.lemma` of a noun). The classes come from the hyponyms of WordNet and from
/// corrections by hand (`Scripts/build_word_classes.py`). A noun can be in several: "school" is an organisation; "house"
/// is a place, a building and a dwelling. Specific classes lie within general ones in most cases (`newspaper` is both
/// `periodical` and `organisation`), but a rule should ask for the class it means.
struct WordClasses: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  /// Any noun for a human being.
  static let person = Self(bit: 0)
  /// Occupations, offices and ranks: what a person is said to be or to work as.
  static let role = Self(bit: 1)
  static let leader = Self(bit: 2)
  static let official = Self(bit: 3)
  static let nobility = Self(bit: 4)
  static let soldier = Self(bit: 5)
  static let clergy = Self(bit: 6)
  static let scholar = Self(bit: 7)
  static let writer = Self(bit: 8)
  static let artist = Self(bit: 9)
  static let athlete = Self(bit: 10)
  static let teacher = Self(bit: 11)
  static let student = Self(bit: 12)
  /// Friends, allies, colleagues, followers.
  static let associate = Self(bit: 13)
  static let opponent = Self(bit: 14)
  static let criminal = Self(bit: 15)
  /// Relatives by blood or marriage.
  static let kin = Self(bit: 16)
  /// Nouns for women and girls; neither `female` nor `male` says nothing about gender.
  static let female = Self(bit: 17)
  static let male = Self(bit: 18)
  static let organisation = Self(bit: 19)
  /// Parties, factions, movements.
  static let party = Self(bit: 20)
  /// Governments, ministries, agencies, legislatures.
  static let government = Self(bit: 21)
  static let court = Self(bit: 22)
  static let committee = Self(bit: 23)
  static let militaryUnit = Self(bit: 24)
  static let company = Self(bit: 25)
  static let school = Self(bit: 26)
  static let periodical = Self(bit: 27)
  static let team = Self(bit: 28)
  static let religiousBody = Self(bit: 29)
  /// Bands, orchestras, troupes.
  static let ensemble = Self(bit: 30)
  static let place = Self(bit: 31)
  static let settlement = Self(bit: 32)
  static let country = Self(bit: 33)
  static let region = Self(bit: 34)
  static let water = Self(bit: 35)
  static let landform = Self(bit: 36)
  static let building = Self(bit: 37)
  static let dwelling = Self(bit: 38)
  static let road = Self(bit: 39)
  static let prison = Self(bit: 40)
  static let event = Self(bit: 41)
  static let war = Self(bit: 42)
  static let uprising = Self(bit: 43)
  static let contest = Self(bit: 44)
  static let meeting = Self(bit: 45)
  static let trial = Self(bit: 46)
  static let election = Self(bit: 47)
  static let festival = Self(bit: 48)
  static let work = Self(bit: 49)
  static let book = Self(bit: 50)
  static let musicWork = Self(bit: 51)
  /// Films, plays, series, broadcasts.
  static let show = Self(bit: 52)
  static let artwork = Self(bit: 53)
  static let award = Self(bit: 54)
  static let degree = Self(bit: 55)
  static let illness = Self(bit: 56)
  /// Branches of knowledge, crafts, sports.
  static let discipline = Self(bit: 57)
  static let language = Self(bit: 58)
  static let timePeriod = Self(bit: 59)

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  /// The classes of a noun, by its lemma in lower case; empty for words that the lexicon does not have.
  ///
  /// A binary search in 19,000 nouns; allocates nothing.
  init(of lemma: String) {
    if let value = Self.table.value(lemma) {
      self.init(rawValue: hexadecimal(value))
    } else if let base = Self.joint(lemma) {
      self.init(rawValue: Self.table.value(base).map(hexadecimal) ?? 0)
    } else {
      self.init(rawValue: 0)
    }
  }

  /// "editor" of "co-editor": whoever does it together with others does it.
  private static func joint(_ lemma: String) -> String? {
    lemma.hasPrefix("co-") ? String(lemma.dropFirst(3)) : nil
  }

  /// The class called `name` in the lexicon and in rule files, such as `school` or `militaryUnit`.
  init?(named name: String) {
    guard let bit = Self.names.firstIndex(of: name) else { return nil }
    self.init(bit: UInt64(bit))
  }

  /// The names of all classes, in the order of their bits.
  static let names: [String] = table.header.first?.split(separator: " ").map(String.init) ?? []

  private static let table = SortedTable(resource: "lexicons/word-classes.tsv")
}

/// The number that hexadecimal digits stand for, up to the first other byte.
func hexadecimal(_ digits: some Sequence<UInt8>) -> UInt64 {
  var number: UInt64 = 0
  for digit in digits {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt64(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt64(digit - UInt8(ascii: "a") + 10)
    default: return number
    }
  }
  return number
}
