/// An appearance as the comparison across articles sees it.
struct IdentityAppearance {
  var row: Int64
  var entity: Int64
  var article: Int64
  var ordinal: Int
  var name: String
  /// For people: the full names, the fullest form first.
  var names: [PersonName]
  var keys: Set<String>
  var isSubject: Bool
  var qualifier: String?
  var gender: String?
  var birthDate: String?
  var deathDate: String?
  var firstYear: Int?
  var lastYear: Int?
  /// What identifies the article and the user's choices about it, whatever the order of import.
  var title: String
  var source: String
  var articleName: String
  var textHash: String

  /// An order of its own for the appearances of one component: first those that say most.
  static func precedes(_ first: IdentityAppearance, _ second: IdentityAppearance) -> Bool {
    if first.weight != second.weight { return first.weight > second.weight }
    let left = (first.name, first.title, first.source, first.articleName, first.textHash)
    let right = (second.name, second.title, second.source, second.articleName, second.textHash)
    return left != right ? left < right : first.ordinal < second.ordinal
  }

  private var weight: Int {
    (isSubject ? 8 : 0) + (birthDate == nil ? 0 : 2) + (deathDate == nil ? 0 : 2)
      + min(3, names.first?.words.count ?? 0)
  }
}
