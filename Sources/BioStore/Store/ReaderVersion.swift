extension Reader {
  /// Names this Reader: the program's own version, and a checksum of the rules, lexicons and model that are linked in.
  ///
  /// Readers of the same version read the same article alike. Computed once, in a few milliseconds.
  public static let version: String = {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for name in Resource.names.sorted() where name != "schema.sql" {
      guard let bytes = Resource.bytes(name) else { continue }
      // FNV-1a over words of eight bytes; the rest byte by byte.
      let words = bytes.count / 8
      for index in 0..<words {
        let word = bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
        hash = (hash ^ UInt64(littleEndian: word)) &* 0x100_0000_01b3
        hash ^= hash >> 32
      }
      for byte in bytes[(words * 8)...] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    return "1-" + String(hash, radix: 16)
  }()
}
