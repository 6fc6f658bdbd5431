import Foundation
import Testing

@testable import BioStore
@testable import BioStoreCLI

/// The lives in Examples/, read once, and the questions in Examples/questions.tsv.
@Suite struct ExamplesTests {
  struct Question: Sendable, CustomTestStringConvertible {
    let text: String
    let answers: Set<String>
    var testDescription: String { text }
  }

  static let questions: [Question] = {
    let file = Tool.root.appending(path: "Examples/questions.tsv")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
    return lines.filter { !$0.hasPrefix("#") && !$0.hasPrefix("pair\t") }.map { line in
      let fields = line.split(separator: "\t").map(String.init)
      return Question(text: fields[1], answers: Set(fields[2].split(separator: "|").map(String.init)))
    }
  }()

  /// The share of the questions that must be answered rightly; it only goes up.
  static let expectedShare = 0.5

  @Test func questionsComeInPairsOfParaphrases() {
    #expect(Self.questions.count >= 60)
    #expect(Self.questions.count.isMultiple(of: 2))
    for index in stride(from: 0, to: Self.questions.count, by: 2) {
      #expect(Self.questions[index].answers == Self.questions[index + 1].answers)
      #expect(Self.questions[index].text != Self.questions[index + 1].text)
    }
  }

  @Test(.enabled(if: ReadmeSample.hasModel, "the binary holds no model, so it reads less"))
  func questionsAreAnsweredRightly() throws {
    let store = try Store(path: ":memory:", mode: .create)
    let folder = Tool.root.appending(path: "Examples").path
    let session = try store.beginImport()
    for source in try ArticleSource.sources(at: folder) {
      for result in source {
        let article = try result.get()
        try session.add(Reader().read(article), as: session.admit(article))
      }
    }
    _ = try session.finish()
    let answerer = QuestionAnswerer(store: store)
    var wrong: [String] = []
    for question in Self.questions {
      let answer = try answerer.ask(question.text)
      let given = Set(try answer.items.map { try name(of: $0, expected: question.answers, store) })
      if given != question.answers { wrong.append("\(question.text) → \(given.sorted())") }
    }
    let share = 1 - Double(wrong.count) / Double(Self.questions.count)
    #expect(share >= Self.expectedShare, "\(wrong.joined(separator: "\n"))")
  }

  /// An answer by the name that the question expects, if that is one of the entity's names.
  private func name(of item: Answer.Item, expected: Set<String>, _ store: Store) throws -> String {
    guard let entity = item.entity, let record = try store.entity(id: entity.id) else { return item.text }
    let names = [record.name] + record.aliases
    return names.flatMap { [$0, "The \($0)"] }.first { expected.contains($0) } ?? item.text
  }
}
