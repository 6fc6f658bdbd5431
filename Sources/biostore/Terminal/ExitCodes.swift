/// What the tool's exit status says. The numbers from 64 on are those of BSD's sysexits.
enum ExitCodes {
  static let success: Int32 = 0
  /// The question or search was understood, and the database holds no answer.
  static let nothingFound: Int32 = 1
  /// The question, or a part of it, was not understood.
  static let notUnderstood: Int32 = 2
  /// A command, option or argument that the tool does not know, or SQL that is refused.
  static let usage: Int32 = 64
  /// Input that is no article, is not UTF-8 or is damaged; rules with errors.
  static let badInput: Int32 = 65
  /// A file or directory that does not exist or cannot be read.
  static let noInput: Int32 = 66
  /// Something that cannot happen happened.
  static let software: Int32 = 70
  /// The output could not be written.
  static let output: Int32 = 73
  /// The database is missing, damaged, read-only, locked, newer than the tool, or no database at all.
  static let database: Int32 = 74

  /// One row for each status, for the manual and the README.
  static let table: [(code: Int32, meaning: String)] = [
    (success, "Done; where something was asked, it was found."),
    (nothingFound, "Understood, but nothing was found."),
    (notUnderstood, "The question was not understood, or a name fits several."),
    (usage, "Unknown command, option or argument, or SQL that is wrong or refused."),
    (badInput, "Input that is empty, no article, not UTF-8 or damaged; rules with mistakes."),
    (noInput, "A file or directory that does not exist or cannot be read."),
    (software, "An error inside biostore."),
    (output, "The output could not be written."),
    (database, "No usable database: missing, damaged, read-only, busy or too new."),
  ]
}
