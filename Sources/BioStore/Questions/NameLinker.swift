/// Finds the names of a question in the database: by alias, by surname, without diacritics, with a slip of the pen.
struct NameLinker {
  let database: Database
  let lexicon: QuestionLexicon
  /// How many names at most are compared for a slip.
  static let candidateLimit = 20_000
  private static let longestName = 12

  /// The question with its names put together, and notes such as "understood 'Hallorn' as Edith Halloran".
  func link(_ words: [QuestionWord]) throws -> (items: [QuestionItem], notes: [String]) {
    var items: [QuestionItem] = []
    var notes: [String] = []
    let isLowerCase = !words.dropFirst().contains(where: \.isCapitalised)
    var index = 0
    while index < words.count {
      if let (match, length) = try longest(words, from: index, isLowerCase: isLowerCase) {
        if match.step == .spelling {
          notes.append("understood '\(match.words)' as \(match.candidates[0].name)")
        }
        items.append(.name(match))
        index += length
      } else {
        items.append(.word(words[index]))
        index += 1
      }
    }
    return (items, notes)
  }

  private func longest(
    _ words: [QuestionWord], from start: Int, isLowerCase: Bool
  ) throws -> (NameMatch, Int)? {
    if isDate(words, start) || isPeople(words, start) { return nil }
    let most = min(Self.longestName, words.count - start)
    for length in stride(from: most, through: 1, by: -1) {
      let span = Array(words[start..<start + length])
      guard mayBeName(span, isFirst: start == 0, isLowerCase: isLowerCase) else { continue }
      if let match = try exact(span) { return (match, length) }
      // "Ada Byron" is part of "Ada Augusta Byron" even where "Ada" is a name by itself.
      if length > 1, span.allSatisfy(\.isCapitalised), !lexicon.isSmall(span[0].folded),
        !span.dropLast().contains(where: \.isPossessive), start > 0 || !lexicon.knows(span[0].folded),
        let match = try partial(span), match.candidates[0].kind == .person
      {
        return (match, length)
      }
    }
    // A part of a longer name must be written as a name.
    for length in stride(from: most, through: 1, by: -1) {
      let span = Array(words[start..<start + length])
      guard
        mayBePart(
          span, next: start + length < words.count ? words[start + length] : nil, isFirst: start == 0,
          isLowerCase: isLowerCase)
      else { continue }
      if let match = try partial(span) { return (match, length) }
    }
    if let match = try acronym(words[start]) { return (match, 1) }
    guard mayBeMisspelt(words[start], isFirst: start == 0, isLowerCase: isLowerCase) else { return nil }
    for length in stride(from: min(3, most), through: 1, by: -1) {
      let span = Array(words[start..<start + length])
      guard length == 1 || span.allSatisfy({ $0.isCapitalised || isLowerCase && !lexicon.knows($0.folded) })
      else { continue }
      if let match = try misspelt(span) { return (match, length) }
    }
    return nil
  }

  // MARK: - What can be a name

  /// "which Norwegians", "how many Norwegians": a noun for people rather than a name.
  private func isPeople(_ words: [QuestionWord], _ index: Int) -> Bool {
    let text = words[index].text
    guard index > 0, text.hasSuffix("s"),
      lexicon.isWord(words[index - 1].folded, "wh") || lexicon.isWord(words[index - 1].folded, "quantity")
    else { return false }
    return lexicon.rules?.words.isNationality(String(text.dropLast())) ?? false
  }

  /// "August 1936", "3 May" are no names.
  private func isDate(_ words: [QuestionWord], _ index: Int) -> Bool {
    guard lexicon.months.contains(words[index].folded) else { return false }
    return words.indices.contains(index + 1) && words[index + 1].isNumber
      || index > 0 && words[index - 1].folded.utf8.first.map { (48...57).contains($0) } ?? false
  }

  private func mayBeName(_ span: [QuestionWord], isFirst: Bool, isLowerCase: Bool) -> Bool {
    guard let first = span.first, let last = span.last, !span.dropLast().contains(where: isPossessiveBreak)
    else {
      return span.count > 1 && span.allSatisfy(\.isCapitalised)
    }
    if span.count == 1 {
      if first.isNumber || lexicon.isSmall(first.folded) { return false }
      return first.isCapitalised && !(isFirst && lexicon.knows(first.folded))
        || isLowerCase && !lexicon.knows(first.folded)
    }
    if lexicon.isSmall(last.folded), !last.isCapitalised { return false }
    if lexicon.isSmall(first.folded), !lexicon.isWord(first.folded, "article") { return false }
    return span.contains { $0.isCapitalised || isLowerCase && !lexicon.isSmall($0.folded) }
      || span.filter { !lexicon.isSmall($0.folded) }.count > 1
  }

  private func isPossessiveBreak(_ word: QuestionWord) -> Bool { word.isPossessive }

