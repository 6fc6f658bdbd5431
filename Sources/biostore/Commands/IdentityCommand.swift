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
    discussion: HelpText(examples: ["biostore identity list --format csv"]).text)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let decisions = try database.openForReading().identityDecisions()
    guard !decisions.isEmpty else {
      throw ToolError(
        code: ExitCodes.nothingFound, place: database.path,
        what: "no decisions: no two articles seem to mean the same")
    }
    output.print(
      RowSet(
        columns: ["name", "article", "verdict", "entity", "number", "score", "reason", "by"],
        rows: decisions.map {
          [
            .text($0.appearance.name), .text($0.appearance.article), .text($0.verdict.rawValue),
            .text($0.entity.name),
            .integer($0.entity.id), .real($0.score), .text($0.reason), .text($0.author.rawValue),
          ]
        }))
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
    let entity = try lookup.entity(name)
    let appearances = try store.appearances(ofEntity: entity.id)
    if let other {
      let others = try store.appearances(ofEntity: lookup.entity(other).id)
      for one in appearances {
        for another in others where another.articleID != one.articleID && another.entityID != one.entityID {
          try store.decideDifferent(appearance: one.id, from: another.id)
        }
      }
      Terminal.output.write("\(entity.name) and \(other) are different from now on\n")
      return
    }
    let split = try splitting(appearances, of: entity)
    for rest in appearances where rest.articleID != split.articleID {
      try store.decideDifferent(appearance: split.id, from: rest.id)
    }
    Terminal.output.write("\(split.name) of the article \(split.article) is another one from now on\n")
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
