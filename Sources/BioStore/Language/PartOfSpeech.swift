/// A part of speech of Universal Dependencies.
///
/// <https://universaldependencies.org/u/pos/>
public enum UniversalTag: UInt8, Sendable, CaseIterable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x

  /// The name in CoNLL-U, such as `PROPN`.
  public var label: String { Self.labels[Int(rawValue)] }

  /// The tag called `label`; `nil` for a name that Universal Dependencies does not have.
  public init?(label: String) {
    guard let tag = Self.byLabel[label] else { return nil }
    self = tag
  }

  private static let labels = allCases.map { String(describing: $0).uppercased() }
  private static let byLabel = Dictionary(uniqueKeysWithValues: allCases.map { ($0.label, $0) })
}

/// A tag of the Penn Treebank, as the XPOS column of UD English has it.
public enum PennTag: UInt8, Sendable, CaseIterable {
  case dollar
  case closeQuote
  case comma
  case leftBracket
  case rightBracket
  case period
  case colon
  case add
  case afx
  case cc
  case cd
  case dt
  case ex
  case fw
  case gw
  case hyph
  case `in`
  case jj
  case jjr
  case jjs
  case ls
  case md
  case nfp
  case nn
  case nnp
  case nnps
  case nns
  case pdt
  case pos
  case prp
  case prpDollar
  case rb
  case rbr
  case rbs
  case rp
  case sym
  case to
  case uh
  case vb
  case vbd
  case vbg
  case vbn
  case vbp
  case vbz
  case wdt
  case wp
  case wpDollar
  case wrb
  case openQuote

  /// The name in CoNLL-U, such as `NNP` or `-LRB-`.
  public var label: String { Self.labels[Int(rawValue)] }

  /// The tag called `label`; `nil` for a name that UD English does not use.
  public init?(label: String) {
    guard let tag = Self.byLabel[label] else { return nil }
    self = tag
  }

  private static let labels: [String] = [
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW",
    "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS",
    "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP",
    "VBZ", "WDT", "WP", "WP$", "WRB", "``",
  ]

  private static let byLabel = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.label, $0) })
}
