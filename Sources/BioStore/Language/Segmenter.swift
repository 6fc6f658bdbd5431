/// First stage: cuts an article's paragraphs into sentences of tokens.
struct Segmenter: Sendable {
  /// Sets the reading's tokens and sentences. Linear in the length of the text.
  func segment(_ reading: inout Reading) {}
}
