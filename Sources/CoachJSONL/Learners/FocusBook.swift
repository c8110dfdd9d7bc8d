/// Which focuses there are and which ones each user has active, gathered from a stream.
public struct FocusBook: Sendable {
  private var focuses: [String: Focus] = [:]
  private var chosen: [String: [String: UserFocus]] = [:]
  private var active: [String: [String]] = [:]

  public init() {}

  /// Takes in a `focus` or `user_focus`; anything else is left alone.
  ///
  /// - Throws: `RecordError` where such a record breaks the contract.
  public mutating func take(_ record: borrowing Record) throws(RecordError) {
    switch record.type {
    case .focus: take(try Focus(record))
    case .userFocus: take(try UserFocus(record))
    default: break
    }
  }

  /// Takes in a focus; of two with the same id the later stands.
  public mutating func take(_ focus: Focus) { focuses[focus.id] = focus }

  /// Takes in a user's choice; of two for the same focus the one updated later stands, of the same
  /// age the one that comes later. Returns whether it stands.
  @discardableResult
  public mutating func take(_ choice: UserFocus) -> Bool {
    if let known = chosen[choice.userId]?[choice.focusId],
      (choice.updatedAt ?? .max) < (known.updatedAt ?? .min)
    {
      return false
    }
    var choices = chosen[choice.userId] ?? [:]
    choices[choice.focusId] = choice
    chosen[choice.userId] = choices
    active[choice.userId] = choices.values.filter(\.active)
      .sorted { ($0.order, $0.focusId) < ($1.order, $1.focusId) }
      .prefix(3).map(\.focusId)
    return true
  }

  /// The ids of a user's active focuses, by their order: at most 3 (plan §1).
  public func activeFocusIds(of userId: String) -> [String] { active[userId] ?? [] }

  /// A focus of that id, nil where the stream has not shown it.
  public func focus(_ id: String) -> Focus? { focuses[id] }

  /// The titles of all focuses that the stream has shown, by id.
  public var titles: [String: String] { focuses.mapValues(\.title) }
}
