import ArgumentParser
import BioStore

/// An error as the tool reports it: a line on standard error and an exit status.
struct FailureReport {
  let code: Int32
  /// Ends with a line feed.
  let line: String

  /// `nil` for errors of the command line, which the argument parser words better.
  init?(_ error: any Error) {
    switch error {
    case let error as ToolError:
      self.init(code: error.code, description: error.description)
    case let error as ArticleError:
      self.init(code: Self.code(for: error.kind), description: error.description)
    case let error as RuleError:
      self.init(code: ExitCodes.badInput, description: error.description)
    case let error as StoreError:
      self.init(code: Self.code(for: error), description: error.description)
    case let error as DatabaseError:
      self.init(code: ExitCodes.database, description: error.description)
    default:
      return nil
    }
  }

  /// An error that no command expects.
  init(unexpected error: any Error) {
    self.init(code: ExitCodes.software, description: "unexpected error: \(error)")
  }

  private init(code: Int32, description: String) {
    self.code = code
    line = "biostore: \(description)\n"
  }

  private static func code(for kind: ArticleError.Kind) -> Int32 {
    switch kind {
    case .notFound, .unreadable: ExitCodes.noInput
    default: ExitCodes.badInput
    }
  }

  private static func code(for error: StoreError) -> Int32 {
    switch error {
    case .notFound: ExitCodes.nothingFound
    case .query, .invalidRequest: ExitCodes.usage
    case .invalidReading: ExitCodes.software
    default: ExitCodes.database
    }
  }
}
