import ArgumentParser
import BioStore
import Foundation

/// Shows and measures what the date stage finds in articles.
struct DatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dates",
    abstract: "Shows the dates of articles, or scores them.",
    discussion: """
      Example: TrainReader dates lives.jsonl --score
      A record's entities of type TIME say which calendar dates there are. A .txt file is scored by the facts of the
      .gold.json file beside it: the share of their starts and ends that the stage finds somewhere in the article.
      """)

  @Argument(help: "Articles, as .txt or .jsonl.")
  var files: [String]

  @Flag(help: "Score instead of showing the dates.")
  var score = false

  @Option(help: "Print up to this many dates that were missed or are wrong.")
  var errors = 0

  func run() throws {
    var total = DateCounts()
    for file in files {
      if !score {
        try show(file)
      } else if file.hasSuffix(".jsonl") {
        total.add(try scoreMentions(file))
      } else {
        total.add(try scoreFacts(file))
      }
    }
    if score { print("dates: \(total)") }
  }

  private func read(_ article: Article) -> Reading {
    var reading = Reading(article: article)
    Segmenter().segment(&reading)
    DateRecognizer().recognize(&reading)
    return reading
  }

  private func show(_ file: String) throws {
    for result in ArticleSource(path: file) {
      let reading = Reader().read(try result.get())
      let text = ScalarText(reading.article.text)
      for date in reading.dates {
        let range = Self.range(of: date, in: reading)
        let around = max(0, range.lowerBound - 40)..<min(text.count, range.upperBound + 25)
        let interval = date.interval.map(Self.describe) ?? "-"
        print("\(interval)\t\(text[range])\t\(text[around])".replacing("\n", with: " "))
      }
    }
  }

  private static func range(of date: TemporalExpression, in reading: Reading) -> Range<Int> {
    let tokens = reading.tokens[date.tokens]
    return tokens[tokens.startIndex].range.lowerBound..<tokens[tokens.endIndex - 1].range.upperBound
  }

  private static func describe(_ interval: BioStore.DateInterval) -> String {
    let start = interval.start?.description ?? ""
    let end = interval.end.map { "…\($0)" } ?? ""
    return "\(interval.precision == .exact ? "" : "\(interval.precision) ")\(start)\(end)"
  }

  // MARK: Scores

  /// Spans: a mention with a year is found if a date covers exactly its words.
  private func scoreMentions(_ file: String) throws -> DateCounts {
    struct Record: Decodable {
      struct Mention: Decodable { var start: Int, end: Int, text: String }
      struct Entity: Decodable { var type: String, mentions: [Mention] }
      var title: String, text: String, entities: [Entity]
    }
    var counts = DateCounts()
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let record = try JSONDecoder().decode(Record.self, from: Data(line.utf8))
      let reading = read(Article(title: record.title, text: record.text, source: file))
      let found = reading.dates.map { Self.range(of: $0, in: reading) }
      let text = ScalarText(record.text)
      let gold = record.entities.filter { $0.type == "TIME" }.flatMap(\.mentions)
        .filter { $0.text.contains(/\d\d\d/) }
      for mention in gold {
        let range = mention.start..<mention.end
        let isFound = found.contains { $0.overlaps(range) }
        counts.gold += 1
        counts.right += isFound ? 1 : 0
        if !isFound { report("missed", range, text, counts.gold - counts.right) }
      }
      for range in found where !gold.contains(where: { range.overlaps($0.start..<$0.end) }) {
        counts.extra += 1
        report("extra", range, text, counts.extra)
      }
    }
    return counts
  }

  private func report(_ label: String, _ range: Range<Int>, _ text: ScalarText, _ number: Int) {
    guard number <= errors else { return }
    let around = max(0, range.lowerBound - 30)..<min(text.count, range.upperBound + 20)
    print("\(label)\t\(text[range])\t\(text[around])".replacing("\n", with: " "))
  }

  private func scoreFacts(_ file: String) throws -> DateCounts {
    struct Gold: Decodable {
      struct Fact: Decodable { var type: String, start: String?, end: String? }
      var facts: [Fact]
    }
    let goldFile = (file as NSString).deletingPathExtension + ".gold.json"
    let gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: URL(fileURLWithPath: goldFile)))
    var counts = DateCounts()
    for result in ArticleSource(path: file) {
      let reading = read(try result.get())
      let found = Set(
        reading.dates.compactMap(\.interval).flatMap { [$0.start, $0.end] }.compactMap { $0?.description })
      for fact in gold.facts {
        for value in [fact.start, fact.end].compactMap(\.self) {
          counts.gold += 1
          counts.right += found.contains(value) ? 1 : 0
          if !found.contains(value), counts.gold - counts.right <= errors {
            print("missed\t\(value)\t\(fact.type)\t\((file as NSString).lastPathComponent)")
          }
        }
      }
    }
    return counts
  }
}

/// How many dates of a gold standard were found.
private struct DateCounts: CustomStringConvertible {
  var gold = 0
  var right = 0
  var extra = 0

  mutating func add(_ other: DateCounts) {
    gold += other.gold
    right += other.right
    extra += other.extra
  }

  var description: String {
    let share = String(format: "%.4f", gold == 0 ? 0 : Double(right) / Double(gold))
    return "\(share) (\(right) of \(gold)) found, \(extra) besides"
  }
}
