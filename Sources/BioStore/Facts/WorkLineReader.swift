/// The works that lists under headings such as "Filmography" tell: the article's subject made or played in them.
struct WorkLineReader {
  let reading: Reading

  func facts(subject: Int?, sentenceOf: (Int) -> Int) -> [Fact] {
    guard let subject else { return [] }
    let lines = WorkLines(reading).lines()
    guard !lines.isEmpty else { return [] }
    var entities: [Int: Int] = [:]
    for mention in reading.mentions
    where mention.form == .name && reading.entities[mention.entity].kind == .work {
      for token in mention.tokens { entities[token] = mention.entity }
    }
    return lines.compactMap { line in
      guard let work = line.title.lazy.compactMap({ entities[$0] }).first else { return nil }
      return Fact(
        type: .created, subject: subject, object: work, value: line.role.map(words),
        interval: line.year.flatMap(interval),
        evidence: [Fact.Evidence(sentence: sentenceOf(line.title.lowerBound), rule: "list-of-works")],
        confidence: 0.9)
    }
  }

  private func words(_ range: Range<Int>) -> String {
    reading.tokens[range].map(\.form).joined(separator: " ")
  }

  private func interval(_ token: Int) -> DateInterval? {
    guard let year = Int(reading.tokens[token].form.prefix { $0.isNumber }) else { return nil }
    return DateInterval(start: PartialDate(year: year), words: reading.tokens[token].form)
  }
}
