/// Fifth stage: who is who. Groups names, descriptions and pronouns into entities.
///
/// First the names: the article's subject, equal names, forms of people's names, shorter forms of others,
/// abbreviations, other names. Then nouns and pronouns in the order of the text.
struct EntityResolver: Sendable {
  private let lexicon = EntityLexicon.standard

  /// Sets the reading's entities and mentions, unnamed candidates included.
  ///
  /// The same reading gives the same result. Linear in the length of the article as a rule.
  func resolve(_ reading: inout Reading) {
    var discourse = named(reading)
    ReferencePass.apply(to: &discourse)
    let summary = EntitySummary(discourse)
    reading.entities = summary.entities
    reading.mentions = summary.mentions
    reading.subject = summary.subject
  }

  /// The discourse after the steps for names.
  func named(_ reading: Reading) -> Discourse {
    var discourse = Discourse(reading, lexicon: lexicon)
    SubjectStep.apply(to: &discourse)
    ExactNameStep.apply(to: &discourse)
    PersonNameStep.apply(to: &discourse)
    AcronymStep.apply(to: &discourse)
    HeadReductionStep.apply(to: &discourse)
    VariantStep.apply(to: &discourse)
    AliasStep.apply(to: &discourse)
    return discourse
  }
}
