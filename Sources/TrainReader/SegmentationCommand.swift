import ArgumentParser
import BioStore
import Foundation

/// Measures tokeniser and sentence splitter on the raw text of treebanks.
struct SegmentationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segmentation",
    abstract: "Scores tokens and sentences made from the raw text of treebanks.",
    discussion: "Example: TrainReader segmentation gum-dev.conllu --errors 50")

  @Argument(help: "Treebanks in the CoNLL-U format, or articles with mentions in JSON Lines.")
  var files: [String]

  @Option(help: "Print up to this many places where tokens or sentences differ.")
  var errors = 0

  @Flag(help: "Print the sentences of articles instead, tokens parted by spaces.")
  var show = false

  func run() throws {
    for file in files {
      if show {
        try showSentences(file)
        continue
      }
      if file.hasSuffix(".jsonl") {
        try scoreMentions(file)
        continue
      }
      let treebank = try CoNLLU.parse(String(contentsOfFile: file, encoding: .utf8))
      var left = errors
      let score = SegmentationScore.measure(treebank) { gold, found in
        left -= Self.printErrors(gold: gold, found: found, limit: left)
      }
      let name = (file as NSString).lastPathComponent
      print("\(name): token F1 \(Self.format(score.tokens)), sentence F1 \(Self.format(score.sentences))")
    }
  }

  private func showSentences(_ file: String) throws {
    for result in ArticleSource(path: file) {
      var reading = Reading(article: try result.get())
      Segmenter().segment(&reading)
      for sentence in reading.sentences {
        print(reading.tokens[sentence.tokens].map(\.form).joined(separator: " "))
      }
    }
  }

  /// How many of the mentions in the articles begin and end where tokens do.
  private func scoreMentions(_ file: String) throws {
    struct Record: Decodable {
      struct Mention: Decodable { var start: Int, end: Int }
      struct Entity: Decodable { var mentions: [Mention] }
      var title: String, text: String, entities: [Entity]
    }
    var right = 0
    var total = 0
    var left = errors
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let record = try JSONDecoder().decode(Record.self, from: Data(line.utf8))
      var reading = Reading(article: Article(title: record.title, text: record.text, source: file))
      Segmenter().segment(&reading)
      let starts = Set(reading.tokens.map(\.range.lowerBound))
      let ends = Set(reading.tokens.map(\.range.upperBound))
      let text = ScalarText(record.text)
      for mention in record.entities.flatMap(\.mentions) {
        total += 1
        if starts.contains(mention.start), ends.contains(mention.end) {
          right += 1
        } else if left > 0 {
          left -= 1
          let around = max(0, mention.start - 12)..<min(text.count, mention.end + 12)
          print("mention cut\t\(text[mention.start..<mention.end])\t\(text[around])")
        }
      }
    }
    let rate = String(format: "%.4f", Double(right) / Double(max(1, total)))
    print("\((file as NSString).lastPathComponent): \(rate) of \(total) mentions on token boundaries")
  }

  private static func format(_ counts: SegmentationScore.Counts) -> String {
    String(format: "%.4f", counts.f1) + " (\(counts.right) of \(counts.gold), \(counts.found) found)"
  }

  /// The number of lines printed.
  private static func printErrors(gold: Reading, found: Reading, limit: Int) -> Int {
    let text = ScalarText(gold.article.text)
    let goldTokens = Set(gold.tokens.map(\.range))
    let foundTokens = Set(found.tokens.map(\.range))
    let goldSentences = Set(gold.sentences.map(\.range))
    let foundSentences = Set(found.sentences.map(\.range))
    let lines =
      goldTokens.subtracting(foundTokens).map { ($0.lowerBound, "token missed", $0) }
      + foundTokens.subtracting(goldTokens).map { ($0.lowerBound, "token wrong", $0) }
      + goldSentences.subtracting(foundSentences).map { ($0.lowerBound, "sentence missed", $0) }
      + foundSentences.subtracting(goldSentences).map { ($0.lowerBound, "sentence wrong", $0) }
    let chosen = lines.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(max(0, limit))
    for (_, label, range) in chosen {
      let after = text[range.upperBound..<min(text.count, range.upperBound + 15)]
      print("\(label)\t\(text[range])\t\(after)".replacing("\n", with: "¶"))
    }
    return chosen.count
  }
}
