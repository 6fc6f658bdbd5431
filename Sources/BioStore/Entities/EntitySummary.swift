/// The entities and mentions of a finished discourse, as later stages see them.
struct EntitySummary {
  private(set) var entities: [Entity] = []
  private(set) var mentions: [Mention] = []
  /// Whom the article is about: an index into the entities.
  private(set) var subject: Int?
  private let text: ScalarText

  /// Entities come in the order of their first mention.
  init(_ discourse: Discourse) {
    text = ScalarText(discourse.reading.article.text)
    var numbers: [Int: Int] = [:]
    var order: [Int] = []
    for phrase in discourse.phrases.indices {
      for entity in discourse.referents(of: phrase) where numbers[entity] == nil {
        numbers[entity] = order.count
        order.append(entity)
      }
    }
    subject = discourse.subject.flatMap { numbers[discourse.root($0)] }
    for entity in order { entities.append(summary(of: entity, in: discourse)) }
    for (index, phrase) in discourse.phrases.enumerated() {
      for entity in discourse.referents(of: index) {
        guard let number = numbers[entity] else { continue }
        mentions.append(mention(phrase, entity: number, step: discourse.steps[index], in: discourse))
      }
    }
    mentions.sort { ($0.tokens.lowerBound, $0.head, $0.entity) < ($1.tokens.lowerBound, $1.head, $1.entity) }
  }

  private func mention(_ phrase: Phrase, entity: Int, step: String, in discourse: Discourse) -> Mention {
    Mention(
      entity: entity, tokens: phrase.tokens, head: phrase.head,
      range: range(of: phrase.tokens, in: discourse),
      form: phrase.form, step: step)
  }

  private func range(of tokens: Range<Int>, in discourse: Discourse) -> Range<Int> {
    let words = discourse.reading.tokens
    return words[tokens.lowerBound].range.lowerBound..<words[tokens.upperBound - 1].range.upperBound
  }

  private func summary(of entity: Int, in discourse: Discourse) -> Entity {
    let draft = discourse.entities[entity]
    var forms = forms(of: draft, in: discourse)
    guard let best = forms.first else {
      return Entity(
        kind: draft.kind ?? .person, name: description(of: draft, in: discourse), isNamed: false,
        gender: draft.gender)
    }
    forms.removeFirst()
    return Entity(
      kind: draft.kind ?? .person, name: best, aliases: forms,
      gender: draft.kind == .person ? draft.gender : nil)
  }

  // MARK: Names

  /// The proper names of an entity without repetition, the fullest first, the others in the order of the text.
  private func forms(of draft: DraftEntity, in discourse: Discourse) -> [String] {
    var forms: [(text: String, fullness: Int)] = []
    for index in draft.phrases.sorted() where discourse.phrases[index].form == .name {
      let phrase = discourse.phrases[index]
      let text = words(range(of: phrase.tokens, in: discourse))
      if forms.contains(where: { $0.text == text }) { continue }
      forms.append((text, fullness(phrase, text)))
    }
    guard let best = forms.indices.max(by: { (forms[$0].fullness, -$0) < (forms[$1].fullness, -$1) }) else {
      return []
    }
    return [forms[best].text] + forms.indices.filter { $0 != best }.map { forms[$0].text }
  }

  /// How much a form says: names of people by their own words first, all names by their length; those in another
  /// script only where there is no other.
  private func fullness(_ phrase: Phrase, _ text: String) -> Int {
    if Script.isForeign(text) { return phrase.key.count - Int(Int16.max) }
    let words = phrase.person?.words.filter { $0.count > 1 }.count ?? 0
    return words * 1000 + phrase.tokens.count * 20 + min(phrase.key.count, 19)
  }

  /// The words of a range with single blanks.
  private func words(_ range: Range<Int>) -> String {
    let part = text[range]
    guard part.contains(where: { $0.isNewline || $0 == "\t" }) || part.contains("  ") else { return part }
    return part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Descriptions

  /// The first description without article and possessor ("older brother").
  private func description(of draft: DraftEntity, in discourse: Discourse) -> String {
    guard let first = draft.phrases.min() else { return "" }
    let phrase = discourse.phrases[first]
    var start = phrase.tokens.lowerBound
    for child in discourse.forest.children(of: phrase.head) where child < phrase.head {
      switch discourse.reading.tokens[child].relation {
      case .det, .nmodPoss, .detPredet: start = max(start, Int(discourse.forest.rightEdge[child]) + 1)
      default: continue
      }
    }
    start = min(start, phrase.head)
    return words(range(of: start..<phrase.tokens.upperBound, in: discourse))
  }
}
