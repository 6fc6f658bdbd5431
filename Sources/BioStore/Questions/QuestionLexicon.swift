/// The words by which questions are understood: triggers of fact types, attribute nouns, class nouns and small words.
///
/// Everything comes from the tables in `Sources/CResources/lexicons/question-*.tsv`; code holds no words.
struct QuestionLexicon: Sendable {
  /// A slot of a fact, as the tables name it.
  enum Slot: Character, Sendable {
    case subject = "s"
    case object = "o"
    case value = "v"
    case place = "p"
    case date = "d"
    case either = "*"
    /// The fact's sentence names it; as a hole it is the subject.
    case near = "~"
    case none = "-"
  }

  /// A verb with its particles, nouns and preposition, and the fact that it asks for.
  struct Trigger: Sendable {
    /// Dictionary forms in order; each a set of alternatives.
    var words: [[String]]
    var types: [FactType]
    var subject: Slot
    var object: Slot
    var hints: [String]
    /// Whether the last word is a preposition that governs the object.
    var endsInPreposition: Bool
    /// Taken from a synonym of a trigger rather than from the trigger itself.
    var isSynonym = false
    /// Whether the rule that it comes from needs a certain noun besides.
    var needsWord = false
    /// The gender that the verb says of the answer: "give birth to".
    var gender: Entity.Gender?
  }

  /// A noun that asks for a slot of its possessor's fact.
  struct AttributeNoun: Sendable {
    var types: [FactType]
    var possessor: Slot
    var answer: Slot
    var hints: [String]
    var gender: Entity.Gender?
  }

  /// What a class noun such as "city" lets the answer be.
  enum AnswerClass: Hashable, Sendable {
    case kind(EntityKind)
    case value
    case date
  }

  private(set) var triggers: [String: [Trigger]] = [:]
  private(set) var nouns: [String: [AttributeNoun]] = [:]
  private(set) var classes: [String: [AnswerClass]] = [:]
  private var words: [String: Set<String>] = [:]
  private var smallWords: Set<String> = []
  fileprivate var verbForms: [String: [String]] = [:]
  fileprivate var nounForms: [String: [String]] = [:]
  private var verbs: Set<String> = []
  private var order: [String: Int] = [:]
  /// Questions of the form that can be asked, with NAME in them.
  private(set) var suggestions: [String] = []
  /// The twelve months, folded.
  private(set) var months: [String] = []

  /// The rules that the question's words can trigger.
  private(set) var rules: RuleSet?

  /// What does not depend on the question.
  private static let tables = QuestionLexicon()

  private init() {
    loadWords()
    loadForms()
    loadNouns()
    loadClasses()
    suggestions = LexiconFile.rows("lexicons/question-suggestions.txt").map { String($0[0]) }
  }

  /// The tables that are linked into the binary, with the triggers that the words of a question may name: to compile
  /// all of them would take longer than the answer.
  ///
  /// - Parameter words: the words of the question, folded.
  init(for words: [String]) {
    self = Self.tables
    var wanted = Set(words.flatMap(lemmas))
    let synonyms = Self.synonyms(of: wanted)
    wanted.formUnion(synonyms.flatMap(\.originals))
    loadTriggers(wanted)
    let rules = RuleSet(triggeredBy: wanted)
    self.rules = rules
    loadRules(rules)
    loadSynonyms(synonyms)
  }

  /// All dictionary forms that a word might have.
  private func lemmas(_ form: String) -> [String] {
    var result = Self.regularVerbLemmas(form) + Self.singulars(form)
    result += (verbForms[form] ?? []) + (nounForms[form] ?? [])
    // "co-edited" is edited together.
    return form.hasPrefix("co-") ? result + lemmas(String(form.dropFirst(3))) : result
  }

  /// Whether `word` (folded) belongs to a class of small words such as `preposition`.
  func isWord(_ word: String, _ group: String) -> Bool { words[group]?.contains(word) ?? false }

  /// Whether two nouns name nearly the same kind of thing: "club" and "team".
  func areAlike(_ noun: String, _ other: String) -> Bool {
    words.contains { $0.key.hasPrefix("alike") && $0.value.contains(noun) && $0.value.contains(other) }
  }

  /// The words of a class.
  func words(in group: String) -> Set<String> { words[group] ?? [] }

  /// The rank that an ordinal or superlative asks for: 1 for the first, -1 for the last.
  func rank(_ word: String) -> Int? { order[word] }

