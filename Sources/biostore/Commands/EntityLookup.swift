import BioStore

/// Finds the one entity that a user names.
struct EntityLookup {
  let store: Store
  /// Only entities of this kind, if given.
  var kind: EntityKind?

  /// The entity that is called `name` or has this number.
  ///
  /// - Parameter article: title of the article whose entity is meant where several fit.
  /// - Throws: `ToolError` if there is none, or if several fit and none fits better than the others.
  func entity(_ name: String, inArticle article: String? = nil) throws -> EntityRecord {
    if let number = Int64(name.hasPrefix("#") ? String(name.dropFirst()) : name),
      let entity = try store.entity(id: number)
    {
      return entity
    }
    let found = try store.entities(named: name, kind: kind)
    guard let first = found.first else {
      throw ToolError(
        code: ExitCodes.nothingFound, what: "nobody and nothing is called “\(name)” here",
        advice: "biostore search \"\(name)\" looks into the sentences")
    }
    guard found.count > 1 else { return first }
    // Someone's full name is meant before someone else's short one.
    let exact = found.filter { $0.name.lowercased() == name.lowercased() }
    if exact.count == 1 { return exact[0] }
    if let article {
      let known = try found.filter {
        try articles(of: $0).contains { $0.lowercased() == article.lowercased() }
      }
      if known.count == 1 { return known[0] }
    }
    throw try ambiguity(name, exact.isEmpty ? found : exact)
  }

  private func articles(of entity: EntityRecord) throws -> [String] {
    try store.appearances(ofEntity: entity.id).map(\.article)
  }

  private func ambiguity(_ name: String, _ found: [EntityRecord]) throws -> ToolError {
    var choices = try found.prefix(8).map { entity in
      let articles = try articles(of: entity)
      let first = articles.first.map { ", of “\($0)”" } ?? ""
      let more = articles.count > 1 ? " and \(articles.count - 1) more" : ""
      return "\(entity.name) (\(entity.kind.rawValue), number \(entity.id)\(first)\(more))"
    }
    if found.count > choices.count { choices.append("and \(found.count - choices.count) more") }
    return ToolError(
      code: ExitCodes.notUnderstood, what: "“\(name)” fits several: " + choices.joined(separator: ", "),
      advice: "give the full name or the number")
  }
}
