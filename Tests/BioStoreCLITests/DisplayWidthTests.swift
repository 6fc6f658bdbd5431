import Testing

@testable import BioStoreCLI

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("Varady", 6), ("", 0), ("Константин", 10), ("毛泽东", 6), ("ＡＢ", 4), ("ｱｲｳ", 3), ("한국", 4),
    ("e\u{301}tude", 5), ("Nguye\u{302}\u{303}n", 6), ("हिन्दी", 3), ("שָׁלוֹם", 4), ("a\u{200B}b", 2),
    ("👩‍🔬", 2), ("🇦🇹", 2), ("❤️", 2), ("👍🏽", 2), ("1️⃣", 2), ("🎹", 2), ("½", 1), ("—", 1), ("\u{AD}", 1),
    ("\u{1112}\u{1161}\u{11AB}", 2),
  ])
  func textTakesItsColumns(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func wrappingBreaksAtSpacesAndKeepsEveryWord() {
    let wrapper = TextWrapper(width: 12, indentation: "  ")
    #expect(
      wrapper.lines(of: "She moved to Vienna in 1902 with 毛泽东毛泽东毛泽东 and others") == [
        "She moved to", "  Vienna in", "  1902 with", "  毛泽东毛泽", "  东毛泽东", "  and others",
      ])
  }

  @Test func shortTextIsLeftAlone() {
    #expect(TextWrapper(width: 12).lines(of: "two  spaces") == ["two  spaces"])
  }

  @Test func progressBarStaysWithinTheTerminal() {
    for width in [10, 20, 40, 80, 200] {
      let bar = ProgressBar.bar(done: 3, total: 8, label: "毛泽东 and a very long name of a file", width: width)
      #expect(DisplayWidth.of(bar) < width || width < 20)
    }
  }
}