  /// The dictionary forms that a verb's form may have, known verbs only, the likeliest first.
  func verbLemmas(_ form: String) -> [String] {
    var result = verbForms[form] ?? []
    for lemma in Self.regularVerbLemmas(form) where verbs.contains(lemma) && !result.contains(lemma) {
      result.append(lemma)
    }
    // "co-edited" is edited together.
    if result.isEmpty, form.hasPrefix("co-") { return verbLemmas(String(form.dropFirst(3))) }
    return result
  }

  /// The dictionary form of a noun's form.
  func nounLemma(_ form: String) -> String {
    if let known = nounForms[form]?.first { return known }
    let isKnown = { (lemma: String) in nouns[lemma] != nil || classes[lemma] != nil }
    if isKnown(form) { return form }
    return Self.singulars(form).first(where: isKnown) ?? Self.singulars(form).first ?? form
  }

  /// Whether a noun's form is a plural.
  func isPlural(_ form: String) -> Bool {
    nounForms[form] != nil || (form.hasSuffix("s") && !form.hasSuffix("ss") && nounLemma(form) != form)
  }

  // MARK: - Regular forms

  private static func regularVerbLemmas(_ form: String) -> [String] {
    var result = [form]
    func stems(_ suffix: String) {
      guard form.hasSuffix(suffix), form.count > suffix.count + 1 else { return }
      let stem = String(form.dropLast(suffix.count))
      result.append(stem + "e")
      result.append(stem)
      if let last = stem.last, stem.dropLast().last == last { result.append(String(stem.dropLast())) }
      if stem.hasSuffix("i") { result.append(stem.dropLast() + "y") }
    }
    stems("ed")
    stems("ing")
    stems("es")
    if form.hasSuffix("s"), form.count > 2 { result.append(String(form.dropLast())) }
    return result
  }

  private static func singulars(_ form: String) -> [String] {
    guard form.hasSuffix("s"), !form.hasSuffix("ss"), form.count > 3 else { return [] }
    if form.hasSuffix("ies") { return [form.dropLast(3) + "y", String(form.dropLast())] }
    if form.hasSuffix("es") { return [String(form.dropLast()), String(form.dropLast(2))] }
    return [String(form.dropLast())]
  }

  // MARK: - Tables

  /// The lines of a table, comments left out, cut at tabs.
  private static func rows(_ name: String) -> [[String]] {
    LexiconFile.rows("lexicons/\(name)").map { $0.map(String.init) }
  }

  private mutating func loadWords() {
    for row in Self.rows("question-words.tsv") where row.count > 1 {
      let items = row[1].pieces(at: .space).map(String.init)
      if row[0] == "month" {
        months = items
        continue
      }
      guard row[0] == "order" else {
        let isOrdinary = row[0].hasPrefix("+")
        words[isOrdinary ? String(row[0].dropFirst()) : row[0], default: []].formUnion(items)
        if !isOrdinary { smallWords.formUnion(items) }
        continue
      }
      for index in stride(from: 0, to: items.count - 1, by: 2) { order[items[index]] = Int(items[index + 1]) }
    }
  }

  private mutating func loadForms() {
    for row in Self.rows("question-forms.tsv") where row.count > 2 {
      if row[2] == "verb" {
        verbForms[row[0], default: []].append(row[1])
      } else {
        nounForms[row[0], default: []].append(row[1])
      }
    }
  }

  private mutating func loadTriggers(_ wanted: Set<String>) {
    let wanted = Set(wanted.map { $0[...] })
    for line in (Resource.text("lexicons/question-verbs.tsv") ?? "").pieces(at: .newline) {
      guard line.utf8.first != .numberSign, let first = line.pieces(at: .tab).first?.pieces(at: .space).first,
        first.pieces(at: .bar).contains(where: wanted.contains)
      else { continue }
      let row = line.pieces(at: .tab, keepingEmpty: true).map(String.init)
      guard row.count > 3 else { continue }
      // A + after the last preposition: the noun that follows is not the object.
      let governs = !row[0].hasSuffix("+")
      let words = (governs ? row[0] : String(row[0].dropLast())).pieces(at: .space)
        .map { $0.pieces(at: .bar).map(String.init) }
      guard let first = words.first, let last = words.last else { continue }
      var trigger = Trigger(
        words: words, types: Self.types(row[1]), subject: Self.slot(row[2]), object: Self.slot(row[3]),
        hints: row.count > 4 ? row[4].pieces(at: .bar).map(String.init) : [],
        endsInPreposition: governs && words.count > 1 && last.allSatisfy { isWord($0, "preposition") })
      trigger.gender = trigger.hints == ["f"] ? .female : trigger.hints == ["m"] ? .male : nil
      if trigger.gender != nil { trigger.hints = [] }
      for word in first {
        triggers[word, default: []].append(trigger)
        verbs.insert(word)
      }
    }
    verbs.formUnion(["be", "have", "do"])
  }

