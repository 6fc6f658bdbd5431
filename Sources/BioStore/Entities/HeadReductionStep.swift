/// Shorter forms of names of organisations, events and works: "the Harbour Committee" for "Harbour Committee of the
/// Workers' League", "the Academy" for "Zadar Academy".
struct HeadReductionStep {
  static let name = "head-reduction"

  static func apply(to discourse: inout Discourse) {
    joinUniqueParts(in: &discourse)
    resolveCommonNouns(in: &discourse)
  }

  // MARK: Several words

  /// A name that opens or closes one longer name only is that name: "… of …", "… F.C.", "Spurs".
  private static func joinUniqueParts(in discourse: inout Discourse) {
    let names = discourse.roots.compactMap { Name($0, in: discourse) }
    var byWord: [String: [Name]] = [:]
    for name in names {
      if let first = name.words.first { byWord[first, default: []].append(name) }
      if let last = name.words.last, last != name.words.first { byWord[last, default: []].append(name) }
    }
    for name in names where name.words.count > 1 || !name.isCommonNoun {
      let candidates = (byWord[name.words[0]] ?? []) + (byWord[name.words[name.words.count - 1]] ?? [])
      let longer = candidates.filter {
        $0.kind == name.kind && $0.words.count > name.words.count
          && ($0.opensWith(name, lexicon: discourse.lexicon) || $0.closesWith(name.words))
      }
      let targets = Set(longer.map { discourse.root($0.entity) })
      if targets.count == 1, let target = targets.first { discourse.merge(name.entity, target) }
    }
  }

  private struct Name {
    let entity: Int
    let kind: EntityKind
    let words: [String]
    let isCommonNoun: Bool

    init?(_ entity: Int, in discourse: Discourse) {
      let draft = discourse.entities[entity]
      guard let kind = draft.kind, kind == .organisation || kind == .event,
        let phrase = draft.phrases.first
      else { return nil }
      self.entity = entity
      self.kind = kind
      words = discourse.phrases[phrase].key.split(separator: " ").map(String.init)
      guard !words.isEmpty else { return nil }
      isCommonNoun =
        words.count == 1
        && !WordClasses(of: words[0]).isDisjoint(with: [.organisation, .place, .event, .work])
    }

    /// Whether the name goes on after the shorter one with "of …" or the like.
    func opensWith(_ shorter: Name, lexicon: EntityLexicon) -> Bool {
      guard words.starts(with: shorter.words) else { return false }
      let next = words[shorter.words.count]
      if lexicon.opensComplement(next) { return true }
      return entity < shorter.entity && (lexicon.opensLateComplement(next) || !shorter.isCommonNoun)
    }

    /// "Social Democratic Party" in "German Social Democratic Party", "Spurs" in "Springfield Spurs".
    func closesWith(_ shorter: [String]) -> Bool {
      words.suffix(shorter.count).elementsEqual(shorter) && words.count <= shorter.count + 3
    }
  }

  // MARK: One common noun

  /// "the University", "the Academy": the organisation named last whose name has that noun as its head.
  private static func resolveCommonNouns(in discourse: inout Discourse) {
    var lastWithNoun: [String: Int] = [:]
    for (index, phrase) in discourse.phrases.enumerated() where phrase.form == .name {
      guard let kind = phrase.kind, kind != .person, kind != .work,
        let entity = discourse.referent(of: index)
      else { continue }
      let words = phrase.key.split(separator: " ").map(String.init)
      if words.count == 1, !WordClasses(of: words[0]).isDisjoint(with: [.organisation, .place, .event]) {
        if let known = lastWithNoun[words[0]], known != entity {
          discourse.reassign(index, to: known, step: name)
        }
      } else {
        for noun in headNouns(words, lexicon: discourse.lexicon) { lastWithNoun[noun] = entity }
      }
    }
  }

  /// The last word and the last before "of".
  private static func headNouns(_ words: [String], lexicon: EntityLexicon) -> [String] {
    guard let last = words.last else { return [] }
    let split = words.firstIndex { lexicon.opensComplement($0) } ?? 0
    return split > 0 ? [words[split - 1]] : [last]
  }
}
