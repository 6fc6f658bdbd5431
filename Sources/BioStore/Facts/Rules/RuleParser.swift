/// Reads a `.rules` file. One statement a line; `#` opens a comment line; `docs/rules.md` is the manual.
struct RuleParser {
  private let file: String
  private let roles: RoleNames
  /// The lists of all files by name.
  private let lists: [String: [Symbols.Symbol]]
  /// An excerpt leaves them out.
  private let needsExamples: Bool
  private(set) var rules: [Rule] = []
  private var line = RuleLine(file: "", number: 0, source: "")
  /// Where the rule in hand was opened, for complaints about the whole of it.
  private var opening = RuleLine(file: "", number: 0, source: "")

  init(file: String, roles: RoleNames, lists: [String: [Symbols.Symbol]], needsExamples: Bool = true) {
    self.file = file
    self.needsExamples = needsExamples
    self.roles = roles
    self.lists = lists
  }

  /// The rules of a file's text, in its order.
  ///
  /// - Parameter selection: If given, only these rules, without their examples.
  /// - Throws: `RuleError` at the first mistake.
  static func parse(
    _ text: String, file: String, roles: RoleNames, symbols: inout Symbols,
    lists: [String: [Symbols.Symbol]] = [:], selection: RuleSelection? = nil
  ) throws -> [Rule] {
    var parser = RuleParser(file: file, roles: roles, lists: lists, needsExamples: selection == nil)
    if let selection {
      for (number, source) in selection.lines(of: text) {
        try parser.read(RuleLine(file: file, number: number, source: source), symbols: &symbols)
      }
      return parser.rules
    }
    for (number, source) in text.pieces(at: .newline, keepingEmpty: true).enumerated() {
      try parser.read(RuleLine(file: file, number: number + 1, source: source), symbols: &symbols)
    }
    try parser.finishRule()
    return parser.rules
  }

  /// The lists of a file: `list NAME LEMMA …`; more lines of the same name add to it. Lists of any file can be used in
  /// all, so they are read first.
  static func addLists(
    in text: String, file: String, symbols: inout Symbols, to lists: inout [String: [Symbols.Symbol]]
  ) throws {
    for (number, source) in text.pieces(at: .newline, keepingEmpty: true).enumerated()
    where source.utf8.starts(with: "list".utf8) {
      let line = RuleLine(file: file, number: number + 1, source: source)
      guard line.words[0].text == "list" else { continue }
      guard line.words.count > 2 else { throw line.error(line.words[0], "write \"list NAME LEMMA …\"") }
      for word in line.words.dropFirst(2) {
        lists[line.words[1].text, default: []].append(symbols.intern(word.text))
      }
    }
  }

  private mutating func read(_ line: RuleLine, symbols: inout Symbols) throws {
    self.line = line
    guard let first = line.words.first, !first.text.hasPrefix("#") else { return }
    if first.text == "rule" { return try openRule() }
    if first.text == "list" { return }
    guard !rules.isEmpty else { throw line.error(first, "a file begins with \"rule NAME\"") }
    switch first.text {
    case "verb", "plain-verb", "adjective", "noun": try readTriggers(first.text, symbols: &symbols)
    case "nation" where line.words.count == 1: rules[rules.count - 1].triggers.append(.nation)
    case "belief" where line.words.count == 1: rules[rules.count - 1].triggers.append(.belief)
    case "name" where line.words.count == 1: rules[rules.count - 1].triggers.append(.name)
    case "except": try readExceptions(symbols: &symbols)
    case "when": try readConditions()
    case "no": try readAbsences(symbols: &symbols)
    case "fact": try readFact(symbols: &symbols)
    case "confidence": try readConfidence()
    case "example", "near": try readExample(isNearMiss: first.text == "near")
    default: try readPart(symbols: &symbols)
    }
  }

  // MARK: Statements

  private mutating func openRule() throws {
    try finishRule()
    guard line.words.count == 2 else {
      throw line.error(line.words[0], "write \"rule NAME\", the name without blanks")
    }
    let name = line.words[1]
    if rules.contains(where: { $0.name == name.text }) {
      throw line.error(name, "there is a rule \"\(name.text)\" already")
    }
    rules.append(Rule(name: name.text, file: file, line: line.number))
    opening = line
  }

  private func finishRule() throws {
    guard let rule = rules.last else { return }
    let word = opening.words[0]
    if rule.triggers.isEmpty {
      throw opening.error(word, "the rule has no trigger: add a line verb, noun or adjective")
    }
    if rule.facts.isEmpty { throw opening.error(word, "the rule makes no fact: add a line fact") }
    guard needsExamples else { return }
    if !rule.examples.contains(where: { !$0.isNearMiss }) {
      throw opening.error(word, "the rule has no example: add a line example \"…\" => …")
    }
    if !rule.examples.contains(where: \.isNearMiss) {
      throw opening.error(word, "the rule has no near miss: add a line near \"…\"")
    }
  }

