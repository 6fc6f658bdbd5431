/// What the words of an article stand for: its entities, by its mentions.
struct MentionFillers: FillerSource {
  private let entities: [Entity]
  private let tokens: [Token]
  private let frames: FrameTable
  private let lexicon: PredicateLexicon
  /// For each token, the entities of the mentions that it heads, then of the innermost name that holds it.
  private let byHead: [[Int32]]
  private let inside: [Int32]
  /// "painters such as Ana Kovač".
  private let exampleRoles: RoleSet
  private let workBehind: [Int: Int]
  /// The entity that a sentence without subject is about.
  let articleSubject: Int?

  init(_ reading: Reading, frames: FrameTable, lexicon: PredicateLexicon) {
    entities = reading.entities
    tokens = reading.tokens
    self.frames = frames
    self.lexicon = lexicon
    exampleRoles = lexicon.roles.set("such_as,including,like")
    var byHead = [[Int32]](repeating: [], count: reading.tokens.count)
    var inside = [Int32](repeating: -1, count: reading.tokens.count)
    var width = [Int](repeating: .max, count: reading.tokens.count)
    for mention in reading.mentions {
      let entity = Int32(mention.entity)
      if !byHead[mention.head].contains(entity) { byHead[mention.head].append(entity) }
      guard mention.form == .name else { continue }
      for token in mention.tokens where mention.tokens.count < width[token] {
        inside[token] = entity
        width[token] = mention.tokens.count
      }
    }
    self.byHead = byHead
    self.inside = inside
    articleSubject = Self.subject(of: reading)
    workBehind = Self.worksBehindNouns(reading)
  }

  private static func subject(of reading: Reading) -> Int? {
    if let subject = reading.subject, reading.entities[subject].kind == .person { return subject }
    var counts = [Int](repeating: 0, count: reading.entities.count)
    for mention in reading.mentions { counts[mention.entity] += 1 }
    let title = reading.article.title
    let people = reading.entities.indices.filter { reading.entities[$0].kind == .person }
    if let named = people.first(where: {
      reading.entities[$0].name == title || reading.entities[$0].aliases.contains(title)
    }) {
      return named
    }
    return people.max { counts[$0] < counts[$1] }
  }

  func fillers(for token: Int) -> [Filler] {
    if token < 0 { return articleSubject.map { [filler($0)] } ?? [] }
    let own = byHead[token]
    if own.contains(where: { entities[Int($0)].isNamed }) { return own.map { filler(Int($0)) } }
    let nearby = neighbours(of: token)
    if !nearby.isEmpty {
      // "sharing a flat Orlov": a name of another kind beside a noun does not replace it.
      return nearby
        + own.map { filler(Int($0)) }.filter { mine in nearby.allSatisfy { $0.kinds != mine.kinds } }
    }
    let borne = bearers(of: token)
    if !borne.isEmpty { return borne }
    if !own.isEmpty { return own.map { filler(Int($0)) } }
    if inside[token] >= 0 { return [filler(Int(inside[token]))] }
    return []
  }

  private func filler(_ entity: Int) -> Filler {
    Filler(
      referent: .entity(entity), kinds: FillerKinds(entities[entity].kind), isNamed: entities[entity].isNamed)
  }

  /// "the newspaper Kronika", "the city of Tartu": what a common noun with a name beside it stands for.
  private func neighbours(of token: Int) -> [Filler] {
    if isPartitive(token) {
      // "some of the leading songwriters, including Ivan Marin"
      let of = lexicon.roles.role("of")
      return frames.arguments(of: token).filter { $0.role == of && $0.token >= 0 }
        .flatMap { neighbours(of: $0.token) } + examples(of: token)
    }
    guard tokens[token].tag == .noun else {
      // "the single Late Rains", with "single" taken for an adjective.
      return tokens[token].tag == .adj ? workBehind[token].map { [filler($0)] } ?? [] : []
    }
    let isTransparent = frames.frames[token].symbol.map(lexicon.transparentNouns.contains) ?? false
    let of = lexicon.roles.role("of")
    var found: [Filler] = []
    for argument in frames.arguments(of: token) where argument.token >= 0 {
      let isExample = exampleRoles.contains(argument.role)
      guard argument.role == .apposition || isExample || isTransparent && argument.role == of else {
        continue
      }
      if argument.role == .apposition, tokens[argument.token].tag != .propn { continue }
      for entity in byHead[argument.token] where entities[Int(entity)].isNamed {
        found.append(filler(Int(entity)))
      }
    }
    if found.isEmpty, let work = workBehind[token] { found.append(filler(work)) }
    if found.isEmpty { found = namedByClause(token) }
    if found.isEmpty { found = namedByCompound(token) }
    return found
  }

