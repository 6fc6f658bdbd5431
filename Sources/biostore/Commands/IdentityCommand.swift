import ArgumentParser
import BioStore

struct IdentityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identity",
    abstract: "Show and decide who is who across articles.",
    discussion: HelpText(
      discussion: """
        One person in two articles is one row when names, dates and facts agree. list shows these decisions with their \
        reasons; same and different set them right, for new imports as well; undo takes that back.
        """,
      examples: [
        "biostore identity list", #"biostore identity same "Miriam Brenner" "Miriam Pell""#,
        #"biostore identity different "Ivan Ivanov""#, "biostore identity undo",
      ],
      codes: [ExitCodes.nothingFound, ExitCodes.notUnderstood, ExitCodes.database]
    ).text,
    subcommands: [
      IdentityListCommand.self, IdentitySameCommand.self, IdentityDifferentCommand.self,
      IdentityUndoCommand.self,
    ])
}

struct IdentityListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the decisions, with score and reason.",
    discussion: HelpText(
      discussion: "Decisions of yours have a number in the last column, for biostore identity undo.",
      examples: ["biostore identity list --format csv"]
    ).text)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let store = try database.openForReading()
    let decisions = try store.identityDecisions()
    var choices = try store.identityChoices()
    guard !decisions.isEmpty || !choices.isEmpty else {
      throw ToolError(
        code: ExitCodes.nothingFound, place: database.path,
        what: "no decisions: no two articles seem to mean the same")
    }
    var rows = decisions.map { row(of: $0, number: Self.takeChoice(of: $0, from: &choices)) }
    // What the user decided about entities that the rules keep apart anyway.
    rows += choices.map(row)
    output.print(
      RowSet(
        columns: ["name", "article", "verdict", "entity", "number", "score", "reason", "by", "decision"],
        rows: rows))
  }

  /// The number of the user's decision behind a row, which is taken out of the list.
  private static func takeChoice(of decision: IdentityDecision, from choices: inout [IdentityChoice])
    -> Int64?
  {
    guard decision.author == .user else { return nil }
    let place = choices.lastIndex {
      $0.kind == decision.kind && $0.verdict == decision.verdict
        && ($0.name == decision.appearance.name && $0.article == decision.appearance.article
          || $0.otherName == decision.appearance.name && $0.otherArticle == decision.appearance.article)
    }
    return place.map { choices.remove(at: $0).id }
  }

  private func row(of decision: IdentityDecision, number: Int64?) -> [Cell] {
    [
      .text(decision.appearance.name), .text(decision.appearance.article), .text(decision.verdict.rawValue),
      .text(decision.entity.name), .integer(decision.entity.id), .real(decision.score),
      .text(decision.reason),
      .text(decision.author.rawValue), number.map { .integer($0) } ?? .null,
    ]
  }

  private func row(of choice: IdentityChoice) -> [Cell] {
    [
      .text(choice.name), .text(choice.article), .text(choice.verdict.rawValue),
      .text("\(choice.otherName) (\(choice.otherArticle))"), .null, .real(choice.verdict == .same ? 1 : 0),
      .text("decided by the user"), .text(IdentityDecision.Author.user.rawValue), .integer(choice.id),
    ]
  }
}

struct IdentitySameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "same",
    abstract: "Take two entities for the same from now on.",
    discussion: HelpText(examples: [#"biostore identity same "Miriam Brenner" "Miriam Pell""#]).text)

  @Argument(help: "A name or number.")
  var first: String

  @Argument(help: "Another name or number.")
  var second: String

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let store = try database.openForWriting()
    let lookup = EntityLookup(store: store)
    let one = try lookup.entity(first)
    let other = try lookup.entity(second)
    try store.decideSame(one.id, other.id)
    Terminal.output.write("\(one.name) and \(other.name) are the same from now on\n")
  }
}

struct IdentityDifferentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "different",
    abstract: "Take what articles call by one name for different entities.",
    discussion: HelpText(
      discussion: "Splits off what one article means; --article says which, where there are more than two.",
      examples: [#"biostore identity different "Ivan Ivanov" --article "Ivan Ivanov (painter)""#]
    ).text)

  @Argument(help: "A name or number.")
  var name: String

  @Argument(help: "Another name or number, to be kept apart from the first.")
  var other: String?

  @Option(help: ArgumentHelp("The article whose entity is another one.", valueName: "title"))
  var article: String?

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let store = try database.openForWriting()
    let lookup = EntityLookup(store: store)
    let entity = try lookup.entity(name, inArticle: article)
    let appearances = try store.appearances(ofEntity: entity.id)
    if let other {
      try keepApart(entity, appearances, from: lookup.entity(other), in: store)
      return
    }
    let split = try splitting(appearances, of: entity)
    for rest in appearances where rest.articleID != split.articleID {
      try store.decideDifferent(appearance: split.id, from: rest.id)
    }
    Terminal.output.write("\(split.name) of the article \(split.article) is another one from now on\n")
  }

  private func keepApart(
    _ entity: EntityRecord, _ appearances: [IdentityDecision.Appearance], from other: EntityRecord,
    in store: Store
  ) throws {
    guard other.id != entity.id else {
      throw ToolError(
        code: ExitCodes.notUnderstood, what: "both are \(entity.name), number \(entity.id)",
        advice: "biostore identity different \(entity.id) --article TITLE splits off what that article means")
    }
    guard entity.kind == other.kind else {
      throw StoreError.invalidRequest(
        reason: "\(entity.name) is a \(entity.kind.rawValue), \(other.name) a \(other.kind.rawValue)")
    }
    var count = 0
    for one in appearances {
      for another in try store.appearances(ofEntity: other.id) where another.articleID != one.articleID {
        try store.decideDifferent(appearance: one.id, from: another.id)
        count += 1
      }
    }
    guard count > 0 else {
      throw ToolError(
        code: ExitCodes.nothingFound, what: "only one article knows \(entity.name) and \(other.name)",
        advice: "it takes them for two already")
    }
    Terminal.output.write("\(entity.name) and \(other.name) are different from now on\n")
  }

  private func splitting(
    _ appearances: [IdentityDecision.Appearance], of entity: EntityRecord
  ) throws -> IdentityDecision.Appearance {
    let articles = appearances.map(\.article).joined(separator: ", ")
    guard appearances.count > 1 else {
      throw ToolError(
        code: ExitCodes.nothingFound, what: "only one article knows \(entity.name)",
        advice: "there is nothing to split")
    }
    if let article {
      guard let found = appearances.first(where: { $0.article.lowercased() == article.lowercased() }) else {
        throw ToolError(
          code: ExitCodes.nothingFound, what: "the article “\(article)” does not know \(entity.name)",
          advice: "these do: \(articles)")
      }
      return found
    }
    guard appearances.count == 2 else {
      throw ToolError(
        code: ExitCodes.notUnderstood, what: "\(appearances.count) articles know \(entity.name): \(articles)",
        advice: "say with --article whose is another one")
    }
    return appearances[1]
  }
}

struct IdentityUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back your last decision, or the one with a number.",
    discussion: HelpText(examples: ["biostore identity undo"]).text)

  @Argument(help: "The decision's number; the last one without it.")
  var number: Int64?

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let choice = try database.openForWriting().undoIdentityChoice(id: number)
    Terminal.output.write(
      "taken back: \(choice.name) (\(choice.article)) and \(choice.otherName) (\(choice.otherArticle)), "
        + "\(choice.verdict.rawValue)\n")
  }
}
