import BioStore
import Foundation

/// Trains tagger and parser from treebanks: the tagger on all, the parser on tags from taggers that had not seen
/// the sentence (jackknifing).
struct ReaderTraining: Sendable {
  var tagger = TaggerTrainer()
  var parser = ParserTrainer()
  var foldCount = 4
  var wordNet: URL?
  var clusters = WordClusters()

  enum Stage: String, CaseIterable { case tagger, lemmatizer, parser }

  /// The sections of the stages asked for.
  func train(_ treebank: [CoNLLUSentence], stages: Set<Stage>) async -> [String: [UInt8]] {
    let sentences = TrainingSentence.encode(treebank, clusters: clusters)
    let classes = TaggerTrainer.classes(of: sentences)
    let lexicon = LexiconBuilder(wordNet: wordNet)
    var sections: [String: [UInt8]] = ["syntax.features": [SyntaxModel.featureVersion]]
    if stages.contains(.lemmatizer) || stages.contains(.parser) {
      var lemmatizer = LemmatizerTrainer()
      sections.merge(lemmatizer.train(treebank, wordNet: wordNet)) { first, _ in first }
    }
    async let taggerSections =
      stages.contains(.tagger)
      ? tagger.train(
        sentences, classes: classes, lexicon: lexicon.lexicon(sentences, classes: classes), clusters: clusters
      ) : [:]
    if stages.contains(.parser) {
      let tags = await jackknife(sentences, classes: classes, lexicon: lexicon)
      log("tags for the parser's training are there")
      let known = lemmatized(sentences, tags: tags, classes: classes, sections: sections)
      let trained = parser.train(known, tags: tags, classes: classes) { log("parser epoch \($0)") }
      sections.merge(trained) { first, _ in first }
    }
    return await sections.merging(taggerSections) { first, _ in first }
  }

  /// The sentences with the lemmas that the lemmatiser in `sections` gives.
  func lemmatized(
    _ sentences: [TrainingSentence], tags: [[UInt8]], classes: [TagPair], sections: [String: [UInt8]]
  ) -> [TrainingSentence] {
    guard let file = try? ModelFile(copying: ModelFile.bytes(sections: sections)),
      let lemmatizer = try? Lemmatizer(file)
    else { return sentences }
    return zip(sentences, tags).map { sentence, tags in
      var sentence = sentence
      sentence.lemmatize(lemmatizer, tags: tags, classes: classes)
      return sentence
    }
  }

  /// Neighbouring sentences go into different folds.
  private func fold(of sentence: Int) -> Int { sentence % foldCount }

  /// For each sentence, the classes that a tagger gives which was trained on the other folds.
  func jackknife(
    _ sentences: [TrainingSentence], classes: [TagPair], lexicon: LexiconBuilder
  ) async -> [[UInt8]] {
    var trainer = tagger
    trainer.epochs = max(3, tagger.epochs - 3)
    let foldTrainer = trainer
    return await withTaskGroup(of: [(Int, [UInt8])].self) { group in
      for fold in 0..<foldCount {
        group.addTask {
          let rest = sentences.indices.filter { self.fold(of: $0) != fold }.map { sentences[$0] }
          let sections = foldTrainer.train(
            rest, classes: classes, lexicon: lexicon.lexicon(rest, classes: classes), clusters: clusters)
          guard let file = try? ModelFile(copying: ModelFile.bytes(sections: sections)),
            let model = try? SyntaxModel(file)
          else { return [] }
          var pipeline = SyntaxPipeline(model)
          return sentences.indices.filter { self.fold(of: $0) == fold }.map {
            ($0, pipeline.tagClasses(of: sentences[$0].words))
          }
        }
      }
      var tags = [[UInt8]](repeating: [], count: sentences.count)
      for await fold in group { for (index, classes) in fold { tags[index] = classes } }
      return tags
    }
  }
}

/// Writes a line on progress to standard error.
func log(_ message: String) {
  FileHandle.standardError.write(Data((message + "\n").utf8))
}