  /// "a label called Harbour Records", "a party named the Labour League".
  private func namedByClause(_ token: Int) -> [Filler] {
    for argument in frames.arguments(of: token) where argument.role == .clause && argument.token >= 0 {
      guard ["call", "name", "entitle", "title", "dub"].contains(tokens[argument.token].lemma) else {
        continue
      }
      let names = frames.arguments(of: argument.token)
        .filter { $0.token > argument.token && [.complement, .object, .unmarked].contains($0.role) }
        .flatMap { byHead[$0.token] }.filter { entities[Int($0)].isNamed }
      if !names.isEmpty { return names.map { filler(Int($0)) } }
    }
    return []
  }

  /// "the Labour League party": a noun for a body or a work with the name of one before it.
  private func namedByCompound(_ token: Int) -> [Filler] {
    let classes = frames.frames[token].classes
    let isBody = !classes.isDisjoint(with: [.party, .team, .company, .ensemble])
    let isWork = !classes.isDisjoint(with: [.book, .show, .musicWork])
    guard isBody || isWork, inside[token] < 0 else { return [] }
    return frames.arguments(of: token).filter {
      $0.role == .compound && $0.token >= 0 && $0.token + 1 == token
    }
    .flatMap { byHead[$0.token] }
    .filter { entity in
      let kind = entities[Int(entity)].kind
      return entities[Int(entity)].isNamed && (isBody && kind == .organisation || isWork && kind == .work)
    }.map { filler(Int($0)) }
  }

  /// "some", "many", "several", "a number" before "of".
  private func isPartitive(_ token: Int) -> Bool {
    ["some", "many", "several", "most", "numerous", "various"].contains(tokens[token].lemma)
      && [.det, .pron, .adj, .noun].contains(tokens[token].tag)
  }

  private func examples(of token: Int) -> [Filler] {
    frames.arguments(of: token).filter { exampleRoles.contains($0.role) && $0.token >= 0 }
      .flatMap { byHead[$0.token] }.filter { entities[Int($0)].isNamed }.map { filler(Int($0)) }
  }

  private static func isGenreWord(_ token: Token) -> Bool {
    switch token.tag {
    case .noun, .x, .adj: true
    case .propn: token.form.first?.isLowercase == true
    default: false
    }
  }

  private static let between: Set<String> = [
    "\"", "“", "The", ",", "called", "entitled", "titled", "named", "dubbed",
  ]

  /// "the soap opera The Salt Road": for each noun of a genre, the work whose title follows at once, whatever the tree.
  private static func worksBehindNouns(_ reading: Reading) -> [Int: Int] {
    let cues = WorkCues.standard
    var found: [Int: Int] = [:]
    for mention in reading.mentions
    where mention.form == .name && reading.entities[mention.entity].kind == .work {
      var index = mention.tokens.lowerBound - 1
      while index >= 0, Self.between.contains(reading.tokens[index].form) { index -= 1 }
      // A compound of nouns: "short film", "soap opera".
      var isGenre = false
      while index >= 0, isGenreWord(reading.tokens[index]) {
        isGenre = isGenre || cues.noun(reading.tokens[index].lemma) == .noun
        if isGenre { found[index] = mention.entity }
        index -= 1
      }
    }
    return found
  }

  /// "He was a painter who …": what is said of a predicate noun is said of its bearer.
  private func bearers(of token: Int) -> [Filler] {
    var found: [Filler] = []
    for argument in frames.arguments(of: token) where argument.role == .bearer && argument.token != token {
      if argument.token < 0 {
        found += fillers(for: argument.token)
      } else {
        for entity in byHead[argument.token] { found.append(filler(Int(entity))) }
      }
    }
    return found
  }
}
