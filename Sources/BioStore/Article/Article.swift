/// A biographical article: its title, and its text exactly as it was given.
///
/// All offsets in BioStore count Unicode scalars of `text`, from 0, end exclusive.
public struct Article: Sendable, Hashable {
  /// The title, from the `= Title =` line or the `title` field.
  public var title: String
  /// The whole text as given, title line included; never normalised.
  public var text: String
  /// Where it came from, as users would name it: a file's name, or `-` for standard input.
  public var source: String
  /// The identifier that the source gives it, if any.
  public var identifier: String?
  /// The address that the source gives it, if any.
  public var url: String?
  /// The parts of the article in order; the first has no heading when text precedes the first heading.
  public var sections: [Section]

  public init(
    title: String, text: String, source: String, identifier: String? = nil, url: String? = nil,
    sections: [Section] = []
  ) {
    self.title = title
    self.text = text
    self.source = source
    self.identifier = identifier
    self.url = url
    self.sections = sections
  }
}

/// A part of an article under one heading.
public struct Section: Sendable, Hashable {
  /// The heading's words; `nil` for the lead.
  public var heading: String?
  /// 1 for the lead, 2 for `== … ==`, 3 for `=== … ===`.
  public var level: Int
  /// The section without its heading line, in scalars of the article's text.
  public var range: Range<Int>
  /// The paragraphs, list items and other blocks of running text, in scalars of the article's text.
  public var paragraphs: [Range<Int>]

  public init(heading: String?, level: Int, range: Range<Int>, paragraphs: [Range<Int>]) {
    self.heading = heading
    self.level = level
    self.range = range
    self.paragraphs = paragraphs
  }
}
