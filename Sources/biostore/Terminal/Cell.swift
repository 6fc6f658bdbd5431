import Foundation

/// One value of a row that is printed.
enum Cell: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  init(_ text: String?) {
    self = text.map(Cell.text) ?? .null
  }

  init(_ number: Int) {
    self = .integer(Int64(number))
  }

  /// The value as people read it; nothing at all for null.
  var text: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    case .blob(let bytes): "x'" + bytes.map { String(format: "%02x", $0) }.joined() + "'"
    }
  }

  var isNumber: Bool {
    switch self {
    case .integer, .real: true
    default: false
    }
  }

  /// The value as JSON; a blob is written in hexadecimal, a number that JSON has no word for as null.
  var json: JSONValue {
    switch self {
    case .null: .null
    case .integer(let number): .integer(number)
    case .real(let number): number.isFinite ? .real(number) : .null
    case .text(let text): .string(text)
    case .blob: .string(text)
    }
  }
}