  /// The lemmas that a word of a rule names: itself, or a list when it begins with `$`.
  private func lemmas(_ text: String, at word: RuleLine.Word, symbols: inout Symbols) throws -> [Symbols
    .Symbol]
  {
    guard text.hasPrefix("$") else { return [symbols.intern(text)] }
    guard let list = lists[String(text.dropFirst())] else {
      throw line.error(word, "there is no list \"\(text)\"; a line \"list NAME LEMMA …\" makes one")
    }
    return list
  }

  private mutating func readTriggers(_ keyword: String, symbols: inout Symbols) throws {
    let words = line.words.dropFirst()
    guard !words.isEmpty else { throw line.error(line.words[0], "name at least one lemma") }
    for word in words {
      if word.text.hasPrefix("@") {
        guard keyword == "noun" else { throw line.error(word, "only nouns have word classes") }
        rules[rules.count - 1].triggers.append(.nounClass(try wordClass(word)))
        continue
      }
      for symbol in try lemmas(word.text, at: word, symbols: &symbols) {
        let trigger: Rule.Trigger =
          switch keyword {
          case "verb": .verb(symbol)
          case "plain-verb": .plainVerb(symbol)
          case "noun": .noun(symbol)
          default: .adjective(symbol)
          }
        rules[rules.count - 1].triggers.append(trigger)
      }
    }
  }

  private mutating func readExceptions(symbols: inout Symbols) throws {
    for word in line.words.dropFirst() {
      if word.text.hasPrefix("@") {
        rules[rules.count - 1].exceptions.classes.formUnion(try wordClass(word))
      } else {
        rules[rules.count - 1].exceptions.symbols.formUnion(
          try lemmas(word.text, at: word, symbols: &symbols))
      }
    }
  }

  private mutating func readConditions() throws {
    for word in line.words.dropFirst() {
      let condition: Rule.Conditions
      switch word.text {
      case "passive": condition = .passive
      case "active": condition = .active
      case "not-ending": condition = .notEnding
      case "ending": condition = .ending
      case "unasserted": condition = .unasserted
      case "borne": condition = .borne
      default:
        throw line.error(word, "conditions are passive, active, not-ending, ending, unasserted and borne")
      }
      rules[rules.count - 1].conditions.insert(condition)
    }
  }

  private mutating func readAbsences(symbols: inout Symbols) throws {
    for word in line.words.dropFirst() where word.text != "|" {
      rules[rules.count - 1].absences.append(try path(word, symbols: &symbols))
    }
  }

  private mutating func readConfidence() throws {
    guard line.words.count == 2, let value = Double(line.words[1].text), (0...1).contains(value) else {
      throw line.error(line.words[0], "write \"confidence\" and a number from 0 to 1")
    }
    rules[rules.count - 1].confidence = value
  }

  private mutating func readExample(isNearMiss: Bool) throws {
    guard line.words.count >= 2, line.words[1].isQuoted else {
      throw line.error(line.words[0], "write the sentence in double quotes")
    }
    var expectation = ""
    if line.words.count > 2 {
      guard line.words[2].text == "=>", line.words.count > 3 else {
        throw line.error(line.words[2], "write => and the fact after the sentence")
      }
      expectation = line.words[3].text
    }
    if !isNearMiss, expectation.isEmpty {
      throw line.error(line.words[1], "say what the example makes: => type(subject; object; …)")
    }
    rules[rules.count - 1].examples.append(
      RuleExample(
        sentence: line.words[1].text, expectation: expectation, isNearMiss: isNearMiss, line: line.number))
  }

