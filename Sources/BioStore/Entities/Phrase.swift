/// A phrase that may refer to an entity: a name, a pronoun, or a noun with what belongs to it.
struct Phrase: Sendable {
  enum Determiner: Sendable { case definite, demonstrative, indefinite, possessive, none }

  /// What the phrase is in its clause; the smaller, the more prominent.
  enum Role: Int, Sendable { case subject, object, oblique, possessor, attribute, predicate, other }

  var tokens: Range<Int>
  /// The token that governs the others.
  var head: Int
  var sentence: Int
  var form: Mention.Form
  /// What kind of thing the words themselves tell.
  var kind: EntityKind?
  var number: EntityLexicon.Number = .singular
  var gender: Entity.Gender?
  var determiner: Determiner = .none
  /// The head of the phrase that possesses this one: "his" in "his wife", "Mary" in "the son of Mary".
  var owner: Int?
  /// The relation to the owner that the noun names ("father", "spouse").
  var relation: String?
  var role: Role = .other
  /// The noun's dictionary form, or the name's words, folded and separated by blanks.
  var key = ""
  /// For nouns.
  var classes: WordClasses = []
  /// For names of people.
  var person: NameOfPerson?
  /// For pronouns.
  var pronoun: EntityLexicon.Pronoun?
  /// How sure the recogniser of names is.
  var confidence = 1.0
}
