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
  #expect(LinearModel.section(classCount: 30, rows: rows.reversed()) == section)
  var lost = 0
  for row in rows {
    let scores = scores(of: [row.feature], by: model)
    let isKept = row.weights.allSatisfy { label, weight in
      abs(Float(scores[Int(label)]) * model.scale - weight) <= model.scale
    }
    if !isKept { lost += 1 }
  }
  // A bucket that is too full gives up its least rows.
  #expect(lost < rows.count / 50)
  let both = scores(of: rows[..<100].map(\.feature), by: model)
  let sum = rows[..<100].map { scores(of: [$0.feature], by: model) }.reduce(both.map { _ in 0 }) {
    zip($0, $1).map(+)
  }
  #expect(both == sum)
  let unknown = (5000..<6000).map { FeatureHash.of(1, UInt64($0)) }
  #expect(unknown.count { scores(of: [$0], by: model).contains { $0 != 0 } } < 5)
}

private func scores(of features: [UInt64], by model: LinearModel) -> [Int32] {
  var buffer = FeatureBuffer()
  for feature in features { buffer.add(feature) }
  var scores = [Int32](repeating: 7, count: model.classCount)
  scores.withUnsafeMutableBufferPointer { scores in
    if let base = scores.baseAddress { model.score(buffer, into: base) }
  }
  return scores
}

@Test func modelOfThreeClassesKeepsTheDifferences() throws {
  let rows = (0..<3000).map { (number: Int) -> LinearModelRow in
    let weights = (0..<3).map { (UInt8($0), Float((number * (7 + $0)) % 101 - 50)) }
    return LinearModelRow(feature: FeatureHash.of(2, UInt64(number)), weights: weights)
  }
  let section = ThreeClassModel.section(rows: rows)
  #expect(ThreeClassModel.section(rows: rows.reversed()) == section)
  let file = try ModelFile(copying: ModelFile.bytes(sections: ["m": section]))
  let model = try file.threeClassModel("m")
  var lost = 0
  for row in rows {
    var buffer = FeatureBuffer()
    buffer.add(row.feature)
    let scores = model.score(buffer)
    let second = row.weights[1].weight - row.weights[0].weight
    let third = row.weights[2].weight - row.weights[0].weight
    let isKept =
      abs(Float(scores.1) * model.scale - second) <= model.scale
      && abs(Float(scores.2) * model.scale - third) <= model.scale
    if !isKept { lost += 1 }
  }
  #expect(lost < rows.count / 50)
}

@Test func modelOfAnotherNumberOfClassesIsDamaged() throws {
  let row = LinearModelRow(feature: 1, weights: [(0, 1)])
  let section = LinearModel.section(classCount: 4, rows: [row])
  let file = try ModelFile(copying: ModelFile.bytes(sections: ["m": section]))
  #expect(throws: ModelFileError.damaged) { try file.threeClassModel("m") }
}

@Test func recogniserForOtherFeaturesIsRefused() throws {
  let file = try ModelFile(copying: ModelFile.bytes(sections: ["names.features": [0], "names.first": [1]]))
  #expect(throws: ModelFileError.otherFeatures) { try NameLabeller(file) }
}
