import Foundation
import Testing

@testable import BioStore
@testable import BioStoreCLI

@Suite struct ExplainCommandTests {
  /// "The two women rented it", with a tree made by hand.
  private var tokens: [Token] {
    let words: [(String, UniversalTag, Int?, DependencyRelation)] = [
      ("The", .det, 2, .det), ("two", .num, 2, .nummod), ("women", .noun, 3, .nsubj),
      ("rented", .verb, nil, .root),
      ("it", .pron, 3, .obj),
    ]
    var start = 0
    return words.map { form, tag, head, relation in
      defer { start += form.count + 1 }
      return Token(range: start..<start + form.count, form: form, tag: tag, head: head, relation: relation)
    }
  }

  @Test func treeIsDrawnInTheOrderOfTheSentence() {
    let rows = TreeDrawing(tokens: tokens, sentence: 0..<5).rows()
    #expect(
      rows.map { $0.branch + tokens[$0.token].form } == [
        "rented", "├─ women", "│  ├─ The", "│  └─ two", "└─ it",
      ])
  }

  @Test func brokenTreeStillShowsEveryToken() {
    var broken = tokens
    broken[0].head = 1
    broken[1].head = 0
    #expect(Set(TreeDrawing(tokens: broken, sentence: 0..<5).rows().map(\.token)) == Set(0..<5))
  }

  @Test func stagesAreShown() async throws {
    let result = try await Tool().run("explain", "She studied in Vienna.", "--title", "Ilona Varady")
    #expect(result.status == 0)
    #expect(result.error.isEmpty)
    #expect(result.output.contains("Sentence 1") && result.output.contains("Vienna"))
  }

  @Test func conlluHasTenColumns() async throws {
    let result = try await Tool().run("explain", "--format", "conllu", "She studied in Vienna.")
    let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { $0.split(separator: "\t").count == 10 })
  }

  @Test func sentenceComesFromStandardInput() async throws {
    let result = try await Tool().run("explain", "-", input: "She moved to Cork.\n")
    #expect(result.status == 0)
    #expect(result.output.contains("Cork"))
  }

  @Test func emptySentenceIsBadInput() async throws {
    let result = try await Tool().run("explain", "  ")
    #expect(result.status == 65)
    #expect(result.error.hasPrefix("biostore: there is no sentence to explain; give one"))
    #expect(result.output.isEmpty)
  }
}

/// Rules of the user's own.
@Suite struct RuleOptionTests {
  @Test func mistakeInARuleFileIsShownWithItsPlace() async throws {
    let tool = try Tool()
    try tool.folder.write("this is no rule\n", to: "my.rules")
    let result = try await tool.run("explain", "She lived in Cork.", "--rules", "my.rules")
    #expect(result.status == 65)
    #expect(result.error.hasPrefix("biostore: my.rules:1:"))
    #expect(result.error.contains("this is no rule\n"))
    #expect(result.output.isEmpty)
  }

  @Test func missingRuleFileIsNoInput() async throws {
    let result = try await Tool().run("explain", "She lived in Cork.", "--rules", "nowhere.rules")
    #expect(result.status == 66)
  }
}
