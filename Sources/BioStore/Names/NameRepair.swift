/// Makes the names of an article agree with one another: one name has one kind, the same words are a name everywhere.
///
/// The labels see a sentence at a time, with votes of the whole article among their features; what still disagrees is
/// settled here, in steps that each look at all names.
struct NameRepair {
  private let reading: Reading
  private let evidence: NameEvidence
  private(set) var names: [NameSpan]

  init(_ names: [NameSpan], reading: Reading, evidence: NameEvidence) {
    self.names = names
    self.reading = reading
    self.evidence = evidence
  }

  /// The names after all steps, in the order of the text.
  static func repaired(_ names: [NameSpan], reading: Reading, evidence: NameEvidence) -> [NameSpan] {
    var repair = NameRepair(names, reading: reading, evidence: evidence)
    repair.addBracketedForms()
    repair.unifyKinds()
    repair.applyTitleKind()
    repair.applyHeads()
    repair.addRepeatedNames()
    repair.unifySurnames()
    repair.names = WorkTitles(repair.names, reading: reading, evidence: evidence).added(to: repair.names)
    repair.names = WorkContext(repair.names, reading: reading, evidence: evidence).mended()
    repair.names = EventTitles(repair.names, reading: reading).added()
    return repair.names.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A name as a sequence of words, whatever their case.
  private func key(_ tokens: Range<Int>) -> [UInt64] { tokens.map { evidence.word($0).codes.lower } }

  /// The most frequent kind; at a tie the one that comes first in the text.
  private static func majority(_ kinds: [EntityKind?]) -> (kind: EntityKind?, share: Double)? {
    var counts: [(kind: EntityKind?, count: Int)] = []
    for kind in kinds {
      if let index = counts.firstIndex(where: { $0.kind == kind }) {
        counts[index].count += 1
      } else {
        counts.append((kind, 1))
      }
    }
    guard var best = counts.first else { return nil }
    for candidate in counts where candidate.count > best.count { best = candidate }
    return (best.kind, Double(best.count) / Double(kinds.count))
  }

  /// Gives all names of the same words the kind that most of them have, if it is a clear majority.
  private mutating func unifyKinds() {
    var kinds: [[UInt64]: [EntityKind?]] = [:]
    for name in names { kinds[key(name.tokens), default: []].append(name.kind) }
    for index in names.indices {
      guard let all = kinds[key(names[index].tokens)], all.count > 1, let best = Self.majority(all) else {
        continue
      }
      if best.share >= Self.clearMajority { names[index].kind = best.kind }
    }
  }

  /// The article's own name has the kind that its first sentence says: "X is a village".
  private mutating func applyTitleKind() {
    guard let kind = evidence.titleKind else { return }
    let title = NameFolding.fold(reading.article.title.prefix { $0 != "(" && $0 != "," })
    for index in names.indices where names[index].kind != kind {
      let words = NameFolding.fold(reading.tokens[names[index].tokens].map(\.form).joined(separator: " "))
      if words == title { names[index].kind = kind }
    }
  }

  /// The word that says what a name of several words names decides where the labels saw none or a work, and tells
  /// organisations from places: "Left Alliance", "Cape of Storms". An ordinal or a year makes a meeting: "Third Congress".
  private mutating func applyHeads() {
    for index in names.indices where names[index].tokens.count > 1 {
      let tokens = names[index].tokens
      let end =
        tokens.dropFirst().first { Self.complements.contains(reading.tokens[$0].form) } ?? tokens.upperBound
      let classes = evidence.word(end - 1).names.intersection([.organisation, .event, .place, .work, .award])
      let isCounted = evidence.tags[tokens.lowerBound] == PennTag.cd.rawValue || isOrdinal(tokens.lowerBound)
      if isCounted, classes.contains(.event), names[index].kind != .person {
        names[index].kind = .event
      } else if isYear(tokens.lowerBound), names[index].kind == .organisation, classes != .organisation {
        // "2012 Zadar Open"
        names[index].kind = .event
      } else if names[index].kind == nil || names[index].kind == .work {
        switch classes {
        case .organisation: names[index].kind = .organisation
        case .event: names[index].kind = .event
        case .place: names[index].kind = .place
        default: break
        }
      } else if names[index].kind == .place, classes == .organisation {
        names[index].kind = .organisation
      } else if names[index].kind == .organisation {
        if classes == .event { names[index].kind = .event }
        if classes == .work { names[index].kind = .work }
        if isState(tokens) { names[index].kind = .place }
      }
    }
  }

  /// Whether the gazetteers have a state of today or of the past by these words.
  private func isState(_ tokens: Range<Int>) -> Bool {
    let words = reading.tokens[tokens].map(\.form).joined(separator: " ")
    return !Gazetteer.classes(of: words).isDisjoint(with: [.country, .historicalPlace])
  }

  private func isYear(_ token: Int) -> Bool {
    let form = reading.tokens[token].form
    return form.utf8.count == 4 && Int(form).map { (1700...2100).contains($0) } ?? false
  }

  private func isOrdinal(_ token: Int) -> Bool { Self.ordinals.contains(reading.tokens[token].form) }

  private static let complements: Set<String> = ["of", "for", "at", "in", "on"]
  private static let ordinals = LexiconFile.words("lexicons/ordinals.txt")
  private static let clearMajority = 0.6

  /// "International Union of Physics (IUP)", "Ana Ruiz (Άννα)": the form in brackets has the kind of the name before it.
  private mutating func addBracketedForms() {
    var added: [NameSpan] = []
    for name in names {
      let open = name.tokens.upperBound
      guard open + 2 < reading.tokens.count, reading.tokens[open].form == "(" else { continue }
      let inside = open + 1
      if reading.tokens[open + 2].form == ")", isAcronym(inside, of: name.tokens) {
        added.append(NameSpan(tokens: inside..<(inside + 1), kind: name.kind, confidence: name.confidence))
      }
      var end = inside
      while end < reading.tokens.count, isForeign(end) { end += 1 }
      if end > inside {
        added.append(NameSpan(tokens: inside..<end, kind: name.kind, confidence: name.confidence))
      }
    }
    for name in added { replace(name) }
  }

  /// Puts a name in place of those that it overlaps.
  private mutating func replace(_ name: NameSpan) {
    names.removeAll { $0.tokens.overlaps(name.tokens) }
    names.append(name)
  }

  /// Whether the letters of a token are the initials of the words of a name, in order.
  private func isAcronym(_ token: Int, of name: Range<Int>) -> Bool {
    let letters = reading.tokens[token].form.filter(\.isLetter)
    guard letters.count > 1, letters.allSatisfy(\.isUppercase), name.count >= letters.count else {
      return false
    }
    let initials = name.compactMap { reading.tokens[$0].form.first }.filter(\.isUppercase)
    var rest = letters[...]
    for initial in initials where initial == rest.first { rest = rest.dropFirst() }
    return rest.count * 3 <= letters.count
  }

  /// Whether a token is written in letters of another script than Latin.
  private func isForeign(_ token: Int) -> Bool {
    let scalars = reading.tokens[token].form.unicodeScalars
    return scalars.allSatisfy {
      $0.value > 0x36f && $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
      && scalars.contains {
        $0.value > 0x36f && !(0x1d00...0x1fff ~= $0.value) && $0.value < 0x2000 || $0.value > 0x2e80
      }
  }

  /// Words that are a name in one sentence are one in the others, unless they begin a sentence or are common words.
  private mutating func addRepeatedNames() {
    var known: [UInt64: [(key: [UInt64], kind: EntityKind?)]] = [:]
    for name in names where name.kind != nil {
      let words = key(name.tokens)
      guard let first = words.first, isDistinctive(name.tokens) else { continue }
      if known[first, default: []].contains(where: { $0.key == words }) == false {
        known[first, default: []].append((words, name.kind))
      }
    }
    var covered = [Bool](repeating: false, count: reading.tokens.count)
    for name in names { for index in name.tokens { covered[index] = true } }
    for sentence in reading.sentences {
      for index in sentence.tokens where !covered[index] && evidence.marks[index].contains(.capitalised) {
        let candidates = (known[evidence.word(index).codes.lower] ?? []).filter { candidate in
          let end = index + candidate.key.count
          return end <= sentence.tokens.upperBound && key(index..<end) == candidate.key
            && (index..<end).allSatisfy { !covered[$0] } && !touchesCapital(index..<end, sentence.tokens)
        }
        guard let best = candidates.max(by: { $0.key.count < $1.key.count }) else { continue }
        let tokens = index..<(index + best.key.count)
        for token in tokens { covered[token] = true }
        names.append(NameSpan(tokens: tokens, kind: best.kind, confidence: 0.5))
      }
    }
  }

  /// Whether a word next to the tokens may belong to the same name.
  private func touchesCapital(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    let isAfterCapital =
      before > sentence.lowerBound && evidence.marks[before].contains(.capitalised)
      && evidence.word(before).names.isDisjoint(with: [.title, .demonym])
    let isBeforeCapital =
      tokens.upperBound < sentence.upperBound && evidence.marks[tokens.upperBound].contains(.capitalised)
    return isAfterCapital || isBeforeCapital
  }

  /// Whether the words are a name wherever they stand: several words, or one that is never written small.
  private func isDistinctive(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1 else { return true }
    let word = evidence.word(tokens.lowerBound)
    let usage = evidence.usage(tokens.lowerBound)
    return usage.lower == 0 && usage.capitalised > 0
      && word.names.isDisjoint(with: [.month, .demonym, .people, .title])
      && word.codes.traits.contains(.capitalized) && reading.tokens[tokens.lowerBound].form.count > 2
  }

  /// A single word that ends the name of a person of the article is that person, unless it is a place's name as well.
  private mutating func unifySurnames() {
    var surnames: Set<UInt64> = []
    for name in names where name.kind == .person && name.tokens.count > 1 {
      surnames.insert(evidence.word(name.tokens.upperBound - 1).codes.lower)
    }
    for index in names.indices where names[index].tokens.count == 1 && names[index].kind != .person {
      let word = evidence.word(names[index].tokens.lowerBound)
      if surnames.contains(word.codes.lower), word.names.isDisjoint(with: .anyPlace) {
        names[index].kind = .person
      }
    }
  }
}
