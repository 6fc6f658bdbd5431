/// Why a command failed, in the order of compilers and other tools: where, what, what to do.
struct ToolError: Error, Sendable, CustomStringConvertible {
  let code: Int32
  let place: String?
  let what: String
  let advice: String?

  init(code: Int32, place: String? = nil, what: String, advice: String? = nil) {
    self.code = code
    self.place = place
    self.what = what
    self.advice = advice
  }

  /// `notes.txt: no such file; check the path`
  var description: String {
    let problem = [what, advice].compactMap { $0 }.joined(separator: "; ")
    return place.map { "\($0): \(problem)" } ?? problem
  }
}
