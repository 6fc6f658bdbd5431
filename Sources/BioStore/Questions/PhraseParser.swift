/// Reads noun phrases of a question: names, possessives, pronouns, nouns with their modifiers.
struct PhraseParser {
  let lexicon: QuestionLexicon
  let items: [QuestionItem]

  /// What may follow the phrase, and so ends it.
  enum Follower { case baseVerb, participle, finiteVerb, nothing }

  func folded(_ index: Int) -> String? { index < items.count ? items[index].folded : nil }

  func isWord(_ index: Int, _ group: String) -> Bool {
    folded(index).map { lexicon.isWord($0, group) } ?? false
  }

  func isAuxiliary(_ index: Int) -> Bool {
    isWord(index, "do") || isWord(index, "be") || isWord(index, "have")
      || isWord(index, "modal") && folded(index) != "may"
  }

  /// Whether the word can be part of a noun phrase by itself.
  func isContent(_ index: Int) -> Bool {
    guard let word = folded(index) else { return false }
    return !lexicon.isSmall(word) || lexicon.isWord(word, "quantity") || lexicon.rank(word) != nil
  }

  /// Whether the word at `index` is a verb where `follower` is expected.
  func isVerb(_ index: Int, _ follower: Follower) -> Bool {
    guard let word = folded(index), !lexicon.isSmall(word) else { return false }
    let lemmas = lexicon.verbLemmas(word)
    switch follower {
    case .nothing: return false
    case .baseVerb: return lemmas.contains(word)
    case .participle:
      return lexicon.isWord(word, "unchanged")
        || !lemmas.isEmpty && !lemmas.contains(word) && !word.hasSuffix("s") || word.hasSuffix("ed")
        || word.hasSuffix("ing") && !lemmas.isEmpty || lexicon.isIrregular(word)
    case .finiteVerb:
      if lexicon.isIrregular(word) || word.hasSuffix("ed") { return true }
      return !lemmas.isEmpty && !lemmas.contains(word) && !word.hasSuffix("ing")
        && lexicon.nouns[lexicon.nounLemma(word)] == nil && lexicon.classes[lexicon.nounLemma(word)] == nil
    }
  }

  /// The noun phrase that starts at `start`, and the index after it.
  ///
  /// With `leadsWithName`, a name at the very start is the whole phrase, whatever noun follows: "was X secretary".
  func phrase(at start: Int, before follower: Follower, leadsWithName: Bool = false) -> (NounPhrase, Int)? {
    guard var (phrase, index) = named(at: start, leadsWithName) ?? simple(at: start, before: follower) else {
      return nil
    }
    while folded(index) == "and", let (other, next) = simple(at: index + 1, before: follower),
      !isAuxiliary(index + 1)
    {
      if case .nouns(let nouns) = other.head, case .nouns(let mine) = phrase.head, other.possessor.isEmpty {
        phrase.head = .nouns(mine + nouns)
      } else if case .nouns(let nouns) = other.head, case .nouns(let mine) = phrase.head,
        phrase.possessor.isEmpty
      {
        phrase.head = .nouns(mine + nouns)
        phrase.possessor = other.possessor
      } else {
        phrase.conjuncts.append(other)
      }
      phrase.isPlural = true
      index = next
    }
    return (phrase, index)
  }

  private func named(at start: Int, _ leadsWithName: Bool) -> (NounPhrase, Int)? {
    guard leadsWithName, start < items.count, case .name(let match) = items[start], !match.isPossessive,
      folded(start + 1) != "of"
    else { return nil }
    return (NounPhrase(head: .name(match)), start + 1)
  }

