import Testing

@testable import BioStore

private let hasModel = Resource.bytes("model/reader.model") != nil

/// What each file of invented lives must reach, in per cent; a file that is not named here is held to `newFile`.
private let floors: [String: (precision: Int, recall: Int)] = [
  "deeds.txt": (precision: 88, recall: 62),
  "doubt.txt": (precision: 76, recall: 68),
  "life.txt": (precision: 84, recall: 72),
]
private let newFile = (precision: 50, recall: 30)

@Test(.enabled(if: hasModel, "needs the trained model"), arguments: InventedLife.files())
func inventedLivesAreReadWell(file: String) throws {
  let reader = Reader()
  var comparison = LifeComparison()
  let lives = try InventedLife.lives(in: file)
  for life in lives { comparison.add(life, life.reading(reader)) }
  let precision = Int(comparison.precision * 100)
  let recall = Int(comparison.recall * 100)
  print("\(file): \(lives.count) lives, precision \(precision) %, recall \(recall) %")
  let floor = floors[file] ?? newFile
  #expect(precision >= floor.precision, "precision of \(file) has fallen")
  #expect(recall >= floor.recall, "recall of \(file) has fallen")
}

@Test func factsOfInventedLivesAreReadFromTheirFile() throws {
  let fact = try #require(
    InventedLife.Expected("? created(Ana Kovač; The Salt Road; value=wrote; start=1931)"))
  #expect(fact.isOptional && fact.type == "created")
  #expect(fact.subject == "Ana Kovač" && fact.object == "The Salt Road" && fact.value == "wrote")
}
