/// Why a turn or a group of turns deserves a closer look (plan §4, Triggers).
public enum Trigger: String, Sendable, CaseIterable {
  case errorDetection = "error_detection"
  case skillAttempt = "skill_attempt"
  case periodic
  case userRequest = "user_request"
  case taskComplete = "task_complete"
  case sessionEnd = "session_end"
  case audit
}

/// What coach-filter decided about a turn; its state between runs.
public struct Scope: JSONEncodable, Sendable, Equatable {
  /// What is to be assessed of the turn.
  public enum Kind: String, Sendable, CaseIterable {
    case none
    case interaction
    case multiTurn = "multi_turn"
  }

  /// The turn's place in a task of several turns.
  public struct Task: JSONEncodable, Sendable, Equatable {
    /// Where in the task the turn stands.
    public enum State: String, Sendable, CaseIterable {
      case start
      case `continue`
      case end
    }

    public var name: String
    public var state: State

    public init(name: String, state: State) {
      self.name = name
      self.state = state
    }

    init(_ fields: FieldDecoder) throws(RecordError) {
      name = try fields.text("name")
      state = try fields.choice("state")
    }

    public func encodeFields(into writer: inout JSONWriter) {
      writer.field("name", name)
      writer.field("state", state)
    }
  }

  public var kind: Kind
  public var triggers: [Trigger]
  public var focusIds: [String]
  /// The keys of the rules that spoke.
  public var ruleIds: [String]
  public var task: Task?
  /// One line for a reader.
  public var reason: String

  public init(
    kind: Kind, triggers: [Trigger] = [], focusIds: [String] = [], ruleIds: [String] = [],
    task: Task? = nil, reason: String
  ) {
    self.kind = kind
    self.triggers = triggers
    self.focusIds = focusIds
    self.ruleIds = ruleIds
    self.task = task
    self.reason = reason
  }

  init(_ fields: FieldDecoder) throws(RecordError) {
    kind = try fields.choice("kind")
    triggers = try fields.optionalTriggers("triggers") ?? []
    focusIds = try fields.optionalIDs("focusIds") ?? []
    ruleIds = try fields.optionalTexts("ruleIds") ?? []
    task = try fields.optionalObject("task", Task.init)
    reason = try fields.optionalText("reason") ?? ""
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("kind", kind)
    writer.key("triggers")
    writer.array { writer in
      for trigger in triggers { writer.value(trigger.rawValue) }
    }
    writer.field("focusIds", focusIds)
    writer.field("ruleIds", ruleIds)
    writer.field("task", task)
    writer.field("reason", reason)
  }
}

extension Record {
  /// The scope that coach-filter has put on an interaction; nil where there is none.
  ///
  /// - Throws: `RecordError` where it is no scope.
  public func scope() throws(RecordError) -> Scope? {
    try decoder.optionalObject("scope", Scope.init)
  }
}

extension FieldDecoder {
  func optionalTriggers(_ name: StaticString) throws(RecordError) -> [Trigger]? {
    guard let words = try optionalTexts(name) else { return nil }
    var triggers: [Trigger] = []
    for (index, word) in words.enumerated() {
      guard let trigger = Trigger(rawValue: word) else {
        let known = Trigger.allCases.map(\.rawValue).joined(separator: ", ")
        throw RecordError(at: path.member(name, at: index), "must be \(known), got another word")
      }
      triggers.append(trigger)
    }
    return triggers
  }
}
