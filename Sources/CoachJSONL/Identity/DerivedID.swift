import Crypto

/// The kinds of id that are derived from what a record is of, so that running a pipeline again
/// over the same input doubles nothing (contract §1).
public enum DerivedID: String, Sendable {
  case user = "u_"
  case session = "sess_"
  case interaction = "int_"
  case assessment = "ass_"
  case group = "grp_"
  case promptRun = "pr_"
  case request = "req_"
  case reject = "rej_"
  case judgement = "jdg_"

  /// Prefix and the first 32 hex digits of SHA-256 over a compact JSON array, whose elements
  /// `elements` writes.
  public func from(_ elements: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    json.array(elements)
    return rawValue + Self.hex(SHA256.hash(data: json.bytes).prefix(16))
  }

  /// The id of a derived record of `parts`; an absent one is null.
  public func from(_ parts: String?...) -> String {
    from { json in
      for part in parts { json.value(part) }
    }
  }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0xF)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
