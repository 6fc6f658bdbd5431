/// Tagger, lemmatiser and parser of one model file, ready for use by any number of threads.
package final class SyntaxModel: Sendable {
  private let file: ModelFile
  // Safe: these values only read the memory of `file`, which never changes and which this object keeps.
  nonisolated(unsafe) let tagger: Tagger
  nonisolated(unsafe) let lemmatizer: Lemmatizer?
  nonisolated(unsafe) let parser: DependencyParser?

  /// Grows whenever the features of tagger or parser change, so that a model meets the features it was trained on.
  package static let featureVersion: UInt8 = 3

  /// - Throws: `ModelFileError` if the model lacks a section of the tagger or was trained for other features;
  ///   lemmatiser and parser may be missing.
  package init(_ file: ModelFile) throws {
    guard file.section("syntax.features").map(Array.init) == [Self.featureVersion] else {
      throw ModelFileError.otherFeatures
    }
    self.file = file
    tagger = try Tagger(file)
    lemmatizer = try? Lemmatizer(file)
    parser = try? DependencyParser(file)
  }

  /// The model that is linked into the binary; `nil` if there is none that can be used.
  package static let embedded: SyntaxModel? = ReaderModel.embedded.flatMap { try? SyntaxModel($0) }
}
