import CSimdJSON

#if canImport(Glibc)
  import Glibc
#endif

/// The members of one object, looked up by name; of a repeated name the last counts (RFC 8259 §4).
struct JSONFields {
  let members: UnsafeBufferPointer<csj_member>
  let isMasked: Bool
  /// Keeps the members of a nested object alive; those of the line belong to the parser.
  private let owner: MemberBlock?

  init(members: UnsafeBufferPointer<csj_member>, isMasked: Bool) {
    self.members = members
    self.isMasked = isMasked
    owner = nil
  }

  /// The members of an object inside a record; none where the value is no object.
  init(_ object: JSONValue) {
    let block = MemberBlock(object)
    members = UnsafeBufferPointer(block.members)
    isMasked = object.isMasked
    owner = block
  }

  /// The last member of that name, counted in document order; nil where there is none.
  func index(of name: StaticString) -> Int? {
    let length = name.utf8CodeUnitCount
    let start = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    let tag = csj_tag(start, length)
    var at = members.count - 1
    while at >= 0 {
      // A tag holds up to seven bytes and the length: such names need no further look.
      if members[at].tag == tag, length <= 7 || memcmp(members[at].key, start, length) == 0 {
        return at
      }
      at -= 1
    }
    return nil
  }

  subscript(_ name: StaticString) -> JSONValue? {
    index(of: name).map { JSONValue(members[$0], isMasked: isMasked) }
  }

  /// Whether there is a member of that name, whatever its value.
  func has(_ name: StaticString) -> Bool { index(of: name) != nil }

  private final class MemberBlock {
    let members: UnsafeMutableBufferPointer<csj_member>

    init(_ object: JSONValue) {
      let count = csj_members(object.raw, nil, 0)
      members = .allocate(capacity: count)
      _ = csj_members(object.raw, members.baseAddress, count)
    }

    deinit { members.deallocate() }
  }
}
