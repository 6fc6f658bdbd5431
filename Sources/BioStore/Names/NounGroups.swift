/// The classes of nouns that tell what a name by them names, in few bits: "the river X", "X is a painter".
struct NounGroups: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ nouns: WordClasses) {
    var bits: UInt16 = 0
    if !nouns.isEmpty {
      for (bit, classes) in Self.classes.enumerated() where !nouns.isDisjoint(with: classes) {
        bits |= 1 << UInt16(bit)
      }
    }
    rawValue = bits
  }

  private static let personGroups = Self(WordClasses([.role, .kin, .person]))
  private static let placeGroups = Self(WordClasses([.place, .settlement, .water, .building]))
  private static let organisationGroups = Self(
    WordClasses([.organisation, .company, .school, .team, .periodical]))

  /// The one kind that the nouns point to; `nil` if they point to several or to none.
  ///
  /// Buildings and schools are places and organisations to the lexicon: they point to none.
  var kind: EntityKind? {
    var kinds: [EntityKind] = []
    if !isDisjoint(with: Self.personGroups) { kinds.append(.person) }
    if !isDisjoint(with: Self.placeGroups) { kinds.append(.place) }
    if !isDisjoint(with: Self.organisationGroups) { kinds.append(.organisation) }
    if contains(Self(.event)) { kinds.append(.event) }
    if contains(Self(.work)) { kinds.append(.work) }
    return kinds.count == 1 ? kinds[0] : nil
  }

  private static let classes: [WordClasses] = [
    .role, .kin, .organisation, .place, .event, .work, .award, .periodical, .company, .school, .team,
    .settlement,
    .water, .building, .person, .language,
  ]
}

extension NameEvidence {
  /// Finds for each run its place in the tree, and what the article says that its words name.
  mutating func placeRuns(_ reading: Reading) {
    var places = [Place](repeating: Place(), count: marks.count)
    var definitions = [NounGroups](repeating: [], count: marks.count)
    for index in marks.indices { collectDefinition(index, reading, into: &definitions) }
    defineTitle(titleDefinition(reading))
    for sentence in sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        let run = runs[index]
        guard !run.isEmpty else {
          index += 1
          continue
        }
        let range = Int(run.lowerBound)..<Int(run.upperBound)
        let place = place(of: range, reading, definitions)
        for token in range {
          places[token] = place
          if marks[token].contains(.capitalised) { define(token, place.definition) }
        }
        index = range.upperBound
      }
    }
    setPlaces(places)
  }

  /// What the article says of its title: by its first sentence ("X is a village in …"), by the title's bracket.
  private func titleDefinition(_ reading: Reading) -> NounGroups {
    var definition = NounGroups()
    let title = reading.article.title
    if let open = title.firstIndex(of: "(") {
      for word in title[open...].split(whereSeparator: { !$0.isLetter }) {
        definition.formUnion(NounGroups(WordClasses(of: word.lowercased())))
      }
    }
    guard let sentence = sentences.first, definition.isEmpty else { return definition }
    var index = sentence.lowerBound
    while index < sentence.upperBound, !isCopula(index, reading) { index += 1 }
    var last = NounGroups()
    for token in sentence where token > index {
      switch reading.tokens[token].tag {
      case .noun: last = NounGroups(word(token).nouns)
      case .det, .adj, .num, .propn, .adv: break
      case .punct where reading.tokens[token].form == "-": break
      default:
        if !last.isEmpty { return last }
        last = []
      }
      if token > index + Self.longestPredicate { break }
    }
    return last
  }

  private static let longestPredicate = 14

  private func isCopula(_ index: Int, _ reading: Reading) -> Bool {
    !marks[index].contains(.bracketed) && reading.tokens[index].tag == .aux
      || reading.tokens[index].tag == .verb && reading.tokens[index].relation == .cop
  }

  /// Notes at a token what its predicate noun or its apposition says of it.
  private func collectDefinition(_ index: Int, _ reading: Reading, into definitions: inout [NounGroups]) {
    let token = reading.tokens[index]
    guard let head = token.head, head < marks.count else { return }
    switch token.relation {
    case .cop:
      guard let subject = subject(of: head, in: reading) else { return }
      definitions[subject].formUnion(groups(head))
    case .appos:
      definitions[head].formUnion(groups(index))
      definitions[index].formUnion(groups(head))
    default: break
    }
  }

  private func groups(_ token: Int) -> NounGroups {
    marks[token].contains(.capitalised) ? [] : NounGroups(word(token).nouns)
  }

  /// The subject of a predicate: the copula's clause has it before the predicate.
  private func subject(of predicate: Int, in reading: Reading) -> Int? {
    var index = predicate - 1
    while index >= 0, predicate - index < 60 {
      if reading.tokens[index].head == predicate, reading.tokens[index].relation == .nsubj { return index }
      index -= 1
    }
    return nil
  }

  private func place(of run: Range<Int>, _ reading: Reading, _ definitions: [NounGroups]) -> Place {
    var place = Place()
    for index in run {
      place.definition.formUnion(definitions[index])
      guard let head = reading.tokens[index].head else {
        place.relation = DependencyRelation.root.rawValue
        continue
      }
      if !run.contains(head), reading.tokens[index].relation != .punct,
        reading.tokens[index].relation != .case
      {
        place.relation = reading.tokens[index].relation.rawValue
        place.governor = word(head).codes.lower
        place.governorNouns = NounGroups(word(head).nouns)
      }
    }
    return place
  }
}
