import ArgumentParser
import BioStore
import Foundation

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
  @Option(
    name: .customLong("db"),
    help: ArgumentHelp(
      "The database file. Without it BIOSTORE_DB counts, else biostore.db in the current directory.",
      valueName: "file"))
  var file: String?

  var path: String {
    if let file { return file }
    let variable = ProcessInfo.processInfo.environment["BIOSTORE_DB"] ?? ""
    return variable.isEmpty ? "biostore.db" : variable
  }

  /// The database, open for reading.
  ///
  /// - Throws: `StoreError` if there is none or it cannot be used.
  func openForReading() throws -> Store {
    try Store(path: path, mode: .readOnly)
  }

  /// The database, open for changes; there must be one.
  func openForWriting() throws -> Store {
    try Store(path: path, mode: .readWrite)
  }

  /// The database, made if there is none.
  func create() throws -> Store {
    try Store(path: path, mode: .create)
  }
}
