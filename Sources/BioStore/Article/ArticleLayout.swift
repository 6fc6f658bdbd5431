/// The title, sections and paragraphs of one article's text.
struct ArticleLayout {
  /// From the first `= Title =` line.
  private(set) var title: String?
  private(set) var sections: [Section] = []

  private let text: ScalarText
  private var heading: String?
  private var level = 1
  private var sectionStart = 0
  private var paragraphs: [Range<Int>] = []
  private var block: [Range<Int>] = []

  /// Linear in the text's length.
  init(_ text: ScalarText) {
    self.text = text
    for line in text.lines { add(ArticleLine(line, in: text), endingAt: line.upperBound) }
    closeSection(at: text.count)
  }

  private mutating func add(_ line: ArticleLine, endingAt end: Int) {
    switch line.kind {
    case .blank:
      closeBlock()
    case .text(let range):
      block.append(range)
    case .item(let range):
      closeBlock()
      paragraphs.append(range)
    case .heading(let level, let words):
      closeSection(at: line.range.lowerBound)
      if level == 1, title == nil { title = text[words] } else { heading = text[words] }
      self.level = level
      sectionStart = end
    }
  }

  /// A section without a heading and without text leaves no trace.
  private mutating func closeSection(at end: Int) {
    closeBlock()
    defer {
      heading = nil
      paragraphs = []
    }
    if heading == nil, paragraphs.isEmpty { return }
    sections.append(
      Section(
        heading: heading, level: level, range: min(sectionStart, end)..<end, paragraphs: paragraphs))
  }

  /// Turns the lines since the last blank one into paragraphs.
  ///
  /// A line break inside a block is a space if the text is wrapped at some width, and parts paragraphs if
  /// it is not, or if the line before it is short and ends like a sentence.
  private mutating func closeBlock() {
    guard let first = block.first else { return }
    let longestWrappedLine = 160
    let widest = block.reduce(0) { max($0, $1.count) }
    var start = first.lowerBound
    for (line, next) in zip(block, block.dropFirst()) {
      let endsSentence = ".!?\"”".unicodeScalars.contains(text[line.upperBound - 1])
      let isShort = line.count * 10 < widest * 7
      if widest > longestWrappedLine || endsSentence && isShort {
        paragraphs.append(start..<line.upperBound)
        start = next.lowerBound
      }
    }
    paragraphs.append(start..<block[block.count - 1].upperBound)
    block.removeAll(keepingCapacity: true)
  }
}
