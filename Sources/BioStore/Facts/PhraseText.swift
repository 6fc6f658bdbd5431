/// Cuts values out of the text: titles, occupations, kinds of kin.
struct PhraseText {
  let text: ScalarText
  let syntax: SyntaxIndex
  let frames: FrameTable
  /// Tokens of proper names of entities.
  let isName: [Bool]
  let words: ValueWords

  init(_ reading: Reading, syntax: SyntaxIndex, frames: FrameTable, words: ValueWords) {
    text = ScalarText(reading.article.text)
    self.syntax = syntax
    self.frames = frames
    self.words = words
    var isName = [Bool](repeating: false, count: reading.tokens.count)
    for mention in reading.mentions where mention.form == .name {
      for token in mention.tokens { isName[token] = true }
    }
    self.isName = isName
  }

  private var tokens: [Token] { syntax.tokens }

  /// A noun with the modifiers that belong to the title or the kind of thing: "party secretary", not "the former
  /// Dutch party secretary of Delft".
  func title(_ head: Int) -> String {
    guard head >= 0 else { return "" }
    var first = head
    var position = head - 1
    while position >= 0, isPartOfTitle(position, head: head) {
      if !words.isDropped(tokens[position].lemma.lowercased()) { first = position }
      position -= 1
    }
    while first < head, tokens[first].tag == .punct { first += 1 }
    var last = head
    while last + 1 < tokens.count, tokens[last + 1].head == head, tokens[last + 1].tag == .propn,
      [.amod, .flat, .compound].contains(tokens[last + 1].relation)
    {
      last += 1
    }
    if let complement = plainComplement(head) { last = complement }
    if let field = frames.firstArgument(head, .field), field > head { last = max(last, endOfField(field)) }
    let title = words(from: first, through: last, dropping: head)
    // "the painters Ana and Marija": each is a painter.
    guard last == head, tokens[head].pennTag == .nns, title.hasSuffix(tokens[head].form) else { return title }
    return String(title.dropLast(tokens[head].form.count)) + tokens[head].lemma
  }

  /// "Minister of Trade and Industry": the last word of what a title is for.
  private func endOfField(_ field: Int) -> Int {
    var last = field
    var next = field + 1
    while next < tokens.count, syntax.dominates(field, next) {
      switch tokens[next].tag {
      case .noun, .propn: last = next
      case .adj, .cconj: break
      case .adp where tokens[next].form == "of": break
      default: return last
      }
      next += 1
    }
    return last
  }

  /// The words of a phrase, without article, possessive and outer punctuation, up to what is said besides: coordinated
  /// words, a date, the name of a school or town.
  func phrase(_ head: Int) -> String {
    guard head >= 0 else { return "" }
    let span = syntax.span(of: head)
    var first = span.lowerBound
    var last = span.upperBound - 1
    for child in syntax.dependents(of: head) where child > head && isBesides(Int(child)) {
      last = min(last, max(head, syntax.span(of: Int(child)).lowerBound - 1))
    }
    while first < last, isOuter(tokens[first]) { first += 1 }
    if let open = (first...last).last(where: { tokens[$0].form == "(" }), open > max(first, head),
      !(open...last).contains(where: { tokens[$0].form == ")" })
    {
      last = open - 1
    }
    while last > first, tokens[last].tag == .punct || tokens[last].tag == .cconj { last -= 1 }
    return text[tokens[first].range.lowerBound..<tokens[last].range.upperBound]
  }

  private func isOuter(_ token: Token) -> Bool {
    switch token.tag {
    case .det, .adp, .punct, .sconj, .cconj: true
    default: token.relation == .nmodPoss && token.tag == .pron
    }
  }

  private func isBesides(_ child: Int) -> Bool {
    switch tokens[child].relation {
    case .parataxis, .punct: return tokens[child].form == "(" || child > 0 && tokens[child - 1].form == "("
    case .conj: return [.det, .nmodPoss, .nummod].contains { syntax.hasDependent(child, $0) }
    case .nmod, .obl, .nmodUnmarked:
      if tokens[child].tag == .num { return true }
      guard isName[child], let preposition = syntax.dependent(of: child, .case) else { return false }
      return ["from", "at", "under"].contains(tokens[preposition].lemma)
    default: return false
    }
  }

