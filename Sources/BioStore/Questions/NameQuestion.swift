/// "What was X's full name?": answered from the names, not from facts.
struct NameQuestion {
  let store: Store
  let lexicon: QuestionLexicon

  /// The fullest name of the entity; `nil` if the question asks for something else.
  func answer(_ question: String, _ parsed: ParsedQuestion, _ resolver: PhraseResolver) throws -> Answer? {
    guard parsed.isCopular, case .phrase(let phrase)? = parsed.chunks.first, let noun = phrase.nouns.first,
      lexicon.isWord(noun, "naming"), let owner = phrase.possessor.first
    else { return nil }
    var build = PhraseResolver.Build()
    guard case .entities(let ids, let typed) = try resolver.term(owner, &build), build.clauses.isEmpty,
      let id = ids.first
    else { return nil }
    let names = try store.database.rows(
      "SELECT name FROM names WHERE entity_id = ? ORDER BY is_primary DESC, name", id
    )
    .map { $0[0] as String }
    let count = { (name: String) in name.split(separator: " ").count }
    let own: String? = { if case .name(let match) = owner.head { match.words } else { nil } }()
    let longest = names.filter { $0 != own }.max { (count($0), $0.count) < (count($1), $1.count) }
    guard let entity = try store.uncountedEntity(id: id) else { return nil }
    let reference = EntityReference(id: id, kind: entity.kind, name: entity.name)
    let facts = try store.facts(.init(entity: id, limit: 1))
    var answer = Answer(
      question: question, outcome: .answered,
      items: [Answer.Item(text: longest ?? typed, entity: reference, facts: facts, confidence: 0.9)])
    answer.interpretation = "find the fullest name of \(typed)"
    answer.sql = "SELECT name FROM names WHERE entity_id = ?"
    answer.parameters = [.integer(id)]
    return answer
  }
}
