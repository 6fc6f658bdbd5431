/// A value as SQLite stores it.
public enum DatabaseValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  public var isNull: Bool { self == .null }
}

/// A type whose values SQLite can store and give back.
///
/// `Int`, `Int64`, `Double`, `Bool`, `String`, `[UInt8]` and optionals of them conform.
public protocol DatabaseConvertible: Sendable {
  /// The value to bind to a parameter or to store in a column.
  var databaseValue: DatabaseValue { get }
  /// The value of a column; `nil` if the column holds another type.
  init?(_ value: DatabaseValue)
}

extension DatabaseValue: DatabaseConvertible {
  public var databaseValue: DatabaseValue { self }
  public init?(_ value: DatabaseValue) { self = value }
}

extension Int64: DatabaseConvertible {
  public var databaseValue: DatabaseValue { .integer(self) }
  public init?(_ value: DatabaseValue) {
    guard case .integer(let integer) = value else { return nil }
    self = integer
  }
}

extension Int: DatabaseConvertible {
  public var databaseValue: DatabaseValue { .integer(Int64(self)) }
  public init?(_ value: DatabaseValue) {
    guard case .integer(let integer) = value else { return nil }
    self.init(exactly: integer)
  }
}

/// Stored as 0 or 1.
extension Bool: DatabaseConvertible {
  public var databaseValue: DatabaseValue { .integer(self ? 1 : 0) }
  public init?(_ value: DatabaseValue) {
    guard case .integer(let integer) = value else { return nil }
    self = integer != 0
  }
}

/// Also reads integers.
extension Double: DatabaseConvertible {
  public var databaseValue: DatabaseValue { .real(self) }
  public init?(_ value: DatabaseValue) {
    switch value {
    case .real(let real): self = real
    case .integer(let integer): self = Double(integer)
    default: return nil
    }
  }
}

extension String: DatabaseConvertible {
  public var databaseValue: DatabaseValue { .text(self) }
  public init?(_ value: DatabaseValue) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
}

/// Stored as a blob.
extension Array: DatabaseConvertible where Element == UInt8 {
  public var databaseValue: DatabaseValue { .blob(self) }
  public init?(_ value: DatabaseValue) {
    guard case .blob(let bytes) = value else { return nil }
    self = bytes
  }
}

/// `nil` is NULL.
extension Optional: DatabaseConvertible where Wrapped: DatabaseConvertible {
  public var databaseValue: DatabaseValue { self?.databaseValue ?? .null }
  public init?(_ value: DatabaseValue) {
    if value.isNull {
      self = .none
    } else {
      guard let wrapped = Wrapped(value) else { return nil }
      self = .some(wrapped)
    }
  }
}