  private func simple(at start: Int, before follower: Follower) -> (NounPhrase, Int)? {
    var index = start
    var phrase = NounPhrase(head: .nouns([]))
    while isWord(index, "determiner") {
      if folded(index) == "the" { phrase.isDefinite = true }
      if folded(index) == "her", !isContent(index + 1) { break }
      index += 1
    }
    if let word = folded(index), isPronoun(word), !(isWord(index, "possessive") && startsNoun(index + 1)) {
      phrase.head = .pronoun(
        lexicon.isWord(word, "female") || word == "her" ? .female : lexicon.isWord(word, "male") ? .male : nil
      )
      return (phrase, index + 1)
    }
    if isWord(index, "possessive") {
      phrase.possessor = [NounPhrase(head: .pronoun(gender(folded(index) ?? "")))]
      index += 1
    }
    guard let end = head(&phrase, at: index, before: follower) else { return nil }
    return complement(phrase, at: end, before: follower)
  }

  private func isPronoun(_ word: String) -> Bool {
    ["male", "female", "plural", "neuter"].contains { lexicon.isWord(word, $0) } || word == "her"
  }

  private func startsNoun(_ index: Int) -> Bool {
    guard index < items.count else { return false }
    if case .name = items[index] { return true }
    return isContent(index)
  }

  private func gender(_ word: String) -> Entity.Gender? {
    word == "her" ? .female : word == "his" ? .male : nil
  }

  /// Reads modifiers and the head; returns the index after it.
  private func head(_ phrase: inout NounPhrase, at start: Int, before follower: Follower) -> Int? {
    var index = start
    var words: [String] = []
    loop: while index < items.count {
      switch items[index] {
      case .time:
        index += 1
      case .name(let match):
        if match.isPossessive {
          let owner = NounPhrase(head: .name(match), modifiers: words)
          guard startsNoun(index + 1) || isWord(index + 1, "order") else {
            phrase.head = .name(match)
            return index + 1
          }
          phrase.possessor = [owner]
          words = []
        } else if isContent(index + 1), !isVerb(index + 1, follower == .nothing ? .finiteVerb : follower),
          !isVerb(index + 1, .finiteVerb) || follower == .nothing
        {
          phrase.names.append(match)
        } else {
          phrase.head = .name(match)
          phrase.modifiers = words
          return index + 1
        }
        index += 1
      case .word(let word):
        if word.folded == "and", index > start { break loop }
        guard isContent(index) || isWord(index, "determiner") && words.isEmpty else { break loop }
        if isWord(index, "determiner") {
          index += 1
          continue
        }
        if !words.isEmpty || !phrase.names.isEmpty, isVerb(index, follower) { break loop }
        words.append(word.folded)
        index += 1
        // "master's degree" is one noun.
        if word.isPossessive, !lexicon.isWord(lexicon.nounLemma(word.folded), "compound-owner") {
          var owner = common(words)
          owner.possessor = phrase.possessor
          phrase.possessor = [owner]
          words = []
        }
      }
    }
    guard !words.isEmpty else {
      // A name alone, as in "the Bolsheviks", or an owner without a noun.
      guard let name = phrase.names.popLast() else { return nil }
      phrase.head = .name(name)
      return index
    }
    let last = words.removeLast()
    phrase.isPlural = lexicon.isPlural(last)
    phrase.head = .nouns([lexicon.nounLemma(last)])
    phrase.modifiers += words
    return index
  }

  private func common(_ words: [String]) -> NounPhrase {
    NounPhrase(head: .nouns([lexicon.nounLemma(words[words.count - 1])]), modifiers: Array(words.dropLast()))
  }

  /// "of X" after the head.
  private func complement(_ phrase: NounPhrase, at start: Int, before follower: Follower) -> (NounPhrase, Int)
  {
    guard folded(start) == "of", let (other, next) = self.phrase(at: start + 1, before: follower) else {
      return (phrase, start)
    }
    var phrase = phrase
    if case .name = phrase.head {
      if case .name(let name) = other.head { phrase.names.append(name) }
    } else if phrase.possessor.isEmpty {
      phrase.possessor = [other]
    } else if case .name(let name) = other.head {
      phrase.names.append(name)
    } else if let noun = phrase.nouns.first, lexicon.isWord(noun, "facet"), other.possessor.isEmpty {
      // "X's date of birth" is the date of X's birth.
      var event = other
      event.possessor = phrase.possessor
      phrase.possessor = [event]
    }
    return (phrase, next)
  }
}
