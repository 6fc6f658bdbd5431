/// The parts of names already taken apart: an import meets the same people again and again, and reads the names of all
/// who might be one person whenever one more appears.
final class PersonNameCache {
  private var names: [String: PersonName] = [:]
  /// With more names than this the cache begins anew: memory stays bounded.
  private static let capacity = 50_000

  /// The parts of the name.
  func parts(of name: String) -> PersonName {
    if let known = names[name] { return known }
    if names.count >= Self.capacity { names.removeAll(keepingCapacity: true) }
    let parts = PersonName(name)
    names[name] = parts
    return parts
  }
}
