import ArgumentParser
import BioStore
import Foundation

/// Trains the model, prints its accuracy on the development sets and writes it.
struct ModelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Trains the Reader's model from treebanks and name corpora, and prints its accuracy.")

  @Option(help: "The folder with treebank/ and ner/.")
  var data = "../shared/data"

  @Option(help: "The folder of WordNet's index files.")
  var wordnet = "/usr/share/wordnet"

  @Option(help: "The file of word clusters.")
  var clusters = "Sources/TrainReader/Resources/word-clusters.txt"

  @Option(help: "Where to write the model.")
  var output = "Sources/CResources/model/reader.model"

  @Option(help: "Passes of the parser over the treebanks.")
  var epochs = 10

  @Option(
    help:
      "Train these stages only and keep the others of the model that is there: tagger, lemmatizer, parser.")
  var only: [String] = []

  @Flag(help: "Leave the name recogniser out.")
  var skipNames = false

  @Flag(help: "Only print the accuracy of the model that is there.")
  var evaluateOnly = false

  func run() async throws {
    let folder = URL(fileURLWithPath: data)
    let start = Date()
    if !evaluateOnly {
      var training = ReaderTraining(wordNet: URL(fileURLWithPath: wordnet))
      training.parser.epochs = epochs
      training.clusters = WordClusters(
        text: try String(contentsOf: URL(fileURLWithPath: clusters), encoding: .utf8))
      let treebank = try Self.treebank(folder, ["ewt-train", "gum-train"])
      let stages = Set(only.compactMap(ReaderTraining.Stage.init))
      let url = URL(fileURLWithPath: output)
      var sections: [String: [UInt8]] = [:]
      if !stages.isEmpty {
        let previous = try ModelFile(copying: [UInt8](Data(contentsOf: url)))
        for name in previous.sectionNames { sections[name] = previous.section(name).map(Array.init) }
      }
      let trained = await training.train(
        treebank, stages: stages.isEmpty ? Set(ReaderTraining.Stage.allCases) : stages)
      sections.merge(trained) { _, new in new }
      for (name, bytes) in sections.sorted(by: { $0.key < $1.key }) { log("\(name): \(bytes.count) bytes") }
      try Data(ModelFile.bytes(sections: sections)).write(to: url)
      log("trained in \(Int(Date().timeIntervalSince(start))) s")
    }
    try printAccuracy(folder)
    if !skipNames && only.isEmpty {
      let options = evaluateOnly ? ["--evaluate-only"] : []
      try await NamesCommand.parse(["--data", data, "--model", output] + options).run()
    }
  }

  private func printAccuracy(_ folder: URL) throws {
    let file = try ModelFile(copying: [UInt8](Data(contentsOf: URL(fileURLWithPath: output))))
    print(AccuracyReport.header)
    for name in ["ewt-dev", "gum-dev"] {
      print(try Self.report(file, treebank: Self.treebank(folder, [name])).row(name))
    }
  }

  private static func treebank(_ folder: URL, _ names: [String]) throws -> [CoNLLUSentence] {
    try names.flatMap { name in
      let url = folder.appendingPathComponent("treebank/\(name).conllu")
      return try CoNLLU.parse(String(contentsOf: url, encoding: .utf8))
    }
  }

  private static func report(_ file: ModelFile, treebank: [CoNLLUSentence]) throws -> AccuracyReport {
    let gold = Reading(conllu: treebank)
    var reading = gold
    var pipeline = SyntaxPipeline(try SyntaxModel(file))
    let start = Date()
    for sentence in reading.sentences { pipeline.annotate(sentence, of: &reading) }
    let seconds = Date().timeIntervalSince(start)
    log("\(Int(Double(reading.tokens.count) / seconds)) tokens/s")
    var report = AccuracyReport()
    report.add(reading, gold: gold)
    return report
  }
}
