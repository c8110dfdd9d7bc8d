import CSimdJSON

/// Puts one member into an object without touching another byte of it.
enum FieldSplice {
  /// The line with `name` set to `value` (encoded JSON): in place of the last member of that name,
  /// else behind the last member.
  ///
  /// - Parameters:
  ///   - line: a grammatical JSON object.
  ///   - fields: the members of that object, parsed.
  static func splice(
    _ name: StaticString, _ value: [UInt8], into line: UnsafeRawBufferPointer, fields: JSONFields
  ) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(line.count + value.count + name.utf8CodeUnitCount + 4)
    if let member = fields.index(of: name), let range = valueRange(ofMember: member, in: line) {
      output.append(contentsOf: line[..<range.lowerBound])
      output.append(contentsOf: value)
      output.append(contentsOf: line[range.upperBound...])
      return output
    }
    let brace = line.lastIndex(of: UInt8(ascii: "}")) ?? line.endIndex
    output.append(contentsOf: line[..<brace])
    if !fields.members.isEmpty { output.append(UInt8(ascii: ",")) }
    output.append(UInt8(ascii: "\""))
    output.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    output.append(contentsOf: "\":".utf8)
    output.append(contentsOf: value)
    output.append(contentsOf: line[brace...])
    return output
  }

  /// Where the value of the n-th member of a grammatical object stands.
  ///
  /// Members are counted rather than compared: a key may be written with escapes.
  static func valueRange(
    ofMember wanted: Int, in line: UnsafeRawBufferPointer
  ) -> Range<Int>? {
    var depth = 0
    var member = 0
    var valueStart: Int?
    var at = 0
    while at < line.count {
      switch line[at] {
      case UInt8(ascii: "\""):
        at += 1
        while at < line.count, line[at] != UInt8(ascii: "\"") {
          at += line[at] == UInt8(ascii: "\\") ? 2 : 1
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
      case UInt8(ascii: ":") where depth == 1 && member == wanted:
        valueStart = at + 1
      case UInt8(ascii: ",") where depth == 1:
        if let valueStart { return trimmed(valueStart..<at, in: line) }
        member += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0, let valueStart { return trimmed(valueStart..<at, in: line) }
      default: break
      }
      at += 1
    }
    return nil
  }

  private static func trimmed(_ range: Range<Int>, in line: UnsafeRawBufferPointer) -> Range<Int> {
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let start = line[range].firstIndex { !isBlank($0) } ?? range.lowerBound
    let end = line[range].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? range.upperBound
    return start..<end
  }
}
