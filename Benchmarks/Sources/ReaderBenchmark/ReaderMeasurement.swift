import BioStore
import Foundation
import Measurement

/// Processor time of the Reader's stages, single thread: the medians of several rounds after one to warm up.
struct ReaderMeasurement {
  let articles: [Article]
  let rounds: Int

  func printTable() {
    let reader = Reader()
    var counts = (tokens: 0, bytes: 0)
    for article in articles {
      counts.tokens += reader.read(article).tokens.count
      counts.bytes += article.text.utf8.count
    }
    let times = (0..<max(1, rounds)).map { _ in round(reader) }
    print("\(articles.count) articles, \(counts.bytes) bytes, \(counts.tokens) tokens, \(rounds) rounds")
    print("| stage | ms | tokens/s | MB/s |")
    print("|---|---:|---:|---:|")
    for (index, stage) in ReaderStage.allCases.enumerated() {
      print(Self.row(stage.rawValue, times.map { $0[index] }.median, counts))
    }
    print(Self.row("all", times.map { $0.reduce(0, +) }.median, counts))
    print("peak memory \(Self.rounded(Double(PeakMemory.now) / 1e6)) MB")
  }

  private static func row(_ what: String, _ seconds: Double, _ counts: (tokens: Int, bytes: Int)) -> String {
    let speed = rounded(Double(counts.bytes) / seconds / 1e6)
    return "| \(what) | \(rounded(seconds * 1000)) | \(Int(Double(counts.tokens) / seconds)) | \(speed) |"
  }

  /// Seconds of each stage over all articles.
  private func round(_ reader: Reader) -> [Double] {
    var seconds = [Double](repeating: 0, count: ReaderStage.allCases.count)
    for article in articles {
      var last = ProcessorTime.now
      var index = 0
      _ = reader.read(article) { _ in
        let now = ProcessorTime.now
        seconds[index] += now - last
        last = now
        index += 1
      }
    }
    return seconds
  }

  private static func rounded(_ value: Double) -> String {
    String(format: "%.2f", value)
  }
}
