/// What the tables say about the words that refer: pronouns, nouns of people, titles, short forms of names.
struct EntityLexicon: Sendable {
  enum Number: String, Sendable { case singular, plural, any }

  struct Pronoun: Sendable {
    enum Gender: String, Sendable { case male, female, neuter, any }
    enum Use: String, Sendable { case personal, possessive, reflexive, relative }

    let gender: Gender
    let number: Number
    let use: Use
  }

  struct PersonNoun: Sendable {
    /// The gender that the noun tells; `nil` if it fits everyone.
    let gender: Entity.Gender?
    /// Whether it stands before names ("Prince", "Dr").
    let isTitle: Bool
    /// The relation to its possessor that the noun names ("father", "spouse", "associate").
    let relation: String?
  }

  enum AliasWord: String, Sendable { case cue, weak, helper }
  enum NamePart: String, Sendable { case particle, generation, honour, epithet }

  let pronouns: [String: Pronoun]
  private let personNouns: [String: PersonNoun]
  private let personNounEndings: [(ending: String, noun: PersonNoun)]
  /// Words inside names that are neither given name nor surname.
  private let nameParts: [String: NamePart]
  private let groupSizes: [String: Int]
  private let aliasWords: [String: AliasWord]
  /// What names of places say of their kind, with a blank where the name itself stands.
  private let placeKinds: [String]
  private let complementWords: Set<String>
  private let words: [String: String]
  private let uniqueRelations: Set<String>
  /// What makes an antecedent of a pronoun likely.
  let salience: SalienceWeights
  private let variants: [String: String]
  private let spellings: [String: String]
  /// Each given name and each short form with the numbers of the groups that hold it.
  private let nicknameGroups: [String: [Int]]

  /// The lexicon of the embedded tables.
  static let standard = EntityLexicon()

  private init() {
    var pronouns: [String: Pronoun] = [:]
    for row in Self.rows("lexicons/pronouns.tsv") where row.count == 4 {
      guard let gender = Pronoun.Gender(rawValue: row[1]), let number = Number(rawValue: row[2]),
        let use = Pronoun.Use(rawValue: row[3])
      else { continue }
      pronouns[row[0]] = Pronoun(gender: gender, number: number, use: use)
    }
    self.pronouns = pronouns
    var nouns: [String: PersonNoun] = [:]
    for row in Self.rows("lexicons/person-nouns.tsv") where row.count == 4 {
      nouns[row[0]] = PersonNoun(
        gender: Entity.Gender(rawValue: row[1]), isTitle: row[2] == "title",
        relation: row[3] == "-" ? nil : row[3])
    }
    personNouns = nouns.filter { !$0.key.hasPrefix("-") }
    personNounEndings = nouns.filter { $0.key.hasPrefix("-") }
      .map { (ending: String($0.key.dropFirst()), noun: $0.value) }
      .sorted { ($1.ending.utf8.count, $0.ending) < ($0.ending.utf8.count, $1.ending) }
    var parts: [String: NamePart] = [:]
    for row in Self.rows("lexicons/name-parts.tsv") where row.count == 2 {
      parts[row[0]] = NamePart(rawValue: row[1])
    }
    nameParts = parts
    groupSizes = Dictionary(
      Self.rows("lexicons/groups.tsv").compactMap { row in
        row.count == 2 ? Int(row[1]).map { (row[0], $0) } : nil
      }, uniquingKeysWith: { first, _ in first })
    aliasWords = Dictionary(
      Self.rows("lexicons/alias-cues.tsv").compactMap { row in
        row.count == 2 ? AliasWord(rawValue: row[1]).map { (row[0], $0) } : nil
      }, uniquingKeysWith: { first, _ in first })
    placeKinds = Self.rows("lexicons/place-kinds.txt").compactMap(\.first).map { $0.filter { $0 != "X" } }
    complementWords = Set(Self.rows("lexicons/name-complements.txt").compactMap(\.first))
    words = Dictionary(
      Self.rows("lexicons/coreference-words.tsv").compactMap { $0.count == 2 ? ($0[0], $0[1]) : nil },
      uniquingKeysWith: { first, _ in first })
    uniqueRelations = Set(Self.rows("lexicons/unique-relations.txt").compactMap(\.first))
    salience = SalienceWeights(rows: Self.rows("lexicons/salience.tsv"))
    var spellings: [String: String] = [:]
    for row in Self.rows("lexicons/name-spellings.tsv") where row.count == 2 { spellings[row[0]] = row[1] }
    self.spellings = spellings
    var variants: [String: String] = [:]
    for row in Self.rows("lexicons/name-variants.tsv") where row.count == 2 {
      let names = row[1].split(separator: "|").map { name in
        name.split(separator: " ").map { spellings[String($0)] ?? String($0) }.joined(separator: " ")
      }
      for name in names { variants[row[0] + " " + name] = names[0] }
    }
    self.variants = variants
    var groups: [String: [Int]] = [:]
    for (number, row) in Self.rows("lexicons/nicknames.tsv").enumerated() where row.count == 2 {
      groups[row[0], default: []].append(number)
      for form in row[1].split(separator: " ") { groups[String(form), default: []].append(number) }
    }
    nicknameGroups = groups
  }

