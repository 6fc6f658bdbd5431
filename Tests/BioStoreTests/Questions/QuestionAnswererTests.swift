import Testing

@testable import BioStore

/// Questions about a made-up life, most in pairs of paraphrases.
@Suite struct QuestionAnswererTests {
  struct Case: Sendable, CustomStringConvertible {
    var question: String
    var answers: [String]
    var description: String { question }

    init(_ question: String, _ answers: String...) {
      self.question = question
      self.answers = answers
    }
  }

  static let cases = [
    Case("Who shared the apartment?", "Anna Weberová", "Karl Brandt", "Olga Marin"),
    Case("who shared the apartment", "Anna Weberová", "Karl Brandt", "Olga Marin"),
    Case("Who lived with Brandt?", "Anna Weberová", "Olga Marin"),
    Case("With whom did Karl Brandt share a flat?", "Anna Weberová", "Olga Marin"),
    Case("Name the people who lived with Olga Marin.", "Anna Weberová", "Karl Brandt"),
    Case("When was Anna Weberová born?", "1871-03-02"),
    Case("What year was Weberová born in?", "1871-03-02"),
    Case("Where was Anna Weberová born?", "Graz"),
    Case("What is Weberová's birthplace?", "Graz"),
    Case("Tell me where Anna Weberová was born", "Graz"),
    Case("In which city was Weberová born?", "Graz"),
    Case("What is Anna Weberová's date of birth?", "1871-03-02"),
    Case("What was the date of Weberová's birth?", "1871-03-02"),
    Case("What was the place of Anna Weberová's birth?", "Graz"),
    Case("Whose daughter was Anna Weberová?", "Josef Weber", "Maria Weberová"),
    Case("Whose pupil was Weberová?", "Emil Novotny"),
    Case("Who gave birth to Anna Weberová?", "Maria Weberová"),
    Case("Who fathered Anna Weberová?", "Josef Weber"),
    Case("Who co-founded the Lantern?", "Anna Weberová", "Karl Brandt"),
    Case("Who was Weberová's father?", "Josef Weber"),
    Case("Who was the father of Anna Weberová?", "Josef Weber"),
    Case("Who was Weberová's mother?", "Maria Weberová"),
    Case("Who were Anna Weberová's parents?", "Josef Weber", "Maria Weberová"),
    Case("What did Weberová's father do for a living?", "cooper"),
    Case("What was the profession of Anna Weberová's father?", "cooper"),
    Case("Who were Josef Weber's children?", "Anna Weberová"),
    Case("Where did Anna Weberová study?", "University of Graz"),
    Case("Which university did Weberová attend?", "University of Graz"),
    Case("What did Anna Weberová study?", "law"),
    Case("Who taught Weberová?", "Emil Novotny"),
    Case("Who was Anna Weberová's teacher?", "Emil Novotny"),
    Case("Under whom did Weberová study?", "Emil Novotny"),
    Case("What was Weberová's nationality?", "Austrian"),
    Case("What nationality was Anna Weberová?", "Austrian"),
    Case("Where did Weberová move in 1895?", "Vienna"),
    Case("Which city did Anna Weberová move to?", "Vienna"),
    Case("When did Weberová join the League?", "1897"),
    Case("In what year did Anna Weberová become a member of the Harbour Workers League?", "1897"),
    Case("What position did Weberová hold in the League?", "secretary"),
    Case("What was Anna Weberová's post in the League?", "secretary"),
    Case("Who was the secretary of the League?", "Anna Weberová"),
    Case("Who was the head of the Harbour Workers League?", "Karl Brandt"),
    Case("How long was Weberová secretary of the League?", "4"),
    Case("Which newspaper did Weberová found?", "Lantern"),
    Case("Which newspaper did Weberová and Brandt launch?", "Lantern"),
    Case("Who founded the Lantern?", "Anna Weberová", "Karl Brandt"),
    Case("Who started the Lantern together with Brandt?", "Anna Weberová"),
    Case("Which novel did Anna Weberová write?", "The Grey Sail"),
    Case("Who wrote The Grey Sail?", "Anna Weberová"),
    Case("Which events did Weberová take part in?", "Dockers' Strike"),
    Case("When did the Dockers' Strike take place?", "1902"),
    Case("Where did the Dockers' Strike happen?", "Vienna"),
    Case("When was Weberová expelled from the League?", "1903-05"),
    Case("When was Anna Weberová thrown out of the League?", "1903-05"),
    Case("Who denounced Weberová in 1903?", "Karl Brandt"),
    Case("Who spoke against Anna Weberová?", "Karl Brandt"),
    Case("Who were Weberová's friends?", "Olga Marin"),
    Case("Which prize did Weberová win?", "Danube Prize"),
    Case("What award did Anna Weberová receive in 1905?", "Danube Prize"),
    Case("When did Weberová win the Danube Prize?", "1905"),
    Case("When was Weberová detained?", "1914-08"),
    Case("What sentence did Anna Weberová get?", "two years in prison"),
    Case("Who did Anna Weberová marry?", "Emil Novotny"),
    Case("Who was Weberová's husband?", "Emil Novotny"),
    Case("When did Weberová and Novotny marry?", "1908"),
    Case("When did Anna Weberová pass away?", "1921-01-15"),
    Case("How did Weberová die?", "pneumonia"),
    Case("What did Anna Weberová die of?", "pneumonia"),
    Case("How old was Weberová when she died?", "49"),
    Case("How many years did Anna Weberová live?", "49"),
    Case("How old was Weberová when she was arrested?", "43"),
    Case("How many children did Josef Weber have?", "1"),
    Case("Who was born before 1875?", "Anna Weberová"),
    Case("Who was born in Linz?", "Paul Lang", "Peter Lang"),
    Case("Who lived with a friend of Olga Marin?", "Karl Brandt"),
    Case("Who lived with anna weberova", "Karl Brandt", "Olga Marin"),
    Case("Who was Peter Lang's brother?", "Paul Lang"),
    Case("Where was Weberová living in the year that she was expelled from the League?"),
  ]

