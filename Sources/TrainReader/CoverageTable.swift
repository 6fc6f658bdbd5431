import BioStore

/// Counts links, and how many of each kind were read as facts.
struct CoverageTable {
  private struct Count {
    var all = 0
    var unread = 0
    /// How often the link was read, by type of fact.
    var types: [FactType: Int] = [:]
    /// Lemmas between the names beside the trigger, by how often they stand there.
    var between: [String: Int] = [:]
    /// Sentences in which it stands unread, the shortest first, each with its link.
    var sentences: [(link: String, text: String)] = []

    mutating func note(_ link: String, _ text: String) {
      guard !sentences.contains(where: { $0.text == text }) else { return }
      sentences.append((link, text))
      sentences.sort { ($0.text.utf8.count, $0.text) < ($1.text.utf8.count, $1.text) }
      if sentences.count > CoverageTable.sentencesShown { sentences.removeLast() }
    }
  }

  private static let sentencesShown = 3
  private var counts: [CoverageLink: Count] = [:]

  /// Whether links count that have no person at either end.
  let allKinds: Bool
  /// Whether all links of one trigger are one.
  let byTrigger: Bool

  init(allKinds: Bool = false, byTrigger: Bool = false) {
    self.allKinds = allKinds
    self.byTrigger = byTrigger
  }

  mutating func add(_ reading: Reading) {
    let text = ScalarText(reading.article.text)
    let facts = FactsBySentence(reading)
    let finder = LinkFinder(reading, allKinds: allKinds)
    for index in reading.sentences.indices {
      for found in finder.links(ofSentence: index) {
        var link = found.link
        if byTrigger { link.text = link.trigger.isEmpty ? link.text : link.trigger }
        var count = counts[link] ?? Count()
        let types = facts.types(between: found.first, and: found.second, sentence: index, of: reading)
        count.all += 1
        count.unread += types.isEmpty ? 1 : 0
        for type in types { count.types[type, default: 0] += 1 }
        for lemma in found.between { count.between[lemma, default: 0] += 1 }
        let range = reading.sentences[index].range
        if types.isEmpty {
          let sentence = text[range].split(whereSeparator: \.isNewline).joined(separator: " ")
          count.note(found.link.text, sentence)
        }
        counts[link] = count
      }
    }
  }

  /// A line for each link.
  func report(omissions: CoverageOmissions, unreadOnly: Bool, minimum: Int, limit: Int) -> String {
    var rows = counts.filter { $0.value.all >= minimum }
    if unreadOnly {
      rows = rows.filter { $0.value.unread > 0 && omissions.reason(for: $0.key) == nil }
    }
    let order: (Count) -> Int = unreadOnly ? { $0.unread } : { $0.all }
    let sorted = rows.sorted { first, second in
      let (one, other) = (order(first.value), order(second.value))
      return one == other ? first.key.text < second.key.text : one > other
    }
    let all = counts.values.reduce(0) { $0 + $1.all }
    let unread = counts.values.reduce(0) { $0 + $1.unread }
    let omitted = counts.filter { omissions.reason(for: $0.key) != nil }.reduce(0) { $0 + $1.value.unread }
    let head =
      "\(all) links of \(counts.count) kinds: \(all - unread) read, \(omitted) left on purpose, \(unread - omitted) unread\n"
    return head + sorted.prefix(limit).map { line($0.key, $0.value, omissions) }.joined(separator: "\n")
  }

  private func line(_ link: CoverageLink, _ count: Count, _ omissions: CoverageOmissions) -> String {
    let types = count.types.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { "\($0.key.rawValue) \($0.value)" }
    let between = count.between.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4).map(\.key)
    let read =
      types.isEmpty ? omissions.reason(for: link).map { "left: \($0)" } ?? "-" : types.joined(separator: ", ")
    let head = [
      "\(count.unread)/\(count.all)", link.text, between.isEmpty ? "" : "[\(between.joined(separator: " "))]",
      read,
    ].joined(separator: "\t")
    return head + count.sentences.map { "\n\t\($0.link)\t\($0.text)" }.joined()
  }
}

/// What is left unread on purpose: a trigger, or a trigger with its whole link, and why.
struct CoverageOmissions {
  private var reasons: [String: String] = [:]

  /// - Parameter text: a line for each: the trigger or the link, a tab, the reason; `#` opens a comment.
  init(text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", maxSplits: 1)
      guard fields.count == 2 else { continue }
      for words in fields[0].split(separator: ",") {
        reasons[String(words.trimmingPrefix(" "))] = String(fields[1])
      }
    }
  }

  /// Why the link is left unread; `nil` if it is not.
  func reason(for link: CoverageLink) -> String? {
    reasons[link.text] ?? reasons[link.trigger]
  }
}

/// The facts of a reading by the sentences that say them.
private struct FactsBySentence {
  private var facts: [[Int]]

  init(_ reading: Reading) {
    facts = [[Int]](repeating: [], count: reading.sentences.count)
    for (index, fact) in reading.facts.enumerated() {
      for evidence in fact.evidence { facts[evidence.sentence].append(index) }
    }
  }

  /// The types of the facts that the sentence says of both.
  func types(between first: LinkEnd, and second: LinkEnd, sentence: Int, of reading: Reading) -> Set<FactType>
  {
    Set(
      facts[sentence].map { reading.facts[$0] }.filter { fact in
        [first, second].allSatisfy { $0.stands(in: fact) }
      }.map(\.type))
  }
}

extension LinkEnd {
  fileprivate func stands(in fact: Fact) -> Bool {
    switch self {
    case .entity(let entity): fact.subject == entity || fact.object == entity || fact.place == entity
    case .date(let interval):
      fact.interval == interval
        || interval.start != nil && [fact.interval?.start, fact.interval?.end].contains(interval.start)
    }
  }
}
