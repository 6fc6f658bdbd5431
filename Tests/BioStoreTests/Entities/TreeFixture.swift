@testable import BioStore

/// Builds readings for tests from sentences with their trees: `form/TAG/relation/head`, heads counted from 1.
///
/// `s` after a tag (`NOUNs`) makes the word plural; names are given as their words with their kind.
enum TreeFixture {
  static func reading(
    title: String = "", _ sentences: [String], names: [(String, EntityKind)]
  ) -> Reading {
    let parsed = sentences.map { line in
      CoNLLUSentence(words: line.split(separator: " ").map { word(String($0)) })
    }
    var reading = Reading(conllu: parsed, title: title)
    for (name, kind) in names {
      let words = name.split(separator: " ").map(String.init)
      for start in reading.tokens.indices where start + words.count <= reading.tokens.count {
        let range = start..<(start + words.count)
        let isFree = !reading.names.contains { $0.tokens.overlaps(range) }
        if isFree, range.map({ reading.tokens[$0].form }) == words {
          reading.names.append(NameSpan(tokens: range, kind: kind))
        }
      }
    }
    reading.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return reading
  }

  /// The names after repair, as "kind: words".
  static func repaired(
    title: String = "", _ sentences: [String], names: [(String, EntityKind)]
  ) -> [String] {
    let reading = reading(title: title, sentences, names: names)
    let repaired = NameRepair.repaired(reading.names, reading: reading, evidence: NameEvidence(reading))
    return repaired.map { name in
      "\(name.kind?.rawValue ?? "other"): \(reading.tokens[name.tokens].map(\.form).joined(separator: " "))"
    }
  }

  /// The reading after coreference.
  static func resolved(
    title: String = "", _ sentences: [String], names: [(String, EntityKind)]
  ) -> Reading {
    var reading = reading(title: title, sentences, names: names)
    EntityResolver().resolve(&reading)
    return reading
  }

  private static func word(_ text: String) -> CoNLLUWord {
    let parts = text.split(separator: "/").map(String.init)
    let isPlural = parts[1].hasSuffix("s")
    let tag = UniversalTag(label: parts[1].filter { $0 != "s" }) ?? .x
    let head = Int(parts[3]) ?? 0
    return CoNLLUWord(
      form: parts[0], lemma: lemma(parts[0], tag: tag, isPlural: isPlural), tag: tag,
      pennTag: pennTag(tag, isPlural: isPlural), head: head == 0 ? nil : head - 1,
      relation: DependencyRelation(label: parts[2]) ?? .dep)
  }

  private static func pennTag(_ tag: UniversalTag, isPlural: Bool) -> PennTag {
    switch tag {
    case .propn: isPlural ? .nnps : .nnp
    case .noun: isPlural ? .nns : .nn
    default: .nn
    }
  }

  private static func lemma(_ form: String, tag: UniversalTag, isPlural: Bool) -> String {
    let verbs = ["was": "be", "married": "marry", "became": "become"]
    if tag == .propn { return form }
    if isPlural { return String(form.lowercased().dropLast()) }
    return verbs[form] ?? form.lowercased()
  }
}

extension Reading {
  /// The names of the entities that the n-th token of that form refers to, in the order of the mentions.
  func referents(of form: String, _ number: Int = 1) -> [String] {
    let tokens = self.tokens.indices.filter { self.tokens[$0].form == form }
    guard tokens.count >= number else { return [] }
    return MentionIndex(self).referents(of: tokens[number - 1]).map { entities[$0].name }
  }

  /// The step that resolved the n-th token of that form.
  func step(of form: String, _ number: Int = 1) -> String? {
    let tokens = self.tokens.indices.filter { self.tokens[$0].form == form }
    guard tokens.count >= number else { return nil }
    return MentionIndex(self).mentions(at: tokens[number - 1]).first.map { mentions[$0].step }
  }
}
