import ArgumentParser
import Foundation

/// The articles of the development set that no training and no list may look at: accuracy is measured on them.
struct HeldOutArticles: ParsableArguments {
  @Option(help: "A folder of articles of which the last are left out: accuracy is measured on them.")
  var heldOut = "../shared/eval/leads"

  @Option(help: "How many of these articles are left out, the last by file name.")
  var heldOutCount = 20

  @Option(help: "Leave out the article of this title as well; may be given again.")
  var except: [String] = []

  /// The titles of the articles that are left out, and their files' names without extension.
  func titles() throws -> Set<String> {
    let folder = URL(fileURLWithPath: heldOut)
    guard FileManager.default.fileExists(atPath: folder.path) else { return Set(except) }
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    return Set(except).union(
      try files.suffix(heldOutCount).flatMap { file in
        let title = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first?
          .trimmingCharacters(in: CharacterSet(charactersIn: "= "))
        return [title ?? "", file.deletingPathExtension().lastPathComponent]
      })
  }
}
