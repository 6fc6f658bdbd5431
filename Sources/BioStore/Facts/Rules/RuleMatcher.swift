/// Tries one rule on predicates.
struct RuleMatcher {
  let rule: Rule
  let frames: FrameTable
  let tokens: [Token]

  /// What plays each part of the rule, or `nil` if the rule does not fit.
  func bindings(predicate: Int, source: some FillerSource) -> [[RuleMatch.Binding]]? {
    guard conditionsHold(predicate) else { return nil }
    for path in rule.absences where follow(path, from: predicate).contains(where: { !isDate($0) }) {
      return nil
    }
    var bindings: [[RuleMatch.Binding]] = []
    bindings.reserveCapacity(rule.parts.count)
    for part in rule.parts {
      let found = fill(part, predicate: predicate, source: source)
      if found.isEmpty, !part.isOptional { return nil }
      bindings.append(found)
    }
    return bindings
  }

  /// Whether a token is a year, day or month: "in 1920" says nothing of where.
  private func isDate(_ token: Int) -> Bool {
    guard token >= 0 else { return false }
    if tokens[token].tag == .num { return true }
    if case .month = TimeLexicon.shared.classify(tokens[token].form) { return true }
    return false
  }

  private func conditionsHold(_ predicate: Int) -> Bool {
    let conditions = rule.conditions
    if conditions.isEmpty { return true }
    let frame = frames.frames[predicate]
    if conditions.contains(.passive), !frame.isPassive { return false }
    if conditions.contains(.active), frame.isPassive { return false }
    if conditions.contains(.notEnding), frame.phase == .end { return false }
    if conditions.contains(.ending), frame.phase != .end { return false }
    if conditions.contains(.borne), !hasOtherBearer(predicate) { return false }
    return true
  }

  private func hasOtherBearer(_ predicate: Int) -> Bool {
    for argument in frames.arguments(of: predicate)
    where argument.role == .bearer && argument.token != predicate {
      return true
    }
    return false
  }

  private func fill(_ part: Part, predicate: Int, source: some FillerSource) -> [RuleMatch.Binding] {
    for alternative in part.alternatives {
      var found: [RuleMatch.Binding] = []
      for path in alternative {
        for token in follow(path, from: predicate) { bind(token, to: part, from: source, in: &found) }
      }
      if !found.isEmpty { return found }
    }
    if part.kinds.contains(.text) { return [] }
    // A prepositional phrase may hang on a neighbour of the predicate.
    for alternative in part.alternatives {
      var found: [RuleMatch.Binding] = []
      for path in alternative {
        for token in followNearby(path, from: predicate, to: part) {
          bind(token, to: part, from: source, in: &found)
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func bind(
    _ token: Int, to part: Part, from source: some FillerSource, in found: inout [RuleMatch.Binding]
  ) {
    if !part.kinds.isDisjoint(with: [.nation, .belief]) {
      guard token >= 0 else { return }
      let frame = frames.frames[token]
      if part.kinds.contains(.nation) && frame.isNation || part.kinds.contains(.belief) && frame.isBelief {
        found.append(RuleMatch.Binding(token: token, filler: nil))
      }
      return
    }
    let fillers = source.fillers(for: token)
    if part.kinds.contains(.thing), bindThing(token, fillers, in: &found) { return }
    var hasFiller = false
    for filler in fillers where !filler.kinds.isDisjoint(with: part.kinds) {
      if part.needsName, !filler.isNamed { continue }
      hasFiller = true
      if !found.contains(where: { $0.filler == filler }) {
        found.append(RuleMatch.Binding(token: token, filler: filler))
      }
    }
    if !hasFiller, part.kinds.contains(.text), token >= 0, tokens[token].tag != .pron,
      !part.needsName || tokens[token].tag == .propn && fillers.isEmpty,
      !found.contains(where: { $0.token == token })
    {
      found.append(RuleMatch.Binding(token: token, filler: nil))
    }
  }

  /// Binds a common noun that names no person and stands for nothing with a name.
  private func bindThing(_ token: Int, _ fillers: [Filler], in found: inout [RuleMatch.Binding]) -> Bool {
    guard token >= 0, tokens[token].tag == .noun, !fillers.contains(where: \.isNamed),
      !fillers.contains(where: { $0.kinds == .person }), !isPersonNoun(token)
    else { return false }
    let binding = RuleMatch.Binding(token: token, filler: fillers.first)
    if !found.contains(binding) { found.append(binding) }
    return true
  }

  private func isPersonNoun(_ token: Int) -> Bool {
    let classes = frames.frames[token].classes
    return classes.contains(.person) && classes.isDisjoint(with: [.work, .artwork, .building, .place])
  }

  // MARK: Paths

  private func follow(_ path: Path, from predicate: Int) -> [Int] {
    var current = [predicate]
    for step in path.steps {
      current = current.flatMap { $0 >= 0 ? arguments(of: $0, step) : [] }
      if current.isEmpty { return [] }
    }
    return current
  }

  private func arguments(of token: Int, _ step: Path.Step) -> [Int] {
    var found: [Int] = []
    for argument in frames.arguments(of: token) {
      guard step.roles.contains(argument.role) else { continue }
      guard step.filter.isEmpty || argument.token >= 0 && step.filter.accepts(frames.frames[argument.token])
      else {
        continue
      }
      // A noun stands for itself only where nobody else bears it.
      if argument.role == .bearer, argument.token == token, hasOtherBearer(token) { continue }
      found.append(argument.token)
    }
    return found
  }

  /// The first step may start from what the predicate governs or what governs it, if it is a preposition: "joined the
  /// staff of the paper in Riga" may have "in Riga" under "staff", "paper" or "joined".
  private func followNearby(_ path: Path, from predicate: Int, to part: Part) -> [Int] {
    guard let first = path.steps.first, first.isPrepositional else { return [] }
    for neighbour in neighbours(of: predicate) {
      var found = follow(path, from: neighbour)
      // "At the university she met the minister": what stands in front says nothing of the object.
      if tokens[predicate].relation == .obj, tokens[predicate].head == neighbour,
        !part.kinds.contains(.person)
      {
        found.removeAll { $0 >= 0 && $0 < predicate }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func neighbours(of predicate: Int) -> [Int] {
    var found: [Int] = []
    let of = frames.arguments(of: predicate)
    for argument in of where argument.token >= 0 {
      switch argument.role {
      case .object, .complement: found.append(argument.token)
      default: if argument.role.isPreposition { found.append(argument.token) }
      }
    }
    let link = Int(frames.frames[predicate].link)
    if link >= 0 { found.append(link) }
    // "went to work for the paper" is one verb in two.
    if let head = tokens[predicate].head,
      tokens[predicate].relation == .xcomp || tokens[predicate].relation == .obj
        || tokens[predicate].relation == .advcl && head == predicate - 2 && tokens[predicate].pennTag == .vb
    {
      found.append(head)
    }
    return found
  }
}
