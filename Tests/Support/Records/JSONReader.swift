/// Why a text is not the JSON that was expected.
public struct JSONFault: Error, CustomStringConvertible {
  public let description: String
}

extension JSON {
  /// Reads one JSON text, by the grammar of RFC 8259 and no more; a key that stands twice in an
  /// object is a fault here, because no tool of the suite writes one.
  public init(parsing text: some StringProtocol) throws {
    var reader = JSONReader(bytes: Array(text.utf8))
    self = try reader.text()
  }
}

/// A reader by recursive descent: slow, plain, and for lines of a sane depth.
private struct JSONReader {
  let bytes: [UInt8]
  var place = 0

  mutating func text() throws -> JSON {
    let value = try value()
    skipSpace()
    guard place == bytes.count else { throw fault("the end") }
    return value
  }

  private func fault(_ expected: String) -> JSONFault {
    let found = String(decoding: bytes[min(place, bytes.count)...].prefix(20), as: UTF8.self)
    return JSONFault(
      description: "byte \(place): expected \(expected), found \(found.debugDescription)")
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { place += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[place...].starts(with: text.utf8) else { return false }
    place += text.utf8.count
    return true
  }

  private mutating func value() throws -> JSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try elements())
    case UInt8(ascii: "\""): return .string(try string())
    default: break
    }
    if take("null") { return .null }
    if take("true") { return .bool(true) }
    if take("false") { return .bool(false) }
    return .number(try number())
  }

  private mutating func members() throws -> [JSON.Member] {
    var members: [JSON.Member] = []
    var keys: Set<String> = []
    place += 1
    skipSpace()
    if take("}") { return [] }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("a key") }
      let key = try string()
      guard keys.insert(key).inserted else { throw fault("a key other than \(key) again") }
      skipSpace()
      guard take(":") else { throw fault("a colon") }
      members.append(JSON.Member(key, try value()))
      skipSpace()
    } while take(",")
    guard take("}") else { throw fault("a closing brace") }
    return members
  }

  private mutating func elements() throws -> [JSON] {
    var elements: [JSON] = []
    place += 1
    skipSpace()
    if take("]") { return [] }
    repeat {
      elements.append(try value())
      skipSpace()
    } while take(",")
    guard take("]") else { throw fault("a closing bracket") }
    return elements
  }

  private mutating func number() throws -> String {
    let start = place
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func digits() throws {
    let start = place
    while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
    guard place > start else { throw fault("a digit") }
  }

  /// The string here; half a surrogate pair, which is grammatical, becomes U+FFFD.
  private mutating func string() throws -> String {
    var units: [UInt16] = []
    place += 1
    while !take("\"") {
      let start = place
      while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        place += 1
      }
      units += String(decoding: bytes[start..<place], as: UTF8.self).utf16
      if take("\\") {
        units.append(try escaped())
      } else if next != UInt8(ascii: "\"") {
        throw fault("a closing quote")
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func escaped() throws -> UInt16 {
    let escapes: [UInt8: UInt16] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5c, UInt8(ascii: "/"): 0x2f,
      UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0c, UInt8(ascii: "n"): 0x0a,
      UInt8(ascii: "r"): 0x0d, UInt8(ascii: "t"): 0x09,
    ]
    if let byte = next, let unit = escapes[byte] {
      place += 1
      return unit
    }
    let digits = bytes[place...].dropFirst().prefix(4)
    guard take("u"), digits.count == 4,
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("an escape") }
    place += 4
    return unit
  }
}
