/// Words that are a name in one sentence are one in the others, unless they begin a sentence or are common words.
struct RepeatedNames {
  private typealias Known = (key: [UInt64], kind: EntityKind?)

  private let context: NameContext
  private var known: [UInt64: [Known]] = [:]
  private var isCovered: [Bool]

  static func add(to names: inout [NameSpan], in context: NameContext) {
    var search = RepeatedNames(names, in: context)
    if let title = search.title() { names.append(title) }
    for sentence in context.reading.sentences {
      names += search.titled(in: sentence.tokens)
      names += search.found(in: sentence.tokens)
    }
  }

  private init(_ names: [NameSpan], in context: NameContext) {
    self.context = context
    isCovered = [Bool](repeating: false, count: context.reading.tokens.count)
    for name in names {
      for index in name.tokens { isCovered[index] = true }
      let words = key(name.tokens)
      guard name.kind != nil, let first = words.first, isDistinctive(name.tokens) else { continue }
      if known[first, default: []].contains(where: { $0.key == words }) == false {
        known[first, default: []].append((words, name.kind))
      }
    }
  }

  /// The article's own name in its first sentence, where the labels have missed it.
  private mutating func title() -> NameSpan? {
    let title = NameFolding.fold(context.reading.article.title.prefix { $0 != "(" })
    guard let sentence = context.reading.sentences.first?.tokens, title.contains(" ") else { return nil }
    for start in sentence.prefix(3) where context.isCapital(start) {
      for end in (start + 2)..<max(start + 3, min(start + 8, sentence.upperBound)) {
        guard end <= sentence.upperBound, context.folded(start..<end) == title,
          !(start..<end).contains(where: { isCovered[$0] })
        else { continue }
        for token in start..<end { isCovered[token] = true }
        return NameSpan(tokens: start..<end, kind: context.evidence.titleKind ?? .person, confidence: 0.8)
      }
    }
    return nil
  }

  /// "Dr. Pole": capitals that no label covers behind a form of address are a person's name, even those of peoples.
  private mutating func titled(in sentence: Range<Int>) -> [NameSpan] {
    var names: [NameSpan] = []
    for address in sentence where KindCues.standard[context.form(address)] == .courtesy {
      let start = address + 1
      var end = start
      while end < sentence.upperBound, end - start < 3, !isCovered[end], context.isCapital(end),
        KindCues.standard[context.form(end)] == nil
      { end += 1 }
      guard end > start, end == sentence.upperBound || !isCovered[end] || !context.isCapital(end) else {
        continue
      }
      for token in start..<end { isCovered[token] = true }
      names.append(NameSpan(tokens: start..<end, kind: .person, confidence: 0.7))
    }
    return names
  }

  /// A name as a sequence of words, whatever their case.
  private func key(_ tokens: Range<Int>) -> [UInt64] {
    tokens.map { context.evidence.word($0).codes.lower }
  }

  private mutating func found(in sentence: Range<Int>) -> [NameSpan] {
    var names: [NameSpan] = []
    for index in sentence where !isCovered[index] && context.evidence.marks[index].contains(.capitalised) {
      let candidates = (known[context.evidence.word(index).codes.lower] ?? []).filter { candidate in
        let end = index + candidate.key.count
        return end <= sentence.upperBound && key(index..<end) == candidate.key
          && (index..<end).allSatisfy { !isCovered[$0] } && !touchesCapital(index..<end, sentence)
      }
      guard let best = candidates.max(by: { $0.key.count < $1.key.count }) else { continue }
      let tokens = index..<(index + best.key.count)
      for token in tokens { isCovered[token] = true }
      names.append(NameSpan(tokens: tokens, kind: best.kind, confidence: 0.5))
    }
    return names
  }

  /// Whether a word next to the tokens may belong to the same name.
  private func touchesCapital(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let marks = context.evidence.marks
    let before = tokens.lowerBound - 1
    let isAfterCapital =
      before > sentence.lowerBound && marks[before].contains(.capitalised)
      && context.evidence.word(before).names.isDisjoint(with: [.title, .demonym])
    let isBeforeCapital =
      tokens.upperBound < sentence.upperBound && marks[tokens.upperBound].contains(.capitalised)
    return isAfterCapital || isBeforeCapital
  }

  /// Whether the words are a name wherever they stand: several words, or one that is never written small.
  private func isDistinctive(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1 else { return true }
    let word = context.evidence.word(tokens.lowerBound)
    let usage = context.evidence.usage(tokens.lowerBound)
    return usage.lower == 0 && usage.capitalised > 0
      && word.names.isDisjoint(with: [.month, .demonym, .people, .title])
      && word.codes.traits.contains(.capitalized) && context.form(tokens.lowerBound).count > 2
  }
}