  private mutating func loadNouns() {
    for row in Self.rows("question-nouns.tsv") where row.count > 3 {
      let hints = row.count > 4 ? row[4] : ""
      let gender: Entity.Gender? = hints == "f" ? .female : hints == "m" ? .male : nil
      nouns[row[0], default: []].append(
        AttributeNoun(
          types: Self.types(row[1]), possessor: Self.slot(row[2]), answer: Self.slot(row[3]),
          hints: gender == nil ? hints.pieces(at: .bar).map(String.init) : [], gender: gender))
    }
  }

  private mutating func loadClasses() {
    for row in Self.rows("question-classes.tsv") where row.count > 1 {
      let kind: AnswerClass =
        row[0] == "v" ? .value : row[0] == "d" ? .date : .kind(EntityKind(rawValue: row[0]) ?? .person)
      for noun in row[1].pieces(at: .space).map(String.init) where classes[noun]?.contains(kind) != true {
        classes[noun, default: []].append(kind)
      }
    }
  }

  /// What the rules read can be asked in the same words; the tables come first.
  private mutating func loadRules(_ set: RuleSet) {
    let rules = RuleTriggers(set)
    for (word, found) in rules.verbs {
      // "Go" and "make" say too little by themselves.
      triggers[word, default: []] += isWord(word, "idle") ? found.filter { !$0.needsWord } : found
      verbs.insert(word)
    }
    for (noun, found) in rules.nouns where nouns[noun] == nil { nouns[noun] = found }
  }

  /// A verb, and those of which it is a synonym.
  private struct Synonym {
    var word: String
    var originals: [String]
  }

  private static func synonyms(of words: Set<String>) -> [Synonym] {
    rows("question-synonyms.tsv").compactMap { row in
      guard row.count > 1, words.contains(row[0]) else { return nil }
      return Synonym(word: row[0], originals: row[1].pieces(at: .space).map(String.init))
    }
  }

  /// Synonyms lend a verb its one-word triggers, or those with a preposition.
  private mutating func loadSynonyms(_ synonyms: [Synonym]) {
    for synonym in synonyms where triggers[synonym.word] == nil {
      for original in synonym.originals.compactMap({ triggers[$0] }).joined()
      where original.words.count == 1 || (original.words.count == 2 && original.endsInPreposition) {
        var trigger = original
        trigger.words[0] = [synonym.word]
        trigger.isSynonym = true
        triggers[synonym.word, default: []].append(trigger)
      }
      verbs.insert(synonym.word)
    }
  }

  private static func types(_ list: String) -> [FactType] {
    list.pieces(at: UInt8(ascii: ",")).compactMap { FactType(rawValue: String($0)) }
  }

  private static func slot(_ name: String) -> Slot { name.first.flatMap(Slot.init) ?? .none }
}

extension QuestionLexicon {
  /// A given name that stands for the hole where a question is read as a statement.
  var placeholder: String { words(in: "placeholder").first ?? "" }

  /// Whether a folded word is one of the small words.
  func isSmall(_ word: String) -> Bool { smallWords.contains(word) }

  /// Whether a folded word is an ordinary word of questions rather than a name.
  func knows(_ word: String) -> Bool {
    if isSmall(word) || !verbLemmas(word).isEmpty || order[word] != nil { return true }
    let noun = nounLemma(word)
    return nouns[noun] != nil || classes[noun] != nil || !WordClasses(of: noun).isEmpty
  }
}

extension QuestionLexicon {
  /// Whether the form is an irregular form of a verb, such as "wrote".
  func isIrregular(_ form: String) -> Bool { verbForms[form] != nil && nounForms[form] == nil }

  /// Whether a preposition at a question's end belongs to the verb: "come out", "take up".
  func isStrandedParticle(_ word: String) -> Bool {
    isWord(word, "particle") && !["in", "on", "over"].contains(word)
  }
}
