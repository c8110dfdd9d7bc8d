import CoachJSONL
import Yams

/// A value of a YAML document that knows where it stands, so that what is wrong with it can be said.
///
/// Scalars are kept as they are written: whether `0.10` is a number is for those to say who read it.
struct YAMLValue {
  /// Where it stands in the document: `routes.chat.model`; empty for the document itself.
  let path: String
  private let node: Node
  private let file: String
  /// The line of the file in which it begins; of a member, that of its name.
  private let line: Int?

  /// Reads a document.
  ///
  /// - Parameter file: what the text is called in messages.
  /// - Returns: nil where the document is empty.
  /// - Throws: `StageFailure` (78) where the text is not YAML.
  init?(text: String, file: String) throws(StageFailure) {
    // The parser keeps a pointer to the bytes; those of a string of up to 15 bytes lie in the string
    // itself and would have moved by then.
    let padding = text.utf8.count < 32 ? String(repeating: "\n", count: 32) : ""
    let node: Node?
    do {
      // Without the rules that guess at types, which are regular expressions; and with an encoding of
      // its own, since the default looks for a variable and would talk on stdout.
      node = try compose(yaml: text + padding, .basic, .default, .utf8)
    } catch {
      throw Self.failure(error, file, lines: Self.lineCount(text))
    }
    guard let node else { return nil }
    self.init(node: node, path: "", file: file, line: node.mark?.line)
    if isNull { return nil }
  }

  private init(node: Node, path: String, file: String, line: Int?) {
    self.node = node
    self.path = path
    self.file = file
    self.line = line
  }

  /// What is wrong with this value: file, line, path, message.
  func failure(_ message: String) -> StageFailure {
    let line = line.map { ":\($0)" } ?? ""
    let place = path.isEmpty ? "" : "\(path): "
    return StageFailure(.configuration, "\(file)\(line): \(place)\(message)")
  }

  /// The parser's own words are few and fixed; what it says of the text itself is left out.
  ///
  /// - Parameter lines: how many there are. A bracket that is never closed is missed at the end of
  ///   what the parser was given, which may lie behind that of the file: where the bracket stands is
  ///   said with it.
  private static func failure(_ error: any Error, _ file: String, lines: Int) -> StageFailure {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      let line = min(mark.line, lines)
      let start = context.map(\.mark.line).flatMap { $0 > 0 && $0 < line ? $0 : nil }
      let begun = start.map { " for what begins in line \($0)" } ?? ""
      return StageFailure(.configuration, "\(file):\(line): not YAML: \(problem)\(begun)")
    case YamlError.duplicatedKeysInMapping(_, let context):
      return StageFailure(.configuration, "\(file):\(context.mark.line): a name stands twice")
    default:
      return StageFailure(.configuration, "\(file): not YAML")
    }
  }

  private static func lineCount(_ text: String) -> Int {
    let bytes = text.utf8
    let feeds = bytes.count { $0 == UInt8(ascii: "\n") }
    return max(1, bytes.last == UInt8(ascii: "\n") ? feeds : feeds + 1)
  }

  /// Whether nothing was written: `name:`, `~` or `null`.
  private var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
      return false
    }
    return ["", "~", "null"].contains(scalar.string)
  }

  private func child(_ node: Node, _ name: String, line: Int?) -> YAMLValue {
    YAMLValue(node: node, path: path.isEmpty ? name : "\(path).\(name)", file: file, line: line)
  }

  /// A name or value of the document as a message may repeat it.
  ///
  /// What is long is not repeated: it could be a key that somebody wrote at the wrong place.
  static func quotable(_ text: String) -> String {
    text.count <= 32 && text.allSatisfy { !$0.isNewline } ? "“\(text)”" : "a long word"
  }

  /// Whether it is a scalar.
  var isText: Bool {
    if case .scalar = node { true } else { false }
  }

  /// The members of a mapping, in order; those without a value are left out.
  func members() throws(StageFailure) -> [(name: String, value: YAMLValue)] {
    guard case .mapping(let mapping) = node else {
      throw failure("must be a mapping (name: value)")
    }
    var members: [(name: String, value: YAMLValue)] = []
    for (key, value) in mapping {
      guard case .scalar(let name) = key else { throw failure("a name must be a word") }
      let shown = name.string.count <= 32 ? name.string : "…"
      let member = child(value, shown, line: key.mark?.line)
      if !member.isNull { members.append((name.string, member)) }
    }
    return members
  }

  /// The members of a mapping whose names are given; any other name is a mistake.
  func fields(_ names: [String]) throws(StageFailure) -> [String: YAMLValue] {
    var fields: [String: YAMLValue] = [:]
    for (name, value) in try members() {
      guard names.contains(name) else {
        throw value.failure("unknown name; known are \(names.joined(separator: ", "))")
      }
      fields[name] = value
    }
    return fields
  }

  /// The elements of a list.
  func elements() throws(StageFailure) -> [YAMLValue] {
    guard case .sequence(let sequence) = node else { throw failure("must be a list") }
    return sequence.enumerated().map { child($1, "\($0 + 1)", line: $1.mark?.line) }
  }

  /// The text of a scalar, not empty.
  func text() throws(StageFailure) -> String {
    guard case .scalar(let scalar) = node else { throw failure("must be a text") }
    guard !scalar.string.isEmpty else { throw failure("must not be empty") }
    return scalar.string
  }

  /// A whole number within a range.
  func integer(in range: ClosedRange<Int>) throws(StageFailure) -> Int {
    guard let number = Int(try text()), range.contains(number) else {
      throw failure("must be a whole number, \(range.lowerBound)…\(range.upperBound)")
    }
    return number
  }
}
