internal import CResources

/// The files that are linked into the binary: schema, lexicons, rules and model.
public enum Resource {
  /// The bytes of the embedded file called `name` (its path below `Sources/CResources`, or `schema.sql`).
  ///
  /// The buffer lives as long as the process. Returns `nil` if the binary holds no such file.
  public static func bytes(_ name: String) -> UnsafeRawBufferPointer? {
    for index in 0..<biostore_resource_count
    where String(cString: biostore_resources[index].name) == name {
      let resource = biostore_resources[index]
      return UnsafeRawBufferPointer(start: resource.bytes, count: resource.count)
    }
    return nil
  }

  /// The embedded file as text (UTF-8).
  public static func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names of all embedded files, in the order of the table.
  public static var names: [String] {
    (0..<biostore_resource_count).map { String(cString: biostore_resources[$0].name) }
  }
}
