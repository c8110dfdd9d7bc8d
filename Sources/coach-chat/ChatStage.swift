import CoachJSONL
import CoachProvider

/// Answers messages, and writes them down as sessions of interactions (contract §4).
struct ChatStage: Stage {
  static let name = "coach-chat"
  static let input = InputFormat.textOrRecords
  /// What the learner said cannot be had again.
  static let reportsBrokenPipe = true

  /// Whose messages these are where they do not say.
  struct Defaults {
    var userId: String
    var sessionId: String?
  }

  private let agent: any ChatAgent
  private let defaults: Defaults
  private let clock: WallClock
  private let mint: IDMint
  private let screen: ChatScreen?
  private var tracker: SessionTracker
  private var book: LearnerBook

  /// - Parameters:
  ///   - idle: the longest silence within a session, milliseconds.
  ///   - focusIds: the focuses of every learner, whatever the records say; empty: the learner's.
  ///   - screen: the terminal at which the learner sits; nil in a pipe.
  init(
    agent: any ChatAgent, defaults: Defaults, idle: Int64, focusIds: [String] = [],
    clock: WallClock, mint: IDMint, screen: ChatScreen? = nil
  ) {
    self.agent = agent
    self.defaults = defaults
    self.clock = clock
    self.mint = mint
    self.screen = screen
    tracker = SessionTracker(idle: idle, mint: mint)
    book = LearnerBook(focusIds: focusIds)
  }

  mutating func learn(from record: borrowing Record) throws {
    try book.note(record, isContext: true)
    try tracker.learn(from: record)
  }

  mutating func process(_ record: borrowing Record, emit: inout Emission) throws {
    guard record.type == .message else {
      screen?.dismissed()
      return try book.note(record, isContext: false)
    }
    let message = try Message(record)
    guard !message.text.allSatisfy(\.isWhitespace) else {
      throw RecordError(at: "text", "must not be empty")
    }
    emit.consume()
    let command = LineCommand(message.text)
    if let screen, command == nil, LineCommand.isMeant(by: message.text) {
      return screen.show(LineCommand.list)
    }
    answer(message, command, emit: &emit)
  }

  mutating func interrupted() -> Interruption { screen?.interrupted() ?? .usual }

  mutating func rejected(_ reject: Reject, emit: inout Emission) {
    emit.emit(reject)
    screen?.dismissed()
  }

  mutating func finish(emit: inout Emission) {
    for session in tracker.endAll() { emit.emit(session.end) }
  }

  // MARK: One turn

  private mutating func answer(
    _ message: Message, _ command: LineCommand?, emit: inout Emission
  ) {
    let sessionId = message.sessionId ?? defaults.sessionId
    let userId = message.userId ?? sessionId.flatMap(tracker.userId) ?? defaults.userId
    let time = message.timestamp ?? clock.now()
    let placement = tracker.place(
      userId: userId, sessionId: sessionId, requestId: message.requestId, command: command,
      text: message.text, time: time)
    let session = placement.session
    emit.lane = session.lane
    if let ended = placement.ended { emit.emit(ended.end) }
    for line in book.introduction(of: userId) { emit.emit(line: line) }
    if placement.isNew { emit.emit(session.beginning) }
    let interaction = Interaction(
      id: message.requestId.map { DerivedID.interaction.from(userId, $0) }
        ?? mint.mint(.interaction),
      userId: userId, sessionId: session.id, userText: message.text, aiResponse: "",
      timestamp: time, requestId: message.requestId, inputMode: message.inputMode, status: .ok,
      provider: agent.provider, modelId: agent.modelId, command: command?.command,
      task: command == nil || command == .feedback ? nil : placement.task)
    let answer = TurnAnswer(
      agent: agent,
      turn: ChatTurn(
        sessionId: session.id, interactionId: interaction.id, userId: userId,
        requestId: message.requestId, number: session.turns, userText: message.text,
        command: command?.command, task: placement.task, learner: book.learner(userId)),
      conversation: session.conversation, draft: interaction,
      ending: command == .quit ? session.end : nil, screen: screen)
    if command == .quit {
      tracker.end(session.id)
      screen?.hangUp()
    }
    give(answer, emit: &emit)
  }

  /// A reply that is there goes the way of the input's order; any other comes when it comes.
  private func give(_ answer: TurnAnswer, emit: inout Emission) {
    guard let reply = agent.immediateReply(to: answer.complete(answer.turn)) else {
      return emit.later { await answer.later() }
    }
    emit.lane = nil
    answer.write(reply, to: &emit)
    screen?.write(reply)
    screen?.endReply(of: answer.draft)
  }
}
