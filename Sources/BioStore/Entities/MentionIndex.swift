/// Finds the entities that tokens refer to; built once for a reading.
///
///     let index = MentionIndex(reading)
///     index.referents(of: token)      // the entities of the phrase that the token governs
///
/// Look-ups take constant time.
public struct MentionIndex: Sendable {
  /// For each token, the mentions that it heads or, if there are none, those whose name it is part of.
  private let mentionsOfToken: [[Int32]]
  private let mentions: [Mention]

  /// Linear in the number of tokens and mentions.
  public init(_ reading: Reading) {
    mentions = reading.mentions
    var heads = [[Int32]](repeating: [], count: reading.tokens.count)
    for (index, mention) in mentions.enumerated() { heads[mention.head].append(Int32(index)) }
    var all = heads
    for (index, mention) in mentions.enumerated() where mention.form == .name {
      for token in mention.tokens where heads[token].isEmpty { all[token].append(Int32(index)) }
    }
    mentionsOfToken = all
  }

  /// Indices into the reading's mentions: those whose phrase the token governs or whose name it is part of. Several
  /// for a group.
  public func mentions(at token: Int) -> [Int] { mentionsOfToken[token].map(Int.init) }

  /// Indices into the reading's entities: what the phrase governed by the token refers to, in the order of their
  /// mentions and without repetition. Empty for words that refer to nothing known.
  public func referents(of token: Int) -> [Int] {
    var entities: [Int] = []
    for index in mentionsOfToken[token] {
      let entity = mentions[Int(index)].entity
      if !entities.contains(entity) { entities.append(entity) }
    }
    return entities
  }

  /// The one entity that the phrase governed by the token refers to; `nil` for none and for groups.
  public func referent(of token: Int) -> Int? {
    let entities = referents(of: token)
    return entities.count == 1 ? entities[0] : nil
  }
}
