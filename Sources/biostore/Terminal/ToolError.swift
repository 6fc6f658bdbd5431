/// Why a command failed, in the order in which users need it: what, where, what to do.
struct ToolError: Error, Sendable, CustomStringConvertible {
  let code: Int32
  let what: String
  let place: String?
  let advice: String?

  init(code: Int32, what: String, place: String? = nil, advice: String? = nil) {
    self.code = code
    self.what = what
    self.place = place
    self.advice = advice
  }

  /// `cannot read the file: notes.txt: check the name`
  var description: String {
    [what, place, advice].compactMap { $0 }.joined(separator: ": ")
  }

  /// The line on standard error.
  var line: String { "biostore: \(description)\n" }
}