  /// The words for a nation around one of them: "Iraqi-British", "German-Jewish", not "his fellow Scots".
  func nation(_ head: Int) -> String {
    guard head >= 0 else { return "" }
    func belongs(_ position: Int) -> Bool {
      guard tokens.indices.contains(position) else { return false }
      return isOrigin(position) || Self.isJoiner(tokens[position].form)
    }
    func isOrigin(_ position: Int) -> Bool {
      frames.frames[position].isNation || frames.frames[position].isBelief
    }
    var first = head
    var last = head
    while belongs(first - 1) { first -= 1 }
    while belongs(last + 1) { last += 1 }
    while first < head, !isOrigin(first) { first += 1 }
    while last > head, !isOrigin(last) { last -= 1 }
    if first == last { return words.nationAdjective(tokens[head].form) }
    return text[tokens[first].range.lowerBound..<tokens[last].range.upperBound]
  }

  private func isPartOfTitle(_ position: Int, head: Int) -> Bool {
    guard syntax.dominates(head, position) else { return false }
    let token = tokens[position]
    if isName[position], !isName[head] { return false }
    switch token.tag {
    case .adj, .noun, .propn, .verb, .num: break
    case .punct where token.form == "-" || token.form == "–" || token.form == "/": break
    case .adp, .cconj, .adv: return token.form.allSatisfy { $0 == "-" }
    default: return false
    }
    switch token.relation {
    case .amod, .compound, .flat, .nummod, .punct, .nmodDesc, .conj, .advmod, .dep, .obj: break
    // "was for many years secretary"
    case .obl where !syntax.hasDependent(position, .case): break
    default: return false
    }
    return token.relation != .nummod || token.pennTag == .jj
  }

  /// "member of parliament", "director of photography": a plain noun behind "of", without article or name.
  private func plainComplement(_ head: Int) -> Int? {
    for child in syntax.dependents(of: head) {
      let noun = Int(child)
      guard tokens[noun].relation == .nmod, noun == head + 2, tokens[head + 1].form == "of",
        tokens[noun].tag == .noun, !isName[noun]
      else { continue }
      return noun
    }
    return nil
  }

  private static func isJoiner(_ form: String) -> Bool { ["-", "–", "/"].contains(form) }

  /// The words between two tokens without adjectives of nation and praise.
  private func words(from first: Int, through last: Int, dropping head: Int) -> String {
    var result = ""
    var end = tokens[first].range.lowerBound
    var isAfterDropped = false
    for index in first...last {
      let token = tokens[index]
      if index < head, isLeftOut(index, before: head) {
        end = index + 1 <= last ? tokens[index + 1].range.lowerBound : token.range.upperBound
        isAfterDropped = true
        continue
      }
      let isApart = token.range.lowerBound > end || isAfterDropped && !Self.isJoiner(token.form)
      if isApart, !result.isEmpty, !result.hasSuffix("-") { result += " " }
      isAfterDropped = false
      result += token.form
      end = token.range.upperBound
    }
    // "Croatian-American singer" leaves the hyphen of what was dropped.
    return String(result.drop { $0 == "-" || $0 == "–" || $0 == "/" || $0 == " " })
  }

  /// Whether a word before a noun tells a nation or praise, alone or with its neighbours: "South" in "South African",
  /// "born" in "Hungarian-born".
  private func isLeftOut(_ index: Int, before head: Int) -> Bool {
    let token = tokens[index]
    switch token.tag {
    case .adj, .propn, .adv, .noun:
      if words.isDropped(token.lemma.lowercased()) || words.isNationality(token.form) { return true }
      if index > 1, Self.isJoiner(tokens[index - 1].form), words.isReligion(token.form),
        words.isNationality(tokens[index - 2].form)
      {
        return true
      }
      guard token.tag == .propn, index + 1 < head else { return false }
      return words.isNationality(token.form + " " + tokens[index + 1].form)
    case .verb:
      if words.isDropped(token.form.lowercased()) { return true }
      return index > 1 && tokens[index - 1].form == "-" && words.isNationality(tokens[index - 2].form)
    case .punct, .adp:
      return index > 0 && ["-", "–", "/"].contains(token.form) && words.isNationality(tokens[index - 1].form)
    default: return false
    }
  }
}
