/// What kinds of thing a role accepts, and what kinds a filler can be.
struct FillerKinds: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  static let person = Self(rawValue: 1)
  static let place = Self(rawValue: 2)
  static let organisation = Self(rawValue: 4)
  static let event = Self(rawValue: 8)
  static let work = Self(rawValue: 16)
  /// Words without an entity: they can be a value.
  static let text = Self(rawValue: 32)

  /// A word for a nation or people; a belief.
  static let nation = Self(rawValue: 64)
  static let belief = Self(rawValue: 128)
  /// A thing without a name of its own, entity or only words: "a hydraulic press", "the first iron bridge".
  static let thing = Self(rawValue: 256)

  static let anyEntity: Self = [.person, .place, .organisation, .event, .work]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ kind: EntityKind) {
    switch kind {
    case .person: self = .person
    case .place: self = .place
    case .organisation: self = .organisation
    case .event: self = .event
    case .work: self = .work
    }
  }

  /// The kinds called `name` in rule files: an entity's kind, `text`, `any` (every entity), `group` (person or
  /// organisation), `thing` (what has no name and is no person).
  init?(named name: String) {
    switch name {
    case "text": self = .text
    case "nation": self = .nation
    case "belief": self = .belief
    case "any": self = .anyEntity
    case "thing": self = .thing
    case "group": self = [.person, .organisation]
    default:
      guard let kind = EntityKind(rawValue: name) else { return nil }
      self.init(kind)
    }
  }
}

/// What fills a role: an entity of an article, or a variable of a question.
struct Filler: Sendable, Hashable {
  enum Referent: Sendable, Hashable {
    /// Index into the reading's entities.
    case entity(Int)
    /// The number of a variable, which the questioner gives.
    case variable(Int)
  }

  var referent: Referent
  /// The kinds that it can be: one for an entity, perhaps several for a variable.
  var kinds: FillerKinds
  /// Whether it has a proper name; a variable may have one.
  var isNamed = true

  var entity: Int? {
    if case .entity(let index) = referent { return index }
    return nil
  }
}

/// Says what the words of a text stand for. The article's entities are one such source, the names and wh-words of a
/// question another.
protocol FillerSource {
  /// What the token refers to: nothing, one filler, or several for words such as "they".
  ///
  /// - Parameter token: index into the reading's tokens, or `Argument.elided`.
  func fillers(for token: Int) -> [Filler]
}
