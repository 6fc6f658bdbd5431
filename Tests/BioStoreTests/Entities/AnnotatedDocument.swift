import Foundation

@testable import BioStore

/// A document of the GUM treebank with its coreference annotation (`Entity=` in the MISC column).
///
/// The layout of an entity's opening is id-type-infstat-salience-centering-minspan-link-identity:
/// <https://gucorpling.org/gum/>.
struct AnnotatedDocument {
  struct Mention {
    let entity: String
    let type: String
    /// The token that governs the span.
    let head: Int
    let tokens: Range<Int>
  }

  let identifier: String
  /// Text, tokens and gold trees, no names yet.
  var reading: Reading
  var mentions: [Mention] = []
  private let forest: SyntaxForest

  /// The token that governs a span in the annotated tree.
  func head(of tokens: Range<Int>) -> Int { forest.head(of: tokens) }

  /// The documents of a treebank file.
  static func documents(of path: String) throws -> [AnnotatedDocument] {
    let sentences = try CoNLLU.parse(String(contentsOfFile: path, encoding: .utf8))
    var documents: [[CoNLLUSentence]] = []
    for sentence in sentences {
      if sentence.comment("newdoc id") != nil || documents.isEmpty { documents.append([]) }
      documents[documents.count - 1].append(sentence)
    }
    return documents.map { AnnotatedDocument($0) }
  }

  private init(_ sentences: [CoNLLUSentence]) {
    identifier = sentences[0].comment("newdoc id") ?? ""
    reading = Reading(conllu: sentences, title: Self.title(of: identifier))
    forest = SyntaxForest(reading)
    var open: [String: [(start: Int, type: String)]] = [:]
    var index = 0
    for word in sentences.flatMap(\.words) {
      for event in Self.events(word.miscellaneous) {
        switch event {
        case .open(let id, let type): open[id, default: []].append((index, type))
        case .close(let id):
          guard let (start, type) = open[id]?.popLast() else { continue }
          let tokens = start..<(index + 1)
          mentions.append(Mention(entity: id, type: type, head: forest.head(of: tokens), tokens: tokens))
        }
      }
      index += 1
    }
  }

  /// Bios carry the title of the development article that they are; others have none.
  private static func title(of identifier: String) -> String {
    guard let name = identifier.split(separator: "_").last,
      let text = try? String(contentsOfFile: Shared.path("eval/bios/\(name).txt"), encoding: .utf8)
    else { return "" }
    return text.prefix { $0 != "\n" }.trimmingCharacters(in: CharacterSet(charactersIn: "= \n"))
  }

  private enum Event {
    case open(String, String)
    case close(String)
  }

  private static func events(_ miscellaneous: String) -> [Event] {
    guard
      let field = miscellaneous.split(separator: "|").first(where: { $0.hasPrefix("Entity=") })
    else { return [] }
    var events: [Event] = []
    var opening: Substring?
    var part = field.dropFirst("Entity=".count)
    while let first = part.first {
      if first == "(" {
        let end = part.dropFirst().firstIndex { $0 == "(" || $0 == ")" } ?? part.endIndex
        let columns = part[part.index(after: part.startIndex)..<end].split(separator: "-")
        opening = columns.first
        events.append(.open(String(columns[0]), columns.count > 1 ? String(columns[1]) : ""))
        part = part[end...]
        if part.first == ")" {
          if let opening { events.append(.close(String(opening))) }
          part = part.dropFirst()
        }
      } else {
        let end = part.firstIndex(of: ")") ?? part.endIndex
        let identifier = part[..<end]
        if !identifier.isEmpty { events.append(.close(String(identifier))) }
        part = part[end...].dropFirst()
      }
    }
    return events
  }

  /// Sets the names to the annotated ones: the outermost spans of kinds that have names whose head is a proper noun.
  mutating func useAnnotatedNames() {
    let kinds: [String: EntityKind] = [
      "person": .person, "place": .place, "organization": .organisation, "event": .event,
    ]
    var spans: [NameSpan] = []
    let ordered = mentions.sorted {
      ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count)
    }
    for mention in ordered {
      guard let kind = kinds[mention.type], reading.tokens[mention.head].tag == .propn else { continue }
      var tokens = mention.tokens
      while let first = tokens.first, !isNamePart(first) { tokens = (first + 1)..<tokens.upperBound }
      if let end = tokens.first(where: { $0 > mention.head && !isNamePart($0) }) {
        tokens = tokens.lowerBound..<end
      }
      if tokens.isEmpty || spans.last.map({ $0.tokens.upperBound > tokens.lowerBound }) == true { continue }
      spans.append(NameSpan(tokens: tokens, kind: kind))
    }
    reading.names = spans
  }

  private func isNamePart(_ token: Int) -> Bool {
    let word = reading.tokens[token]
    return word.tag == .propn || word.tag == .num || word.tag == .x
      || word.form.first?.isUppercase == true && word.form.lowercased() != "the"
      || ["of", "de", "van", "von", "du", "le", "la", "-", "'", "."].contains(word.form.lowercased())
  }
}

/// The data beside the repository; tests that need it run only where it is present.
enum Shared {
  static let folder =
    URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/") + "/../shared/"

  static func path(_ name: String) -> String { String(folder.dropFirst()) + name }

  static var isPresent: Bool { FileManager.default.fileExists(atPath: path("data/treebank/gum-dev.conllu")) }
}
