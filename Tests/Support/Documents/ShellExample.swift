/// A command that a document shows behind a `$ `, with what it shows of the output.
///
/// A command goes on in the next line where it ends with a bar or a backslash, or within quotes. Of the
/// output, `…` stands for anything in a line, and alone for any number of lines; white space at the end
/// of a line is not looked at.
public struct ShellExample: Sendable, CustomStringConvertible {
  /// What one would type, its lines joined as the shell would join them.
  public let command: String
  /// The lines that the document shows below it, none where it does not say.
  public let output: [String]
  /// Where the command begins in the document, from 1.
  public let line: Int

  public var description: String { "line \(line): \(command)" }

  /// Whether the command put out what is shown; true where nothing is shown.
  public func isOutput(_ lines: [String]) -> Bool {
    output.isEmpty || Self.matches(lines.map(Self.trimmed)[...], output.map(Self.trimmed)[...])
  }

  private static func matches(_ lines: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return lines.isEmpty }
    if first == "…" {
      return lines.indices.contains { matches(lines[$0...], shown.dropFirst()) }
        || shown.count == 1
    }
    guard let line = lines.first, isShown(line, as: first) else { return false }
    return matches(lines.dropFirst(), shown.dropFirst())
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop(while: \.isWhitespace).reversed())
  }

  private static func isShown(_ line: String, as shown: String) -> Bool {
    let parts = shown.split(separator: "…", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return line == shown }
    guard let first = parts.first, let last = parts.last, line.hasPrefix(first) else {
      return false
    }
    var rest = line.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: part) else { return false }
      rest = rest[place.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}

extension ShellExample {
  /// The examples of a document of Markdown: its indented lines.
  public static func inMarkdown(_ text: String) -> [ShellExample] {
    examples(
      text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.hasPrefix("    ") ? String($0.dropFirst(4)) : nil
      })
  }

  /// The examples of a page of mdoc: what is displayed literally.
  public static func inManual(_ page: ManualPage) -> [ShellExample] {
    var isLiteral = false
    return examples(
      page.lines.map { line in
        if line.hasPrefix(".Dl ") { return unescaped(line.dropFirst(4)) }
        if line.hasPrefix(".Bd -literal") || line == ".Ed" {
          isLiteral = line != ".Ed"
          return nil
        }
        return isLiteral ? unescaped(line[...]) : nil
      })
  }

  /// The examples in the lines that are literal; nil stands for a line that is not.
  private static func examples(_ lines: [String?]) -> [ShellExample] {
    var examples: [ShellExample] = []
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard let line = lines[index], line.hasPrefix("$ ") else { continue }
      let start = index + 1
      var command = String(line.dropFirst(2))
      while goesOn(command), index + 1 < lines.count, let next = lines[index + 1] {
        command += "\n" + next
        index += 1
      }
      var output: [String] = []
      while index + 1 < lines.count, let next = lines[index + 1], !next.hasPrefix("$ ") {
        output.append(next)
        index += 1
      }
      examples.append(ShellExample(command: command, output: output, line: start))
    }
    return examples
  }

  private static func goesOn(_ command: String) -> Bool {
    let quotes = command.count { $0 == "'" }
    return command.hasSuffix("|") || command.hasSuffix("\\") || !quotes.isMultiple(of: 2)
  }

  private static func unescaped(_ line: Substring) -> String {
    [("\\(aq", "'"), ("\\(ga", "`"), ("\\-", "-"), ("\\&", ""), ("\\e", "\\")]
      .reduce(String(line)) { $0.replacing($1.0, with: $1.1) }
  }
}
