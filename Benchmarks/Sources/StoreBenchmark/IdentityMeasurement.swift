import BioStore
import MadeUpLives
import Measurement

/// What it costs to find the entities of a new article among all that are there.
struct IdentityMeasurement {
  let writer: LifeWriter
  let path: String
  let rounds: Int

  func run() throws {
    let store = try Store(path: path, mode: .readWrite)
    try measure(store, "an article about somebody new, its entities found", isFamous: false)
    try measure(store, "an article that names the most famous as well", isFamous: true)
  }

  /// An article about somebody new that names ten of the people that are there and their places and bodies.
  private func measure(_ store: Store, _ what: String, isFamous: Bool) throws {
    var costs: [Cost] = []
    for round in 0..<rounds {
      let reading = newcomer(round, isFamous: isFamous)
      let session = try store.beginImport()
      let admission = try session.admit(reading.article)
      costs.append(
        try Cost.of {
          try session.add(reading, as: admission)
          _ = try session.finish()
        })
      for article in try store.articles(matching: reading.article.identifier ?? "") {
        try store.removeArticle(id: article.id)
      }
    }
    report(what, costs)
  }

  private func newcomer(_ round: Int, isFamous: Bool) -> Reading {
    let count = writer.world.people.count
    var reading = writer.reading(of: (round * 7919 + LifeWriter.famousCount) % count)
    reading.article.identifier = "newcomer-\(round)"
    reading.article.title = "Newcomer Number\(round)"
    reading.entities[0].name = reading.article.title
    let sentence = reading.sentences[0]
    for step in 0..<10 {
      let number =
        isFamous && step == 0 ? 0 : (round * 104_729 + step * 1299 + LifeWriter.famousCount) % count
      let name = writer.world.people[number].name
      guard !reading.entities.contains(where: { $0.name == name }) else { continue }
      reading.entities.append(Entity(kind: .person, name: name))
      let entity = reading.entities.count - 1
      reading.mentions.append(
        Mention(entity: entity, tokens: 0..<0, head: 0, range: sentence.range, form: .name, step: "made-up"))
      reading.facts.append(
        Fact(
          type: .associatedWith, subject: 0, object: entity,
          evidence: [Fact.Evidence(sentence: 0, rule: "made-up")]))
    }
    return reading
  }
}
