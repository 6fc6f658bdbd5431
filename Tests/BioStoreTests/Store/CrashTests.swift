import Foundation
import Testing

@testable import BioStore

/// What a crash leaves behind is what stands in the files at that moment; so each moment's files are copied, and the
/// import goes on from the copy.
struct CrashTests {
  private func copyFiles(_ folder: TemporaryFolder) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !name.hasSuffix("-shm")
    {
      try FileManager.default.copyItem(atPath: folder.file(name), toPath: copy.file(name))
    }
    return copy
  }

  @Test(arguments: 21...22)
  func importGoesOnAfterACrashAtAnyArticle(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    let readings = generator.articles(12)
    let expected = try TemporaryStore(readings).exportedLines()
    let database = try TemporaryStore()
    let session = try database.store.beginImport(batchSize: 4)
    for (index, reading) in readings.enumerated() {
      try session.add(reading, as: session.admit(reading.article))
      let crashed = try copyFiles(database.folder)
      let path = crashed.file("lives.db")
      // The first reader after the crash finds whole batches only.
      #expect(try Store(path: path).counts().articles == (index + 1) / 4 * 4)
      let store = try Store(path: path, mode: .create)
      #expect(try store.check() == [])
      try TemporaryStore(folder: crashed, store: store).add(readings, batchSize: 5)
      #expect(try store.exportedLines() == expected)
      #expect(try FileManager.default.contentsOfDirectory(atPath: crashed.path) == ["lives.db"])
    }
  }

  @Test func abandonedImportLeavesWholeBatches() throws {
    var generator = ArticleGenerator(seed: 23)
    let readings = generator.articles(7)
    let database = try TemporaryStore()
    do {
      let session = try database.store.beginImport(batchSize: 3)
      for reading in readings { try session.add(reading, as: session.admit(reading.article)) }
    }
    #expect(try database.store.counts().articles == 6)
    #expect(try database.store.check() == [])
    try database.add(readings)
    #expect(try database.exportedLines() == TemporaryStore(readings).exportedLines())
  }
}
