/// The user's decisions on who is who, as the table `identity_choices` keeps them.
struct IdentityChoices {
  /// An appearance by what does not change when its article is imported again.
  struct Handle: Hashable {
    let kind: String
    let name: String
    let source: String
    let article: String
  }

  struct Choice {
    let first: Handle
    let second: Handle
    let isSame: Bool
  }

  private(set) var choices: [Choice] = []
  private var byHandle: [Handle: [Int]] = [:]

  init(_ database: Database) throws {
    for row in try database.rows(
      """
      SELECT kind, name, source, article, other_name, other_source, other_article, verdict
      FROM identity_choices ORDER BY id
      """)
    {
      let first = Handle(kind: row[0], name: row[1], source: row[2], article: row[3])
      let second = Handle(kind: row[0], name: row[4], source: row[5], article: row[6])
      choices.append(Choice(first: first, second: second, isSame: row[7] == "same"))
      byHandle[first, default: []].append(choices.count - 1)
      byHandle[second, default: []].append(choices.count - 1)
    }
  }

  var isEmpty: Bool { choices.isEmpty }

  /// Whether the user has decided anything about this kind.
  func concern(kind: String) -> Bool { choices.contains { $0.first.kind == kind } }

  /// Whom the user took for the same as this one.
  func partners(of handle: Handle) -> [Handle] {
    (byHandle[handle] ?? []).map { choices[$0] }.filter(\.isSame).map {
      $0.first == handle ? $0.second : $0.first
    }
  }

  /// The choices among these appearances.
  func among(_ handles: [Handle]) -> ComponentChoices {
    var result = ComponentChoices()
    guard !isEmpty else { return result }
    let indices = Dictionary(grouping: handles.indices, by: { handles[$0] })
    for choice in choices {
      for first in indices[choice.first] ?? [] {
        for second in indices[choice.second] ?? [] where first != second {
          result.add(first, second, isSame: choice.isSame)
        }
      }
    }
    return result
  }
}
