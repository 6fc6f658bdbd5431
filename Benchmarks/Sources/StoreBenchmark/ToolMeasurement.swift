import Foundation
import MadeUpLives
import Measurement

/// The tool's commands, each as a process of its own: what a user waits for who types one.
struct ToolMeasurement {
  let writer: LifeWriter
  let path: String
  let tool: String
  let rounds: Int

  func run() throws {
    func name(_ number: Int) -> String { writer.world.people[number % writer.world.people.count].name }
    try measure("biostore --version") { _ in ["--version"] }
    try measure("biostore ask \"Who was married to A?\"") { ["ask", "Who was married to \(name($0))?"] }
    try measure("biostore ask \"Where was A born?\"") { ["ask", "Where was \(name($0)) born?"] }
    try measure("biostore ask \"Who joined B in 1700?\"") { _ in ["ask", "Who was born in 1700?"] }
    try measure("biostore path A B") { ["path", name($0), name($0 * 31 + 7)] }
    try measure("biostore together A") { ["together", name($0)] }
    try measure("biostore timeline A") { ["timeline", name($0)] }
    try measure("biostore timeline --from 1914 --to 1914") { _ in
      ["timeline", "--from", "1914", "--to", "1914"]
    }
    try measure("biostore compare A B") { ["compare", name($0), name($0 + 1)] }
    try measure("biostore show A") { ["show", name($0)] }
  }

  private func measure(_ what: String, _ arguments: (Int) -> [String]) throws {
    let costs = try (0..<rounds).map { round in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: tool)
      process.arguments = arguments(round * 7919 + 100)
      process.environment = ["BIOSTORE_DB": path]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      return try Cost.of {
        try process.run()
        process.waitUntilExit()
      }
    }
    report(what, costs)
  }
}
