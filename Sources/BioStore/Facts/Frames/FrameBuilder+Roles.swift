extension FrameBuilder {
  /// Tells the nouns of roles below a verb who bears them.
  mutating func linkRoles(_ verb: Int) {
    let known = table.frames[verb].symbol.flatMap { lexicon.roleVerbs[$0] }
    let asRole = lexicon.roles.role("as")
    var node = table.firstNode(verb)
    while node >= 0 {
      let argument = table.argument(at: node)
      node = table.node(after: node)
      // "was promoted captain", not "promoted the captain".
      let isOwnObject = argument.role == .object && known?.bearer == .object && !table.frames[verb].isPassive
      if let known, known.places.contains(argument.role), !isOwnObject {
        link(argument.token, to: verb, bearer: known.bearer, phase: known.phase)
      } else if let known, known.bearer == .object, argument.role == .object,
        hasReceiver(verb, besides: argument)
      {
        link(argument.token, to: verb, bearer: .indirect, phase: known.phase)
      } else if known == nil && argument.role == .complement || isUnlisted(asRole, argument, of: verb, known),
        !isReporting(verb)
      {
        link(argument.token, to: verb, bearer: .surface, phase: .during)
      }
    }
  }

  /// "made a living as a printer": an "as" of which the verb's own entry does not speak tells of the subject where the
  /// object is a noun for posts and careers.
  private func isUnlisted(
    _ asRole: Role?, _ argument: Argument, of verb: Int, _ known: PredicateLexicon.RoleVerb?
  ) -> Bool {
    guard argument.role == asRole else { return false }
    // "appeared as Eva Dahl": whom somebody plays is no role noun.
    guard let known else { return argument.token < 0 || tokens[argument.token].tag != .propn }
    guard !known.places.contains(argument.role), let object = table.firstArgument(verb, .object), object >= 0,
      let symbol = table.frames[object].symbol
    else { return false }
    return lexicon.postNouns.contains(symbol)
  }

  private func hasReceiver(_ verb: Int, besides argument: Argument) -> Bool {
    table.firstArgument(verb, .indirect).map { $0 != argument.token } ?? false
  }

  private func isReporting(_ verb: Int) -> Bool {
    table.frames[verb].symbol.flatMap { lexicon.governors[$0] }?.clause == .reported
  }

  private mutating func link(_ noun: Int, to verb: Int, bearer: Role, phase: PredicateLexicon.Phase) {
    guard noun >= 0, tokens[noun].tag != .verb, tokens[noun].tag != .pron else { return }
    var linked = copyBearers(bearer, of: verb, to: noun)
    if bearer == .object { linked = copyBearers(.indirect, of: verb, to: noun) || linked }
    guard linked else { return }
    table.frames[noun].link = Int32(verb)
    table.frames[noun].phase = phase
  }

  private mutating func copyBearers(_ role: Role, of verb: Int, to noun: Int) -> Bool {
    var copied = false
    var node = table.firstNode(verb)
    while node >= 0 {
      let argument = table.argument(at: node)
      node = table.node(after: node)
      guard argument.role == role, argument.token != noun else { continue }
      table.add(.bearer, argument.token, to: noun)
      copied = true
    }
    return copied
  }
}
