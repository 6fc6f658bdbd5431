/// A feature with its weights, before they are quantised.
package struct LinearModelRow: Sendable {
  package var feature: UInt64
  /// Class and weight, in the order of the classes.
  package var weights: [(label: UInt8, weight: Float)]

  package init(feature: UInt64, weights: [(label: UInt8, weight: Float)]) {
    self.feature = feature
    self.weights = weights
  }
}
