/// Colour and weight of text on a terminal; nothing at all where it is disabled.
struct TextStyle: Sendable {
  var isEnabled: Bool

  func heading(_ text: String) -> String { wrapped(text, code: "1") }
  func faint(_ text: String) -> String { wrapped(text, code: "2") }
  func good(_ text: String) -> String { wrapped(text, code: "32") }
  func bad(_ text: String) -> String { wrapped(text, code: "31") }
  func mark(_ text: String) -> String { wrapped(text, code: "36") }

  private func wrapped(_ text: String, code: String) -> String {
    isEnabled && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