  /// `NAME? = PATHS : KINDS`
  private mutating func readPart(symbols: inout Symbols) throws {
    let words = line.words
    guard words.count >= 3, words[1].text == "=" else {
      throw line.error(
        words[0],
        "expected verb, plain-verb, noun, adjective, nation, belief, name, except, when, no, fact, confidence, example, near, or NAME = PATHS : KINDS"
      )
    }
    let isOptional = words[0].text.hasSuffix("?")
    let name = isOptional ? String(words[0].text.dropLast()) : words[0].text
    var alternatives: [[Path]] = [[]]
    var kinds: FillerKinds = []
    var inKinds = false
    var needsName = false
    for word in words.dropFirst(2) {
      switch word.text {
      case ":": inKinds = true
      case "|" where !inKinds: alternatives.append([])
      case "+" where !inKinds: continue
      default:
        if inKinds, word.text == "named" {
          needsName = true
        } else if inKinds {
          guard let kind = FillerKinds(named: word.text) else {
            throw line.error(
              word,
              "kinds are person, place, organisation, event, work, group, any, thing, text, nation and belief"
            )
          }
          kinds.formUnion(kind)
        } else {
          alternatives[alternatives.count - 1].append(try path(word, symbols: &symbols))
        }
      }
    }
    guard inKinds, !kinds.isEmpty else {
      throw line.error(words[0], "say what fills the part: NAME = PATHS : KINDS")
    }
    if let index = rules[rules.count - 1].parts.firstIndex(where: { $0.name == name }) {
      throw line.error(
        words[0], "the rule has a part \"\(rules[rules.count - 1].parts[index].name)\" already")
    }
    rules[rules.count - 1].parts.append(
      Part(name: name, isOptional: isOptional, alternatives: alternatives, kinds: kinds, needsName: needsName)
    )
  }

  // MARK: Facts

  /// `fact TYPE(SUBJECT, OBJECT) key=value …`
  private mutating func readFact(symbols: inout Symbols) throws {
    let rest = line.words.dropFirst()
    guard let call = rest.first, let open = call.text.firstIndex(of: "(") else {
      throw line.error(line.words[0], "write fact TYPE(SUBJECT, OBJECT) without blanks before the bracket")
    }
    // The arguments may hold blanks after commas: join words up to the closing bracket.
    var text = call.text
    var used = 1
    while !text.contains(")"), used < rest.count {
      text += rest[rest.startIndex + used].text
      used += 1
    }
    guard text.hasSuffix(")") else { throw line.error(call, "the bracket is not closed") }
    guard let type = FactType(rawValue: String(call.text[..<open])) else {
      throw line.error(call, "there is no fact type \"\(call.text[..<open])\"")
    }
    let names = text[text.index(after: open)...].dropLast().split(separator: ",").map(String.init)
    guard (1...2).contains(names.count) else {
      throw line.error(call, "a fact has a subject and at most one object")
    }
    var template = FactTemplate(type: type, subject: try part(names[0], at: call))
    if names.count == 2 { template.object = try part(names[1], at: call) }
    for word in rest.dropFirst(used) { try readSlot(word, of: &template) }
    rules[rules.count - 1].facts.append(template)
  }

  private func readSlot(_ word: RuleLine.Word, of template: inout FactTemplate) throws {
    if word.text == "inferred" {
      template.isInferred = true
      return
    }
    let pieces = word.text.split(separator: "=", maxSplits: 1).map(String.init)
    guard pieces.count == 2 else { throw line.error(word, "write KEY=VALUE") }
    switch pieces[0] {
    case "value": template.value = try value(pieces[1], at: word)
    case "place": template.place = try part(pieces[1], at: word)
    case "time":
      guard let time = FactTemplate.Time(rawValue: pieces[1]) else {
        throw line.error(word, "time is stated, end or none")
      }
      template.time = time
    case "if": template.requires.append(try part(pieces[1], at: word))
    case "unless": template.excludes.append(try part(pieces[1], at: word))
    default: throw line.error(word, "a fact has the slots value, place, time, if and unless")
    }
  }

  private func value(_ text: String, at word: RuleLine.Word) throws -> FactTemplate.Value {
    if text.hasPrefix("'"), text.hasSuffix("'") {
      return .literal(String(text.dropFirst().dropLast()).replacing("_", with: " "))
    }
    switch text {
    case "predicate": return .predicate
    case "form": return .form
    case _ where text.hasPrefix("full:"): return .phrase(try part(String(text.dropFirst(5)), at: word))
    default: return .part(try part(text, at: word))
    }
  }

  private func part(_ name: String, at word: RuleLine.Word) throws -> Int {
    let parts = rules[rules.count - 1].parts
    guard let index = parts.firstIndex(where: { $0.name == name }) else {
      throw line.error(word, "no part is called \"\(name)\"; parts stand above the facts")
    }
    return index
  }

  // MARK: Paths

  private func path(_ word: RuleLine.Word, symbols: inout Symbols) throws -> Path {
    if word.text == "self" { return Path(steps: []) }
    var steps: [Path.Step] = []
    for piece in Self.split(word.text) { steps.append(try step(piece, at: word, symbols: &symbols)) }
    return Path(steps: steps)
  }

