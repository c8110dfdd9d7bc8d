/// A manual page of the suite, as the lines of its mdoc source.
public struct ManualPage: Sendable {
  /// The lines of the source.
  public let lines: [String]

  /// Reads a page by its file name under `man/`.
  public init(_ name: String) throws {
    lines = String(decoding: try Package.contents("man/\(name)"), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The lines from one heading to the next of its rank: of a section, or of a subsection.
  public func section(_ heading: String) -> [String] {
    guard
      let start = lines.firstIndex(where: { $0 == ".Sh \(heading)" || $0 == ".Ss \(heading)" })
    else { return [] }
    let isSection = lines[start].hasPrefix(".Sh")
    return Array(
      lines[(start + 1)...].prefix { !$0.hasPrefix(".Sh") && (isSection || !$0.hasPrefix(".Ss")) })
  }

  /// The names of the subsections of a section, in order.
  public func subsections(of heading: String) -> [String] {
    section(heading).filter { $0.hasPrefix(".Ss ") }.map { String($0.dropFirst(4)) }
  }

  /// The terms of the list in a section, without their macro: what `.It Li`, `.It Ev` … defines.
  public func terms(of heading: String, macro: String = "") -> [String] {
    let head = macro.isEmpty ? ".It " : ".It \(macro) "
    return section(heading).filter { $0.hasPrefix(head) }.map { String($0.dropFirst(head.count)) }
  }

  /// The table of fields in a record's section, in order.
  public func fields(of record: String) throws -> [Field] {
    try terms(of: record).map(Field.init)
  }

  /// A row of a table of fields: `.It Sy PATH [?|Ns *] Vt TYPE`.
  public struct Field: Sendable, CustomStringConvertible {
    /// Whether a record may lack the field.
    public enum Presence: Sendable {
      /// It must be there.
      case required
      /// It may be absent or null.
      case optional
      /// It is always written, and a record without it is read.
      case alwaysWritten
    }

    /// Its members from the record down, those whose elements are objects with `[]` behind.
    public let steps: [String]
    public let presence: Presence
    /// The type's name; `|` joins the words of one that has words.
    public let type: String
    /// The range of a number, where the row gives one.
    public let range: ClosedRange<Int>?

    public var path: String { steps.joined(separator: ".") }
    public var description: String { path }

    /// The words of a type that has words, or none.
    public var words: [String] {
      type.contains("|") ? type.split(separator: "|").map { $0.filter { $0 != " " } } : []
    }

    init(_ row: String) throws {
      let parts = row.split(separator: " ").map(String.init)
      guard let mark = parts.firstIndex(of: "Vt"), parts.first == "Sy", mark + 1 < parts.count
      else { throw JSONFault(description: "no row of a table of fields: \(row)") }
      steps = parts[1].split(separator: ".").map(String.init)
      switch parts[2..<mark] {
      case []: presence = .required
      case ["?"]: presence = .optional
      case ["Ns", "*"]: presence = .alwaysWritten
      default: throw JSONFault(description: "no mark of a field: \(row)")
      }
      let rest = parts[(mark + 1)...]
      let bounds = rest.last?.split(separator: ".").compactMap { Int($0) } ?? []
      let isRange = bounds.count == 2 && bounds[0] <= bounds[1]
      range = isRange ? bounds[0]...bounds[1] : nil
      type = (isRange ? rest.dropLast() : rest).joined(separator: " ")
    }
  }
}

extension JSON {
  /// The paths of the members, each object's before what it holds; elements that are objects stand
  /// for one another.
  public var paths: [String] {
    members.flatMap { member in
      let nested: [String]
      switch member.value {
      case .array(let elements):
        nested = (elements.first?.paths ?? []).map { "\(member.key)[].\($0)" }
      default: nested = member.value.paths.map { "\(member.key).\($0)" }
      }
      return [member.key] + nested
    }
  }

  /// The values of the members that the steps lead to.
  public func values(at steps: some Collection<String>) -> [JSON] {
    guard let step = steps.first else { return [self] }
    guard step.hasSuffix("[]") else {
      return self[step].map { $0.values(at: steps.dropFirst()) } ?? []
    }
    return (self[String(step.dropLast(2))]?.elements ?? []).flatMap {
      $0.values(at: steps.dropFirst())
    }
  }

  /// The value with a member set, or taken away, in each object that the steps lead to.
  public func setting(_ steps: some Sequence<String>, to value: JSON?) -> JSON {
    let steps = Array(steps)
    guard let step = steps.first else { return self }
    let isEach = step.hasSuffix("[]")
    let key = isEach ? String(step.dropLast(2)) : step
    return .object(
      members.compactMap { member in
        guard member.key == key else { return member }
        if steps.count == 1 { return value.map { Member(key, $0) } }
        let rest = steps.dropFirst()
        return Member(
          key,
          isEach
            ? .array(member.value.elements.map { $0.setting(rest, to: value) })
            : member.value.setting(rest, to: value))
      })
  }
}
