/// The model that is linked into the binary.
package enum ReaderModel {
  /// `nil` if the binary was built without a model, or if the model is damaged (`problem` then says so).
  package static let embedded: ModelFile? = try? loaded?.get()

  /// Why the embedded model, or a part of it, cannot be used; `nil` if it can, or if the binary holds none.
  package static let problem: (any Error)? = {
    guard let loaded else { return nil }
    do {
      let file = try loaded.get()
      _ = try SyntaxModel(file)
      _ = try NameLabeller(file)
      return nil
    } catch { return error }
  }()

  private static let loaded: Result<ModelFile, any Error>? = Resource.bytes("model/reader.model")
    .map { bytes in Result { try ModelFile(permanent: bytes) } }
}
