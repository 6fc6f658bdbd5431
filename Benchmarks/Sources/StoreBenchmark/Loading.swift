import BioStore
import MadeUpLives
import Measurement

/// Loads all lives and says how fast, tenth by tenth: a cost that grows with the database would show.
struct Loading {
  let writer: LifeWriter
  let path: String

  func run() throws {
    let store = try Store(path: path, mode: .create)
    let session = try store.beginImport()
    let count = writer.world.people.count
    var facts = 0
    for tenth in 0..<10 {
      let numbers = (count * tenth / 10)..<(count * (tenth + 1) / 10)
      let cost = try Cost.of {
        for number in numbers {
          let reading = writer.reading(of: number)
          facts += reading.facts.count
          try session.add(reading, as: session.admit(reading.article))
        }
      }
      say(
        "loaded \(numbers.upperBound) people, \(facts) facts: \(Int(Double(numbers.count) / cost.processor)) articles/s of processor time"
      )
    }
    let cost = try Cost.of { _ = try session.finish() }
    report("end of the import", [cost])
  }
}
