/// Third stage: finds the proper names and decides, over the whole article, what kind of thing each one names.
struct NameRecognizer: Sendable {
  /// Sets the reading's names, in the order of the text and without overlap.
  func recognize(_ reading: inout Reading) {}
}
