import Testing

@testable import BioStoreCLI

@Suite struct RowPrinterTests {
  private let rows = RowSet(
    columns: ["name", "facts", "note"],
    rows: [
      [.text("毛泽东"), .integer(12), .null],
      [.text("Zoë, \"Z\""), .integer(3), .text("a|b\nc")],
    ])

  private func printed(_ format: OutputFormat, width: Int? = nil) -> String {
    RowPrinter(format: format, width: width).text(rows)
  }

  @Test func tableAlignsWideCharactersAndNumbers() {
    #expect(
      printed(.table) == """
        name      facts  note
        ────────  ─────  ─────
        毛泽东       12
        Zoë, "Z"      3  a|b c

        """)
  }

  @Test func csvQuotesWhatNeedsQuotes() {
    #expect(printed(.csv) == "name,facts,note\n毛泽东,12,\n\"Zoë, \"\"Z\"\"\",3,\"a|b\nc\"\n")
  }

  @Test func jsonIsAnArrayAndJsonLinesAreObjects() {
    let first = #"{"name": "毛泽东", "facts": 12, "note": null}"#
    let second = #"{"name": "Zoë, \"Z\"", "facts": 3, "note": "a|b\nc"}"#
    #expect(printed(.json) == "[\n  \(first),\n  \(second)\n]\n")
    #expect(printed(.jsonl) == "\(first)\n\(second)\n")
    #expect(RowPrinter(format: .json).text(RowSet(columns: ["a"])) == "[]\n")
  }

  @Test func markdownEscapesBars() {
    #expect(
      printed(.markdown) == """
        | name | facts | note |
        | --- | ---: | --- |
        | 毛泽东 | 12 |  |
        | Zoë, "Z" | 3 | a\\|b c |

        """)
  }

  @Test func tableOnATerminalFitsItsWidth() {
    let long = RowSet(
      columns: ["person", "sentence"],
      rows: [[.text("Ilona"), .text("Early the next year the painter took the third room of the flat.")]])
    let text = RowPrinter(format: .table, width: 40).text(long)
    #expect(
      text == """
        person  sentence
        ──────  ────────────────────────────────
        Ilona   Early the next year the painter
                took the third room of the flat.

        """)
  }

  @Test func controlCharactersDoNotReachTheTerminal() {
    let hostile = RowSet(columns: ["name"], rows: [[.text("a\u{1B}[31mb\u{7}")]])
    #expect(!RowPrinter(format: .table).text(hostile).contains("\u{1B}"))
    #expect(RowPrinter(format: .jsonl).text(hostile) == "{\"name\": \"a\\u001b[31mb\\u0007\"}\n")
  }

  @Test func styleIsOnlyAppliedWhenEnabled() {
    let styled = RowPrinter(format: .table, width: 80, style: TextStyle(isEnabled: true)).text(rows)
    #expect(styled.hasPrefix("\u{1B}[1mname"))
    #expect(!printed(.table).contains("\u{1B}"))
  }
}
