/// Third stage: finds the proper names and decides, over the whole article, what kind of thing each one names.
public struct NameRecognizer: Sendable {
  public init() {}

  /// Sets the reading's names, in the order of the text and without overlap.
  public func recognize(_ reading: inout Reading) {
    reading.names = CapitalisationRecognizer(reading).names()
  }
}
