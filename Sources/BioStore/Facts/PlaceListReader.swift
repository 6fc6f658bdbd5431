/// Reads "Tartu, Estonia" and "Tartu (Estonia)": a place or body, then the place that it lies in.
struct PlaceListReader {
  let reading: Reading

  func facts(sentenceOf: (Int) -> Int) -> [Fact] {
    let names = reading.mentions.filter { $0.form == .name }.sorted {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    }
    var startingAt: [Int: Mention] = [:]
    for mention in names where reading.entities[mention.entity].kind == .place {
      startingAt[mention.tokens.lowerBound] = mention
    }
    return names.compactMap { inner in
      let kind = reading.entities[inner.entity].kind
      guard kind == .place || kind == .organisation, let outer = outerPlace(of: inner, in: startingAt),
        inner.entity != outer.entity, isInside(inner, outer), !endsInPlace(inner)
      else { return nil }
      return Fact(
        type: .locatedIn, subject: inner.entity, object: outer.entity,
        evidence: [Fact.Evidence(sentence: sentenceOf(inner.head), rule: "place-comma-place")],
        confidence: kind == .place ? 0.95 : 0.85)
    }
  }

  /// "the Church of Split, Dalmatia": the place that ends the body's name lies there.
  private func endsInPlace(_ inner: Mention) -> Bool {
    guard reading.entities[inner.entity].kind == .organisation else { return false }
    let words = reading.entities[inner.entity].name.components(separatedBy: " of ")
    guard words.count > 1, let last = words.last else { return false }
    return !Gazetteer.classes(of: last).isDisjoint(with: .anyPlace)
  }

  private func outerPlace(of inner: Mention, in startingAt: [Int: Mention]) -> Mention? {
    let mark = inner.tokens.upperBound
    guard mark + 1 < reading.tokens.count else { return nil }
    switch reading.tokens[mark].form {
    case ",": return startingAt[mark + 1]
    case "(":
      guard let outer = startingAt[mark + 1], outer.tokens.upperBound < reading.tokens.count,
        reading.tokens[outer.tokens.upperBound].form == ")",
        !Gazetteer.classes(of: reading.entities[outer.entity].name).isDisjoint(with: .anyPlace)
      else { return nil }
      return outer
    default: return nil
    }
  }

  /// Tells "Paris, France" from a list such as "Paris, Rome and Vienna" by what the gazetteer knows, else by the signs of
  /// a list.
  private func isInside(_ inner: Mention, _ outer: Mention) -> Bool {
    let wide: NameClasses = [.country, .region, .historicalPlace]
    let innerClasses = Gazetteer.classes(of: reading.entities[inner.entity].name)
    let outerClasses = Gazetteer.classes(of: reading.entities[outer.entity].name)
    if innerClasses.contains(.country), !innerClasses.contains(.city) { return false }
    if !outerClasses.isDisjoint(with: wide), innerClasses.contains(.city) || !outerClasses.contains(.city) {
      return true
    }
    return !isInList(outer)
  }

  private func isInList(_ outer: Mention) -> Bool {
    let next = outer.tokens.upperBound
    guard next < reading.tokens.count else { return false }
    if reading.tokens[next].tag == .cconj { return true }
    guard reading.tokens[next].form == ",", next + 1 < reading.tokens.count else { return false }
    return reading.tokens[next + 1].tag == .cconj || reading.tokens[outer.head].relation == .conj
  }
}
