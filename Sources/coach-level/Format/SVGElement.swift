/// One element of an SVG document, with text that cannot break out of it.
struct SVGElement {
  private let name: String
  private let attributes: KeyValuePairs<String, String>
  private let content: String

  /// An element with others in it, or with none.
  init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [SVGElement] = []
  ) {
    self.name = name
    self.attributes = attributes
    content = children.map(\.text).joined(separator: "\n")
  }

  /// An element with text in it.
  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
    self.name = name
    self.attributes = attributes
    content = Self.escaped(text)
  }

  /// The element as it is written.
  var text: String {
    let written = attributes.map { " \($0)=\"\(Self.escaped($1))\"" }.joined()
    return content.isEmpty ? "<\(name)\(written)/>" : "<\(name)\(written)>\(content)</\(name)>"
  }

  /// A text as it may stand in a document: characters that mean something are spelled out, and
  /// those that XML 1.0 has no place for become spaces.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      default:
        let isNone =
          scalar.properties.generalCategory == .control || [0xFFFE, 0xFFFF].contains(scalar.value)
        escaped.append(isNone ? " " : scalar)
      }
    }
    return String(escaped)
  }

  /// A number as SVG takes it: two decimals at most, always with a point.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    let digits = rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)"
    return "\(sign)\(whole).\(digits)"
  }
}
