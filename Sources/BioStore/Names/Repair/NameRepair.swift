/// Makes the names of an article agree with one another: one name a span, one kind a name, the same words a name
/// everywhere.
///
/// The labels see a sentence at a time, with votes of the whole article among their features; what still disagrees is
/// settled here, in steps that each look at all names. First the spans, then the kinds.
enum NameRepair {
  /// The names after all steps, in the order of the text and without overlap. Linear in the length of the article as a
  /// rule.
  static func repaired(_ names: [NameSpan], reading: Reading, evidence: NameEvidence) -> [NameSpan] {
    let context = NameContext(reading, evidence: evidence)
    var names = NameCutter(BrokenNames.mend(names, in: context), in: context).cut()
    BracketedNames.add(to: &names, in: context)
    KindVotes.apply(to: &names, in: context)
    KindWords.apply(to: &names, in: context)
    RepeatedNames.add(to: &names, in: context)
    PersonKinds.unifySurnames(of: &names, in: context)
    names = WorkTitles(names, reading: reading, evidence: evidence).added(to: names)
    names = WorkContext(names, reading: reading, evidence: evidence).mended()
    names = EventTitles(names, reading: reading).added()
    names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    DescribedNames.add(to: &names, in: context)
    PersonKinds.find(in: &names, context)
    KindWords.useInstitutions(in: &names, context)
    KindSigns.apply(to: &names, in: context)
    KindVotes.apply(to: &names, in: context)
    PersonKinds.unifySurnames(of: &names, in: context)
    return names
  }
}