  @Test(arguments: cases) func answersExactly(_ example: Case) throws {
    let answer = try QuestionFixture().ask(example.question)
    #expect(answer.answers.sorted() == example.answers.sorted(), "\(answer.interpretation) \(answer.outcome)")
    for item in answer.items { #expect(item.facts.allSatisfy { !$0.evidence.isEmpty }) }
  }

  @Test func correctsSlipsOfThePenAndSaysSo() throws {
    let answer = try QuestionFixture().ask("Who lived with Olga Marni?")
    #expect(answer.answers == ["Anna Weberová", "Karl Brandt"])
    #expect(answer.notes.contains { $0.contains("Olga Marin") })
  }

  @Test func asksBackWhenTwoPeopleFit() throws {
    let fixture = try QuestionFixture()
    guard case .ambiguousName(let name, let choices) = try fixture.ask("When was Lang born?").outcome else {
      // Peter Lang is the subject of his article, which decides.
      #expect(try fixture.ask("When was Lang born?").answers == ["1880"])
      return
    }
    #expect(name == "Lang")
    #expect(choices.count == 2)
  }

  @Test func neverGuesses() throws {
    let fixture = try QuestionFixture()
    for question in [
      "What is the capital of France?", "Why did she go?", "colourless green ideas",
    ] {
      let answer = try fixture.ask(question)
      #expect(answer.answers.isEmpty, "\(question): \(answer.interpretation)")
    }
    guard case .notUnderstood(_, let suggestions) = try fixture.ask("Why did she go?").outcome else {
      Issue.record("a question for reasons is not understood")
      return
    }
    #expect(!suggestions.isEmpty)
  }

  @Test func tellsNothingFoundFromNotUnderstood() throws {
    #expect(try QuestionFixture().ask("Who did Olga Marin marry?").outcome == .nothingFound)
  }

  @Test func sqlHoldsParametersOnly() throws {
    let answer = try QuestionFixture().ask("Who lived with Karl Brandt in 1896?")
    #expect(!answer.sql.contains("Brandt") && !answer.sql.contains("1896"))
    #expect(answer.parameters.count == answer.sql.filter { $0 == "?" }.count)
    #expect(!answer.interpretation.isEmpty)
  }
}
