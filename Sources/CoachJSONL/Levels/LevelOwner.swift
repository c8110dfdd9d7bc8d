/// Whose level on what: a learner and a focus, as bytes that can be taken from records without
/// making a String.
public struct LevelOwner: Hashable, Comparable, Sendable {
  /// The UTF-8 of both ids and a zero between them, which no id has.
  private var ids: [UInt8] = []

  /// Nobody on nothing, to be filled.
  init() {}

  public init(userId: String, focusId: String) {
    set(userId: userId.utf8, focusId: focusId.utf8)
  }

  /// Becomes another owner in the same memory.
  mutating func set(userId: some Collection<UInt8>, focusId: some Collection<UInt8>) {
    ids.removeAll(keepingCapacity: true)
    ids.append(contentsOf: userId)
    ids.append(0)
    ids.append(contentsOf: focusId)
  }

  public var userId: String { String(decoding: ids.prefix { $0 != 0 }, as: UTF8.self) }

  public var focusId: String {
    String(decoding: ids.drop { $0 != 0 }.dropFirst(), as: UTF8.self)
  }

  public func hash(into hasher: inout Hasher) {
    ids.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// By learner, then by focus, in the order of their code points.
  public static func < (left: LevelOwner, right: LevelOwner) -> Bool {
    left.ids.withUnsafeBytes { left in
      right.ids.withUnsafeBytes { right in left.compare(to: right) < 0 }
    }
  }
}
