/// Decides whom the article is about and finds the names of that entity.
///
/// The subject is the entity whose name the title is. Its full name is read off the lead ("Edith Mary
/// Halloran … was"), and every shorter form in the article that fits goes to it, unless the words around introduce
/// somebody else of that name ("his father, John Smith").
struct SubjectStep {
  static let name = "subject"

  static func apply(to discourse: inout Discourse) {
    let title = Title(discourse.reading.article.title, lexicon: discourse.lexicon)
    guard let anchor = anchor(of: title, in: discourse) else { return }
    let subject = discourse.introduce(anchor, step: name)
    discourse.subject = subject
    let kind = discourse.phrases[anchor].kind
    if kind == .person {
      claimPeople(title, anchor: anchor, subject: subject, in: &discourse)
    } else {
      claimOthers(anchor: anchor, subject: subject, in: &discourse)
    }
  }

  /// The title's words without what stands in brackets behind ("(painter)").
  struct Title {
    let key: String
    let person: NameOfPerson

    init(_ text: String, lexicon: EntityLexicon) {
      let plain = text.prefix { $0 != "(" }
      let words = plain.split(separator: " ")
      key = words.map { NameFolding.fold(String($0)) }.joined(separator: " ")
      person = NameOfPerson(words: words, lexicon: lexicon)
    }
  }

  // MARK: The lead

  /// The first phrase that names the subject: in the lead's first sentence, or else the first that fits the title.
  private static func anchor(of title: Title, in discourse: Discourse) -> Int? {
    if title.key.isEmpty { return leadSubject(in: discourse) }
    var single: Int?
    for (index, phrase) in discourse.phrases.enumerated() where phrase.form == .name {
      if phrase.key == title.key { return index }
      guard phrase.kind == .person, let person = phrase.person,
        person.isForm(of: title.person, lexicon: discourse.lexicon)
      else { continue }
      if !person.isSingle || title.person.isSingle { return index }
      single = single ?? index
    }
    return single ?? leadSubject(in: discourse)
  }

  /// The name that is the grammatical subject of the first sentence that has one.
  private static func leadSubject(in discourse: Discourse) -> Int? {
    discourse.phrases.indices.first {
      let phrase = discourse.phrases[$0]
      return phrase.form == .name && phrase.kind == .person && phrase.role == .subject && phrase.sentence < 4
    }
  }

  // MARK: Names of a person

  private static func claimPeople(
    _ title: Title, anchor: Int, subject: Int, in discourse: inout Discourse
  ) {
    let given = (discourse.phrases[anchor].person ?? title.person).givenGender
    if let gender = gender(in: discourse, given: given) { discourse.setGender(gender, of: subject) }
    let gender = discourse.entities[subject].gender
    var forms = [discourse.phrases[anchor].person ?? title.person]
    // Full names first, so that the surname of the fullest form is known when bare surnames come.
    for (index, phrase) in people(in: discourse) where index != anchor {
      guard let person = phrase.person, !person.isSingle,
        !isSomebodyElse(index, gender: gender, in: discourse),
        person.gender == nil || gender == nil || person.gender == gender,
        person.words == title.person.words && person.isCompatible(with: title.person)
          || forms.allSatisfy({ person.isForm(of: $0, lexicon: discourse.lexicon) })
      else { continue }
      if !forms.contains(person) { forms.append(person) }
      discourse.refer(index, to: [subject], step: name)
    }
    claimSingles(title.person, forms: forms, subject: subject, in: &discourse)
  }

  private static func claimSingles(
    _ title: NameOfPerson, forms: [NameOfPerson], subject: Int, in discourse: inout Discourse
  ) {
    let surnames = Set((forms + [title]).map(\.surname))
    let words = Set((forms + [title]).flatMap(\.words))
    let others = givenNamesOfOthers(in: discourse)
    let gender = discourse.entities[subject].gender
    for (index, phrase) in people(in: discourse) where !discourse.isResolved(index) {
      guard let person = phrase.person, person.isSingle, words.contains(person.surname),
        person.isCompatible(with: forms[0]), phrase.gender == nil || gender == nil || phrase.gender == gender,
        !isSomebodyElse(index, gender: gender, in: discourse)
      else { continue }
      let isSurname = surnames.contains(person.surname)
      if isSurname || !others.contains(person.surname) {
        discourse.refer(index, to: [subject], step: name)
      }
    }
  }

  private static func people(in discourse: Discourse) -> [(Int, Phrase)] {
    discourse.phrases.enumerated().filter { $1.form == .name && $1.kind == .person }
      .map { ($0.offset, $0.element) }
  }

  /// The first words of the full names that are not the subject's, and bare names that kin nouns introduce.
  private static func givenNamesOfOthers(in discourse: Discourse) -> Set<String> {
    var names: Set<String> = []
    for (index, phrase) in people(in: discourse) where !discourse.isResolved(index) {
      guard let person = phrase.person else { continue }
      if !person.isSingle || KinIntroduction.noun(before: index, in: discourse) != nil {
        names.insert(person.words[0])
      }
    }
    return names
  }

  /// Whether a kin noun with the subject's own possessive introduces the name ("his father, John Smith").
  private static func isSomebodyElse(_ phrase: Int, gender: Entity.Gender?, in discourse: Discourse) -> Bool {
    guard let noun = KinIntroduction.noun(before: phrase, in: discourse) else { return false }
    guard let owner = discourse.phrases[noun].owner else { return true }
    guard let pronoun = discourse.lexicon.pronouns[discourse.reading.tokens[owner].form.lowercased()] else {
      return true
    }
    switch pronoun.gender {
    case .male: return gender != .female
    case .female: return gender != .male
    case .neuter, .any: return false
    }
  }

  // MARK: Names of anything else

  private static func claimOthers(anchor: Int, subject: Int, in discourse: inout Discourse) {
    let key = discourse.phrases[anchor].key
    for (index, phrase) in discourse.phrases.enumerated()
    where phrase.form == .name && index != anchor && phrase.key == key {
      discourse.refer(index, to: [subject], step: name)
    }
  }

  // MARK: Gender

  private static let givenNameWeight = 6

  /// The gender of most of the article's pronouns; those of the opening count more, and so does the given name.
  private static func gender(in discourse: Discourse, given: Entity.Gender?) -> Entity.Gender? {
    var balance = given.map { $0 == .female ? givenNameWeight : -givenNameWeight } ?? 0
    var count = 0
    for phrase in discourse.phrases where phrase.form == .pronoun {
      guard let gender = phrase.gender else { continue }
      let weight = count < 5 ? 3 : 1
      balance += gender == .female ? weight : -weight
      count += 1
    }
    return balance > 0 ? .female : balance < 0 ? .male : nil
  }
}
