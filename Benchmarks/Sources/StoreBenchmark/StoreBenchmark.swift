import BioStore
import Foundation
import MadeUpLives
import Measurement

/// Fills a database with made-up lives and measures what users wait for.
///
///     swift run -c release StoreBenchmark [--people 100000] [--db FILE] [--tool biostore] [--rounds 9]
///
/// The database is made if it is not there: ten facts a person, through `ImportSession` as any import. With `--tool` the
/// commands of the tool are measured as well, each as a whole process.
@main
struct StoreBenchmark {
  static func main() throws {
    let options = Options(Array(CommandLine.arguments.dropFirst()))
    let writer = LifeWriter(world: World(people: options.people, seed: 1), seed: 2)
    if !FileManager.default.fileExists(atPath: options.database) {
      try Loading(writer: writer, path: options.database).run()
    }
    say("| \(options.people) people: what | processor ms | wait ms |\n|---|---:|---:|")
    try IdentityMeasurement(writer: writer, path: options.database, rounds: options.rounds).run()
    try QueryMeasurement(writer: writer, path: options.database, rounds: options.rounds).run()
    if let tool = options.tool {
      try ToolMeasurement(writer: writer, path: options.database, tool: tool, rounds: options.rounds).run()
    }
    say("peak memory \(PeakMemory.now / 1_000_000) MB")
  }
}

/// What the command line says.
struct Options {
  var people = 100_000
  var database = ""
  var tool: String?
  var rounds = 9

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let name = rest.popFirst(), let value = rest.popFirst() {
      switch name {
      case "--people": people = Int(value) ?? people
      case "--db": database = value
      case "--tool": tool = value
      case "--rounds": rounds = Int(value) ?? rounds
      default: break
      }
    }
    if database.isEmpty { database = "made-up-\(people).db" }
  }
}

/// Prints a line at once: what is loaded for minutes is watched from a file.
func say(_ line: String) {
  FileHandle.standardOutput.write(Data("\(line)\n".utf8))
}

/// A line of the table of results.
func report(_ what: String, _ costs: [Cost]) {
  let cost = Cost.median(costs)
  func milliseconds(_ seconds: Double) -> String { String(format: "%.2f", seconds * 1000) }
  say("| \(what) | \(milliseconds(cost.processor)) | \(milliseconds(cost.wait)) |")
}
