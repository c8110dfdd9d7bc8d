import CSimdJSON

/// The members of one object, looked up by name; of a repeated name the last counts (RFC 8259 §4).
///
/// Like the values in them, they are valid until their parser parses again.
struct JSONFields {
  private let raw: csj_fields
  let isMasked: Bool

  /// The members of an object; none where the value is no object.
  init(_ object: JSONValue) {
    raw = csj_fields_of(object.raw)
    isMasked = object.isMasked
  }

  /// All of them in document order, repeated ones too.
  var members: UnsafeBufferPointer<csj_member> {
    UnsafeBufferPointer(start: raw.members, count: raw.count)
  }

  /// The last member of that name, counted in document order; nil where there is none.
  func index(of name: StaticString) -> Int? {
    let start = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    let index = csj_find(raw, start, name.utf8CodeUnitCount)
    return index < 0 ? nil : index
  }

  subscript(_ name: StaticString) -> JSONValue? {
    index(of: name).map { JSONValue(raw.members[$0].value, isMasked: isMasked) }
  }

  /// Whether there is a member of that name, whatever its value.
  func has(_ name: StaticString) -> Bool { index(of: name) != nil }
}
