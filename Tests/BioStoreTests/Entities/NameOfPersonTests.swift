import Testing

@testable import BioStore

private func name(_ text: String) -> NameOfPerson {
  NameOfPerson(words: text.split(separator: " "), lexicon: .standard)
}

private func areForms(_ first: String, _ second: String) -> Bool {
  name(first).isForm(of: name(second), lexicon: .standard)
}

@Test func titlesEpithetsAndHonoursAreNoPartOfTheWords() {
  #expect(name("Prince Anton Weber").words == ["anton", "weber"])
  #expect(name("Prince Anton Weber").gender == .male)
  #expect(name("Dame Ada van der Berg DBE").words == ["ada", "berg"])
  #expect(name("Oskar the Bold").epithet == ["bold"])
  #expect(name("Frank Muller Jr.").generation == "jr")
}

@Test func surnamesInitialsAndShortFormsAreFormsOfAName() {
  #expect(areForms("Weber", "Anton Karl Weber"))
  #expect(areForms("A. K. Weber", "Anton Karl Weber"))
  #expect(areForms("Anton Weber", "Anton Karl Weber"))
  #expect(areForms("Bill Carter", "William Carter"))
  #expect(areForms("Zoë Ngata", "Zoe Ngata"))
}

@Test func namesOfRelativesAreNotFormsOfOneName() {
  #expect(!areForms("Anton Weber", "Karl Weber"))
  #expect(!areForms("Anton Karl Weber", "Anton Josef Weber"))
  #expect(!areForms("Frank Muller Jr.", "Frank Muller Sr."))
  #expect(!areForms("Mrs. Weber", "Mr. Weber"))
  #expect(!areForms("Oskar the Bold", "Oskar the Good"))
}
