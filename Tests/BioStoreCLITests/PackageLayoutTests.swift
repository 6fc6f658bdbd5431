import Foundation
import Testing

/// The folders that are one on a disk that ignores case. `make merged-copy` builds them as one folder.
@Suite struct PackageLayoutTests {
  private func entries(_ folder: String) throws -> [String] {
    let url = Tool.root.appending(path: "Sources/\(folder)")
    return try FileManager.default.contentsOfDirectory(atPath: url.path).filter { !$0.hasPrefix(".") }
  }

  @Test func libraryAndToolShareNoName() throws {
    let library = Set(try entries("BioStore").map { $0.lowercased() })
    let tool = Set(try entries("biostore").map { $0.lowercased() })
    #expect(library.isDisjoint(with: tool))
    #expect(!library.isEmpty && !tool.isEmpty)
  }

  @Test func packageListsEveryFolderOfBothTargets() throws {
    let manifest = try String(contentsOf: Tool.root.appending(path: "Package.swift"), encoding: .utf8)
    for folder in try entries("BioStore") + entries("biostore") {
      #expect(manifest.contains("\"\(folder)\""), "Package.swift does not list \(folder)")
    }
  }

  @Test func filesOfOneTargetDifferInMoreThanCase() throws {
    for target in ["BioStore", "biostore"] {
      let url = Tool.root.appending(path: "Sources/\(target)")
      let files = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
      // Swift wants the names of a module's files to differ, whatever their folders.
      let names = files.filter { $0.hasSuffix(".swift") }.map {
        ($0 as NSString).lastPathComponent.lowercased()
      }
      #expect(Set(names).count == names.count)
    }
  }
}
