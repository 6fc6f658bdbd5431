/// Finds readings that contradict themselves, before they reach the tables.
enum ReadingValidator {
  /// What is wrong with the reading, in words; `nil` if nothing is. Linear.
  static func problem(of reading: Reading) -> String? {
    let length = reading.article.text.unicodeScalars.count
    return sentenceProblem(of: reading, length: length) ?? entityProblem(of: reading, length: length)
      ?? factProblem(of: reading)
  }

  private static func sentenceProblem(of reading: Reading, length: Int) -> String? {
    for (index, section) in reading.article.sections.enumerated() where section.range.upperBound > length {
      return "section \(index) ends at \(section.range.upperBound), the text at \(length)"
    }
    var end = 0
    for (index, sentence) in reading.sentences.enumerated() {
      if sentence.range.isEmpty || sentence.range.upperBound > length {
        return "sentence \(index) spans \(sentence.range), the text has \(length) scalars"
      }
      if sentence.range.lowerBound < end { return "sentence \(index) begins before the one before it ends" }
      end = sentence.range.upperBound
    }
    return nil
  }

  private static func entityProblem(of reading: Reading, length: Int) -> String? {
    for (index, entity) in reading.entities.enumerated() where entity.name.isEmpty {
      return "entity \(index) has no name"
    }
    for mention in reading.mentions {
      guard reading.entities.indices.contains(mention.entity) else {
        return "a mention refers to entity \(mention.entity) of \(reading.entities.count)"
      }
      if mention.range.isEmpty || mention.range.upperBound > length {
        return "a mention spans \(mention.range), the text has \(length) scalars"
      }
    }
    return nil
  }

  private static func factProblem(of reading: Reading) -> String? {
    for (index, fact) in reading.facts.enumerated() {
      for entity in [fact.subject, fact.object, fact.place].compactMap({ $0 })
      where !reading.entities.indices.contains(entity) {
        return "fact \(index) refers to entity \(entity) of \(reading.entities.count)"
      }
      if fact.evidence.isEmpty { return "fact \(index) (\(fact.type.rawValue)) has no evidence" }
      for evidence in fact.evidence {
        guard reading.sentences.indices.contains(evidence.sentence) else {
          return "fact \(index) refers to sentence \(evidence.sentence) of \(reading.sentences.count)"
        }
        if evidence.rule.isEmpty { return "fact \(index) (\(fact.type.rawValue)) names no rule" }
      }
      if fact.value?.isEmpty == true { return "fact \(index) (\(fact.type.rawValue)) has an empty value" }
    }
    return nil
  }
}
