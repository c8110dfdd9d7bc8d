/// Where an object stands in its record. It is spelled out only where something is wrong there.
indirect enum FieldPath {
  /// The record itself.
  case record
  /// A member of another object; `at` is the element, where the member is an array.
  case member(StaticString, at: Int?, of: FieldPath)

  /// The path with a closing dot, `errors[0].`; empty for the record.
  var prefix: String {
    switch self {
    case .record: ""
    case .member(let name, let index, let parent): "\(parent.member(name, at: index))."
    }
  }

  /// The path of a member, or of an element in it: `errors[0].span`.
  func member(_ name: StaticString, at index: Int? = nil) -> String {
    "\(prefix)\(name)\(index.map { "[\($0)]" } ?? "")"
  }
}
