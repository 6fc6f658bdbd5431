/// A copy of one row of a result.
///
///     let row = try database.rows("SELECT name, birth_date FROM people")[0]
///     let name: String = row["name"]
///     let birth: String? = row["birth_date"]
public struct Row: Sendable, Hashable {
  /// The names of the columns, in order.
  public let columns: [String]
  /// The values, one a column.
  public let values: [DatabaseValue]

  public init(columns: [String], values: [DatabaseValue]) {
    self.columns = columns
    self.values = values
  }

  /// The value of a column by its place, from 0.
  public subscript(index: Int) -> DatabaseValue { values[index] }

  /// The value of the first column of this name, letter case ignored as SQL does.
  ///
  /// - Precondition: The row has such a column and it holds the type asked for.
  public subscript<Value: DatabaseConvertible>(name: String) -> Value {
    guard let index = index(of: name) else { preconditionFailure("no column \(name) among \(columns)") }
    return self[index]
  }

  /// The value of a column by its place, from 0.
  ///
  /// - Precondition: The column holds the type asked for.
  public subscript<Value: DatabaseConvertible>(index: Int) -> Value {
    guard let value = Value(values[index]) else {
      preconditionFailure("column \(columns[index]) holds \(values[index]), not \(Value.self)")
    }
    return value
  }

  /// The place of the first column of this name; `nil` if there is none.
  public func index(of name: String) -> Int? {
    columns.firstIndex(of: name) ?? columns.firstIndex { $0.lowercased() == name.lowercased() }
  }
}
