/// Takes names apart that the recogniser took for one: "Tartu, Estonia" is two places, "Ana Kovač and Ivan Marin" two
/// people.
enum NameSplitter {
  static func split(_ names: [NameSpan], tokens: [Token]) -> [NameSpan] {
    names.flatMap { name -> [NameSpan] in
      guard name.kind == .place || name.kind == .person,
        name.tokens.contains(where: { isSeparator($0, tokens) })
      else { return [name] }
      var parts: [NameSpan] = []
      var start = name.tokens.lowerBound
      for index in name.tokens where isSeparator(index, tokens) {
        if start < index {
          parts.append(NameSpan(tokens: start..<index, kind: name.kind, confidence: name.confidence))
        }
        start = index + 1
      }
      if start < name.tokens.upperBound {
        parts.append(
          NameSpan(tokens: start..<name.tokens.upperBound, kind: name.kind, confidence: name.confidence))
      }
      return mayStandAlone(parts, tokens) ? parts : [name]
    }
  }

  private static func isSeparator(_ index: Int, _ tokens: [Token]) -> Bool {
    tokens[index].form == "," || tokens[index].form == ";" || tokens[index].form == "and"
  }

  /// Every part must look like a name of its own: "Trinidad and Tobago" and "Henry Smith, Jr." stay whole.
  private static func mayStandAlone(_ parts: [NameSpan], _ tokens: [Token]) -> Bool {
    guard parts.count > 1 else { return false }
    let whole = tokens[parts[0].tokens.lowerBound..<parts[parts.count - 1].tokens.upperBound]
      .map(\.form).joined(separator: " ")
    if !Gazetteer.classes(of: whole).isDisjoint(with: .anyPlace) { return false }
    return parts.allSatisfy { part in
      let words = tokens[part.tokens].map(\.form).joined(separator: " ")
      if words.isEmpty || words.first?.isUppercase != true { return false }
      let classes = Gazetteer.classes(of: words)
      if classes.contains(.suffix) { return false }
      return part.kind == .place || part.tokens.count > 1 || parts.allSatisfy { $0.tokens.count == 1 }
    }
  }
}
