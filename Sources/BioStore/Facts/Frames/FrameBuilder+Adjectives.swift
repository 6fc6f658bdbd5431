extension FrameBuilder {
  /// The arguments of an adjective, and who is said to be so.
  mutating func addAdjective(_ adjective: Int) {
    for child in syntax.dependents(of: adjective) { addDependent(Int(child), ofAdjective: adjective) }
    if !table.hasArgument(adjective, .surface) { inheritSubject(ofAdjective: adjective) }
    copy(.surface, of: adjective, as: .subject, to: adjective)
    copy(.surface, of: adjective, as: .bearer, to: adjective)
    if let copula = syntax.dependent(of: adjective, .cop) { table.frames[adjective].link = Int32(copula) }
    let frame = table.frames[adjective]
    if frame.symbol != nil || frame.isNation || frame.isBelief || table.hasArgument(adjective, .complement) {
      table.frames[adjective].factuality = nominalClauseFactuality(adjective)
    }
  }

  private mutating func addDependent(_ child: Int, ofAdjective adjective: Int) {
    switch tokens[child].relation {
    case .nsubj, .nsubjPass, .nsubjOuter: addSpread(.surface, child, to: adjective)
    case .obl, .nmod, .oblAgent:
      if let role = preposition(of: child) { addSpread(role, child, to: adjective) }
    // "German-Jewish"
    case .amod: table.add(.modifier, child, to: adjective)
    case .xcomp, .ccomp, .advcl: table.add(.complement, child, to: adjective)
    case .advmod where tokens[child].lemma == "where":
      table.add(.location, referent(of: child), to: adjective)
    case .oblUnmarked, .nmodUnmarked: table.add(.unmarked, child, to: adjective)
    default: break
    }
  }

  private mutating func inheritSubject(ofAdjective adjective: Int) {
    guard let head = tokens[adjective].head else { return }
    switch tokens[adjective].relation {
    case .conj, .advcl, .parataxis: copy(.surface, of: head, as: .surface, to: adjective)
    case .xcomp:
      let source: Role =
        !table.frames[head].isPassive && table.hasArgument(head, .object) ? .object : .surface
      copy(source, of: head, as: .surface, to: adjective)
    case .acl, .appos: table.add(.surface, head, to: adjective)
    case .amod where adjective > head: table.add(.surface, head, to: adjective)
    default: break
    }
  }
}
