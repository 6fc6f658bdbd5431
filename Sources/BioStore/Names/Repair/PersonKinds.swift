/// Gives the kind of people to names that are people's by their words or by what stands around them.
enum PersonKinds {
  /// A single word that ends the name of a person of the article is that person, unless it is a place's name as well.
  static func unifySurnames(of names: inout [NameSpan], in context: NameContext) {
    let surnames = Set(
      names.filter { name in
        // "Ivan Marin of Lowmoor" has no surname at its end.
        name.kind == .person && name.tokens.count > 1 && !name.tokens.contains { context.form($0) == "of" }
      }
      .map { context.evidence.word($0.tokens.upperBound - 1).codes.lower })
    for index in names.indices where names[index].tokens.count == 1 && names[index].kind != .person {
      let token = names[index].tokens.lowerBound
      let word = context.evidence.word(token)
      guard surnames.contains(word.codes.lower) else { continue }
      if word.names.isDisjoint(with: .anyPlace) || names[index].kind != nil && !context.isLocative(token) {
        names[index].kind = .person
      }
    }
  }

  static func find(in names: inout [NameSpan], _ context: NameContext) {
    let surnames = Set(
      names.filter { $0.kind == .person && $0.tokens.count == 1 }.map { context.folded($0.tokens) })
    for index in names.indices where names[index].kind != .person && names[index].kind != nil {
      if isFullName(names[index], of: surnames, context) || isPersonalName(names[index], context)
        || isDescribedAsPerson(names[index], context)
      {
        names[index].kind = .person
      }
    }
  }

  /// A given name with a surname that stands alone for a person elsewhere in the article.
  private static func isFullName(
    _ name: NameSpan, of surnames: Set<String>, _ context: NameContext
  ) -> Bool {
    guard (2...4).contains(name.tokens.count), name.tokens.allSatisfy(context.isCapital),
      !context.isLocative(name.tokens.lowerBound),
      surnames.contains(NameFolding.fold(context.form(name.tokens.upperBound - 1)))
    else { return false }
    let first = Gazetteer.classes(of: context.form(name.tokens.lowerBound))
    return !first.isDisjoint(with: .givenName)
  }

  /// A given name and a surname that are taken for a place which no gazetteer knows.
  private static func isPersonalName(_ name: NameSpan, _ context: NameContext) -> Bool {
    name.kind == .place && name.tokens.count < 4 && !context.isLocative(name.tokens.lowerBound)
      && context.looksPersonal(name.tokens)
  }

  /// "Ernst Falk, the German Marxist": two capitals with a noun for a person in apposition.
  private static func isDescribedAsPerson(_ name: NameSpan, _ context: NameContext) -> Bool {
    guard name.kind == .place, (2...3).contains(name.tokens.count), name.tokens.allSatisfy(context.isCapital),
      let noun = context.forest.child(of: context.forest.head(of: name.tokens), .appos),
      noun >= name.tokens.upperBound
    else { return false }
    let classes = context.nouns(noun)
    return classes.contains(.person) && classes.isDisjoint(with: [.place, .organisation])
  }
}