  private static func rows(_ resource: String) -> [[String]] {
    let text = Resource.text(resource) ?? ""
    return text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t").map(String.init)
    }
  }

  /// The noun of a person called `word`, in lower case without a full stop at its end.
  func personNoun(_ word: String) -> PersonNoun? {
    if let noun = personNouns[word] { return noun }
    return personNounEndings.first { word.utf8.count > $0.ending.utf8.count && word.hasSuffix($0.ending) }?
      .noun
  }

  /// How many a word for a group counts ("both", "three"); `nil` for other words, 0 where it does not say.
  func groupSize(_ word: String) -> Int? { groupSizes[word] }

  /// What a word between two names of one thing does.
  func aliasWord(_ word: String) -> AliasWord? { aliasWords[word] }

  /// The name that stands for all names in general use for a thing: "mumbai" for "bombay". The name itself if it has
  /// no other.
  func standardName(_ name: String, kind: EntityKind) -> String {
    if let standard = variants[kind.rawValue + " " + name] { return standard }
    if kind == .place, let short = withoutPlaceKind(name) { return standardName(short, kind: kind) }
    guard kind == .place, let today = Gazetteer.entry(name)?.today else { return name }
    let key = NameFolding.fold(today)
    return variants[kind.rawValue + " " + key] ?? key
  }

  /// "hubei" for "hubei province", "korea" for "republic of korea": where what is left is no city's name.
  private func withoutPlaceKind(_ name: String) -> String? {
    for kind in placeKinds {
      let rest: Substring
      if kind.hasSuffix(" "), name.hasPrefix(kind) {
        rest = name.dropFirst(kind.count)
      } else if kind.hasPrefix(" "), name.hasSuffix(kind) {
        rest = name.dropLast(kind.count)
      } else {
        continue
      }
      let classes = Gazetteer.classes(of: rest)
      return !rest.isEmpty && classes.isDisjoint(with: [.city, .largeCity]) ? String(rest) : nil
    }
    return nil
  }

  /// The spelling by which a folded word of a name is compared ("saint" for "st").
  func spelling(_ word: String) -> String { spellings[word] ?? word }

  /// Verbs that say what their subject is ("become").
  func isLinkingVerb(_ lemma: String) -> Bool { words[lemma] == "linking" }

  /// Nouns of invented names ("pseudonym").
  func isPseudonymNoun(_ lemma: String) -> Bool { words[lemma] == "pseudonym" }

  /// Titles that are names together with a place ("Duke of …").
  func isPeerage(_ noun: String) -> Bool { words[noun] == "peerage" }

  /// Nouns of regions that belong to the name before them ("Ural region").
  func isRegionNoun(_ lemma: String) -> Bool { words[lemma] == "region" }

  /// Nouns of bodies that belong to the name of a body before them ("the Riga Bolshevik organisation").
  func isBodyNoun(_ lemma: String) -> Bool { words[lemma] == "body" }

  /// Nouns of bodies that are often taken for places ("hospital", "archive").
  func isInstitutionNoun(_ noun: String) -> Bool { words[noun] == "institution" }

  func isOrdinal(_ word: String) -> Bool { words[word] == "ordinal" }

  /// Nouns of events that a year before them makes a name ("the 1988–89 season").
  func isDatedEventNoun(_ lemma: String) -> Bool { words[lemma] == "dated" }

  /// Prepositions after which a name is a place.
  func isLocativePreposition(_ word: String) -> Bool { words[word] == "locative" }

  /// Prepositions after which a pronoun may mean the subject of its clause ("behind him").
  func isBesidePreposition(_ word: String) -> Bool { words[word] == "beside" }

  /// Words before a name that somebody is given ("was born Marion Morrison").
  func isNamingWord(_ word: String) -> Bool { words[word] == "naming" }

  /// Verbs that make two people a couple.
  func isMarriageVerb(_ lemma: String) -> Bool { words[lemma] == "marriage" }

  /// Relations that one has to one person only.
  func isUniqueRelation(_ relation: String) -> Bool { uniqueRelations.contains(relation) }

  /// Whether what follows in a name only completes what stands before: "of …", "F.C.".
  func opensComplement(_ word: String) -> Bool { complementWords.contains(word) }

  /// Whether the same holds if the longer name came first ("in Berlin").
  func opensLateComplement(_ word: String) -> Bool { complementWords.contains("+" + word) }

  /// What a folded word inside a name is, if it is neither given name nor surname.
  func namePart(_ word: String) -> NamePart? { nameParts[word] }

  /// Whether two folded given names may be one ("william" and "bill").
  func areVariants(_ first: String, _ second: String) -> Bool {
    guard let groups = nicknameGroups[first], let others = nicknameGroups[second] else { return false }
    return groups.contains { others.contains($0) }
  }
}
