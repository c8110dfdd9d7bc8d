import CSimdJSON

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
  let isMasked: Bool

  init(_ raw: csj_value, isMasked: Bool = false) {
    self.raw = raw
    self.isMasked = isMasked
  }

  var kind: Kind {
    switch raw.kind {
    case CSJ_STRING: isMasked && isTheMask ? .undecodable : .string
    case CSJ_ARRAY: .array
    case CSJ_OBJECT: .object
    case CSJ_TRUE, CSJ_FALSE: .bool
    case CSJ_NULL: .null
    default: .number
    }
  }

  var isNull: Bool { raw.kind == CSJ_NULL }

  /// The unescaped UTF-8 of a string, empty for any other kind.
  var utf8: UnsafeRawBufferPointer {
    guard raw.kind == CSJ_STRING else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: raw.string, count: Int(raw.length))
  }

  var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The value of a number as an integer; nil where it has a fraction or does not fit.
  var integer: Int64? {
    switch raw.kind {
    case CSJ_INT64: raw.int64
    case CSJ_DOUBLE: Int64(exactly: raw.real)
    default: nil
    }
  }

  /// The value of a number as the nearest double; nil for any other kind.
  var double: Double? {
    switch raw.kind {
    case CSJ_INT64: Double(raw.int64)
    case CSJ_UINT64: Double(raw.uint64)
    case CSJ_DOUBLE: raw.real
    default: nil
    }
  }

  var bool: Bool { raw.kind == CSJ_TRUE }

  /// The elements of an array; none for any other kind.
  var elements: JSONElements { JSONElements(self) }

  private var isTheMask: Bool { utf8.elementsEqual(UndecodableTokens.mask.utf8) }
}

/// The elements of an array, one after the other.
struct JSONElements: Sequence, IteratorProtocol {
  private var raw: csj_elements
  private let isMasked: Bool

  init(_ array: JSONValue) {
    raw = csj_elements_of(array.raw)
    isMasked = array.isMasked
  }

  mutating func next() -> JSONValue? {
    var element = csj_value()
    guard csj_next_element(&raw, &element) else { return nil }
    return JSONValue(element, isMasked: isMasked)
  }

  /// How many there are.
  var count: Int { reduce(0) { count, _ in count + 1 } }
}
