/// The model that is linked into the binary.
package enum ReaderModel {
  /// `nil` if the binary was built without a model, or if the model is damaged (`problem` then says so).
  package static let embedded: ModelFile? = try? loaded?.get()

  /// Why there is no embedded model although the binary holds one.
  package static var problem: (any Error)? {
    guard case .failure(let error) = loaded else { return nil }
    return error
  }

  private static let loaded: Result<ModelFile, any Error>? = Resource.bytes("model/reader.model")
    .map { bytes in Result { try ModelFile(permanent: bytes) } }
}
