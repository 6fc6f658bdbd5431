/// The people whom "he" or "she" may mean, with what speaks for each.
struct AntecedentCandidates {
  struct Candidate: Sendable {
    let entity: Int
    fileprivate(set) var features: [AntecedentFeature]
    fileprivate var mentions = 1
  }

  private let phrase: Int
  private let words: Phrase
  private let discourse: Discourse
  private let clause: Int
  private var candidates: [Candidate] = []

  /// The candidates, the one mentioned last first. Looks back over a bounded window.
  static func find(for phrase: Int, history: History, in discourse: Discourse) -> [Candidate] {
    var search = AntecedentCandidates(phrase, in: discourse)
    var lastPronoun: Int?
    let forbidden = search.forbidden(history)
    for occurrence in history.recent(before: search.words.sentence) {
      guard occurrence.entities.count == 1 else { continue }
      let entity = discourse.root(occurrence.entities[0])
      guard search.isPossible(entity), !forbidden.contains(entity), !search.isStale(entity) else { continue }
      search.add(occurrence, entity: entity)
      let earlier = discourse.phrases[occurrence.phrase]
      if earlier.form == .pronoun, earlier.pronoun?.use != .relative, lastPronoun == nil {
        lastPronoun = entity
      }
    }
    search.addSubject(unless: forbidden)
    search.finish(lastPronoun: lastPronoun)
    return search.candidates
  }

  private init(_ phrase: Int, in discourse: Discourse) {
    self.phrase = phrase
    self.discourse = discourse
    words = discourse.phrases[phrase]
    clause = PhraseGeometry.clause(of: words.head, in: discourse.forest)
  }

  /// Those whom the syntax of the pronoun's clause rules out, wherever else they were mentioned.
  private func forbidden(_ history: History) -> [Int] {
    var forbidden: [Int] = []
    for occurrence in history.recent(before: words.sentence) {
      if occurrence.sentence < words.sentence { break }
      guard PronounStep.isForbidden(occurrence, for: phrase, in: discourse) else { continue }
      forbidden += occurrence.entities.map { discourse.root($0) }
    }
    return forbidden
  }

  private func isPossible(_ entity: Int) -> Bool {
    let draft = discourse.entities[entity]
    guard draft.kind == .person, draft.number != .plural else { return false }
    guard let gender = words.gender, let other = draft.gender else { return true }
    return gender == other
  }

  /// "his father", of whom only pronouns have spoken since the sentence before the last: a life goes back to its subject.
  private func isStale(_ entity: Int) -> Bool {
    guard !discourse.entities[entity].isNamed, let subject = discourse.subject.map({ discourse.root($0) }),
      subject != entity, isPossible(subject)
    else { return false }
    let described = discourse.entities[entity].phrases.last {
      $0 < phrase && discourse.phrases[$0].form == .description
    }
    return described.map { discourse.phrases[$0].sentence < words.sentence - 1 } ?? false
  }

  private func isArticleSubject(_ entity: Int) -> Bool {
    discourse.subject.map { discourse.root($0) } == entity
  }

  // MARK: Features

  private mutating func add(_ occurrence: History.Occurrence, entity: Int) {
    if let known = candidates.firstIndex(where: { $0.entity == entity }) {
      candidates[known].mentions += 1
      addClauseFeatures(occurrence, to: known)
      return
    }
    var features: [AntecedentFeature] = []
    switch words.sentence - occurrence.sentence {
    case 0: features.append(.sameSentence)
    case 1: features.append(.oneBack)
    case 2: features.append(.twoBack)
    default: features.append(.threeBack)
    }
    features.append(Self.feature(of: occurrence.role))
    switch discourse.phrases[occurrence.phrase].form {
    case .name: features.append(.lastIsName)
    case .description: features.append(.lastIsDescription)
    case .pronoun: features.append(.lastIsPronoun)
    }
    if words.role == .subject && occurrence.role == .subject { features.append(.parallelSubject) }
    if candidates.isEmpty { features.append(.latest) }
    candidates.append(Candidate(entity: entity, features: features))
    addClauseFeatures(occurrence, to: candidates.count - 1)
  }

  private static func feature(of role: Phrase.Role) -> AntecedentFeature {
    switch role {
    case .subject: .lastSubject
    case .object: .lastObject
    case .oblique: .lastOblique
    case .possessor: .lastPossessor
    case .attribute: .lastAttribute
    case .predicate: .lastPredicate
    case .other: .lastOther
    }
  }

  /// What each mention within reach adds, once.
  private mutating func addClauseFeatures(_ occurrence: History.Occurrence, to candidate: Int) {
    guard occurrence.role == .subject else { return }
    note(.onceSubject, for: candidate)
    let head = discourse.phrases[occurrence.phrase].head
    if occurrence.sentence == words.sentence {
      let other = PhraseGeometry.clause(of: head, in: discourse.forest)
      if other == clause {
        note(words.role == .possessor ? .ownClausePossessive : .ownClauseOther, for: candidate)
      } else if discourse.reading.tokens[clause].head == other {
        note(.governingClause, for: candidate)
      }
    } else if occurrence.sentence == words.sentence - 1, isTopicPosition {
      let verb = discourse.reading.tokens[head].head
      if let verb, discourse.reading.tokens[verb].head == nil { note(.topic, for: candidate) }
    }
  }

  private mutating func note(_ feature: AntecedentFeature, for candidate: Int) {
    if !candidates[candidate].features.contains(feature) { candidates[candidate].features.append(feature) }
  }

  /// Whether the pronoun is the subject of its sentence's main clause.
  private var isTopicPosition: Bool {
    guard words.role == .subject, let verb = discourse.reading.tokens[words.head].head else { return false }
    return discourse.reading.tokens[verb].head == nil
  }

  /// The article's subject is a candidate wherever it was mentioned last.
  private mutating func addSubject(unless forbidden: [Int]) {
    guard let subject = discourse.subject.map({ discourse.root($0) }), isPossible(subject),
      !candidates.contains(where: { $0.entity == subject }), !forbidden.contains(subject),
      discourse.entities[subject].phrases.contains(where: { $0 < phrase })
    else { return }
    candidates.append(Candidate(entity: subject, features: [.unmentioned]))
  }

  private mutating func finish(lastPronoun: Int?) {
    for index in candidates.indices {
      let entity = candidates[index].entity
      let draft = discourse.entities[entity]
      if draft.gender == nil { note(.unknownGender, for: index) }
      if !draft.isNamed { note(.unnamed, for: index) }
      if entity == lastPronoun { note(.previousPronoun, for: index) }
      if candidates[index].mentions > 1 { note(.twice, for: index) }
      if candidates[index].mentions > 3 { note(.fourTimes, for: index) }
      guard isArticleSubject(entity) else { continue }
      note(.articleSubject, for: index)
      if opensParagraph { note(.articleSubjectOpensParagraph, for: index) }
    }
  }

  private var opensParagraph: Bool {
    let sentences = discourse.reading.sentences
    let own = sentences[words.sentence]
    guard words.sentence > 0 else { return true }
    let before = sentences[words.sentence - 1]
    return before.paragraph != own.paragraph || before.section != own.section
  }
}
