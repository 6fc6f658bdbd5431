/// The lines of an embedded lexicon: fields parted by tabs; `#` opens a comment line.
enum LexiconFile {
  /// The rows in order; empty if the binary holds no such lexicon.
  static func rows(_ name: String) -> [[Substring]] {
    guard let text = Resource.text(name) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      if line.first == "#" { return nil }
      return line.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  /// The first field of every row.
  static func words(_ name: String) -> Set<String> {
    Set(rows(name).map { String($0[0]) })
  }
}
