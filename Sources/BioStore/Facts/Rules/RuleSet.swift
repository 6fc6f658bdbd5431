/// All rules in force, compiled: indexed by the lemmas and word classes that trigger them.
public struct RuleSet: Sendable {
  let rules: [Rule]
  let symbols: Symbols
  let lexicon: PredicateLexicon
  var words: ValueWords { Self.valueWords }
  private static let valueWords = ValueWords()
  private var verbRules: [Symbols.Symbol: [Int]] = [:]
  private var eventRules: [Symbols.Symbol: [Int]] = [:]
  private var nounRules: [Symbols.Symbol: [Int]] = [:]
  private var adjectiveRules: [Symbols.Symbol: [Int]] = [:]
  private var nationRules: [Int] = []
  private var beliefRules: [Int] = []
  private var nameRules: [Int] = []
  private var classRules: [(classes: WordClasses, rule: Int)] = []

  /// The embedded rules, and more in the same language.
  ///
  /// - Parameter additional: texts of rule files with their names.
  /// - Throws: `RuleError` at the first mistake, which names file, line and column.
  public init(additional: [(name: String, text: String)] = []) throws {
    try self.init(additional: additional, words: nil)
  }

  /// The embedded rules that one of these lemmas can trigger, as itself or as an event noun.
  init(triggeredBy words: Set<String>) {
    // A mistake in them is a mistake of the build, as in `standard`.
    do { try self.init(additional: [], words: words) } catch { fatalError("\(error)") }
  }

  private init(additional: [(name: String, text: String)], words: Set<String>?) throws {
    var symbols = Symbols()
    let lexicon = PredicateLexicon(symbols: &symbols)
    var rules: [Rule] = []
    var lists: [String: [Symbols.Symbol]] = [:]
    let embedded = Resource.names.filter { $0.hasPrefix("rules/") && $0.hasSuffix(".rules") }
      .map { ($0, Resource.text($0) ?? "") }
    let files = embedded + additional.map { ($0.name, $0.text) }
    for (name, text) in files {
      try RuleParser.addLists(in: text, file: name, symbols: &symbols, to: &lists)
    }
    let selection = words.map {
      RuleSelection(words: $0.union(lexicon.verbs(of: $0, symbols)), lists: lists, symbols: symbols)
    }
    for (name, text) in files {
      rules += try RuleParser.parse(
        text, file: name, roles: lexicon.roles, symbols: &symbols, lists: lists, selection: selection)
    }
    self.rules = rules
    self.symbols = symbols
    self.lexicon = lexicon
    for index in rules.indices { addToIndex(index) }
  }

  /// The embedded rules. A mistake in them is a mistake of the build, which its tests show.
  public static let standard: RuleSet = {
    do { return try RuleSet() } catch { fatalError("\(error)") }
  }()

  private mutating func addToIndex(_ index: Int) {
    for trigger in rules[index].triggers {
      switch trigger {
      case .verb(let symbol):
        verbRules[symbol, default: []].append(index)
        eventRules[symbol, default: []].append(index)
      case .plainVerb(let symbol): verbRules[symbol, default: []].append(index)
      case .noun(let symbol): nounRules[symbol, default: []].append(index)
      case .adjective(let symbol): adjectiveRules[symbol, default: []].append(index)
      case .nation: nationRules.append(index)
      case .belief: beliefRules.append(index)
      case .name: nameRules.append(index)
      case .nounClass(let classes): classRules.append((classes, index))
      }
    }
  }

  /// The rules that a token with this frame triggers, in the order of the files.
  func triggered(by frame: FrameTable.Frame, tag: UniversalTag) -> [Int] {
    var found: [Int] = []
    if let symbol = frame.symbol {
      switch tag {
      case .verb, .aux: found = verbRules[symbol] ?? []
      case .noun, .propn, .num: found = nounRules[symbol] ?? []
      case .adj, .adv: found = adjectiveRules[symbol] ?? []
      default: break
      }
    }
    if let verb = frame.nominalVerb { found += eventRules[verb] ?? [] }
    if tag == .noun || tag == .propn, !frame.classes.isEmpty {
      for (classes, rule) in classRules
      where !classes.isDisjoint(with: frame.classes) && !found.contains(rule) {
        found.append(rule)
      }
    }
    if frame.isNation { found += nationRules }
    if frame.isBelief { found += beliefRules }
    if tag == .propn { found += nameRules }
    return found.isEmpty ? found : found.filter { !rules[$0].exceptions.contains(frame) }
  }
}
