/// Why the database file, or what was asked of it, is not usable.
public enum StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such file.
  case missingFile(path: String)
  /// The file cannot be opened or created: no permission, no such folder, a folder.
  case cannotOpen(path: String, reason: String)
  /// The file is something else than an SQLite database.
  case notADatabase(path: String)
  /// The file is an SQLite database of another program.
  case notABioStore(path: String)
  /// A newer version of BioStore made the file.
  case newerVersion(path: String, version: Int, supported: Int)
  /// An older version of BioStore made the file, which cannot be brought forward while it is only read.
  case olderVersion(path: String, version: Int, supported: Int)
  /// The file, or its folder, may not be written.
  case readOnly(path: String)
  /// The disk is full; nothing was changed.
  case diskFull(path: String)
  /// The file is damaged.
  case damaged(path: String, reason: String)
  /// Another program is writing and did not finish in time.
  case busy(path: String)
  /// The work was stopped by its deadline or by the user.
  case interrupted
  /// A reading contradicts itself; it was not stored.
  case invalidReading(article: String, reason: String)
  /// Nothing in the database answers to this name or number.
  case notFound(what: String)
  /// What the user gave cannot be used.
  case invalidRequest(reason: String)
  /// The SQL that the user gave is refused or wrong.
  case query(DatabaseError)
  /// Any other error of SQLite.
  case database(path: String, DatabaseError)

  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .missingFile(let path):
      "no database at \(path): import an article first, or name another file"
    case .cannotOpen(let path, let reason):
      "cannot open \(path): \(reason)"
    case .notADatabase(let path):
      "\(path) is not a database: it was left as it is; name another file"
    case .notABioStore(let path):
      "\(path) is a database of another program: it was left as it is; name another file"
    case .newerVersion(let path, let version, let supported):
      "\(path) was made by a newer BioStore (schema version \(version), this program knows \(supported)): update BioStore"
    case .olderVersion(let path, let version, let supported):
      "\(path) was made by an older BioStore (schema version \(version), now \(supported)): "
        + "any command that writes, such as import, brings it forward"
    case .readOnly(let path):
      "cannot write to \(path): the file or its folder is read-only"
    case .diskFull(let path):
      "the disk that holds \(path) is full: nothing was changed; make room and try again"
    case .damaged(let path, let reason):
      "\(path) is damaged (\(reason)): restore it from a copy, or import the articles into a new file"
    case .busy(let path):
      "another program is writing to \(path): try again when it has finished"
    case .interrupted:
      "stopped before it was done"
    case .invalidReading(let article, let reason):
      "the reading of \(article) contradicts itself and was not stored: \(reason)"
    case .notFound(let what):
      "nothing found for \(what)"
    case .invalidRequest(let reason):
      reason
    case .query(let error):
      error.description
    case .database(let path, let error):
      "\(path): \(error)"
    }
  }

  /// The error of the lower layer as one that a user can act on.
  init(_ error: DatabaseError, path: String) {
    if error.isNotADatabase {
      self = .notADatabase(path: path)
    } else if error.isReadOnly {
      self = .readOnly(path: path)
    } else if error.isFull {
      self = .diskFull(path: path)
    } else if error.isCorruption {
      self = .damaged(path: path, reason: error.message)
    } else if error.isBusy {
      self = .busy(path: path)
    } else if error.isInterruption {
      self = .interrupted
    } else if error.isCannotOpen {
      self = .cannotOpen(path: path, reason: error.message)
    } else {
      self = .database(path: path, error)
    }
  }
}
