/// How an argument stands to its predicate, after normalisation: voice, control, relative clauses and
/// coordination are already undone.
///
/// The first values are grammatical; the others are prepositions, in the order of `lexicons/prepositions.txt`.
struct Role: Hashable, Sendable {
  var code: UInt8

  /// Who does it; the by-agent of a passive.
  static let subject = Role(code: 0)
  /// To whom it is done; the subject of a passive.
  static let object = Role(code: 1)
  /// The receiver: "gave her a prize", "she was awarded a prize".
  static let indirect = Role(code: 2)
  /// A clause or predicate complement: "asked to leave", "said that he left", "was elected president".
  static let complement = Role(code: 3)
  /// An adverbial clause: "while working there", "to study".
  static let adverbial = Role(code: 4)
  /// "his", "Anna's", "whose".
  static let possessor = Role(code: 5)
  /// An adjective before the noun.
  static let modifier = Role(code: 6)
  /// A noun before the noun, or a name before a title.
  static let compound = Role(code: 7)
  /// What stands in apposition.
  static let apposition = Role(code: 8)
  /// Who is said to be what the noun or adjective says: "Anna" in "Anna was a painter" and "the painter Anna".
  static let bearer = Role(code: 9)
  /// A noun phrase without preposition that is no object: "left the next day".
  static let unmarked = Role(code: 10)
  /// "there", "abroad", "home".
  static let adverb = Role(code: 11)
  /// The gap of "where": any preposition of place.
  static let location = Role(code: 12)
  /// The verb of a clause that describes a noun.
  static let clause = Role(code: 13)

  /// The subject of the surface, whatever the voice; used to pass subjects on.
  static let surface = Role(code: 14)

  /// The field of an office: "Finance" in "Minister of Finance", "Plant Ecology" in "Professor of Plant Ecology".
  static let field = Role(code: 15)

  static let firstPreposition: UInt8 = 16

  /// The names of the roles that are no prepositions, as rule files write them.
  static let grammatical: [(name: String, role: Role)] = [
    ("subject", .subject), ("object", .object), ("indirect", .indirect), ("complement", .complement),
    ("adverbial", .adverbial), ("possessor", .possessor), ("modifier", .modifier), ("compound", .compound),
    ("apposition", .apposition), ("bearer", .bearer), ("unmarked", .unmarked), ("adverb", .adverb),
    ("clause", .clause), ("location", .location), ("surface", .surface),
    ("field", .field),
  ]

  var isPreposition: Bool { code >= Self.firstPreposition }
}

/// A set of roles; membership is one bit test.
struct RoleSet: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ roles: [Role] = []) {
    for role in roles { insert(role) }
  }

  mutating func insert(_ role: Role) {
    if role.code < 64 { low |= 1 << UInt64(role.code) } else { high |= 1 << UInt64(role.code - 64) }
  }

  func contains(_ role: Role) -> Bool {
    role.code < 64 ? low >> UInt64(role.code) & 1 == 1 : high >> UInt64(role.code - 64) & 1 == 1
  }

  mutating func formUnion(_ other: RoleSet) {
    low |= other.low
    high |= other.high
  }
}
