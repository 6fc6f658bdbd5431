/// Second stage: gives each token its tags, its lemma and its place in the dependency tree.
struct SyntaxAnnotator: Sendable {
  /// Sets tag, Penn tag, lemma, head and relation of every token of the reading.
  func annotate(_ reading: inout Reading) {}
}
