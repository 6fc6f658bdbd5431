import Testing

@testable import BioStore

@Test func modelFileGivesBackItsSections() throws {
  let bytes = ModelFile.bytes(sections: ["tagger": [1, 2, 3], "parser": Array(0...200)])
  let file = try ModelFile(copying: bytes)
  #expect(file.sectionNames == ["parser", "tagger"])
  #expect(file.section("tagger").map(Array.init) == [1, 2, 3])
  #expect(file.section("parser")?.count == 201)
  #expect(file.section("names") == nil)
}

@Test func damagedModelIsRefused() {
  var bytes = ModelFile.bytes(sections: ["tagger": Array(0...100)])
  bytes[bytes.count - 100] ^= 1
  #expect(throws: ModelFileError.damaged) { try ModelFile(copying: bytes) }
  #expect(throws: ModelFileError.damaged) { try ModelFile(copying: Array(bytes.dropLast(64))) }
  #expect(throws: ModelFileError.notAModel) { try ModelFile(copying: [1, 2, 3]) }
  bytes[8] = 99
  #expect(throws: ModelFileError.unknownVersion(99)) { try ModelFile(copying: bytes) }
}

@Test func linearModelScoresAsItsRowsSay() throws {
  let rows = (0..<2000).map { (number: Int) -> LinearModelRow in
    var row = LinearModelRow(feature: FeatureHash.of(1, UInt64(number)), weights: [])
    for label in 0...(number % 20) {
      row.weights.append((UInt8(label), Float((number + label) % 100 + 1)))
    }
    return row
  }
  let section = LinearModel.section(classCount: 30, rows: rows)
  let file = try ModelFile(copying: ModelFile.bytes(sections: ["m": section]))
  let model = try file.linearModel("m")
  var scores = [Int32](repeating: 0, count: 30)
  for row in rows {
    for label in scores.indices { scores[label] = 0 }
    scores.withUnsafeMutableBufferPointer { model.add(row.feature, to: $0.baseAddress!) }
    for (label, weight) in row.weights {
      #expect(abs(Float(scores[Int(label)]) * model.scale - weight) <= model.scale)
    }
  }
}
