import CSimdJSON

/// Writes compact JSON by appending to a byte buffer.
///
/// Keys come out in the order in which they are written, `nil` writes no member at all, and only
/// what RFC 8259 demands is escaped, so that equal values always give equal bytes.
public struct JSONWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8]
  private var needsComma = false

  /// A writer with nothing in it.
  public init(reserving capacity: Int = 512) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Forgets what was written and keeps the memory.
  public mutating func reset() {
    needsComma = false
    // Asked before every record, of which most have nothing written for them.
    if !bytes.isEmpty { bytes.removeAll(keepingCapacity: true) }
  }

  /// Ends a line.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: Values

  /// Writes an object whose members `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes a string, or `null`.
  public mutating func value(_ string: String?) {
    separate()
    needsComma = true
    guard var string else { return append("null") }
    bytes.append(UInt8(ascii: "\""))
    string.withUTF8 { appendEscaped(UnsafeRawBufferPointer($0)) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes an integer.
  public mutating func value(_ integer: Int64) {
    separate()
    needsComma = true
    appendInteger(integer)
  }

  /// Writes a number in its shortest form: whole numbers without a point, and a number that JSON
  /// cannot hold (infinite, not a number) as `null`.
  public mutating func value(_ number: Double) {
    separate()
    needsComma = true
    if let integer = Int64(exactly: number), abs(integer) < 1 << 53 {
      appendInteger(integer)
    } else if number.isFinite {
      bytes.append(contentsOf: number.description.utf8)
    } else {
      append("null")
    }
  }

  /// Writes a boolean.
  public mutating func value(_ boolean: Bool) {
    separate()
    needsComma = true
    append(boolean ? "true" : "false")
  }

  /// Writes JSON that is already encoded.
  public mutating func value(encoded: some Sequence<UInt8>) {
    separate()
    needsComma = true
    bytes.append(contentsOf: encoded)
  }

  // MARK: Members

  /// Writes a member's name; its value must follow.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    append("\":")
    needsComma = false
  }

  /// Writes a member's name that is known at run time only; its value must follow.
  public mutating func key(text name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member with a string; none where it is nil.
  public mutating func field(_ name: StaticString, _ string: String?) {
    guard let string else { return }
    key(name)
    value(string)
  }

  /// Writes a member with an integer; none where it is nil.
  public mutating func field(_ name: StaticString, _ integer: Int64?) {
    guard let integer else { return }
    key(name)
    value(integer)
  }

  /// Writes a member with an integer; none where it is nil.
  public mutating func field(_ name: StaticString, _ integer: Int?) {
    field(name, integer.map(Int64.init))
  }

  /// Writes a member with a number; none where it is nil.
  public mutating func field(_ name: StaticString, _ number: Double?) {
    guard let number else { return }
    key(name)
    value(number)
  }

  /// Writes a member with a boolean; none where it is nil.
  public mutating func field(_ name: StaticString, _ boolean: Bool?) {
    guard let boolean else { return }
    key(name)
    value(boolean)
  }

  /// Writes a member with an array of strings; none where it is nil.
  public mutating func field(_ name: StaticString, _ strings: [String]?) {
    guard let strings else { return }
    key(name)
    array { writer in
      for string in strings { writer.value(string) }
    }
  }

  /// Writes a member with the raw value of a choice; none where it is nil.
  public mutating func field<Choice: RawRepresentable<String>>(
    _ name: StaticString, _ choice: Choice?
  ) {
    field(name, choice?.rawValue)
  }

  /// Writes a member with an object; none where it is nil.
  public mutating func field<Value: JSONEncodable>(_ name: StaticString, _ value: Value?) {
    guard let value else { return }
    key(name)
    object { value.encodeFields(into: &$0) }
  }

  /// Writes a member with an array of objects; none where it is nil.
  public mutating func field<Value: JSONEncodable>(_ name: StaticString, _ values: [Value]?) {
    guard let values else { return }
    key(name)
    array { writer in
      for value in values { writer.object { value.encodeFields(into: &$0) } }
    }
  }

  /// Writes a member with the value `null`.
  public mutating func null(_ name: StaticString) {
    key(name)
    value(String?.none)
  }

  // MARK: Bytes

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func appendInteger(_ integer: Int64) {
    // Digits come from the back; the longest integer has 20 bytes with its sign.
    withUnsafeTemporaryAllocation(byteCount: 20, alignment: 1) { digits in
      var start = digits.count
      var rest = integer.magnitude
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if integer < 0 {
        start -= 1
        digits[start] = UInt8(ascii: "-")
      }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Appends the runs between characters that must be escaped, and the escapes.
  private mutating func appendEscaped(_ text: UnsafeRawBufferPointer) {
    var start = 0
    while start < text.count {
      let rest = UnsafeRawBufferPointer(rebasing: text[start...])
      let plain = Self.plainPrefix(of: rest)
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest[..<plain]))
      if plain < rest.count { appendEscape(of: rest[plain]) }
      start += plain + 1
    }
  }

  /// Whether nothing in a text must be escaped.
  static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
    plainPrefix(of: text) == text.count
  }

  /// How many bytes come before the first that must be escaped.
  private static func plainPrefix(of text: UnsafeRawBufferPointer) -> Int {
    csj_plain_prefix(text.baseAddress?.assumingMemoryBound(to: UInt8.self), text.count)
  }

  private mutating func appendEscape(of byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: append("b")
    case 0x09: append("t")
    case 0x0A: append("n")
    case 0x0C: append("f")
    case 0x0D: append("r")
    default:
      append("u00")
      for digit in [byte >> 4, byte & 0xF] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

/// A value that writes itself as the members of a JSON object.
public protocol JSONEncodable {
  /// Writes the members in the order of the contract's tables.
  func encodeFields(into writer: inout JSONWriter)
}
