import BioStore
import Foundation

/// Reads articles again and again and prints the medians: tokens a second of each stage, and text of the Reader.
///
///     swift run -c release ReaderBenchmark [--rounds 9] [ARTICLE.txt ...]
///
/// Without articles it reads those of `Examples/`.
@main
struct ReaderBenchmark {
  static func main() throws {
    var paths = Array(CommandLine.arguments.dropFirst())
    var rounds = 9
    if let index = paths.firstIndex(of: "--rounds"), index + 1 < paths.count {
      rounds = Int(paths[index + 1]) ?? rounds
      paths.removeSubrange(index...(index + 1))
    }
    if paths.isEmpty { paths = [try examplesFolder()] }
    let articles = try paths.flatMap { try ArticleSource.sources(at: $0) }.flatMap { source in
      try source.map { try $0.get() }
    }
    guard !articles.isEmpty else {
      print("no articles in \(paths.joined(separator: ", "))")
      return
    }
    ReaderMeasurement(articles: articles, rounds: rounds).printTable()
  }

  private static func examplesFolder() throws -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Examples").standardized.path
  }
}
