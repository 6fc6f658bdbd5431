/// Fourth stage: finds the words that say when and resolves them in the order of the narrative.
struct DateRecognizer: Sendable {
  /// Sets the reading's dates, in the order of the text and without overlap.
  func recognize(_ reading: inout Reading) {}
}
