/// Whose level on what: a learner and a focus, as bytes that can be taken from records without
/// making a String.
public struct LevelOwner: Hashable, Comparable, Sendable {
  private var ids = IDList()

  /// Nobody on nothing, to be filled.
  init() {}

  public init(userId: String, focusId: String) {
    ids.append(userId)
    ids.append(focusId)
  }

  /// Becomes another owner in the same memory.
  mutating func set(userId: UnsafeRawBufferPointer, focusId: UnsafeRawBufferPointer) {
    ids.removeAll()
    ids.append(userId)
    ids.append(focusId)
  }

  public var userId: String { ids.texts.first ?? "" }
  public var focusId: String { ids.texts.last ?? "" }

  /// By learner, then by focus, in the order of their code points.
  public static func < (left: LevelOwner, right: LevelOwner) -> Bool { left.ids < right.ids }
}
