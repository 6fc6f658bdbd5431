/// A text with constant-time access by Unicode scalar offset.
///
/// Building it is linear in the text's length; reading a range costs the range's length.
public struct ScalarText: Sendable {
  /// The scalars of the text, in order.
  public let scalars: [Unicode.Scalar]

  public init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  public var count: Int { scalars.count }

  public subscript(offset: Int) -> Unicode.Scalar { scalars[offset] }

  /// The words between two scalar offsets.
  public subscript(range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
