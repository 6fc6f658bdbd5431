/// Relatives and friends by their relation to somebody: "his wife", "Mary's father".
///
/// What the article once says ("his wife Mary", "he married Mary", "the son of John") answers later mentions.
struct KinStep {
  static let name = "kin"

  /// The entity that a noun of relation refers to, if its owner is known and the relation has been filled.
  static func resolve(_ phrase: Int, in discourse: Discourse) -> [Int]? {
    let noun = discourse.phrases[phrase]
    guard noun.relation != nil, let owner = owner(of: noun, in: discourse) else { return nil }
    if noun.number == .plural, noun.relation == "parent" {
      let parents = ["father", "mother"].compactMap { discourse.kin($0, of: owner) }
      return parents.count == 2 ? parents : known(noun, of: owner, in: discourse).map { [$0] }
    }
    return known(noun, of: owner, in: discourse).map { [$0] }
  }

  private static func known(_ noun: Phrase, of owner: Int, in discourse: Discourse) -> Int? {
    for key in keys(of: noun, in: discourse) {
      guard let entity = discourse.kin(key, of: owner), entity != owner else { continue }
      let gender = discourse.entities[entity].gender
      if noun.gender == nil || gender == nil || noun.gender == gender { return entity }
    }
    return nil
  }

  /// Remembers whom a noun of relation refers to.
  static func record(_ phrase: Int, in discourse: inout Discourse) {
    let noun = discourse.phrases[phrase]
    guard let relation = noun.relation, let owner = owner(of: noun, in: discourse),
      let entity = discourse.referent(of: phrase), entity != owner
    else { return }
    for key in keys(of: noun, in: discourse) { discourse.setKin(key, of: owner, to: entity) }
    guard noun.number == .singular else { return }
    switch relation {
    case "spouse": discourse.setKin("spouse", of: entity, to: owner)
    case "child": recordParents(noun, child: entity, in: &discourse)
    default: break
    }
  }

  /// "The son of Mary Brown" makes her a mother; "the son of John and Mary Brown" tells both parents.
  private static func recordParents(_ noun: Phrase, child: Int, in discourse: inout Discourse) {
    guard let token = noun.owner, let first = discourse.phrase(at: token) else { return }
    for phrase in Coordination.members(startingAt: first, in: discourse) {
      guard let parent = discourse.referent(of: phrase), parent != child,
        discourse.entities[parent].kind == .person, let gender = discourse.entities[parent].gender
      else { continue }
      discourse.setKin(gender == .female ? "mother" : "father", of: child, to: parent)
    }
  }

  /// Remembers the couple of a clause such as "he married Mary".
  static func recordMarriage(_ verb: Int, in discourse: inout Discourse) {
    guard discourse.lexicon.isMarriageVerb(discourse.reading.tokens[verb].lemma.lowercased()),
      let subject = discourse.forest.child(of: verb, .nsubj, .nsubjPass),
      let object = discourse.forest.child(of: verb, .obj) ?? discourse.forest.child(of: verb, .obl),
      let one = discourse.referents(at: subject).first, let other = discourse.referents(at: object).first,
      one != other, discourse.entities[one].kind == .person, discourse.entities[other].kind == .person
    else { return }
    discourse.setKin("spouse", of: one, to: other)
    discourse.setKin("spouse", of: other, to: one)
  }

  private static func owner(of noun: Phrase, in discourse: Discourse) -> Int? {
    guard let token = noun.owner, let phrase = discourse.phrase(at: token),
      let owner = discourse.referent(of: phrase), discourse.entities[owner].kind == .person
    else { return nil }
    return owner
  }

  /// Under what the relation is kept. One has one father, but may have several brothers: there the words in front
  /// and the noun itself ("elder brother") count too.
  private static func keys(of noun: Phrase, in discourse: Discourse) -> [String] {
    guard let relation = noun.relation else { return [] }
    if discourse.lexicon.isUniqueRelation(relation) { return [relation] }
    let words = noun.tokens.filter {
      let relation = discourse.reading.tokens[$0].relation
      return relation == .amod || relation == .compound || relation == .nummod
    }.map { discourse.reading.tokens[$0].form.lowercased() }
    let number = noun.number == .plural ? "plural " : ""
    let bare = number + noun.key
    return words.isEmpty ? [bare] : [number + (words + [noun.key]).joined(separator: " "), bare]
  }
}
