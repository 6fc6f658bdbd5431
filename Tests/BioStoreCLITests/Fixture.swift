@testable import BioStore

/// A small database whose facts are set by hand, so that the tests of commands do not depend on how well articles are read.
enum Fixture {
  static let text = """
    = Anna Weber =

    Anna Weber was born in Graz in 1901. From 1925 to 1928 Weber shared a flat in Vienna with Mao Lin (毛林).
    She joined the Riverside Club about 1930.

    """

  /// Writes the database into the folder.
  static func write(to folder: TemporaryFolder, name: String = "biostore.db") throws {
    let store = try Store(path: folder.url.appending(path: name).path, mode: .create)
    try store.save(reading())
  }

  static func reading() -> Reading {
    let article = ArticleParser().article(text: text, fallbackTitle: "", source: "anna-weber.txt")
    var reading = Reading(article: article)
    Segmenter().segment(&reading)
    reading.entities = [
      Entity(kind: .person, name: "Anna Weber", aliases: ["Weber"], gender: .female),
      Entity(kind: .place, name: "Graz"),
      Entity(kind: .person, name: "Mao Lin", aliases: ["毛林"]),
      Entity(kind: .place, name: "flat", isNamed: false),
      Entity(kind: .organisation, name: "Riverside Club"),
    ]
    mention(0, "Anna Weber", sentence: 0, in: &reading)
    mention(1, "Graz", sentence: 0, in: &reading)
    mention(2, "Mao Lin", sentence: 1, in: &reading)
    mention(4, "Riverside Club", sentence: 2, in: &reading)
    let shared = DateInterval(
      start: PartialDate(year: 1925), end: PartialDate(year: 1928), words: "From 1925 to 1928")
    let joined = DateInterval(start: PartialDate(year: 1930), precision: .circa, words: "about 1930")
    reading.facts = [
      fact(.born, 0, place: 1, DateInterval(start: PartialDate(year: 1901), words: "1901"), sentence: 0),
      fact(.sharedResidence, 0, object: 2, place: 3, shared, sentence: 1, confidence: 0.8),
      fact(.memberOf, 0, object: 4, joined, sentence: 2),
    ]
    return reading
  }

  private static func fact(
    _ type: FactType, _ subject: Int, object: Int? = nil, place: Int? = nil, _ interval: DateInterval,
    sentence: Int,
    confidence: Double = 1
  ) -> Fact {
    Fact(
      type: type, subject: subject, object: object, place: place, interval: interval,
      evidence: [Fact.Evidence(sentence: sentence, rule: "by-hand")], confidence: confidence)
  }

  private static func mention(_ entity: Int, _ words: String, sentence: Int, in reading: inout Reading) {
    let forms = words.split(separator: " ").map(String.init)
    let tokens = reading.sentences[sentence].tokens
    for first in tokens where first + forms.count <= tokens.upperBound {
      let run = first..<first + forms.count
      guard reading.tokens[run].map(\.form) == forms else { continue }
      let range = reading.tokens[first].range.lowerBound..<reading.tokens[run.upperBound - 1].range.upperBound
      reading.mentions.append(
        Mention(
          entity: entity, tokens: run, head: run.upperBound - 1, range: range, form: .name, step: "exact-name"
        ))
      return
    }
  }
}
