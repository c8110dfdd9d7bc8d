import CSimdJSON

#if canImport(Glibc)
  import Glibc
#endif

/// A value in a parsed document: a view, valid until its parser parses again.
struct JSONValue {
  enum Kind: String {
    case null = "null"
    case bool = "a boolean"
    case number = "a number"
    case string = "a string"
    case array = "an array"
    case object = "an object"
    /// A number beyond 64 bits or a double, or a string with a lone surrogate.
    case undecodable = "a value that cannot be decoded"
  }

  let raw: csj_value
  private let rawKind: csj_kind
  let isMasked: Bool

  init(_ raw: csj_value, isMasked: Bool = false) {
    self.raw = raw
    self.isMasked = isMasked
    rawKind = csj_kind_of(raw)
  }

  init(_ member: csj_member, isMasked: Bool) {
    raw = member.value
    rawKind = member.kind
    self.isMasked = isMasked
  }

  var kind: Kind {
    switch rawKind {
    case CSJ_NULL: .null
    case CSJ_BOOL: .bool
    case CSJ_STRING: isMasked && isTheMask ? .undecodable : .string
    case CSJ_ARRAY: .array
    case CSJ_OBJECT: .object
    default: .number
    }
  }

  var isNull: Bool { rawKind == CSJ_NULL }

  /// The unescaped UTF-8 of a string, empty for any other kind.
  var utf8: UnsafeRawBufferPointer {
    var length = 0
    let start = csj_string(raw, &length)
    return UnsafeRawBufferPointer(start: start, count: length)
  }

  /// Whether it is a string of printable ASCII characters.
  var isPrintableASCII: Bool {
    let utf8 = self.utf8
    return csj_is_printable_ascii(utf8.baseAddress?.assumingMemoryBound(to: UInt8.self), utf8.count)
  }

  var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The value of a number as an integer; nil where it has a fraction or does not fit.
  var integer: Int64? {
    switch rawKind {
    case CSJ_INT64: csj_int64(raw)
    case CSJ_DOUBLE: Int64(exactly: csj_double(raw))
    default: nil
    }
  }

  /// The value of a number as the nearest double; nil for any other kind.
  var double: Double? {
    switch rawKind {
    case CSJ_INT64: Double(csj_int64(raw))
    case CSJ_UINT64: Double(csj_uint64(raw))
    case CSJ_DOUBLE: csj_double(raw)
    default: nil
    }
  }

  var bool: Bool { csj_bool(raw) }

  /// The elements of an array; empty for any other kind.
  var elements: [csj_value] {
    // Most arrays of the suite's records have one element: one pass is enough for it.
    var first = csj_value()
    let count = csj_elements(raw, &first, 1)
    if count <= 1 { return count == 0 ? [] : [first] }
    return [csj_value](unsafeUninitializedCapacity: count) { buffer, written in
      written = csj_elements(raw, buffer.baseAddress, count)
    }
  }

  /// How many elements an array has; 0 for any other kind.
  var elementCount: Int { csj_elements(raw, nil, 0) }

  private var isTheMask: Bool { utf8.elementsEqual(UndecodableTokens.mask.utf8) }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes are that text; no String is made of them.
  func isText(_ text: String) -> Bool {
    guard count == text.utf8.count else { return false }
    var text = text
    return text.withUTF8 { text in
      guard let left = text.baseAddress, let right = baseAddress else { return true }
      return memcmp(left, right, count) == 0
    }
  }
}