  private func mayBePart(_ span: [QuestionWord], next: QuestionWord?, isFirst: Bool, isLowerCase: Bool)
    -> Bool
  {
    guard let first = span.first, let last = span.last else { return false }
    guard first.isCapitalised && last.isCapitalised || isLowerCase else { return false }
    if lexicon.isSmall(first.folded) || lexicon.isSmall(last.folded) || first.isNumber { return false }
    if span.dropLast().contains(where: \.isPossessive) { return false }
    if span.count == 1 {
      if isLowerCase || isFirst { return !lexicon.knows(first.folded) }
      return true
    }
    return span.allSatisfy {
      $0.isCapitalised || lexicon.isSmall($0.folded) || isLowerCase && !lexicon.knows($0.folded)
    }
  }

  private func mayBeMisspelt(_ word: QuestionWord, isFirst: Bool, isLowerCase: Bool) -> Bool {
    guard word.folded.utf8.count >= 4, !word.isNumber, !lexicon.isSmall(word.folded) else { return false }
    return word.isCapitalised && !(isFirst && lexicon.knows(word.folded))
      || isLowerCase && !lexicon.knows(word.folded)
  }

  // MARK: - Looking up

  private static let columns = """
    SELECT e.id, e.kind, e.name, n.name,
      EXISTS (SELECT 1 FROM appearances AS a WHERE a.entity_id = e.id AND a.is_subject = 1)
    """

  private func exact(_ span: [QuestionWord]) throws -> NameMatch? {
    let folded = span.map(\.name).joined(separator: " ")
    var forms = [folded]
    if span.count > 1, let first = span.first, lexicon.isWord(first.folded, "article") {
      forms.append(span.dropFirst().map(\.name).joined(separator: " "))
    }
    var found: [NameMatch.Candidate] = []
    for form in forms {
      found += try candidates(
        "FROM names AS n JOIN entities AS e ON e.id = n.entity_id WHERE n.folded = ? AND e.is_named = 1 LIMIT 64",
        form)
    }
    // A bare surname is the one that the article is about, whatever else is called so.
    if span.count == 1, !found.isEmpty, !found.contains(where: \.isSubject) {
      let subjects = try containing(Self.phrase(span)) { candidate, name in
        candidate.isSubject && candidate.kind == .person && name.hasSuffix(" " + folded)
      }
      found = subjects + found
    }
    guard var match = match(span, found, .exact) else { return nil }
    if span.count > 1, match.candidates[0].kind == .person { match.wider = try fuller(folded, than: match) }
    return match
  }

  /// The people with more names than these: "Ada Augusta Byron" for "Ada Byron".
  private func fuller(_ folded: String, than match: NameMatch) throws -> [Int64] {
    let parts = folded.split(separator: " ").map(String.init)
    guard parts.count > 1 else { return [] }
    return try containing(parts.map { "\"\($0)\"" }.joined(separator: " AND ")) { candidate, name in
      candidate.kind == .person && Self.isSubsequence(parts, of: name.split(separator: " ").map(String.init))
    }.map(\.id).filter { id in !match.candidates.contains { $0.id == id } }
  }

  private func partial(_ span: [QuestionWord]) throws -> NameMatch? {
    let folded = span.map(\.name).joined(separator: " ")
    let parts = folded.split(separator: " ").map(String.init)
    var found = try containing(Self.phrase(span)) { candidate, name in
      (" " + name + " ").contains(" " + folded + " ")
        && (candidate.kind == .person || span.count > 1 || !lexicon.knows(folded))
    }
    // "Ada Byron" is "Ada Augusta Byron".
    if found.isEmpty, parts.count > 1 {
      found = try containing(parts.map { "\"\($0)\"" }.joined(separator: " AND ")) { candidate, name in
        candidate.kind == .person
          && Self.isSubsequence(parts, of: name.split(separator: " ").map(String.init))
      }
    }
    // A bare surname or the beginning of a body's name; people come first.
    let people = found.filter { $0.kind == .person }
    // "Queen Ilona" is Ilona with a title rather than a bridge called after him.
    if people.isEmpty, span.count > 1, let bare = try exact(Array(span.dropFirst())),
      bare.candidates[0].kind == .person
    {
      return match(span, bare.candidates, .partial)
    }
    return match(span, people.isEmpty ? found : people, .partial)
  }

  /// The entities with a name that the full-text expression finds and that fits.
  private func containing(
    _ expression: String, where fits: (NameMatch.Candidate, String) -> Bool
  ) throws -> [NameMatch.Candidate] {
    try database.rows(
      Self.columns + """
         FROM search_names JOIN names AS n ON n.id = search_names.rowid JOIN entities AS e ON e.id = n.entity_id
        WHERE search_names MATCH ? AND e.is_named = 1 LIMIT 200
        """, expression
    ).compactMap { row in
      guard let candidate = Self.candidate(row), fits(candidate, NameFolding.fold(row[3] as String)) else {
        return nil
      }
      return candidate
    }
  }

  /// Whether a name of a person is a part of a fuller one.
  static func isShort(_ name: [Substring], for full: [Substring]) -> Bool {
    guard name.count < full.count else { return false }
    return name.count == 1
      ? full.contains(name[0]) : isSubsequence(name.map(String.init), of: full.map(String.init))
  }

