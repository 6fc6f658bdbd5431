import BioStore

/// Says on standard error that the model in the binary cannot be used.
enum ModelNotice {
  /// Writes nothing if the model is in order.
  static func write() {
    guard let problem = ReaderModel.problem else { return }
    Terminal.error.write("biostore: \(problem); until then articles are read by simple rules\n")
  }
}
