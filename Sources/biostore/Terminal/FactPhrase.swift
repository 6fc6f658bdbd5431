import BioStore

/// Tells facts in words, by the table `lexicons/fact-phrases.tsv`.
struct FactPhrase: Sendable {
  /// What can stand in a template.
  struct Slots: Sendable {
    var object: String?
    var value: String?
    var place: String?

    fileprivate func text(of slot: Substring) -> String? {
      switch slot {
      case "object": object
      case "value": value
      case "place": place
      default: nil
      }
    }
  }

  private let templates: [FactType: [String]]

  /// The phrases that are linked into the binary.
  static let standard = FactPhrase(table: Resource.text("lexicons/fact-phrases.tsv") ?? "")

  init(table: String) {
    var templates: [FactType: [String]] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let type = FactType(rawValue: String(fields[0])) else { continue }
      templates[type, default: []].append(String(fields[1]))
    }
    self.templates = templates
  }

  /// The types that the table has words for.
  var types: Set<FactType> { Set(templates.keys) }

  /// What the subject did, such as `was born in Cork`.
  func text(_ type: FactType, _ slots: Slots) -> String {
    for template in templates[type] ?? [] {
      if let text = Self.filled(Substring(template), slots) { return text }
    }
    let rest = [slots.object, slots.value, slots.place].compactMap { $0 }.joined(separator: ", ")
    return type.rawValue + (rest.isEmpty ? "" : " " + rest)
  }

  /// The template with its slots filled; `nil` if one is empty.
  private static func filled(_ template: Substring, _ slots: Slots) -> String? {
    var text = ""
    var rest = template
    while let character = rest.popFirst() {
      switch character {
      case "[":
        let end = rest.firstIndex(of: "]") ?? rest.endIndex
        text += filled(rest[..<end], slots) ?? ""
        rest = rest[end...].dropFirst()
      case "{":
        let end = rest.firstIndex(of: "}") ?? rest.endIndex
        guard let filling = slots.text(of: rest[..<end]) else { return nil }
        text += filling
        rest = rest[end...].dropFirst()
      default: text.append(character)
      }
    }
    return text
  }
}

extension FactPhrase {
  /// A fact of the database as a sentence about `entity`, or about its subject where that is another one.
  ///
  /// - Parameter entity: whose card the phrase stands on; its own name is left out where it is the subject.
  func text(_ fact: FactRecord, from entity: Int64? = nil) -> String {
    let isSubject = fact.subject.id == entity
    let isOtherSide = !isSubject && fact.type.isSymmetric && fact.object?.id == entity
    let object = isOtherSide ? fact.subject.name : fact.object?.name
    let slots = Slots(object: object, value: fact.value, place: fact.place?.name)
    let phrase = text(fact.type, slots)
    return isSubject || isOtherSide ? phrase : "\(fact.subject.name) \(phrase)"
  }

  /// When: `1922–1925`, `about 1880`, `until 1934`; nothing where no date is known.
  static func date(_ fact: FactRecord) -> String {
    date(start: fact.start, end: fact.end, precision: fact.precision)
  }

  static func date(start: String?, end: String?, precision: DateInterval.Precision) -> String {
    let span: String
    switch (start, end) {
    case (let start?, let end?): span = start == end ? start : "\(start) – \(end)"
    case (let start?, nil): span = start
    case (nil, let end?): return precision == .before ? "before \(end)" : "until \(end)"
    case (nil, nil): return ""
    }
    switch precision {
    case .exact: return span
    case .circa: return "about \(span)"
    case .before, .after: return "\(precision.rawValue) \(span)"
    }
  }
}