  /// Cuts at full stops outside braces.
  private static func split(_ text: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    var depth = 0
    for index in text.utf8.indices {
      switch text.utf8[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ".") where depth == 0:
        pieces.append(text[start..<index])
        start = text.utf8.index(after: index)
      default: break
      }
    }
    return pieces + [text[start...]]
  }

  private func step(_ text: Substring, at word: RuleLine.Word, symbols: inout Symbols) throws -> Path.Step {
    var names = text
    var filter = TokenFilter()
    if let brace = text.utf8.firstIndex(of: UInt8(ascii: "{")) {
      guard text.utf8.last == UInt8(ascii: "}") else { throw line.error(word, "the brace is not closed") }
      names = text[..<brace]
      var inside = text[text.index(after: brace)...].dropLast()
      if inside.first == "!" {
        filter.isNegated = true
        inside = inside.dropFirst()
      }
      for lemma in inside.pieces(at: UInt8(ascii: ",")) {
        if lemma.hasPrefix("@") {
          filter.classes.formUnion(try wordClass(RuleLine.Word(text: String(lemma), column: word.column)))
        } else {
          filter.symbols.formUnion(try lemmas(String(lemma), at: word, symbols: &symbols))
        }
      }
    }
    var set = RoleSet()
    var isPrepositional = true
    for name in names.pieces(at: UInt8(ascii: "/")) {
      if name == "genitive" {
        set.insert(.possessor)
        if let of = roles.role("of") { set.insert(of) }
        isPrepositional = false
        continue
      }
      guard let role = roles.role(String(name)) else {
        throw line.error(word, "\"\(name)\" is neither a role nor a preposition of lexicons/prepositions.txt")
      }
      set.insert(role)
      isPrepositional = isPrepositional && role.isPreposition
      // "where" stands for prepositions of place, not for "against".
      if Self.locatives.contains(String(name)) { set.insert(.location) }
    }
    return Path.Step(roles: set, filter: filter, isPrepositional: isPrepositional)
  }

  private static let locatives: Set<String> = ["in", "at", "on", "to", "into", "near", "inside", "within"]

  private func wordClass(_ word: RuleLine.Word) throws -> WordClasses {
    guard let found = WordClasses(named: String(word.text.dropFirst())) else {
      throw line.error(
        word, "there is no word class \"\(word.text)\"; they are \(WordClasses.names.joined(separator: ", "))"
      )
    }
    return found
  }
}

/// A line of a rule file, cut into words that know their columns.
struct RuleLine {
  struct Word {
    var text: String
    /// From 1, in scalars.
    var column: Int
    var isQuoted = false
  }

  var file: String
  var number: Int
  var source: Substring
  let words: [Word]

  init(file: String, number: Int, source: Substring) {
    self.file = file
    self.number = number
    self.source = source
    words = Self.words(source)
  }

  /// Words stand between blanks or double quotes. Reads bytes, since all rules are read at every start of the tool.
  private static func words(_ source: Substring) -> [Word] {
    let words = source.utf8.withContiguousStorageIfAvailable { bytes in
      var cutter = Cutter()
      for position in bytes.indices { cutter.take(bytes[position], at: position, of: bytes) }
      return cutter.finish(bytes)
    }
    // Only text bridged from elsewhere has no bytes in one piece.
    return words ?? Self.words(String(decoding: Array(source.utf8), as: UTF8.self)[...])
  }

  /// Cuts the bytes of a line into words.
  private struct Cutter {
    private var words: [Word] = []
    private var start: Int?
    private var column = 0
    private var wordColumn = 0
    private var inQuotes = false
    /// What an example makes is read by the tests alone, so it is one word.
    private var isExpectation = false

    mutating func take(_ byte: UInt8, at position: Int, of bytes: UnsafeBufferPointer<UInt8>) {
      // Bytes that go on with a scalar begin with the bits 10.
      if byte & 0xC0 != 0x80 { column += 1 }
      if byte == UInt8(ascii: "\""), !isExpectation {
        if inQuotes {
          endWord(position, bytes)
        } else {
          (start, wordColumn) = (position + 1, column)
        }
        inQuotes.toggle()
      } else if !inQuotes, !isExpectation, byte == .space || byte == .tab || byte == UInt8(ascii: "\r") {
        if start != nil {
          endWord(position, bytes)
          isExpectation = words.last?.text == "=>"
        }
      } else if start == nil, !isExpectation || byte != .space {
        (start, wordColumn) = (position, column)
      }
    }

    private mutating func endWord(_ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
      guard let start else { return }
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      words.append(Word(text: text, column: wordColumn, isQuoted: inQuotes))
      self.start = nil
    }

    mutating func finish(_ bytes: UnsafeBufferPointer<UInt8>) -> [Word] {
      inQuotes = false
      endWord(bytes.count, bytes)
      return words
    }
  }

  func error(_ word: Word, _ problem: String) -> RuleError {
    RuleError(file: file, line: number, column: word.column, source: String(source), problem: problem)
  }
}
