/// The keys under which other articles' appearances of the same entity are found.
///
/// A person's is the first and the last word of a full name, never a surname alone; candidates are then compared. Other
/// kinds with the same key are the same: their keys are whole names.
enum IdentityKeys {
  /// The keys of an appearance, sorted; none for what has no name, or one that tells nothing.
  static func keys(of profile: AppearanceProfile, names: PersonNameCache) -> [String] {
    guard profile.isNamed else { return [] }
    let keys =
      switch profile.kind {
      case .person: personKeys(profile, names)
      case .place: placeKeys(profile)
      case .organisation, .event: bodyKeys(profile)
      case .work: workKeys(profile)
      }
    return Set(keys).map { "\(profile.kind.rawValue):\($0)" }.sorted()
  }

  private static func personKeys(_ profile: AppearanceProfile, _ names: PersonNameCache) -> [String] {
    let name = names.parts(of: profile.name)
    guard name.isFull else {
      // One word may be a name of its own ("Plato"), if the article says when that person lived.
      let isKnown = profile.isSubject && (profile.birthDate != nil || profile.deathDate != nil)
      return isKnown ? name.words : []
    }
    return [name.key] + aliases(name: profile.name, aliases: profile.aliases, names: names).map(\.key)
  }

  /// The other full names of a person; forms that only leave out the surname or the given name are none.
  static func aliases(name: String, aliases: [String], names: PersonNameCache) -> [PersonName] {
    guard !aliases.isEmpty else { return [] }
    let name = names.parts(of: name)
    return aliases.map { names.parts(of: $0) }.filter { alias in
      alias.isFull && (alias.key == name.key || !Set(alias.words).isSubset(of: name.words))
    }
  }

  private static func placeKeys(_ profile: AppearanceProfile) -> [String] {
    let name = standard(profile.name, kind: .place)
    return [name] + profile.aliases.map { standard($0, kind: .place) }.filter { !isPart($0, of: name) }
  }

  private static func bodyKeys(_ profile: AppearanceProfile) -> [String] {
    ([profile.name] + profile.aliases.filter(isAcronym)).map { standard($0, kind: profile.kind) }
      .filter { !IdentityLexicon.standard.isGeneric($0.split(separator: " ").map(String.init)) }
  }

  /// Works of one title are many: the surname of who made them tells them apart.
  private static func workKeys(_ profile: AppearanceProfile) -> [String] {
    profile.creators.compactMap { PersonName($0).words.last }.map {
      standard(profile.name, kind: .work) + "/" + $0
    }
  }

  /// The name by which all spellings and variants of it are compared.
  private static func standard(_ name: String, kind: EntityKind) -> String {
    let lexicon = EntityLexicon.standard
    var words = NameFolding.fold(name).split(separator: " ").map { lexicon.spelling(String($0)) }
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    return lexicon.standardName(words.joined(separator: " "), kind: kind)
  }

  /// "Farmers' Party" of "Farmers' Party of Ruritania": what many others have in common with it.
  private static func isPart(_ alias: String, of name: String) -> Bool {
    let words = Set(name.split(separator: " "))
    return alias != name && alias.split(separator: " ").allSatisfy(words.contains)
  }

  /// Three capitals or more, with or without full stops.
  private static func isAcronym(_ name: String) -> Bool {
    let letters = name.unicodeScalars.filter { $0 != "." }
    return letters.count >= 3 && letters.allSatisfy(\.properties.isUppercase)
  }
}
