import Testing

@Suite struct UsageTests {
  @Test(arguments: [
    ["nonsense"], ["explain"], ["explain", "--nonsense", "a"], ["explain", "a", "--format", "b"],
  ])
  func wrongUsageIsSaidOnStandardError(arguments: [String]) async throws {
    let result = try await Tool().shell("\"$BIOSTORE\" " + arguments.joined(separator: " "))
    #expect(result.status == 64)
    #expect(result.error.hasPrefix("biostore: "))
    #expect(result.output.isEmpty)
  }

  @Test func helpGoesToStandardOutput() async throws {
    for command in ["--help", "help", "explain --help", "help explain"] {
      let result = try await Tool().shell("\"$BIOSTORE\" \(command)")
      #expect(result.status == 0)
      #expect(result.output.contains("Example"))
      #expect(result.error.isEmpty)
    }
  }

  @Test func versionIsPrinted() async throws {
    let result = try await Tool().run("--version")
    #expect(result.status == 0)
    #expect(result.output.split(separator: ".").count == 3)
  }

  @Test func readerThatGoesAwayEndsTheToolQuietly() async throws {
    let result = try await Tool().shell("\"$BIOSTORE\" help 2>err | head -n 1; cat err")
    #expect(result.output.split(separator: "\n").count == 1)
  }
}
