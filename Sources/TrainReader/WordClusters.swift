import BioStore
import Foundation

/// Brown clusters of words (Brown et al., "Class-Based n-gram Models of Natural Language", 1992).
struct WordClusters: Sendable {
  private var values: [UInt64: UInt16] = [:]

  /// No clusters at all.
  init() {}

  /// - Parameter text: a line for each cluster: its number, a tab, its words with blanks between.
  init(text: String) {
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let number = UInt16(fields[0]) else { continue }
      for word in fields[1].split(separator: " ") { values[FeatureHash.of(word)] = number }
    }
  }

  /// The cluster of the word as written or else in lower case; 0 if it has none.
  subscript(codes: WordCodes) -> UInt64 {
    UInt64(values[codes.form] ?? values[codes.lower] ?? 0)
  }

  /// The bytes of the section that the tagger reads.
  var section: [UInt8] { CodeTable.section(values) }
}
