/// Masks the tokens that are grammatical JSON but have no value in 64 bits or in Unicode.
///
/// Only called on a document that simdjson refused for a number or a string. Everything else of
/// the grammar is left for the second parse to judge: a token that is *not* grammatical stays as
/// it is and fails there again.
enum UndecodableTokens {
  /// What stands in place of a masked token: a string that no text holds by chance (it begins with
  /// a private-use character).
  static let mask = "\u{10FFFD}coach-up:undecodable"

  private static let quotedMask = Array("\"\(mask)\"".utf8)

  /// Appends `bytes` to `output`, each undecodable number or string replaced by the quoted mask.
  static func mask(_ bytes: UnsafeRawBufferPointer, into output: inout [UInt8]) {
    var at = 0
    while at < bytes.count {
      let start = at
      let isMasked: Bool
      switch bytes[at] {
      case UInt8(ascii: "\""):
        (at, isMasked) = scanString(bytes, from: at)
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        (at, isMasked) = scanNumber(bytes, from: at)
      default:
        at += 1
        isMasked = false
      }
      if isMasked {
        output.append(contentsOf: quotedMask)
      } else {
        output.append(contentsOf: bytes[start..<at])
      }
    }
  }

  /// The end of the string that begins at `start`, and whether it escapes a lone surrogate.
  private static func scanString(
    _ bytes: UnsafeRawBufferPointer, from start: Int
  ) -> (end: Int, isLone: Bool) {
    var at = start + 1
    var isLone = false
    var isGrammatical = true
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      guard bytes[at] == UInt8(ascii: "\\") else {
        isGrammatical = isGrammatical && bytes[at] >= 0x20
        at += 1
        continue
      }
      if let unit = codeUnit(bytes, at: at) {
        at += 6
        if (0xD800...0xDBFF).contains(unit), let next = codeUnit(bytes, at: at),
          (0xDC00...0xDFFF).contains(next)
        {
          at += 6
        } else if (0xD800...0xDFFF).contains(unit) {
          isLone = true
        }
      } else {
        isGrammatical =
          isGrammatical && at + 1 < bytes.count && "\"\\/bfnrt".utf8.contains(bytes[at + 1])
        at += 2
      }
    }
    let end = min(at + 1, bytes.count)
    return (end, isLone && isGrammatical && at < bytes.count)
  }

  /// The value of a `\uXXXX` escape at `at`, nil where there is none.
  private static func codeUnit(_ bytes: UnsafeRawBufferPointer, at: Int) -> UInt16? {
    guard at + 6 <= bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for digit in bytes[(at + 2)..<(at + 6)] {
      guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(value)
    }
    return unit
  }

  /// The end of the number-like run at `start`, and whether it is grammatical but out of range.
  private static func scanNumber(
    _ bytes: UnsafeRawBufferPointer, from start: Int
  ) -> (end: Int, isOutOfRange: Bool) {
    var end = start
    while end < bytes.count, isNumberByte(bytes[end]) { end += 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard isGrammaticalNumber(text.utf8) else { return (end, false) }
    if text.utf8.contains(where: { ".eE".utf8.contains($0) }) {
      return (end, Double(text)?.isFinite != true)
    }
    return (end, Int64(text) == nil && UInt64(text) == nil)
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
  }

  /// RFC 8259 §6: `[-] int [frac] [exp]`.
  private static func isGrammaticalNumber(_ text: String.UTF8View) -> Bool {
    var rest = text[...]
    func digits() -> Int {
      let run = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest.dropFirst(run.count)
      return run.count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let leadsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || (whole > 1 && !leadsWithZero) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, "+-".utf8.contains(sign) { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
