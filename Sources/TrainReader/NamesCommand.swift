import ArgumentParser
import BioStore
import Foundation

/// Trains the name recogniser, puts it into the model and prints its accuracy.
struct NamesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Trains the name recogniser alone and puts it into the model that is there.")

  @Option(help: "The folder with ner/, redocred/ and treebank/.")
  var data = "../shared/data"

  @Option(help: "The model with the tagger; the recogniser is written into it.")
  var model = "Sources/CResources/model/reader.model"

  @Option(help: "Passes over the corpora.")
  var epochs = 6

  @Option(help: "Of these, passes over all corpora; the later ones are over the first corpus alone.")
  var generalEpochs = 6

  @Option(help: "Models to take the mean of.")
  var rounds = 5

  @Option(help: "Updates that a feature needs to count.")
  var minimumUpdates = 3

  @Option(help: "By how much the right label must win.")
  var margin: Float = 3

  @Option(help: "Corpora to train on.")
  var corpora = "redocred"

  @OptionGroup var heldOut: HeldOutArticles

  @Option(help: "Take the recogniser of this model instead of training one.")
  var takeFrom: String?

  @Flag(help: "Only print the accuracy of the model that is there.")
  var evaluateOnly = false

  @Flag(help: "Print what is missed and what is wrong.")
  var errors = false

  func run() async throws {
    let folder = URL(fileURLWithPath: data)
    let url = URL(fileURLWithPath: model)
    var file = try ModelFile(copying: [UInt8](Data(contentsOf: url)))
    if let takeFrom {
      let other = try ModelFile(copying: [UInt8](Data(contentsOf: URL(fileURLWithPath: takeFrom))))
      let taken = other.sections.filter { $0.key.hasPrefix("names.") }
      let bytes = ModelFile.bytes(sections: file.sections.merging(taken) { $1 })
      try Data(bytes).write(to: url, options: .atomic)
      file = try ModelFile(copying: bytes)
    } else if !evaluateOnly {
      let start = Date()
      let examples = try trainingExamples(folder, file: file)
      log("\(examples.count) articles, \(examples.map(\.reading.tokens.count).reduce(0, +)) tokens")
      let trainer = NameTrainer(
        epochs: epochs, generalEpochs: generalEpochs, rounds: rounds, minimumUpdates: minimumUpdates,
        margin: margin)
      let sections = await trainer.train(
        examples, clusters: file.section("clusters").flatMap { CodeTable($0) })
      for (name, bytes) in sections.sorted(by: { $0.key < $1.key }) { log("\(name): \(bytes.count) bytes") }
      let bytes = ModelFile.bytes(sections: file.sections.merging(sections) { $1 })
      try Data(bytes).write(to: url, options: .atomic)
      file = try ModelFile(copying: bytes)
      log("trained in \(Int(Date().timeIntervalSince(start))) s")
    }
    var evaluation = try NameEvaluation(file)
    try evaluation.run(folder.appendingPathComponent("redocred/dev.jsonl"), errors: errors)
  }

  private func trainingExamples(_ folder: URL, file: ModelFile) throws -> [NameExample] {
    var pipeline = try SyntaxPipeline(file)
    var examples: [NameExample] = []
    for corpus in corpora.split(separator: ",") {
      switch corpus {
      case "redocred":
        examples += try NameCorpus.redocred(
          folder.appendingPathComponent("redocred/train.jsonl"), pipeline: &pipeline)
      case "gum":
        let treebank = try CoNLLU.parse(
          String(contentsOf: folder.appendingPathComponent("treebank/gum-train.conllu"), encoding: .utf8))
        examples += try NameCorpus.iob2(
          folder.appendingPathComponent("ner/gum-train.iob2"), corpus: "gum", treebank: treebank,
          pipeline: &pipeline)
      case "wikigold":
        examples += try NameCorpus.iob2(
          folder.appendingPathComponent("ner/wikigold.iob2"), corpus: "wikigold", treebank: nil,
          pipeline: &pipeline)
      default: throw ValidationError("There is no corpus \"\(corpus)\": use redocred, gum or wikigold.")
      }
    }
    let titles = try heldOut.titles()
    return examples.filter { !titles.contains($0.reading.article.title) }
  }
}