  private static func isSubsequence(_ parts: [String], of words: [String]) -> Bool {
    var rest = words[...]
    for part in parts {
      guard let index = rest.firstIndex(of: part) else { return false }
      rest = rest[(index + 1)...]
    }
    return words.first == parts.first && words.last == parts.last
  }

  private func misspelt(_ span: [QuestionWord]) throws -> NameMatch? {
    guard let first = span.first?.name, first.utf8.count >= 3 else { return nil }
    let parts = span.map(\.name).joined(separator: " ").split(separator: " ").map { Array($0.utf8) }
    let count: Int =
      try database.value("SELECT count(*) FROM (SELECT 1 FROM names LIMIT \(Self.candidateLimit))") ?? 0
    let all = count < Self.candidateLimit
    let source =
      all
      ? " FROM names AS n JOIN entities AS e ON e.id = n.entity_id WHERE e.is_named = 1 AND ? <> ''"
      : """
       FROM search_names JOIN names AS n ON n.id = search_names.rowid JOIN entities AS e ON e.id = n.entity_id
      WHERE search_names MATCH ? AND e.is_named = 1 LIMIT \(Self.candidateLimit)
      """
    let prefix = "\"" + String(first.prefix(all ? 1 : 3)).filter { $0.isLetter || $0.isNumber } + "\"*"
    var best = Int.max
    var found: [NameMatch.Candidate] = []
    for row in try database.rows(Self.columns + source, prefix) {
      guard let candidate = Self.candidate(row) else { continue }
      let name: String = row[3]
      let words = NameFolding.fold(name).split(separator: " ").map { Array($0.utf8) }
      guard let distance = Self.distance(parts, within: words), distance <= best else { continue }
      if distance < best { found = [] }
      best = distance
      found.append(candidate)
    }
    // A word that stands in a longer name as it is was no slip; `partial` has decided about it.
    return best == 0 ? nil : match(span, found, .spelling)
  }

  /// A body by the first letters of its name: "RSDLP".
  private func acronym(_ word: QuestionWord) throws -> NameMatch? {
    guard (2...7).contains(word.text.count), word.text.allSatisfy(\.isUppercase) else { return nil }
    let letters = word.name
    let found = try database.rows(
      Self.columns + """
         FROM names AS n JOIN entities AS e ON e.id = n.entity_id
        WHERE e.kind = 'organisation' AND n.folded GLOB ? LIMIT \(Self.candidateLimit)
        """, letters.prefix(1) + "*"
    ).compactMap { row -> NameMatch.Candidate? in
      let name: String = row[3]
      let words = name.split(whereSeparator: { $0 == " " || $0 == "-" }).filter {
        $0.first?.isUppercase ?? false
      }
      guard NameFolding.fold(String(words.compactMap(\.first))) == letters else { return nil }
      return Self.candidate(row)
    }
    return match([word], found, .partial)
  }

  /// The least sum of distances of the parts to consecutive words of a name.
  private static func distance(_ parts: [[UInt8]], within words: [[UInt8]]) -> Int? {
    guard words.count >= parts.count else { return nil }
    var best: Int?
    for start in 0...(words.count - parts.count) {
      var sum = 0
      for (offset, part) in parts.enumerated() {
        let limit = part.count > 7 ? 2 : part.count > 3 ? 1 : 0
        guard let distance = EditDistance.between(part, words[start + offset], limit: limit) else {
          sum = -1
          break
        }
        sum += distance
      }
      if sum >= 0, sum < best ?? .max { best = sum }
    }
    return best
  }

  private func candidates(_ source: String, _ parameter: String) throws -> [NameMatch.Candidate] {
    try database.rows(Self.columns + " " + source, parameter).compactMap(Self.candidate)
  }

  private static func candidate(_ row: Row) -> NameMatch.Candidate? {
    guard let kind = EntityKind(rawValue: row[1]) else { return nil }
    return NameMatch.Candidate(id: row[0], kind: kind, name: row[2], isSubject: row[4])
  }

  private func match(
    _ span: [QuestionWord], _ found: [NameMatch.Candidate], _ step: NameMatch.Step
  ) -> NameMatch? {
    var seen: Set<Int64> = []
    let unique = found.filter { seen.insert($0.id).inserted }
      .sorted { ($0.isSubject ? 0 : 1, $0.id) < ($1.isSubject ? 0 : 1, $1.id) }
    guard !unique.isEmpty else { return nil }
    return NameMatch(
      words: span.map(\.text).joined(separator: " "), candidates: unique, step: step,
      isPossessive: span.last?.isPossessive ?? false)
  }

  /// An FTS5 phrase of letters and digits only, so that nothing needs escaping.
  private static func phrase(_ span: [QuestionWord]) -> String {
    let words = span.map { word in String(word.text.map { $0.isLetter || $0.isNumber ? $0 : " " }) }
    return "\"" + words.joined(separator: " ") + "\""
  }
}
