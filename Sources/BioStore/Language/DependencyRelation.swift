/// A relation of Universal Dependencies, with the subtypes that UD English uses.
///
/// <https://universaldependencies.org/u/dep/>
public enum DependencyRelation: UInt8, Sendable, CaseIterable {
  case acl
  case aclRelcl
  case advcl
  case advclRelcl
  case advmod
  case amod
  case appos
  case aux
  case auxPass
  case `case`
  case cc
  case ccPreconj
  case ccomp
  case compound
  case compoundPrt
  case conj
  case cop
  case csubj
  case csubjOuter
  case csubjPass
  case dep
  case det
  case detPredet
  case discourse
  case dislocated
  case expl
  case fixed
  case flat
  case goeswith
  case iobj
  case list
  case mark
  case nmod
  case nmodDesc
  case nmodPoss
  case nmodUnmarked
  case nsubj
  case nsubjOuter
  case nsubjPass
  case nummod
  case obj
  case obl
  case oblAgent
  case oblUnmarked
  case orphan
  case parataxis
  case punct
  case reparandum
  case root
  case vocative
  case xcomp

  /// The name in CoNLL-U, such as `nsubj:pass`.
  public var label: String { Self.labels[Int(rawValue)] }

  /// The relation called `label`; `nil` for a name that UD English does not use.
  public init?(label: String) {
    guard let relation = Self.byLabel[label] else { return nil }
    self = relation
  }

  private static let labels: [String] = [
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass",
    "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj",
    "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl",
    "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss",
    "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent",
    "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
  ]

  private static let byLabel = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.label, $0) })
}
