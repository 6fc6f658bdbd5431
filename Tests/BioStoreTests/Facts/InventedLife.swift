import Foundation

@testable import BioStore

/// A short invented life with all the facts that a careful reader finds in it, from a file of `Sentences/`.
///
///     = Ana Kovač =
///     Ana Kovač (born 3 May 1901) taught at Marlow College from 1930.
///     + born(Ana Kovač; start=1901-05-03)
///     ? employed_by(Ana Kovač; Marlow College; start=1930)
///
/// `+` opens a fact that must be read, `?` one that may be; what is not listed is wrong when it is read. The same format is
/// read, and the same comparison made, for every file.
struct InventedLife: Sendable {
  /// A fact as the file says it.
  struct Expected: Sendable {
    var type: String
    var subject: String
    var object: String?
    var value: String?
    var isOptional: Bool
  }

  var title: String
  var text = ""
  var facts: [Expected] = []

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sentences")

  /// The names of the files, in order.
  static func files() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted()
  }

  /// The lives of a file; lines that are no life's are left out.
  static func lives(in file: String) throws -> [InventedLife] {
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    var lives: [InventedLife] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !line.hasPrefix("#") {
      if line.hasPrefix("= "), line.hasSuffix(" =") {
        lives.append(InventedLife(title: String(line.dropFirst(2).dropLast(2))))
      } else if line.hasPrefix("+ ") || line.hasPrefix("? "), !lives.isEmpty {
        if let fact = Expected(line) { lives[lives.count - 1].facts.append(fact) }
      } else if !lives.isEmpty {
        lives[lives.count - 1].text += line + "\n"
      }
    }
    return lives
  }

  func reading(_ reader: Reader) -> Reading {
    let text = self.text.trimmingCharacters(in: .whitespacesAndNewlines) + "\n"
    return reader.read(ArticleParser().article(text: text, fallbackTitle: title, source: "invented"))
  }
}

extension InventedLife.Expected {
  /// Reads `+ type(Subject; Object; key=value; …)`.
  init?(_ line: Substring) {
    guard let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")") else { return nil }
    type = line[line.index(line.startIndex, offsetBy: 2)..<open].trimmingCharacters(in: .whitespaces)
    isOptional = line.hasPrefix("?")
    subject = ""
    var names: [String] = []
    for part in line[line.index(after: open)..<close].split(separator: ";") {
      let item = part.trimmingCharacters(in: .whitespaces)
      if item.hasPrefix("value=") {
        value = String(item.dropFirst(6))
      } else if !["place=", "start=", "end="].contains(where: item.hasPrefix) {
        names.append(item)
      }
    }
    guard let first = names.first else { return nil }
    subject = first
    object = names.dropFirst().first
  }
}

/// How what was read of invented lives compares with what they say.
struct LifeComparison: Sendable {
  private(set) var right = 0
  private(set) var wrong = 0
  private(set) var missed = 0

  var precision: Double { Double(right) / Double(max(right + wrong, 1)) }
  var recall: Double { Double(right) / Double(max(right + missed, 1)) }

  /// Adds one life. Every fact of the life is found once at most; a fact that says the same again counts neither way.
  mutating func add(_ life: InventedLife, _ reading: Reading) {
    let facts = SaidFacts(reading)
    var found: Set<Int> = []
    for fact in reading.facts.sorted(by: { $0.object != nil && $1.object == nil }) {
      let fitting = life.facts.indices.filter { facts.fact(fact, fits: life.facts[$0]) }
      let open = fitting.filter { !found.contains($0) }
      if let best = open.first(where: { !life.facts[$0].isOptional }) ?? open.first {
        found.insert(best)
        if !life.facts[best].isOptional { right += 1 }
      } else if fitting.isEmpty {
        wrong += 1
      }
    }
    missed += life.facts.indices.filter { !found.contains($0) && !life.facts[$0].isOptional }.count
  }
}

/// Compares facts of a reading with facts in words, by names and shared words.
private struct SaidFacts {
  private let reading: Reading
  private let names: [Set<String>]

  init(_ reading: Reading) {
    self.reading = reading
    var names = reading.entities.map { Set([Self.fold($0.name)] + $0.aliases.map(Self.fold)) }
    for mention in reading.mentions where mention.form != .pronoun {
      let words = reading.tokens[mention.tokens].map(\.form).joined(separator: " ")
      names[mention.entity].insert(Self.fold(words))
    }
    self.names = names
  }

  func fact(_ fact: Fact, fits expected: InventedLife.Expected) -> Bool {
    guard fact.type.rawValue == expected.type else { return false }
    if fits(fact.subject, fact.object, fact.value, expected) { return true }
    guard fact.type.isSymmetric, let object = fact.object else { return false }
    return fits(object, fact.subject, fact.value, expected)
  }

  private func fits(
    _ subject: Int, _ object: Int?, _ value: String?, _ expected: InventedLife.Expected
  ) -> Bool {
    guard isCalled(subject, expected.subject) else { return false }
    if let name = expected.object {
      if let object { return isCalled(object, name) }
      return value.map { Self.isClose($0, name) } ?? false
    }
    let isValued = ["nationality", "occupation", "religion", "received", "position"].contains(expected.type)
    guard isValued, let wanted = expected.value else { return true }
    let said = [value].compactMap { $0 } + (object.map { Array(names[$0]) } ?? [])
    return said.contains { Self.isClose($0, wanted) }
  }

  private func isCalled(_ entity: Int, _ name: String) -> Bool {
    let wanted = Self.words(name)
    return names[entity].contains { own in
      let words = Self.words(own)
      return !words.isEmpty && (words.isSubset(of: wanted) || wanted.isSubset(of: words))
    }
  }

  private static func isClose(_ left: String, _ right: String) -> Bool {
    let (left, right) = (words(left), words(right))
    let shared = left.intersection(right).count
    return shared > 0 && shared * 2 >= min(left.count, right.count)
  }

  private static func words(_ text: String) -> Set<String> {
    Set(
      fold(text).split(separator: " ").map { word in
        word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
          ? String(word.dropLast()) : String(word)
      })
  }

  private static func fold(_ text: String) -> String {
    let plain = NameFolding.fold(text).replacing("'s", with: "").replacing("’s", with: "")
    let words = plain.split { !$0.isLetter && !$0.isNumber }
    let isDetermined = words.first.map { ["the", "a", "an", "his", "her", "their"].contains($0) } ?? false
    return words.dropFirst(isDetermined ? 1 : 0).joined(separator: " ")
  }
}
