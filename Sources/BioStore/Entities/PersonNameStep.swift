/// Forms of people's names: surname, given name, initials, short forms.
///
/// A bare name goes to the person whose fuller name it fits: to the one named last if several do.
struct PersonNameStep {
  static let name = "partial-name"

  static func apply(to discourse: inout Discourse) {
    joinFullNames(in: &discourse)
    resolveSingles(in: &discourse)
  }

  /// Full names that are forms of one name ("A. M. Weber", "Anna Maria Weber"). Names are compared only where
  /// they share a surname.
  private static func joinFullNames(in discourse: inout Discourse) {
    var bySurname: [String: [Int]] = [:]
    for entity in discourse.roots {
      guard entity != discourse.subject, let person = discourse.entities[entity].person else { continue }
      let others = bySurname[person.surname, default: []]
      let fits = others.filter {
        guard let other = discourse.entities[discourse.root($0)].person else { return false }
        return person.isForm(of: other, lexicon: discourse.lexicon)
      }
      if let match = fits.last {
        discourse.merge(match, entity)
      } else {
        bySurname[person.surname, default: []].append(entity)
      }
    }
  }

  private static func resolveSingles(in discourse: inout Discourse) {
    var fits: [String: [Int]] = [:]
    var later: [Int] = []
    for (index, phrase) in discourse.phrases.enumerated() where phrase.form == .name && phrase.kind == .person
    {
      if let entity = discourse.referent(of: index) {
        remember(entity, phrase: phrase, in: &fits)
      } else if let person = phrase.person {
        if let match = match(person, phrase: index, among: fits[person.surname] ?? [], in: discourse) {
          discourse.refer(index, to: [match], step: name)
          remember(match, phrase: phrase, in: &fits)
        } else {
          later.append(index)
        }
      }
    }
    for index in later { resolveLate(index, fits: &fits, in: &discourse) }
  }

  /// A bare name before the full one (in a heading or a caption) waits for it.
  private static func resolveLate(_ index: Int, fits: inout [String: [Int]], in discourse: inout Discourse) {
    guard !discourse.isResolved(index), let person = discourse.phrases[index].person else { return }
    let candidates = (fits[person.surname] ?? []).filter {
      isOpen(index, discourse.root($0), in: discourse)
    }
    if Set(candidates.map { discourse.root($0) }).count == 1, let only = candidates.first {
      discourse.refer(index, to: [only], step: name)
    } else {
      let entity = discourse.introduce(index, step: ExactNameStep.name)
      remember(entity, phrase: discourse.phrases[index], in: &fits)
    }
  }

  /// Lists the entity last under every word of the name.
  private static func remember(_ entity: Int, phrase: Phrase, in fits: inout [String: [Int]]) {
    for word in Set(phrase.person?.words ?? []) {
      fits[word, default: []].removeAll { $0 == entity }
      fits[word, default: []].append(entity)
    }
  }

  /// The person named last whom the bare name fits; one whose surname it is before one whose given name.
  private static func match(
    _ person: NameOfPerson, phrase: Int, among candidates: [Int], in discourse: Discourse
  ) -> Int? {
    let open = candidates.filter { isOpen(phrase, discourse.root($0), in: discourse) }
    let surname = open.last { discourse.entities[discourse.root($0)].person?.surname == person.surname }
    return surname ?? open.last
  }

  private static func isOpen(_ phrase: Int, _ entity: Int, in discourse: Discourse) -> Bool {
    let words = discourse.phrases[phrase]
    let known = discourse.entities[entity]
    if let gender = words.gender, let other = known.gender, gender != other { return false }
    guard let person = words.person, let full = known.person,
      person.isForm(of: full, lexicon: discourse.lexicon)
        || person.isCompatible(with: full) && person.generation == nil
    else { return false }
    // "his son James" is not the James whose son he is.
    let isKin = KinIntroduction.noun(before: phrase, in: discourse) != nil
    return !(isKin && entity == discourse.subject)
  }
}
