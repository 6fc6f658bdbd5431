/// A piece of a question: a word, a name that the database knows, or words that say when.
enum QuestionItem: Sendable {
  case word(QuestionWord)
  case name(NameMatch)
  case time(TimeCondition)

  var word: QuestionWord? {
    if case .word(let word) = self { return word }
    return nil
  }

  var folded: String? { word?.folded }
}
