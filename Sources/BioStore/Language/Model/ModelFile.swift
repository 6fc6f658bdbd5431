/// Why a model cannot be used.
package enum ModelFileError: Error, CustomStringConvertible, Equatable {
  case notAModel
  case unknownVersion(UInt32)
  case damaged
  case missingSection(String)
  case otherFeatures

  package var description: String {
    switch self {
    case .notAModel: "this is no model of the Reader: the first bytes are not those of one"
    case .unknownVersion(let version):
      "the model has version \(version) where this program reads \(ModelFile.version): train it anew"
    case .damaged: "the model is damaged: its checksum does not fit its content"
    case .otherFeatures: "the model was trained for other features than this program has: train it anew"
    case .missingSection(let name): "the model lacks the section \"\(name)\": train it anew"
    }
  }
}

/// The container of all that was trained: named sections of bytes, used in place.
///
/// Layout (little-endian): the magic `BSREADER`, version and number of sections (32-bit each), checksum of all
/// that follows (64-bit), then 48 bytes a section (its name in 32, offset and length in 8 each), then the
/// sections, each at a multiple of 64 bytes.
package struct ModelFile: Sendable {
  package static let magic = Array("BSREADER".utf8)
  package static let version: UInt32 = 2
  static let headerSize = 24
  static let entrySize = 48
  static let nameSize = 32
  static let alignment = 64

  private let storage: ModelStorage
  private let ranges: [String: Range<Int>]

  /// A model that is linked into the binary, or that lives as long as the process for another reason.
  ///
  /// - Throws: `ModelFileError` if the bytes are not those of an undamaged model. Cost: one pass over them.
  package init(permanent bytes: UnsafeRawBufferPointer) throws {
    try self.init(ModelStorage(permanent: bytes))
  }

  /// A model that was just trained or read from disk; its bytes are copied.
  ///
  /// - Throws: `ModelFileError` if the bytes are not those of an undamaged model.
  package init(copying bytes: [UInt8]) throws {
    try self.init(ModelStorage(copying: bytes))
  }

  private init(_ storage: ModelStorage) throws {
    self.storage = storage
    let bytes = storage.bytes
    guard bytes.count >= Self.headerSize, bytes.prefix(8).elementsEqual(Self.magic),
      let base = bytes.baseAddress, Int(bitPattern: base) % 8 == 0
    else { throw ModelFileError.notAModel }
    let version = UInt32(littleEndian: bytes.load(fromByteOffset: 8, as: UInt32.self))
    guard version == Self.version else { throw ModelFileError.unknownVersion(version) }
    let count = Int(UInt32(littleEndian: bytes.load(fromByteOffset: 12, as: UInt32.self)))
    let checksum = UInt64(littleEndian: bytes.load(fromByteOffset: 16, as: UInt64.self))
    let body = UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize...])
    guard Self.checksum(of: body) == checksum, body.count >= count * Self.entrySize else {
      throw ModelFileError.damaged
    }
    var ranges: [String: Range<Int>] = [:]
    for index in 0..<count {
      let entry = Self.headerSize + index * Self.entrySize
      let name = String(
        decoding: bytes[entry..<(entry + Self.nameSize)].prefix { $0 != 0 }, as: UTF8.self)
      let offset = UInt64(
        littleEndian: bytes.load(fromByteOffset: entry + Self.nameSize, as: UInt64.self))
      let length = UInt64(
        littleEndian: bytes.load(fromByteOffset: entry + Self.nameSize + 8, as: UInt64.self))
      guard offset <= bytes.count, length <= UInt64(bytes.count) - offset else {
        throw ModelFileError.damaged
      }
      ranges[name] = Int(offset)..<Int(offset + length)
    }
    self.ranges = ranges
  }

  /// The names of the sections, sorted.
  package var sectionNames: [String] { ranges.keys.sorted() }

  /// Copies of all sections, by name.
  package var sections: [String: [UInt8]] { ranges.mapValues { Array(storage.bytes[$0]) } }

  /// The bytes of a section; they live as long as this value or a copy of it.
  package func section(_ name: String) -> UnsafeRawBufferPointer? {
    ranges[name].map { UnsafeRawBufferPointer(rebasing: storage.bytes[$0]) }
  }

  /// The bytes of a section that a stage cannot do without.
  package func requiredSection(_ name: String) throws -> UnsafeRawBufferPointer {
    guard let bytes = section(name) else { throw ModelFileError.missingSection(name) }
    return bytes
  }

  /// The classifier in a section.
  ///
  /// The value reads the section in place: keep this file as long as you use it.
  package func linearModel(_ name: String) throws -> LinearModel {
    guard let model = LinearModel(try requiredSection(name)) else { throw ModelFileError.damaged }
    return model
  }

  /// The classifier of three classes in a section, read as `linearModel(_:)` reads one.
  package func threeClassModel(_ name: String) throws -> ThreeClassModel {
    guard let model = ThreeClassModel(try requiredSection(name)) else { throw ModelFileError.damaged }
    return model
  }

  /// The file that holds `sections`; they are written in the order of their names.
  package static func bytes(sections: [String: [UInt8]]) -> [UInt8] {
    let names = sections.keys.sorted()
    var table: [UInt8] = []
    var body: [UInt8] = []
    func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
      withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }
    let bodyStart = headerSize + names.count * entrySize
    let padding = (alignment - bodyStart % alignment) % alignment
    body += [UInt8](repeating: 0, count: padding)
    for name in names {
      let content = sections[name] ?? []
      precondition(name.utf8.count < nameSize, "the name of a section has at most 31 bytes")
      table += Array(name.utf8) + [UInt8](repeating: 0, count: nameSize - name.utf8.count)
      append(UInt64(bodyStart + body.count), to: &table)
      append(UInt64(content.count), to: &table)
      body += content
      body += [UInt8](repeating: 0, count: (alignment - content.count % alignment) % alignment)
    }
    let rest = table + body
    var file = magic
    append(version, to: &file)
    append(UInt32(names.count), to: &file)
    append(rest.withUnsafeBytes { checksum(of: $0) }, to: &file)
    return file + rest
  }

  /// A checksum against damage, not against attack: four lanes of multiply and rotate over 64-bit words.
  static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    let prime: UInt64 = 0x9e37_79b9_7f4a_7c15
    var first: UInt64 = 1
    var second: UInt64 = 2
    var third: UInt64 = 3
    var fourth: UInt64 = 4
    func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
      let mixed = (lane ^ word) &* prime
      return mixed &<< 29 | mixed &>> 35
    }
    var offset = 0
    let blocks = bytes.count & ~31
    while offset < blocks {
      first = step(first, word(bytes, offset))
      second = step(second, word(bytes, offset + 8))
      third = step(third, word(bytes, offset + 16))
      fourth = step(fourth, word(bytes, offset + 24))
      offset += 32
    }
    while offset < bytes.count {
      first = step(first, UInt64(bytes[offset]))
      offset += 1
    }
    return step(step(step(step(UInt64(bytes.count), first), second), third), fourth)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

/// Memory that holds a model and never changes.
private final class ModelStorage: Sendable {
  // Safe: nothing writes to the memory after the initialiser, and it is freed only when nobody refers to it.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let isOwned: Bool

  init(permanent bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    isOwned = false
  }

  init(copying content: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(content.count, 1), alignment: ModelFile.alignment)
    memory.copyBytes(from: content)
    bytes = UnsafeRawBufferPointer(rebasing: memory[..<content.count])
    isOwned = true
  }

  deinit { if isOwned { bytes.deallocate() } }
}
